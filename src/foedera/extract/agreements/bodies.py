"""Organisations and movements whose names end like those of agreements: "the Convention of Patriots", "the Nile Basin
Initiative". What they do, or what is said to be theirs, shows that they are none."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.extract.agreements.phrases import Phrase

_lexicon = functools.partial(words, "en", "agreements_parties")


def without_bodies(found: list[Phrase]) -> list[Phrase]:
    """The phrases but those that name a body, by its full name or its acronym."""
    names = {name for phrase in found if phrase.title and _is_body(phrase) for name in _names(phrase)}
    acronyms = {alias for p in found if names & set(_names(p)) for alias in p.aliases}
    return [p for p in found if not (names & set(_names(p)) or acronyms & p.aliases)] if names else found


def _names(phrase: Phrase) -> Iterator[frozenset[str]]:
    if phrase.title and phrase.noun.lemma in _lexicon("body_nouns"):
        yield phrase.title
    yield from (frozenset({alias}) for alias in phrase.aliases)


def _is_body(phrase: Phrase) -> bool:
    """Whether it acts ("the Initiative led the talks"), is somebody's ("its spokesman"), or is said to be a group."""
    if not (phrase.noun.lemma in _lexicon("body_nouns") or phrase.aliases):
        return False
    head = phrase.head
    return any(_acts(token) for token in (head, *([head.head] if head.dep_ == "appos" else [])))


def _acts(name: Token) -> bool:
    above = name.head
    if name.dep_ == "nsubj" and above.lemma_.lower() in _lexicon("body_verbs") and not grammar.is_passive(above):
        return True
    if name.dep_ == "nsubj" and above.lemma_ == "be":
        return any(t.lemma_.lower() in _lexicon("bodies") for t in grammar.children(above, "attr"))
    return name.dep_ in {"compound", "poss", "nmod"} and above.lemma_.lower() in _lexicon("body_people")
