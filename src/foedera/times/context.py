"""What a time is told against: the publication date, the last date told near by, and the tense around it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.model.dates import bounds, precision
from foedera.times.meanings import FROM_PUBLICATION, FROM_TOLD
from foedera.times.stretches import SIZE, Stretch, Unit, covering

if TYPE_CHECKING:
    from datetime import date

    from foedera.times.grammar import Grammar
    from foedera.times.words import Pieces

Tense = Literal["past", "future"]
_NEAR = 500  # characters: a date told further back is not what "the following day" is counted from
_FAR = 3  # how many times farther off the past must be for the future to win over a loose verb
_REACH = 24  # pieces: how far off a verb may stand


@dataclass
class Context:
    """The publication date, None where unknown, and the last date told.

    `day_first` is the order of day and month in the last date in figures that left no choice.
    """

    published: Stretch | None
    grammar: Grammar
    pieces: Pieces
    day_first: bool | None = None
    _told: dict[str, tuple[int, Stretch]] = field(default_factory=dict)

    def is_in(self, name: str, index: int) -> bool:
        """Whether a piece is of a class."""
        return index < len(self.pieces.codes) and self.pieces.codes[index] in self.grammar.words.any_of(name)

    @property
    def today(self) -> date | None:
        """The day of publication; None where only its month or year is known."""
        return self.published.first if self.published and self.published.unit == "day" else None

    def now(self, unit: Unit) -> Stretch | None:
        """The publication's own day, week, month, ...; None where the publication date is less exact than that."""
        if self.published is None or SIZE[self.published.unit] > SIZE[unit]:
            return None
        return covering(unit, self.published.first)

    def told_near(self, offset: int, unit: Unit = "century") -> tuple[int, Stretch] | None:
        """Where the last date was told that is as exact as a unit, and that date, if it was near by."""
        near = [t for t in self._told.values() if offset - t[0] <= _NEAR]
        last = max(near, key=lambda t: t[0], default=None)
        if last and SIZE[unit] < SIZE[last[1].unit] >= SIZE["decade"]:
            return None  # "two years later" than the 1990s is no year that could be told
        fitting = [t for t in near if SIZE[t[1].unit] <= SIZE[unit]]
        return max(fitting, key=lambda t: t[0], default=None)

    def then(self, unit: Unit, offset: int) -> tuple[Stretch | None, str]:
        """The stretch of the last date told near by, or else of the publication, and which of the two it is."""
        return self._or_now(self.told_near(offset, unit), unit)

    def then_within(self, unit: Unit, start: int, end: int, stop: str = "STOP") -> tuple[Stretch | None, str]:
        """The same for the pieces `[start, end)`, but only a date with no `stop` after it counts, and only told ahead
        of a tense that is not the future.
        """
        told = self.told_near(self.pieces.starts[start], unit)
        if told and (self._stops_between(told[0], start, stop) or self.tense(start, end) == "future"):
            told = None
        return self._or_now(told, unit)

    def _or_now(self, told: tuple[int, Stretch] | None, unit: Unit) -> tuple[Stretch | None, str]:
        return (covering(unit, told[1].first), FROM_TOLD) if told else (self.now(unit), FROM_PUBLICATION)

    def _stops_between(self, offset: int, start: int, stop: str) -> bool:
        at = bisect.bisect_left(self.pieces.starts, offset)
        return any(self.is_in(stop, index) for index in range(at, start))

    def tell(self, stretch: Stretch, offset: int) -> None:
        """Remember a date as the last one told."""
        self._told[stretch.unit] = (offset, stretch)

    def tense(self, start: int, end: int) -> Tense | None:
        """What the nearest verb before, or else after, says; None where there is no cue in the sentence."""
        before = start - 1
        while before >= 0 and self.is_in("SKIP", before):
            before -= 1
        if before >= 0 and self.is_in("UNTIL", before):
            return "future"
        if before >= 0 and self.is_in("SO_FAR", before):
            return "past"
        return self._tense_before(start) or self._tense_after(end)

    def is_told_as_past(self, start: int, end: int) -> bool:
        """Whether a verb of the past stands right beside: "signed in March", "on Tuesday delivered"."""
        codes, cues = self.pieces.codes, self.grammar.cues
        first = start - 2 if start > 1 and self.is_in("PREP", start - 1) else start - 1
        return any(0 <= at < len(codes) and cues.get(codes[at]) == "PAST" for at in (first, end))

    def side(self, start: int, end: int, back: int, ahead: int) -> int:
        """-1 or 1: which of two days, months or seasons of one name is meant, `back` and `ahead` counts away.

        The tense decides; but a loose past gives way where what comes is close and what went is far off.
        """
        tense = self.tense(start, end)
        if tense == "future":
            return 1
        return 1 if back >= _FAR * ahead and not self.is_told_as_past(start, end) else -1

    def _tense_before(self, start: int) -> Tense | None:
        codes, cues = self.pieces.codes, self.grammar.cues
        for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
            cue = cues.get(codes[index])
            if cue == "STOP":
                return None
            if cue in ("FUTURE", "BE"):
                return "future"
            if cue == "PAST" and not (index and cues.get(codes[index - 1]) == "BE"):
                return "past"
        return None

    def _tense_after(self, end: int) -> Tense | None:
        codes, cues = self.pieces.codes, self.grammar.cues
        for index in range(end, min(len(codes), end + _REACH)):
            cue = cues.get(codes[index])
            if cue in ("STOP", "CLAUSE"):
                return None
            if cue in ("FUTURE", "BE"):
                return "future"
            if cue == "PAST":
                return "past"
        return None


def published_stretch(value: str | None) -> Stretch | None:
    """The publication date (EDTF) as a stretch; None where it is unknown or no single day, month or year."""
    first, last = bounds(value) if value else (None, None)
    if first is None or last is None or value is None:
        return None
    if first == last:
        return Stretch("day", first)
    exact = precision(value)
    if exact in ("month", "year") and "/" not in value and not value.startswith("["):
        return covering("month" if exact == "month" else "year", first)
    return None
