"""Intervals told in one breath: June 18-19, March-May 2018, 2000 and 2001."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from foedera.times.makers.calendar import digits, make_day, month_number, yearless_day
from foedera.times.makers.registry import inner, interpret, maker
from foedera.times.meanings import YEAR_FROM_PUBLICATION, Meaning, a_date, an_interval
from foedera.times.stretches import Stretch, a_day

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match


@maker
def make_days(m: Match, ctx: Context) -> Meaning | None:
    """June 18-19: days of one month; days that do not follow each other stay a list ("June 3 and 10")."""
    days = [digits(str(day)) for day in m.all("DAY")]
    first = make_day(m, ctx)
    if first is None or days != sorted(set(days)):
        return None
    if first.stretch is None:
        return Meaning("interval", first.timex, precision="day")
    in_month = (a_day(first.stretch.first.year, first.stretch.first.month, day) for day in days)
    found = [day for day in in_month if day]
    if len(found) != len(days):
        return None
    meaning = an_interval(first.stretch, found[-1], first.basis, explicit=first.explicit)
    if meaning and "AND" in m.held and days != list(range(days[0], days[-1] + 1)):
        listed = ",".join(day.edtf for day in found)
        return replace(meaning, value=f"[{listed}]" if m.get("AND") == "one" else f"{{{listed}}}")
    return meaning


@maker
def make_day_to_day(m: Match, ctx: Context) -> Meaning | None:
    """December 30 - January 2: the year of the second day, and the year before where the months run back."""
    names = [month_number(name) for name in m.all("month_name")]
    days = [digits(str(day)) for day in m.all("DAY")]
    years = [interpret(year, ctx) for year in m.all("year")]
    told = years[-1].stretch if years and years[-1] else None
    ending = yearless_day(names[1], days[1], m, ctx)
    last = a_day(told.first.year, names[1], days[1]) if told else (ending.stretch if ending else None)
    if last is None:
        return Meaning("interval", precision="day") if ending else None
    year = last.first.year - (1 if (names[0], days[0]) > (names[1], days[1]) else 0)
    first = a_day(year, names[0], days[0])
    return an_interval(first, last, None if told else YEAR_FROM_PUBLICATION, explicit=bool(told)) if first else None


@maker
def make_months(m: Match, ctx: Context) -> Meaning | None:
    """March-May 2018, May or June."""
    one, two = (month_number(name) for name in m.all("month_name"))
    year = inner(m, ctx, "year")
    if year is None:
        now = ctx.now("month")
        if now is None:
            return Meaning("interval", f"XXXX-{one:02d}", precision="month")
        ahead = ctx.tense(m.start, m.end) == "future"
        last = Stretch("month", date(now.first.year, two, 1))
        last = last.shifted(
            12 if ahead and last.first < now.first else -12 if not ahead and last.first > now.first else 0
        )
        basis = YEAR_FROM_PUBLICATION
    elif year.stretch is None:
        return Meaning("interval", precision="month")
    else:
        last, basis = Stretch("month", date(year.stretch.first.year, two, 1)), year.basis or ""
    first = Stretch("month", date(last.first.year - (1 if one > two else 0), one, 1))
    return an_interval(first, last, basis or None, explicit=bool(year and year.explicit))


@maker
def make_years(m: Match, ctx: Context) -> Meaning | None:
    """2015-2018, 2019-20, 2000 and 2001; 2024-06 is a month."""
    texts = m.get("YEARPAIR").split("/") if "YEARPAIR" in m.held else [*m.all("YEAR"), *m.all("YY")]
    first = int(texts[0])
    last = int(texts[1]) if len(texts[1]) == 4 else first // 100 * 100 + int(texts[1])
    if last <= first and len(texts[1]) == 2 and 1 <= int(texts[1]) <= 12 and "DASH" in m.held:
        return a_date(Stretch("month", date(first, int(texts[1]), 1)), explicit=True)
    if last <= first or (m.rule.options.get("only") == "next" and last != first + 1):
        return None
    found = an_interval(Stretch("year", date(first, 1, 1)), Stretch("year", date(last, 1, 1)), explicit=True)
    return found and replace(found, precision="year")
