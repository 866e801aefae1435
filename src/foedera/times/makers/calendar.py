"""Years, decades, months, days and holidays, told by their names and numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from foedera.times.makers.lengths import number
from foedera.times.makers.registry import inner, maker
from foedera.times.meanings import (
    FROM_PUBLICATION,
    ORDER_FROM_DOCUMENT,
    ORDER_FROM_PUBLICATION,
    ORDER_UNKNOWN,
    YEAR_FROM_PUBLICATION,
    Meaning,
    a_date,
)
from foedera.times.stretches import Stretch, a_day, beside

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match

_NEAR = 60  # days from publication within which a date without a year is taken whatever the tense says
_SLIP = 31  # days from publication within which a weekday that does not fit is taken for a slip
_HABIT = 7  # days from publication within which a date in figures is taken to be the one that is meant


def digits(word: str) -> int:
    """The number in a word of figures: 18 in "18th"."""
    return int(re.sub(r"\D", "", word))


def full_year(text: str, ctx: Context) -> int:
    """A year of four figures, or of two: the latest that is not more than ten years after publication."""
    if len(text) == 4:
        return int(text)
    limit = ctx.published.first.year + 10 if ctx.published else 2030
    year = limit // 100 * 100 + int(text)
    return year if year <= limit else year - 100


def month_number(m: Match) -> int:
    """The month that a match names, itself or in its `month_name`."""
    name = m.get("month_name") or m
    return int(next(name.get(held) for held in ("MONTH", "MON", "AMBIGUOUS") if held in name.held))


@maker
def make_year(m: Match, ctx: Context) -> Meaning | None:
    """A year by its number."""
    if "year_words" in m.held:
        return a_date(Stretch("year", date(int(number(m.get("year_words")) or 1), 1, 1)), explicit=True)
    text = m.get("YEAR") or m.get("SHORTYEAR")[-2:]
    return a_date(Stretch("year", date(full_year(text, ctx), 1, 1)), explicit=True)


@maker
def make_decade(m: Match, ctx: Context) -> Meaning | None:
    """A decade: "the 1990s", "the nineties"; two figures are of the twentieth century."""
    figures = m.get("DECADES") or m.get("ROUND") or m.get("SHORTDECADE")
    first = digits(figures) if figures else m.get("DECADE")
    return a_date(Stretch("decade", date(first if first > 99 else 1900 + first, 1, 1)), mod=m.get("MOD"), explicit=True)


@maker
def make_century(m: Match, ctx: Context) -> Meaning | None:
    """A century: "the 21st century" is the years 2000 to 2099."""
    ordinal = digits(m.get("ORD")) if "ORD" in m.held else sum(m.all("TENS")) + m.get("ORDINAL")
    if not 1 < ordinal < 40:
        return None
    return a_date(Stretch("century", date((ordinal - 1) * 100, 1, 1)), explicit=True)


@maker
def make_fiscal(m: Match, ctx: Context) -> Meaning | None:
    """A fiscal year, which is no calendar year: TIMEX3 writes `FY2013`, and which days it has is not known."""
    text = m.get("YEAR") or m.get("YY") or re.sub(r"\D", "", m.get("FISCAL", ""))
    if text:
        year = full_year(text, ctx)
        return Meaning("date", f"FY{year}", f"{year:04d}~", "year", explicit=True)
    now = ctx.now("year")
    if now is None:
        return Meaning("date")
    year = now.first.year + m.get("REL", {"by": 0})["by"]
    return Meaning("date", f"FY{year}", f"{year:04d}~", "year", FROM_PUBLICATION)


@maker
def make_month(m: Match, ctx: Context) -> Meaning | None:
    """A month, its year told or inferred from the tense."""
    month = month_number(m)
    year = inner(m, ctx, "year")
    if year is not None:
        first = year.stretch and Stretch("month", date(year.stretch.first.year, month, 1))
        return a_date(first, year.basis, explicit=year.explicit)
    now = ctx.now("month")
    if now is None:
        return Meaning("date", f"XXXX-{month:02d}", None, "month", yearless=(month, None))
    here = Stretch("month", date(now.first.year, month, 1))
    if "REL" in m.held:
        return a_date(here.shifted(12 * m.get("REL")["by"]), FROM_PUBLICATION)
    if "AIM" in m.held:
        return a_date(beside(here, now, m.get("AIM")["by"], 12), FROM_PUBLICATION)
    ahead = (month - now.first.month) % 12
    by = ctx.side(m.start, m.end, 12 - ahead, ahead) if ahead else 0
    return replace(a_date(beside(here, now, by, 12), YEAR_FROM_PUBLICATION), yearless=(month, None))


@maker
def make_day(m: Match, ctx: Context) -> Meaning | None:
    """A day of a month, its year told or inferred."""
    month, day = month_number(m), _day_number(m)
    text = m.get("YEAR") or m.get("YY")
    if text:
        found = a_day(full_year(text, ctx), month, day)
        return a_date(found, explicit=True) if found else None
    year = inner(m, ctx, "year")
    if year is not None:
        found = year.stretch and a_day(year.stretch.first.year, month, day)
        return a_date(found, year.basis, explicit=year.explicit) if found or not year.stretch else None
    return yearless_day(month, day, m, ctx)


def _day_number(m: Match) -> int:
    if "DAY" in m.held:
        return digits(str(m.get("DAY")))
    return int(sum(m.all("TENS")) + m.get("ORDINAL"))


def yearless_day(month: int, day: int, m: Match, ctx: Context) -> Meaning | None:
    """A day without a year: the nearest to publication, unless that is far off and the tense is for another."""
    if a_day(2000, month, day) is None:
        return None
    found = _nearest(month, day, m, ctx)
    if found is None:
        return Meaning("date", f"XXXX-{month:02d}-{day:02d}", None, "day", yearless=(month, day))
    return replace(a_date(found, YEAR_FROM_PUBLICATION), yearless=(month, day))


def _nearest(month: int, day: int, m: Match, ctx: Context) -> Stretch | None:
    if ctx.published is None:
        return None
    if ctx.today is None:
        return a_day(ctx.published.first.year, month, day)
    today = ctx.today
    found = [s for s in (a_day(today.year + n, month, day) for n in (-1, 0, 1)) if s]
    found.sort(key=lambda s: abs((s.first - today).days))
    name = m.get("weekday")
    wanted = name.get("WEEKDAY", name.get("WDAY")) if name else None
    fitting = [s for s in found if s.first.weekday() == wanted]
    if fitting:
        return fitting[0]
    best = found[0] if found else None
    if best and wanted is not None and abs((best.first - today).days) > _SLIP:
        return None  # in none of the three years is it that weekday
    aim = m.get("AIM", {"by": 0})["by"]
    if best and (aim or abs((best.first - today).days) > _NEAR):
        sign = aim or {"past": -1, "future": 1, None: 0}[ctx.tense(m.start, m.end)]
        best = next((s for s in found if (s.first - today).days * sign > 0), best)
    return best


@maker
def make_iso(m: Match, ctx: Context) -> Meaning | None:
    """2024-06-18, with or without a clock time; 2024/06/18."""
    text = str(m.get("ISO") or re.sub(r"\D", "-", m.get("YMD")))
    day, _, clock = text.partition("T")
    meaning = a_date(Stretch("day", date.fromisoformat(day)), explicit=True)
    return replace(meaning, kind="time", timex=text, precision="minute") if clock else meaning


@maker
def make_numeric(m: Match, ctx: Context) -> Meaning | None:
    """18.06.2024 and 7/8/07: dots put the day first; slashes go by the document's habit, or stay one of two."""
    dotted = m.get("DOTTED")
    one, two, last = re.split(r"[./-]", dotted or m.get("SLASHED"))
    year = full_year(last, ctx)
    day_first, month_first = a_day(year, int(two), int(one)), a_day(year, int(one), int(two))
    if dotted or not (day_first and month_first) or one == two:
        found = day_first or (None if dotted else month_first)
        if found and not dotted and one != two:
            ctx.day_first = found == day_first
        return a_date(found, explicit=True) if found else None
    if ctx.day_first is not None:
        return a_date(day_first if ctx.day_first else month_first, ORDER_FROM_DOCUMENT, explicit=True)
    today = ctx.today
    near = [s for s in (day_first, month_first) if today and abs((s.first - today).days) <= _HABIT]
    if len(near) == 1:
        return a_date(near[0], ORDER_FROM_PUBLICATION, explicit=True)
    first, second = sorted((day_first.first, month_first.first))
    return Meaning("date", None, f"[{first},{second}]", "day", ORDER_UNKNOWN)


@maker
def make_holiday(m: Match, ctx: Context) -> Meaning | None:
    """A feast whose day is the same in every country that keeps it, by the tense."""
    now = ctx.now("day")
    if now is None:
        return Meaning("date")
    name = str(m.rule.options.get("date") or m.get("HOLIDAY"))
    off = m.rule.options.get("days", m.get("EVE", 0) if "HOLIDAY" in m.held else 0)
    days = [feast(name, now.first.year + n) + timedelta(days=off) for n in (-1, 0, 1)]
    if ctx.tense(m.start, m.end) == "future":
        found = min(day for day in days if day >= now.first)
    else:
        found = max(day for day in days if day <= now.first)
    return a_date(Stretch("day", found), YEAR_FROM_PUBLICATION)


def feast(name: str, year: int) -> date:
    """The day of a feast in a year: `12-25`, or the name of a rule (Western Easter, American Thanksgiving)."""
    if name == "easter":
        return easter(year)
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    month, day = name.split("-")
    return date(year, int(month), int(day))
