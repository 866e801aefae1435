"""Stretches of the calendar: a day, week, month, quarter, ... with their EDTF and TIMEX3 forms and arithmetic."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"]

MONTHS: dict[str, int] = {"century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "season": 3, "month": 1}
"""How many months a unit has; weeks, weekends and days are counted in days."""
DAYS: dict[str, int] = {"week": 7, "weekend": 7, "day": 1}
SIZE: dict[str, float] = {"day": 1, "weekend": 2, "week": 7, **{unit: 30.4 * n for unit, n in MONTHS.items()}}
_SEASONS = {3: ("SP", 21), 6: ("SU", 22), 9: ("FA", 23), 12: ("WI", 24)}  # first month: TIMEX3 letters, EDTF code


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar, told by its first day: the week of Monday 17 June 2024, the year 2024."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        return self.shifted(1).first - timedelta(days=1)

    def shifted(self, count: int) -> Stretch:
        """The stretch so many units later; raises OverflowError outside the years 1 to 9999."""
        if self.unit in DAYS:
            return replace(self, first=self.first + timedelta(days=DAYS[self.unit] * count))
        return replace(self, first=add_months(self.first, MONTHS[self.unit] * count))

    def holds(self, other: Stretch) -> bool:
        """Whether the other lies inside."""
        return self.first <= other.first and other.last <= self.last

    @property
    def timex(self) -> str:
        """Its TIMEX3 value (ISO-TimeML)."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "century":
                return f"{year // 100:02d}"
            case "decade":
                return f"{year // 10:03d}"
            case "year":
                return f"{year:04d}"
            case "half":
                return f"{year:04d}-H{1 + month // 7}"
            case "quarter":
                return f"{year:04d}-Q{1 + (month - 1) // 3}"
            case "season":
                return f"{year:04d}-{_SEASONS[month][0]}"
            case "month":
                return f"{year:04d}-{month:02d}"
            case "day":
                return self.first.isoformat()
        iso = self.first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")

    @property
    def edtf(self) -> str:
        """Its EDTF value; a quarter or half is an interval of months, a week or weekend one of days."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "century":
                return f"{year // 100:02d}XX"
            case "decade":
                return f"{year // 10:03d}X"
            case "season":
                return f"{year:04d}-{_SEASONS[month][1]}"
            case "half" | "quarter":
                return f"{year:04d}-{month:02d}/{self.last.year:04d}-{self.last.month:02d}"
            case "week" | "weekend":
                return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return self.timex


def covering(unit: Unit, day: date) -> Stretch:
    """The stretch of a unit that a day lies in; a weekend is that of the day's week."""
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return Stretch(unit, monday if unit == "week" else monday + timedelta(days=5))
    if unit == "day":
        return Stretch(unit, day)
    if unit == "season":
        return Stretch(unit, add_months(date(day.year, day.month, 1), -(day.month % 3)))
    if unit in ("decade", "century"):
        years = MONTHS[unit] // 12
        return Stretch(unit, date(max(1, day.year // years * years), 1, 1))
    months = MONTHS[unit]
    return Stretch(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def nth(unit: Unit, number: int, container: Stretch) -> Stretch | None:
    """The first (1), second (2), ... or last (-1) unit inside a container; None where it has no such one."""
    if number > 0:
        start = covering(unit, container.first)
        found = start.shifted(number - 1 if _middle(start) >= container.first else number)
    else:
        end = covering(unit, container.last)
        found = end.shifted(number + 1 if _middle(end) <= container.last else number)
    return found if container.first <= _middle(found) <= container.last else None


def _middle(stretch: Stretch) -> date:
    """The day that decides what a stretch belongs to: a week is of the month that its Thursday is in (ISO 8601)."""
    return stretch.first + timedelta(days=3) if stretch.unit == "week" else stretch.first


def beside(here: Stretch, now: Stretch, by: int, step: int) -> Stretch:
    """The stretch of a name nearest before (by -1) or after (1) now, if they come round every `step`; 0 leaves it."""
    if by < 0:
        return here if here.first < now.first else here.shifted(-step)
    if by > 0:
        return here if here.first > now.first else here.shifted(step)
    return here


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def a_day(year: int, month: int, day: int) -> Stretch | None:
    """A day of the calendar, None where there is no such day."""
    try:
        return Stretch("day", date(year, month, day))
    except ValueError:
        return None
