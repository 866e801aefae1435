"""Times that point: weekdays, last and next, ago and later, parts of a larger time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from foedera.times.makers.calendar import digits
from foedera.times.makers.lengths import duration_timex, length_of, make_duration, mod_of, unit_of
from foedera.times.makers.registry import inner, maker
from foedera.times.meanings import FROM_PUBLICATION, FROM_TOLD, YEAR_FROM_PUBLICATION, Meaning, a_date, an_interval
from foedera.times.stretches import SIZE, Stretch, Unit, add_months, beside, covering, nth

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match

_PARTS_OF_YEAR = {"quarter": 4, "half": 2, "season": 4}


@maker
def make_today(m: Match, ctx: Context) -> Meaning | None:
    """Today, yesterday, tomorrow."""
    now = ctx.now("day")
    by = m.rule.options.get("by", m.get("TODAY"))
    return a_date(now and now.shifted(by), FROM_PUBLICATION, mod=m.get("MOD"))


@maker
def make_weekday(m: Match, ctx: Context) -> Meaning | None:
    """A weekday, last or next by its adjective or by the tense; the day of publication itself counts for both."""
    name = m.get("weekday") or m
    wanted = name.get("WEEKDAY", name.get("WDAY"))
    now = ctx.now("day")
    if now is None:
        return Meaning("date", f"XXXX-WXX-{wanted + 1}", None, "day")
    back = (now.first.weekday() - wanted) % 7
    match m.get("AIM", {"by": 0})["by"]:
        case -1:
            days = -(back or 7)
        case 1:
            days = (-back) % 7 or 7
        case _:
            days = (-back) % 7 if ctx.tense(m.start, m.end) == "future" else -back
    return a_date(now.shifted(days), FROM_PUBLICATION)


@maker
def make_weekend(m: Match, ctx: Context) -> Meaning | None:
    """The weekend: the last that has begun, or the one to come by the tense."""
    now = ctx.now("day")
    if now is None:
        return Meaning("date")
    this = covering("weekend", now.first)
    past = this if this.first <= now.first else this.shifted(-1)
    match m.get("REL", {"by": 0})["by"]:
        case -1:
            found = this.shifted(-1)
        case 1:
            found = this if this.first > now.first else this.shifted(1)
        case _:
            found = this if ctx.tense(m.start, m.end) == "future" else past
    return a_date(found, FROM_PUBLICATION)


@maker
def make_week_of(m: Match, ctx: Context) -> Meaning | None:
    """The week that a day lies in."""
    day = inner(m, ctx, "day")
    if day is None or day.stretch is None:
        return day
    return a_date(covering("week", day.stretch.first), day.basis, explicit=day.explicit)


@maker
def make_part(m: Match, ctx: Context) -> Meaning | None:
    """A part of a day: "Friday morning", "last night"."""
    part, by = m.rule.options.get("part") or m.get("PART", "NI"), m.rule.options.get("by")
    if "TODAY" in m.held:
        base = make_today(m, ctx)
    elif "REL" in m.held:
        rel = m.get("REL")
        day, basis = _base("day", rel, m, ctx)
        base = a_date(day and day.shifted(rel["by"]), basis)
    elif by is not None:
        now = ctx.now("day")
        base = a_date(now and now.shifted(by), FROM_PUBLICATION)
    elif "of" in m.rule.options:
        base = a_date(*ctx.then("day", m.offset))
    else:
        base = inner(m, ctx, "day", "weekday")
    if base is None or base.stretch is None:
        return Meaning("time", precision="part of day")
    return replace(base, kind="time", timex=f"{base.timex}T{part}", precision="part of day")


@maker
def make_relative(m: Match, ctx: Context) -> Meaning | None:
    """Last year, this week, the previous month, the same day, the day."""
    unit = cast("Unit", _unit(m))
    rel: dict[str, Any] = m.get("REL") or m.get("TOLD") or m.rule.options
    mod = m.rule.options.get("mod")
    base, basis = _base(unit, rel, m, ctx)
    return a_date(base and base.shifted(rel["by"]), basis, mod=mod)


def _base(unit: Unit, rel: dict[str, Any], m: Match, ctx: Context) -> tuple[Stretch | None, str]:
    """What a pointing word is counted from: the publication, or the last date told.

    `of: told` asks for a day that was told ("the following day"); `here` and `sentence`, and anything longer than a
    day, take the publication where none was.
    """
    if unit == "day" and rel.get("of") == "told" and not ctx.told_near(m.offset, "day"):
        return None, FROM_TOLD
    if rel.get("of") in ("told", "here", "sentence"):
        return ctx.then(unit, m.offset, m.start if rel["of"] == "sentence" else None, m.end)
    return ctx.now(unit), FROM_PUBLICATION


def _unit(m: Match) -> str:
    if "CALENDAR" in m.held or "unit" in m.rule.options:
        return unit_of(m)
    entries = (m.grammar.words.entry(part) for part in m.pieces.parts[m.start : m.end])
    return str(next(entry["CALENDAR"] for entry in entries if "CALENDAR" in entry))


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
def make_ago(m: Match, ctx: Context) -> Meaning | None:
    """Counted back or on: "two weeks ago", "three days from now", "a year earlier".

    The answer is as exact as the unit counted: two weeks ago is a week, thirty years ago a year.
    """
    length, sign = m.get("length"), int(m.rule.options["sign"])
    counted = _whole(length_of(length), unit_of(length))
    if counted is None and m.rule.options.get("of") == "told":
        return make_duration(m, ctx)
    if counted is None:
        return Meaning("reference", "PAST_REF" if sign < 0 else "FUTURE_REF")
    count, unit = counted
    if unit in ("second", "minute", "hour"):
        return Meaning("duration", duration_timex(count, unit), precision=unit)
    base, basis = _base(cast("Unit", unit), m.rule.options, m, ctx)
    moved = base and base.shifted(sign * count)
    if moved and ctx.today and "to" in m.rule.options and unit in ("year", "month"):
        moved = Stretch("day", add_months(ctx.today, sign * count * (12 if unit == "year" else 1)))
    return a_date(moved, basis, mod=mod_of(m))


def _whole(count: float | None, unit: str) -> tuple[int, str] | None:
    """A count in whole units of the calendar; None where it is vague or no whole number."""
    if count is None:
        return None
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if unit == "year" and not count.is_integer():
        count, unit = count * 12, "month"
    return (int(count), unit) if float(count).is_integer() else None


@maker
def make_ahead(m: Match, ctx: Context) -> Meaning | None:
    """In three days: a date where the tense is the future, else a length ("built in three days")."""
    length = m.get("length")
    counted = _whole(length_of(length), unit_of(length))
    duration = make_duration(m, ctx)
    if counted is None or counted[1] in ("second", "minute", "hour") or ctx.tense(m.start, m.end) != "future":
        return duration
    base = ctx.now(cast("Unit", counted[1]))
    return a_date(base.shifted(counted[0]), FROM_PUBLICATION, mod=mod_of(m)) if base else duration


@maker
def make_nth(m: Match, ctx: Context) -> Meaning | None:
    """The first quarter of 2013, the last week of March, the fourth quarter."""
    unit = cast("Unit", m.get("PARTIAL") or _unit(m))
    ordinal = m.get("ORDINAL") or digits(m.get("ORD"))
    outer = inner(m, ctx, "year", "month", "relative_unit", "the_unit", "decade", "century", "fiscal")
    if outer is not None:
        found = outer.stretch and nth(unit, ordinal, outer.stretch)
        return a_date(found, outer.basis, explicit=outer.explicit)
    now, year = ctx.now(unit), ctx.now("year")
    if now is None or year is None or unit not in _PARTS_OF_YEAR:
        return Meaning("date")
    here = nth(unit, ordinal, year)
    if here is None or ordinal == -1:
        return a_date(now.shifted(-1), FROM_PUBLICATION) if here else None
    # Reports speak of the quarter just over or just ahead: the nearest of that name.
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
def make_weekday_of(m: Match, ctx: Context) -> Meaning | None:
    """Friday of last week, Monday this week."""
    rel = m.get("REL")
    week, basis = _base("week", rel, m, ctx)
    if week is None:
        return Meaning("date", f"XXXX-WXX-{m.get('WEEKDAY') + 1}", None, "day")
    day = week.shifted(rel["by"]).first + timedelta(days=m.get("WEEKDAY"))
    return a_date(Stretch("day", day), basis)


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
