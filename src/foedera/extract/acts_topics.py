"""What talks are about, where the words beside them say so."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.acts_mentions import Mention


@functools.cache
def _class(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(lexicon.load(language, "acts")["classes"][name])


def speaks_of_other(noun: Token, mention: Mention) -> bool:
    """Whether talks are about something else than an agreement named before: "peace talks" beside a trade deal, or
    the "official talks" of a visit."""
    beside = grammar.children(noun, "compound", "amod", "nmod")
    topics = {t.lower_ for t in beside if t.lower_ in _class("topics") or (t.dep_ != "amod" and t.ent_type_ == "")}
    words = {w for m in mention.agreement.mentions for w in m.text.lower().replace("-", " ").split()}
    if topics:
        return not topics & words
    return any(t.lower_ in _class("encounters") for t in beside)
