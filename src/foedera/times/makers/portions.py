"""Portions of a larger time: quarters, seasons, the last week of March, the end of the year, a month last year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from foedera.times.makers.calendar import digits
from foedera.times.makers.lengths import duration_timex, length_of, unit_of
from foedera.times.makers.registry import inner, maker
from foedera.times.meanings import FROM_PUBLICATION, FROM_TOLD, YEAR_FROM_PUBLICATION, Meaning, a_date, an_interval
from foedera.times.stretches import SIZE, Stretch, Unit, add_months, beside, covering, nth

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match

_PARTS_OF_YEAR = {"quarter": 4, "half": 2}
_LETTERS = {"quarter": "Q", "half": "H"}  # of a fiscal year, whose days are not known


@maker
def make_season(m: Match, ctx: Context) -> Meaning | None:
    """A season of the northern year, by its year, its adjective or the tense."""
    month = next(m.get(name) for name in ("SEASON", "SEASON_ONLY", "SPRING") if name in m.held)
    year = inner(m, ctx, "year")
    if year is not None:
        found = year.stretch and Stretch("season", date(year.stretch.first.year, month, 1))
        return a_date(found, year.basis, explicit=year.explicit)
    now = ctx.now("season")
    if now is None:
        return Meaning("date")
    here = Stretch("season", date(now.first.year, month, 1))
    by = m.get("AIM", {}).get("by")
    if by is None:
        by = 0 if here == now else 1 if ctx.tense(m.start, m.end) == "future" else -1
    return a_date(beside(here, now, by, 4), FROM_PUBLICATION)


@maker
def make_nth(m: Match, ctx: Context) -> Meaning | None:
    """The first quarter of 2013, the last week of March, the fourth quarter."""
    unit, ordinal = cast("Unit", unit_of(m)), int(m.get("ORDINAL") or digits(m.get("ORD")))
    outer = inner(m, ctx, "year", "month", "relative_unit", "the_unit", "decade", "century", "fiscal")
    return _nearest(unit, ordinal, ctx) if outer is None else _nth_of(unit, ordinal, outer, m, ctx)


def _nth_of(unit: Unit, ordinal: int, outer: Meaning, m: Match, ctx: Context) -> Meaning | None:
    if unit in _PARTS_OF_YEAR and outer.precision != "year":
        return replace(outer, mod="START" if ordinal == 1 else "END")  # the first half of the 20th century
    if outer.stretch is None:
        fiscal = outer.timex and unit in _LETTERS
        return replace(outer, timex=f"{outer.timex}-{_LETTERS[unit]}{ordinal}") if fiscal else outer
    found = nth(unit, ordinal, outer.stretch)
    ahead = found and "the_unit" in m.held and ctx.today and found.first > ctx.today
    if ahead and ctx.tense(m.start, m.end) == "past":
        # "Raised in the third quarter of the year", told in May: of the year before.
        found = nth(unit, ordinal, outer.stretch.shifted(-1))
    return a_date(found, outer.basis, explicit=outer.explicit)


def _nearest(unit: Unit, ordinal: int, ctx: Context) -> Meaning | None:
    """The quarter or half of that name nearest to publication: reports speak of the one just over or just ahead."""
    now, year = ctx.now(unit), ctx.now("year")
    if now is None or year is None or unit not in _PARTS_OF_YEAR:
        return Meaning("date")
    here = nth(unit, ordinal, year)
    if here is None or ordinal == -1:
        return a_date(now.shifted(-1), FROM_PUBLICATION) if here else None
    around = (here.shifted(by * _PARTS_OF_YEAR[unit]) for by in (0, -1, 1))
    found = min(around, key=lambda s: abs((s.first - now.first).days))
    return a_date(found, YEAR_FROM_PUBLICATION)


@maker
def make_edge(m: Match, ctx: Context) -> Meaning | None:
    """The first two weeks of July, the last three months of 2017: a length, at one end of a whole."""
    count, unit, ordinal = length_of(m), unit_of(m), m.get("ORDINAL")
    whole = inner(m, ctx, "container")
    if count is None or whole is None or ordinal not in (1, -1) or not count.is_integer():
        return None
    meaning = Meaning("duration", duration_timex(count, unit), precision=unit, mod="START" if ordinal > 0 else "END")
    if unit not in SIZE or whole.stretch is None:
        return meaning
    one, other = (nth(cast("Unit", unit), n, whole.stretch) for n in (ordinal, int(count) * ordinal))
    if one is None or other is None:
        return meaning
    first, last = sorted((one, other), key=lambda s: s.first)
    value = an_interval(first, last)
    return replace(meaning, value=value.value if value else None, basis=whole.basis)


@maker
def make_limit(m: Match, ctx: Context) -> Meaning | None:
    """The end of the year, early June, later this month: the whole, with TIMEX3's modifier."""
    whole = inner(m, ctx)
    return whole and replace(whole, mod=m.get("LIMIT") or m.get("MOD"))


@maker
def make_same_period(m: Match, ctx: Context) -> Meaning | None:
    """The same month a year ago, the same period last year: the last date told, in that year."""
    near = ctx.told_near(m.offset, "half")
    year = inner(m, ctx, "year")
    if near is None:
        return year or Meaning("date")
    told = near[1]
    to = year.stretch.first.year if year and year.stretch else told.first.year - 1
    moved = add_months(told.first, 12 * (to - told.first.year))
    return a_date(covering(told.unit, moved), FROM_TOLD)
