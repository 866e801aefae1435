"""What a time is told against: the publication date, the last date told near by, and the tense around it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.model.dates import bounds, precision
from foedera.times.stretches import SIZE, Stretch, Unit, covering

if TYPE_CHECKING:
    from datetime import date

    from foedera.times.grammar import Grammar
    from foedera.times.words import Pieces

Tense = Literal["past", "future"]
_NEAR = 500  # characters: a date told further back is not what "the following day" is counted from
_REACH = 14  # pieces: how far off a verb may stand


@dataclass
class Context:
    """The publication date, None where unknown, and the last date told."""

    published: Stretch | None
    grammar: Grammar
    pieces: Pieces
    told: Stretch | None = None
    told_at: int = 0
    day_first: bool | None = None
    _cues: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        words = self.grammar.words
        self._cues = {name: words.any_of(name) for name in ("FUTURE", "PAST", "BE", "STOP", "UNTIL", "SKIP")}

    @property
    def today(self) -> date | None:
        """The day of publication; None where only its month or year is known."""
        return self.published.first if self.published and self.published.unit == "day" else None

    def now(self, unit: Unit) -> Stretch | None:
        """The publication's own day, week, month, ...; None where the publication date is less exact than that."""
        if self.published is None or SIZE[self.published.unit] > SIZE[unit]:
            return None
        return covering(unit, self.published.first)

    def told_near(self, offset: int) -> Stretch | None:
        """The last date told, if it was told near by."""
        return self.told if self.told and offset - self.told_at <= _NEAR else None

    def then(self, unit: Unit, offset: int, start: int | None = None, end: int = 0) -> Stretch | None:
        """The stretch of the last date told near by, or else of the publication.

        With `start`, the piece where the expression begins, only a date of the same sentence counts, and none where
        the tense is the future.
        """
        told = self.told_near(offset)
        if told and start is not None and (self._stops_between(start) or self.tense(start, end) == "future"):
            told = None
        if told and SIZE[told.unit] <= SIZE[unit]:
            return covering(unit, told.first)
        return self.now(unit)

    def _stops_between(self, start: int) -> bool:
        at = bisect.bisect_left(self.pieces.starts, self.told_at)
        return any(code in self._cues["STOP"] for code in self.pieces.codes[at:start])

    def tell(self, stretch: Stretch, offset: int) -> None:
        """Remember a date as the last one told."""
        self.told, self.told_at = stretch, offset

    def tense(self, start: int, end: int) -> Tense | None:
        """What the nearest verb before, or else after, says; None where there is no cue in the sentence."""
        codes, cues = self.pieces.codes, self._cues
        before = start - 1
        while before >= 0 and codes[before] in cues["SKIP"]:
            before -= 1
        if before >= 0 and codes[before] in cues["UNTIL"]:
            return "future"
        for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
            code = codes[index]
            if code in cues["STOP"]:
                break
            if code in cues["FUTURE"]:
                return "future"
            if code in cues["PAST"] and not (index and codes[index - 1] in cues["BE"]):
                return "past"
        for index in range(end, min(len(codes), end + _REACH)):
            code = codes[index]
            if code in cues["STOP"]:
                break
            if code in cues["FUTURE"] or code in cues["BE"]:
                return "future"
            if code in cues["PAST"]:
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
