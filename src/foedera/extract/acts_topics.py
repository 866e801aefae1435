"""What talks are about, where the words beside them say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.acts_mentions import Mention


def speaks_of_other(noun: Token, mention: Mention) -> bool:
    """Whether talks are about something else than an agreement named before: "peace talks" beside a trade deal, or
    the "official talks" of a visit."""
    beside = grammar.children(noun, "compound", "amod", "nmod")
    known = words("en", "acts", "classes", "topics")
    topics = {t.lower_ for t in beside if t.lower_ in known or (t.dep_ != "amod" and t.ent_type_ == "")}
    named = {w for m in mention.agreement.mentions for w in m.text.lower().replace("-", " ").split()}
    if topics:
        return not topics & named
    return any(t.lower_ in words("en", "acts", "classes", "encounters") for t in beside)
