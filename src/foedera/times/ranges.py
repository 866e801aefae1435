"""What stands around a date: "since 1953", "by the end of the year", "from 2015 to 2018", "in March and May 2018".

TIMEX3 takes the two ends of such a range as two expressions and leaves "since" and "by" out of them; so do the
records here. Their EDTF value, though, is what the words together say: both ends of a range carry the whole interval,
and "since 1953" is open (`1953/..`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from foedera.times.meanings import YEAR_FROM_PUBLICATION, YEAR_FROM_RANGE, Meaning, a_date
from foedera.times.stretches import Stretch, a_day

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match

Found = tuple["Match", Meaning]


@dataclass(frozen=True, slots=True)
class Ranges:
    """The words that make ranges, as class characters of the context's language."""

    context: Context

    def read(self, found: list[Found]) -> list[Found]:
        """The same times, those of a range with its interval as their value."""
        out = list(found)
        paired: set[int] = set()
        for at in range(len(out) - 1, 0, -1):  # backwards, so that a year told last reaches all before it
            out[at - 1] = self._with_year_of(out[at - 1], out[at])
            out[at - 1], out[at] = self._in_one_year(out[at - 1], out[at])
        for at in range(len(out) - 1):
            if at not in paired and self._is_range(out[at], out[at + 1]):
                ends = _joined(out[at][1], out[at + 1][1])
                if ends:
                    paired |= {at, at + 1}
                    out[at], out[at + 1] = (out[at][0], ends[0]), (out[at + 1][0], ends[1])
        return [one if at in paired else self._opened(*one) for at, one in enumerate(out)]

    def _after(self, name: str, match: Match) -> int | None:
        """Where the words of that name begin that end right before a match; None where they do not."""
        return self.context.grammar.ends(name, self.context.pieces, match.start)

    def _is(self, index: int, name: str) -> bool:
        return index >= 0 and self.context.is_in(name, index)

    def _between(self, one: Match, other: Match) -> int | None:
        """The one piece between two expressions; None where there is none or more."""
        return one.end if other.start == one.end + 1 else None

    def _is_range(self, first: Found, second: Found) -> bool:
        one, other = first[0], second[0]
        between = self._between(one, other)
        if between is None:
            return False
        if self._after("between", one) is not None:
            return self._is(between, "AND")
        if not (self._is(between, "TO") or self._is(between, "DASH")):
            return False
        explicit = first[1].explicit and second[1].explicit
        return (self._after("from", one) is not None or explicit) and not self._moved(one)

    def _moved(self, match: Match) -> bool:
        """Whether something was moved from one date to another, which is no range."""
        return any(self._is(index, "MOVED") for index in range(max(0, match.start - 7), match.start))

    def _with_year_of(self, first: Found, second: Found) -> Found:
        """In "March and May 2018" the year is of both."""
        (match, one), two = first, second[1]
        between = self._between(match, second[0])
        stretch = two.stretch
        if one.yearless is None or one.explicit or between is None or stretch is None or not two.explicit:
            return first
        if stretch.unit not in ("day", "month") or not any(
            self._is(between, n) for n in ("AND", "TO", "DASH", "COMMA")
        ):
            return first
        month, day = one.yearless
        year = stretch.first.year
        if (month, day or 0) > (stretch.first.month, stretch.first.day):
            if self._is(between, "AND"):
                return first
            year -= 1
        try:
            found = Stretch("day" if day else "month", date(year, month, day or 1))
        except ValueError:
            return first
        return match, a_date(found, YEAR_FROM_RANGE, explicit=True)

    def _in_one_year(self, first: Found, second: Found) -> tuple[Found, Found]:
        """In "June and July", both inferred, the second comes after the first: both past, or the second ahead."""
        (match, one), (other, two) = first, second
        between = self._between(match, other)
        if between is None or one.yearless is None or two.yearless is None or not self._is(between, "AND"):
            return first, second
        inferred = one.basis == two.basis == YEAR_FROM_PUBLICATION and one.yearless[0] < two.yearless[0]
        if not inferred or not one.stretch or not two.stretch or not one.stretch.unit == two.stretch.unit == "month":
            return first, second
        now = self.context.now("month")
        if now and two.stretch.first > now.first and self.context.is_told_as_past(match.start, other.end):
            two = _moved(two, -12)
        if two.stretch and one.stretch.first > two.stretch.first:
            past = self.context.tense(match.start, other.end) == "past"
            one, two = (_moved(one, -12), two) if past else (one, _moved(two, 12))
        return (match, one), (other, two)

    def _opened(self, match: Match, m: Meaning) -> Found:
        """A date after "since" or "until", where that word governs the date and not a noun behind it."""
        if m.value is not None and m.value[0] == "{" and self._after("between", match) is not None:
            return match, replace(m, kind="interval", value=m.value[1:-1].replace(",", "/"))  # "between 3 and 5 May"
        if m.kind not in ("date", "interval") or m.value is None or m.value[0] in "[{":
            return match, m
        if not any(self._is(match.end, name) for name in ("END", "LINE", "OPENS")) or self._moved(match):
            return match, m
        first, last = m.value.split("/")[0], m.value.split("/")[-1]
        if self._after("until", match) is not None:
            return match, replace(m, kind="interval", value=f"../{last}")
        named = (m.explicit or m.yearless is not None) and "/" not in m.value  # "up from last year" compares
        if self._after("since", match) is not None or (named and self._after("onward", match) is not None):
            return match, replace(m, kind="interval", value=f"{first}/..")
        return match, m


def _joined(one: Meaning, two: Meaning) -> tuple[Meaning, Meaning] | None:
    """Both ends with the whole interval; None where they make none."""
    if one.kind not in ("date", "interval") or two.kind not in ("date", "interval"):
        return None
    if one.stretch is None or two.stretch is None or one.value is None or two.value is None:
        return None
    if one.stretch.first > two.stretch.first and one.yearless and not one.explicit and one.kind == "date":
        # "Between January 1 and September 26", told in October: the first end is not after the second.
        first = one.stretch.shifted(-12) if one.stretch.unit == "month" else _year_before(one.stretch)
        one = replace(a_date(first, one.basis, mod=one.mod), yearless=one.yearless)
    if one.stretch is None or one.value is None or one.stretch.first > two.stretch.first:
        return None
    value = f"{one.value.split('/')[0]}/{two.value.split('/')[-1]}"
    return replace(one, kind="interval", value=value), replace(two, kind="interval", value=value)


def _moved(m: Meaning, months: int) -> Meaning:
    return replace(a_date(m.stretch and m.stretch.shifted(months), m.basis, mod=m.mod), yearless=m.yearless)


def _year_before(day: Stretch) -> Stretch | None:
    return a_day(day.first.year - 1, day.first.month, day.first.day)
