"""What talks are about, where the words beside them say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def speaks_of_other(noun: Token, called: frozenset[str]) -> bool:
    """Whether talks are about something else than an agreement that is `called` by some words: "peace talks" beside a
    trade deal, or the "official talks" of a visit."""
    beside = grammar.children(noun, "compound", "amod", "nmod")
    known = words("en", "acts", "classes", "topics")
    topics = {t.lower_ for t in beside if t.lower_ in known or (t.dep_ != "amod" and t.ent_type_ == "")}
    if topics:
        return not topics & called
    return any(t.lower_ in words("en", "acts", "classes", "encounters") for t in beside)
