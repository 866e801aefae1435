"""When two reports speak of the same person: full names up to spelling and order; a bare surname is its only bearer's.

Outlets write one name in many ways: other letters for the same sounds (Yury, Yuri), accents and hyphens left out
(Kim Jong-un), the family name first or last (Abe Shinzo), given names in short (Bill) or in another language
(Volodymyr, Vladimir), names left out at either end (López Obrador). Two full names that differ otherwise are two
persons, whatever surname they share.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.spellings import (
    alike,
    family_first,
    fold,
    given_alike,
    honorifics,
    is_double_given,
    is_junior,
    known_as,
    particles,
    sounds,
)
from foedera.resolve.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Reading

Words = tuple[str, ...]
_SYLLABLE = 4
"""Letters of a given name that differs from others in each of them: Wang Yi, Wang Ye."""


class Persons:
    """Persons of several reports."""

    name = "person"

    def describe(self, reading: Reading) -> Iterator[tuple[str, Description]]:
        """The persons of a reading."""
        for entity in reading.entities:
            if entity.kind == "person":
                yield entity.id, {"name": person_words(entity.name)}

    def keys(self, description: Description) -> Iterator[str]:
        """The surname as it begins and as it sounds, the names in any order, and the two first and two last ones."""
        core = _core(tuple(description["name"]))
        if not core:
            return
        surnames = {core[-1], *core[:1]} if _is_family_first(core) or len(core) == 1 else {core[-1]}
        for word in surnames:
            yield fold(word)[:3]
            yield f"sounds {sounds(word)}"
        if len(core) > 1:
            yield "all " + " ".join(sorted(map(fold, core)))
            yield "first " + " ".join(map(sounds, core[:2]))
            yield "last " + " ".join(map(sounds, core[-2:]))

    def likeness(self, a: Description, b: Description) -> Likeness | None:
        """The strongest reason to take two names for one person's."""
        return _likeness(tuple(a["name"]), tuple(b["name"]))

    def conflict(self, a: Description, b: Description) -> str | None:
        """Full names that are not alike are two persons, whatever surname they share."""
        one, other = a["name"], b["name"]
        if self.likeness(a, b) or min(len(_core(tuple(one))), len(_core(tuple(other)))) < 2:
            return None
        return f"{' '.join(one)} and {' '.join(other)}"

    def leans(self, description: Description) -> int:
        """A bare surname is that of its only bearer, or nobody's."""
        return int(len(_core(tuple(description["name"]))) == 1)


def person_words(name: str) -> list[str]:
    """The words of a person's name without honorifics; of a name that stands for a whole one, those of that."""
    words = tokens(name)
    words = tokens(known_as()[" ".join(words)]) if " ".join(words) in known_as() else words
    return [word for word in words if word not in honorifics()]


@functools.lru_cache(maxsize=65536)
def _core(words: Words) -> Words:
    """The names among the words: without particles, "Jr." and initials."""
    core = tuple(word for word in words if word not in particles() and not is_junior(word))
    full = tuple(word for n, word in enumerate(core) if len(word) > 1 or n == 0)
    return full if len(full) > 1 else core


def _is_family_first(core: Words) -> bool:
    return 1 < len(core) < 4 and core[0] in family_first()


@functools.lru_cache(maxsize=65536)
def _likeness(one: Words, other: Words) -> Likeness | None:
    a, b = _core(one), _core(other)
    said = f"{' '.join(one)}, {' '.join(other)}"
    if not a or not b or is_junior(one[-1]) != is_junior(other[-1]):
        return None
    if min(len(a), len(b)) == 1:
        return _by_surname(*sorted((a, b), key=len))
    if _is_turned(a, b) or _is_turned(b, a):
        return Likeness(0.9, (f"the family name first and last: {said}",))
    if _is_family_first(a) and _is_family_first(b):
        return Likeness(1.0, (f"the same name: {said}",)) if _same_eastern(a, b) else None
    if not _middle_fits(one, other):
        return None
    if fold("".join(a)) == fold("".join(b)):
        return Likeness(1.0, (f"one name in two spellings: {said}",))
    if alike(a[-1], b[-1]) and given_alike(a[0], b[0]):
        return Likeness(0.9, (f"alike in first and last name: {said}",))
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and _is_part(short, long, patronymic=len(short) < len(min(one, other, key=len))):
        return Likeness(0.65, (f"names left out of one of them: {said}",))
    return None


def _same_eastern(a: Words, b: Words) -> bool:
    """Two Chinese, Korean or Vietnamese names: their few letters count, however they are divided."""
    given, other = "".join(a[1:]), "".join(b[1:])
    long = min(len(given), len(other)) > _SYLLABLE and fold(given) == fold(other)
    return fold(a[0]) == fold(b[0]) and (given == other or long)


def _is_turned(a: Words, b: Words) -> bool:
    """Whether one has the family name first that the other has last: "Abe Shinzo", "Ki-moon Ban"."""
    return fold(a[0]) == fold(b[-1]) and fold("".join(a[1:])) == fold("".join(b[:-1]))


def _middle_fits(one: Words, other: Words) -> bool:
    """Whether middle names or initials agree where both give some: not George W. and George H.W. Bush."""
    middle = [[w for w in words[1:-1] if w not in particles() and not is_junior(w)] for words in (one, other)]
    if not all(middle):
        return True
    return any(given_alike(x, y) or (1 in (len(x), len(y)) and x[0] == y[0]) for x in middle[0] for y in middle[1])


def _is_part(short: Words, long: Words, *, patronymic: bool) -> bool:
    """Whether a name has the last names of a longer one, or its first ones where these are more than given names."""
    if all(map(alike, short, long[-len(short) :])):
        return True
    first = given_alike(short[0], long[0]) and all(map(alike, short[1:], long[1:]))
    return first and (patronymic or not is_double_given(short))


def _by_surname(short: Words, long: Words) -> Likeness | None:
    if len(long) == 1:
        same = alike(short[0], long[0])
        return Likeness(1.0, (f"one name in two spellings: {short[0]}, {long[0]}",)) if same else None
    bearers = (long[-1], *((long[0],) if _is_family_first(long) else ()))
    if any(alike(short[0], bearer) for bearer in bearers):
        return Likeness(0.6, (f"{short[0]} is the surname of {' '.join(long)}",))
    return None
