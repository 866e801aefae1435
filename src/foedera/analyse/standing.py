"""How closely the states of a bloc are bound on a day, by scholars' reference data.

The measure is ours, on Leeds and Anac's codes: I(B, t) is the mean over the pairs of the bloc of the highest military
institutionalisation (0 none, 1 moderate, 2 high) of the alliances in force on day t that bind the pair. A pair that
the data cover and that has no alliance counts 0. Multilateral treaties are left out unless asked for: one treaty of
amity with forty parties puts nonaggression on nearly every pair. Outside the years covered there is no value.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pandas as pd

from foedera.lexicon.states import state_codes
from foedera.model.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.store.reference import ReferenceSource

OBLIGATIONS = {
    "defense": "defence",
    "offense": "offence",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
LEVELS = ("none", "moderate", "high")
HIGHEST = len(LEVELS) - 1


@dataclass(frozen=True, slots=True)
class Spell:
    """An alliance of the reference data that binds a pair; codes that the file does not give are None."""

    alliance: str
    start: str | None
    end: str | None
    obligations: tuple[str, ...]
    bilateral: bool | None
    milinst: int | None
    formal: int | None


@dataclass(frozen=True, slots=True)
class PairStanding:
    """Two states and every alliance in force between them; `known` is False where the data do not have both states."""

    a: str
    b: str
    known: bool
    spells: tuple[Spell, ...]

    def counted(self, *, multilateral: bool = False) -> tuple[Spell, ...]:
        """The spells that count: bilateral ones, or all."""
        return tuple(spell for spell in self.spells if multilateral or spell.bilateral)

    def milinst(self, *, multilateral: bool = False) -> int | None:
        """The highest institutionalisation; 0 without an alliance; None where an unknown one might be higher."""
        levels = [spell.milinst for spell in self.counted(multilateral=multilateral)]
        highest = max((level for level in levels if level is not None), default=0)
        unsure = None in levels and highest < HIGHEST
        return highest if self.known and not unsure else None

    def obliged(self, obligation: str, *, multilateral: bool = False) -> bool:
        """Whether an alliance that counts holds that obligation."""
        return any(obligation in spell.obligations for spell in self.counted(multilateral=multilateral))


@dataclass(frozen=True, slots=True)
class BlocStanding:
    """A bloc on a day by one file of reference data.

    `as_of` is the day asked about or, where that is later than the data, the last day they cover; None where it is
    earlier than all of them, and then there are no pairs.
    """

    members: tuple[str, ...]
    reference: ReferenceSource
    asked: str
    as_of: str | None
    pairs: tuple[PairStanding, ...]

    @property
    def graded(self) -> bool:
        """Whether the file grades institutionalisation at all (ATOP does, COW does not)."""
        return self.reference.source == "atop"

    @property
    def coverage(self) -> tuple[int, int]:
        """How many pairs the data know, of how many."""
        return sum(pair.known for pair in self.pairs), len(self.members) * (len(self.members) - 1) // 2

    def institutionalisation(self, *, multilateral: bool = False) -> Fraction | None:
        """I(B, t), exact; None where any pair is unknown: a mean over the others would be of another bloc."""
        levels = [pair.milinst(multilateral=multilateral) for pair in self.pairs]
        if not self.graded or not levels or any(level is None for level in levels):
            return None
        return Fraction(sum(level for level in levels if level is not None), len(levels))

    def share(self, obligation: str, *, multilateral: bool = False) -> Fraction | None:
        """The share of known pairs with an obligation in force; None without known pairs."""
        known = [pair for pair in self.pairs if pair.known]
        held = sum(pair.obliged(obligation, multilateral=multilateral) for pair in known)
        return Fraction(held, len(known)) if known else None

    @property
    def common(self) -> tuple[str, ...]:
        """Alliances in force to which every member belongs."""
        each = [{spell.alliance for spell in pair.spells} for pair in self.pairs]
        return tuple(sorted(set.intersection(*each))) if each else ()


def standing(
    members: Sequence[str], spells: pd.DataFrame, reference: ReferenceSource, on: str, *, against: Sequence[str] = ()
) -> BlocStanding:
    """How a bloc stands on a day (EDTF) by one file of reference data.

    Args:
        members: ISO 3166-1 alpha-3 codes.
        spells: the spells of pairs from the register (`reference_pairs`), of this file or of several.
        reference: the file.
        on: the day; of a longer time its last day.
        against: states to pair the members with, instead of with each other.
    """
    day = _day_covered(on, reference)
    pairs = itertools.product(members, against) if against else itertools.combinations(members, 2)
    found: tuple[PairStanding, ...] = ()
    if day:
        own = spells[spells["key"] == reference.key]
        found = tuple(_pair(a, b, own, day) for a, b in pairs)
    return BlocStanding(tuple(members), reference, on, day.isoformat() if day else None, found)


def _day_covered(on: str, reference: ReferenceSource) -> date | None:
    last = bounds(on)[1]
    if last is None or reference.first_year is None or reference.last_year is None:
        return None
    if last.year < reference.first_year:
        return None
    return min(last, date(reference.last_year, 12, 31))


def _pair(a: str, b: str, spells: pd.DataFrame, day: date) -> PairStanding:
    numbers = sorted(n for n in (state_codes(code, day.isoformat()).cow for code in (a, b)) if n is not None)
    if len(numbers) < 2:
        return PairStanding(a, b, known=False, spells=())
    rows = spells[(spells["cow1"] == numbers[0]) & (spells["cow2"] == numbers[1])]
    found = [spell_of(row) for row in rows.to_dict("records")]
    return PairStanding(a, b, known=True, spells=tuple(spell for spell in found if _in_force(spell, day)))


def _in_force(spell: Spell, day: date) -> bool:
    """Whether it is certain to be in force on the day, however roughly its ends are dated."""
    start = bounds(spell.start)[1] if spell.start else None
    end = bounds(spell.end)[0] if spell.end else None
    return start is not None and start <= day and (end is None or day < end)


def spell_of(row: dict[Any, Any]) -> Spell:
    """A row of the register's spells of pairs."""

    def known(name: str) -> Any:
        value = row[name]
        return None if pd.isna(value) else value

    def level(name: str) -> int | None:
        value = known(name)
        return None if value is None else int(value)

    bilateral = known("bilateral")
    return Spell(
        alliance=str(row["alliance"]),
        start=known("start"),
        end=known("end"),
        obligations=tuple(word for name, word in OBLIGATIONS.items() if known(name) == 1),
        bilateral=None if bilateral is None else bool(bilateral),
        milinst=level("milinst"),
        formal=level("formal"),
    )
