"""When two reports speak of the same state, person, organisation, bloc or place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from foedera.lexicon import load
from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.words import initials, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Entity, Reading

_ALIKE = 85  # of 100; "mohammed" and "muhammad" are 75 before folding, "lavrov" and "lavrof" 83


@dataclass(frozen=True, slots=True)
class Named:
    """Actors that are one where their code or their plain name is the same."""

    name: str

    def describe(self, reading: Reading) -> Iterator[tuple[str, Description]]:
        """The actors of this kind in a reading."""
        for entity in reading.entities:
            if entity.kind == self.name:
                yield entity.id, {"name": self._known_as(entity, reading)}

    def _known_as(self, entity: Entity, reading: Reading) -> str:
        words = [word for word in tokens(entity.name) if word != "the"]
        if entity.iso3:
            return entity.iso3
        if self.name == "organisation" and set(words) <= _offices():
            # Every state has a foreign ministry: without its state, one report's is not another's.
            words = [*words, *tokens(entity.affiliation or reading.document.id)]
        return " ".join(words) or entity.name

    def keys(self, description: Description) -> Iterator[str]:
        """Nothing but itself is alike, or what it abbreviates."""
        words = description["name"].split()
        yield initials(words) if len(words) > 2 else description["name"]

    def likeness(self, a: Description, b: Description) -> Likeness | None:
        """One is the acronym of the other."""
        short, long = sorted((a["name"], b["name"]), key=len)
        if len(short) > 2 and self.name in ("organisation", "bloc") and short == initials(long.split()):
            return Likeness(0.9, (f"{short.upper()} is the acronym of {long}",))
        return None

    def conflict(self, a: Description, b: Description) -> str | None:
        """Two long names are two things, even where their acronyms are one."""
        return f"{a['name']} and {b['name']}" if " " in a["name"] and " " in b["name"] else None

    def leans(self, description: Description) -> int:
        """A name stands for itself."""
        return 0


class Persons:
    """Persons are one by full names that differ in spelling at most; a bare surname is its only bearer's."""

    name = "person"

    def describe(self, reading: Reading) -> Iterator[tuple[str, Description]]:
        """The persons of a reading."""
        for entity in reading.entities:
            if entity.kind == "person":
                yield entity.id, {"name": person_words(entity.name)}

    def keys(self, description: Description) -> Iterator[str]:
        """The beginning of the family name, after folding: the last, and the first where it is one of those."""
        words = description["name"]
        if words:
            yield fold(words[-1])[:3]
        if len(words) > 1 and words[0] in _family_first():
            yield fold(words[0])[:3]

    def likeness(self, a: Description, b: Description) -> Likeness | None:
        """Full names alike in first and last; or a surname that the other bears."""
        one, other = a["name"], b["name"]
        if fold("".join(one)) == fold("".join(other)):
            return Likeness(1.0, (f"{' '.join(one)} is {' '.join(other)} in another spelling",))
        if min(len(one), len(other)) == 1:
            return self._surname(one, other)
        if _alike(one[-1], other[-1]) and _given_alike(one[0], other[0]):
            return Likeness(0.9, (f"alike in first and last name: {' '.join(one)}, {' '.join(other)}",))
        return None

    def _surname(self, one: list[str], other: list[str]) -> Likeness | None:
        short, long = sorted((one, other), key=len)
        if len(long) > 1 and fold(short[0]) in (
            fold(long[-1]),
            *([fold(long[0])] if long[0] in _family_first() else []),
        ):
            return Likeness(0.6, (f"{short[0]} is the surname of {' '.join(long)}",))
        return None

    def conflict(self, a: Description, b: Description) -> str | None:
        """Full names that are not alike are two persons, whatever surname they share."""
        one, other = a["name"], b["name"]
        found = self.likeness(a, b)
        if found or min(len(one), len(other)) < 2:
            return None
        return f"{' '.join(one)} and {' '.join(other)}"

    def leans(self, description: Description) -> int:
        """A bare surname is that of its only bearer, or nobody's."""
        return int(len(description["name"]) == 1)


def person_words(name: str) -> list[str]:
    """The words of a person's name without honorifics, initials in the middle and "Jr."."""
    words = [word for word in tokens(name) if word not in _honorifics()]
    middle = [word for word in words[1:-1] if len(word) > 1]
    return [*words[:1], *middle, *words[-1:]] if len(words) > 1 else words


_FOLDS = (
    (re.compile(r"(.)\1+"), r"\1"), (re.compile("[jy]"), "i"), (re.compile("[ei]i+|ii+|ie$"), "i"),
    (re.compile("kh|ck|q"), "k"), (re.compile("ph"), "f"), (re.compile("w"), "v"), (re.compile("ou?"), "u"),
    (re.compile("dh"), "d"), (re.compile("(?<=.)h"), ""), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
"""What spellings of one name differ in when it is written in Latin letters: Yury, Yuri; Zelensky, Zelenskyy."""


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word with what transliterations differ in made equal."""
    for pattern, by in _FOLDS:
        word = pattern.sub(by, word)
    return word


def _alike(one: str, other: str) -> bool:
    return fold(one) == fold(other) or (min(len(one), len(other)) > 4 and fuzz.ratio(fold(one), fold(other)) >= _ALIKE)


def _given_alike(one: str, other: str) -> bool:
    """Two given names that can be one: the same, an initial of the other, or alike in spelling."""
    return _alike(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0])


@functools.cache
def _family_first() -> frozenset[str]:
    return frozenset(load("world", "surnames")["first"])


@functools.cache
def _honorifics() -> frozenset[str]:
    return frozenset(load("en", "sameness")["honorifics"])


@functools.cache
def _offices() -> frozenset[str]:
    return frozenset(load("en", "sameness")["offices"])
