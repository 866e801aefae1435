"""Meetings of bodies that states have together: a joint commission, a union of states, so many sides."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.entities.lists import speech
from foedera.extract.meetings_frames import lateral, members
from foedera.extract.numbers import whole
from foedera.lexicon.states import states

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities import Actors
    from foedera.extract.meetings_merge import Who

_SIDES = frozenset({"party", "way", "side"})
_REACH = 120  # tokens that "they" or "the three" looks back for whom it means


@functools.lru_cache(maxsize=1024)
def joint(name: str) -> tuple[tuple[str, str], ...]:
    """The states of a body that several have together: "the India-Bangladesh Joint River Commission"."""
    states = tuple(dict.fromkeys(_state_names()[found] for found in _state_pattern().findall(name)))
    return tuple((state, state) for state in states) if len(states) > 1 else ()


@functools.cache
def _state_names() -> dict[str, str]:
    return {name: s.party for s in states().values() for name in (*s.adjectives, *s.names, s.name)}


@functools.cache
def _state_pattern() -> re.Pattern[str]:
    longest = sorted(_state_names(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def last_named(actors: Actors, token: Token, first: int, count: int, kind: str) -> Who:
    """The last so many persons or states named before a word, of a different state each."""
    found: Who = {}
    for i in range(token.i - 1, max(token.i - _REACH, first - 1), -1):
        if _speaks(token.doc[i]):
            continue  # who tells of them
        entity = actors.at(token.doc[i])
        home = actors.home(entity) if entity is not None and entity.kind == kind else None
        if entity is not None and home and home not in found.values():
            found[entity.name if kind == "person" else home] = home
        if len(found) == count:
            break
    return found


def _speaks(name: Token) -> bool:
    """Whether somebody is named as the one who says something: "the spokeswoman, Ms Diaz, said"."""
    head = name.head if name.dep_ == "appos" else name
    return head.dep_ == "nsubj" and head.head.lemma_ in speech()


def all_sides(actors: Actors, noun: Token) -> Who:
    """Those who are at "the six-party talks" or "a trilateral summit": as many as were named last, at least two."""
    count = _sides(noun)
    if count is None:
        return {}
    found = last_named(actors, noun, 0, count, "person")
    if len(found) < count:
        named_ = last_named(actors, noun, 0, count, "state")
        found |= {state: state for state in named_ if state not in found.values()}
    return found if len(found) > 1 else {}


def union_of(actors: Actors, noun: Token, heads: list[Token]) -> Who:
    """The organisation of states whose meeting it is: "the NATO summit"; of `heads` one is meant by "its"."""
    owners = [*grammar.children(noun, "compound", "nmod", "poss"), *grammar.phrase(noun, "of")]
    owners += heads if any(t.lower_ == "its" for t in owners) else []
    bodies = [e for t in owners if (e := actors.at(t)) is not None and e.kind in {"organisation", "bloc"}]
    return {body.name: body.name for body in bodies if actors.home(body) is None}


def has_sides(noun: Token) -> bool:
    """Whether a meeting is of so many parties."""
    return _sides(noun) is not None


def _sides(noun: Token) -> int | None:
    for part in grammar.children(noun, "amod", "compound", "nmod"):
        if part.lower_ in lateral():
            return lateral()[part.lower_]
        if part.lemma_.lower() in members() | _SIDES:
            return whole(c.text for c in part.children if c.dep_ == "nummod")
    return None
