"""Dates as EDTF (ISO 8601-2:2019): what a date that is only partly known can still tell.

The values that Foedera writes: a day `2024-06-18`, a month `2024-06`, a season `2024-21` (21 spring, 22 summer,
23 autumn, 24 winter), a year `2024`, a decade `202X`, a century `20XX`, an interval `2024-06-18/2024-06-19` (open:
`1953/..`, `../2024-12`), one of several `[2024-06-07,2024-07-06]`, and any of these approximate (`~`) or
uncertain (`?`, `%`). A date is never made more exact than its words: every question here is about its bounds.

    bounds("2024-06")                    (date(2024, 6, 1), date(2024, 6, 30))
    bounds("1953/..")                    (date(1953, 1, 1), None)
    precision("2024-06-18/2024-06-19")   "day"
    overlap("2024-06", "2024-06-18")     True: they can be the same time
    before("2023", "2024-06-18")         True: certainly earlier; before("2024", "2024-06-18") is False
    known_by("2024-06", date(2024, 6, 18))  False: it may have happened after that day
    onset("1994/..")                     "1994": what began then and lasts
"""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date, timedelta
from typing import Literal

from foedera.errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century"]
Bounds = tuple[date | None, date | None]
"""First and last day that a date can mean; None is an open or unknown end."""

_SHAPE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualified>[~?%]?)(?:T[\d:]+(?:Z|[+-]\d\d(?::\d\d)?)?)?"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # code: first month; a winter ends in February of the next year
_SPAN_OF_X = {0: 1, 1: 10, 2: 100}  # digits unknown: years covered
_ROUGH: dict[Precision, int] = {"day": 1, "month": 31, "season": 92, "year": 366, "decade": 3653, "century": 36525}


@functools.lru_cache(maxsize=65536)
def bounds(value: str) -> Bounds:
    """The first and the last day that a date can mean.

    An approximate or uncertain date has the bounds of the date as written: `about 1994` stays 1994.

    Raises:
        DateError: the value is not one of the forms above.
    """
    if value.startswith(("[", "{")):
        return _outer([bounds(item.strip()) for item in re.split(r",|\.\.", value[1:-1]) if item.strip()], value)
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = _end(first, 0), _end(last, 1)
        if start and end and start > end:
            raise _not_edtf(value)
        return start, end
    return _single(value)


def _end(part: str, side: int) -> date | None:
    return None if part in ("..", "") else _single(part)[side]


def _outer(parts: list[Bounds], value: str) -> Bounds:
    if not parts:
        raise _not_edtf(value)
    firsts = [first for first, _ in parts if first]
    lasts = [last for _, last in parts if last]
    return min(firsts) if firsts else None, max(lasts) if lasts else None


def _single(value: str) -> tuple[date, date]:
    match = _SHAPE.fullmatch(value)
    if not match:
        raise _not_edtf(value)
    year, part, day = match["year"], match["part"], match["day"]
    try:
        if part in (None, "XX"):
            years = _SPAN_OF_X[year.count("X")]
            first = int(year.replace("X", "0"))
            return date(first, 1, 1), date(first + years - 1, 12, 31)
        if int(part) in _SEASONS:
            return _season(int(year), int(part))
        if day in (None, "XX"):
            return month_bounds(int(year), int(part))
        exact = date(int(year), int(part), int(day))
        return exact, exact
    except ValueError:
        raise _not_edtf(value) from None


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _season(year: int, code: int) -> tuple[date, date]:
    first = date(year, _SEASONS[code], 1)
    if year == date.max.year and code == 24:
        return first, date.max
    end = first + timedelta(days=75)
    return first, month_bounds(end.year, end.month)[1]


def _not_edtf(value: str) -> DateError:
    return DateError(
        f"{value!r} is not an EDTF date that Foedera uses; write 2024-06-18, 2024-06, 2024 or an interval a/b"
    )


def is_edtf(value: str) -> bool:
    """Whether a value is one of the forms above."""
    try:
        bounds(value)
    except DateError:
        return False
    return True


def precision(value: str) -> Precision:
    """How exact a date is; of an interval or a choice, how exact its least exact end is."""
    parts = [part for part in re.split(r"[/,\[\]{}]|\.\.", value) if part]
    return max((_precision(part) for part in parts), key=_ROUGH.__getitem__, default="century")


def _precision(part: str) -> Precision:
    match = _SHAPE.fullmatch(part)
    if not match:
        raise _not_edtf(part)
    if match["part"] in (None, "XX"):
        unknown: tuple[Precision, ...] = ("year", "decade", "century")
        return unknown[match["year"].count("X")]
    if int(match["part"]) in _SEASONS:
        return "season"
    return "month" if match["day"] in (None, "XX") else "day"


def overlap(one: str, other: str) -> bool:
    """Whether two dates can be the same time: their bounds share at least a day."""
    (a, b), (c, d) = bounds(one), bounds(other)
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def within(inner: str, outer: str) -> bool:
    """Whether one date certainly lies inside another: `2024-06-18` inside `2024-06`."""
    (a, b), (c, d) = bounds(inner), bounds(outer)
    return (c is None or (a is not None and c <= a)) and (d is None or (b is not None and b <= d))


def before(one: str, other: str) -> bool:
    """Whether one date is certainly earlier than the other; False where it cannot be told."""
    last, first = bounds(one)[1], bounds(other)[0]
    return last is not None and first is not None and last < first


def days_between(one: str, other: str) -> int | None:
    """The days that lie between two dates at least; 0 where they share a day, None where an end is open."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if not (first and last and start and end):
        return None
    return max(0, (start - last).days, (first - end).days)


def days_of(value: str) -> int | None:
    """How many days a date can mean: 1 for a day, 7 for a week; None where an end is open."""
    first, last = bounds(value)
    return (last - first).days + 1 if first and last else None


def known_by(value: str | None, day: date) -> bool:
    """Whether something of that date was certainly over by the end of a day.

    What a reader on that day could know: an unknown or open end means no.
    """
    last = bounds(value)[1] if value else None
    return last is not None and last <= day


def onset(value: str) -> str | None:
    """The date on which an interval begins, as exact as it is told; None where its beginning is open.

    What happens once and then lasts: a treaty "in force since 1994" (`1994/..`) entered into force in 1994.
    """
    first = value.partition("/")[0]
    return None if first in ("..", "") else first


def sort_key(value: str | None) -> tuple[date, date]:
    """Orders dates by their first day, the exact before the vague; unknown and open beginnings come last."""
    first, last = bounds(value) if value else (None, None)
    return first or last or date.max, last or date.max


def span(first: str, last: str) -> str:
    """The interval from one date to another; a single date where they are the same."""
    return first if first == last else f"{first}/{last}"
