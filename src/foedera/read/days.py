"""Dates as datelines, bylines and update lines write them; small, because these lines are."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; `year` is None where the line leaves it out. `[start, end)` counts in the searched text."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def edtf(self, year: int | None = None) -> str | None:
        """The day in EDTF, with the year given where the words have none; None without a year."""
        known = self.year or year
        return f"{known:04}-{self.month:02}-{self.day:02}" if known else None

    def nearest(self, to: date) -> date | None:
        """The day in the year that brings it closest to another day; None where no such year has it."""
        years = [self.year] if self.year else [to.year - 1, to.year, to.year + 1]
        found = [day for year in years if (day := _date(year, self.month, self.day))]
        return min(found, key=lambda day: abs((day - to).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@functools.cache
def _months() -> dict[str, int]:
    return {name: n for n, names in enumerate(load("en", "provenance")["months"], 1) for name in names}


@functools.cache
def pattern() -> str:
    """A day, for use inside other patterns; it names no groups."""
    month = "(?:" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(load("en", "provenance")["weekdays"], key=len, reverse=True)) + r")\b\.?,? "
    day, year = r"\d{1,2}(?:st|nd|rd|th)?\b", r"(?:19|20)\d\d\b"
    return (
        rf"(?:{weekday})?(?:\b{month} {day}(?:,? {year})?|\b{day} (?:of )?{month}(?:,? {year})?"
        rf"|\b{year}-\d\d-\d\d|\b\d\d\.\d\d\.{year})"
    )


@functools.cache
def _compiled() -> re.Pattern[str]:
    return re.compile(pattern(), re.IGNORECASE)


def days(text: str) -> Iterator[Day]:
    """Every day that is written in a short text."""
    for match in _compiled().finditer(text):
        day = _day(match)
        if day:
            yield day


def _day(match: re.Match[str]) -> Day | None:
    words = match.group()
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    year = next((n for n in numbers if n > 31), None)
    rest = [n for n in numbers if n <= 31]
    names = [_months()[word] for word in re.findall(r"[a-z]+", words.lower()) if word in _months()]
    if names:
        month, day = names[0], rest[0]
    elif "-" in words:
        month, day = rest
    else:
        day, month = rest
    return Day(match.start(), match.end(), year, month, day) if _date(year or 2000, month, day) else None
