"""Times that point: weekdays, parts of days, last and next, ago and later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from foedera.times.makers.lengths import duration_timex, length_of, make_duration, mod_of, unit_of
from foedera.times.makers.registry import inner, maker
from foedera.times.meanings import FROM_PUBLICATION, FROM_TOLD, Meaning, a_date
from foedera.times.stretches import Stretch, Unit, add_months, covering

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match


def in_month(ctx: Context, timex: str | None = None) -> Meaning:
    """A day near that of publication, of which only the month is known: "on Wednesday", in a report of May 2003."""
    if ctx.published is None or ctx.published.unit != "month":
        return Meaning("date", timex, None, "day")
    return Meaning("date", timex, ctx.published.edtf, "month", FROM_PUBLICATION)


@maker
def make_today(m: Match, ctx: Context) -> Meaning | None:
    """Today, yesterday, tomorrow."""
    now = ctx.now("day")
    if now is None:
        return in_month(ctx)
    by = m.rule.options.get("by", m.get("TODAY"))
    return a_date(now and now.shifted(by), FROM_PUBLICATION, mod=m.get("MOD"))


@maker
def make_weekday(m: Match, ctx: Context) -> Meaning | None:
    """A weekday, last or next by its adjective or by the tense; the day of publication itself counts for both."""
    name = m.get("weekday") or m
    wanted = name.get("WEEKDAY", name.get("WDAY"))
    now = ctx.now("day")
    if now is None:
        return in_month(ctx, f"XXXX-WXX-{wanted + 1}")
    back = (now.first.weekday() - wanted) % 7
    match m.get("AIM", {"by": 0})["by"]:
        case -1:
            days = -(back or 7)
        case 1:
            days = (-back) % 7 or 7
        case _:
            days = -back if back == 0 or ctx.side(m.start, m.end, back, 7 - back) < 0 else 7 - back
    return a_date(now.shifted(days), FROM_PUBLICATION)


@maker
def make_weekday_from(m: Match, ctx: Context) -> Meaning | None:
    """The following Monday, the previous Friday: the first after or before the day last told."""
    by, wanted = m.get("FOLLOWS")["by"], m.get("WEEKDAY")
    told = ctx.told_near(m.offset, "day")
    if told is None:
        return Meaning("date", f"XXXX-WXX-{wanted + 1}", None, "day")
    days = (by * (wanted - told[1].first.weekday()) - 1) % 7 + 1
    return a_date(told[1].shifted(by * days), FROM_TOLD)


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
        day, basis = base_of("day", rel, m, ctx)
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
    unit = cast("Unit", unit_of(m))
    rel: dict[str, Any] = m.get("REL") or m.get("TOLD") or m.rule.options
    mod = m.rule.options.get("mod")
    base, basis = base_of(unit, rel, m, ctx)
    return a_date(base and base.shifted(rel["by"]), basis, mod=mod)


def base_of(unit: Unit, rel: dict[str, Any], m: Match, ctx: Context) -> tuple[Stretch | None, str]:
    """What a pointing word is counted from: the publication, or the last date told.

    `of: told` asks for a day that was told ("the following day"), and for any date where it counts on ("a year later");
    else, as with `here` and `sentence`, the publication stands in where none was.
    """
    needs_told = rel.get("of") == "told" and (unit == "day" or rel.get("sign") == 1)
    if needs_told and not ctx.told_near(m.offset, unit):
        return None, FROM_TOLD
    if rel.get("of") == "sentence":
        return ctx.then_within(unit, m.start, m.end)
    if rel.get("of") in ("told", "here"):
        return ctx.then(unit, m.offset)
    return ctx.now(unit), FROM_PUBLICATION


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
    base, basis = base_of(cast("Unit", unit), m.rule.options, m, ctx)
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
def make_weekday_of(m: Match, ctx: Context) -> Meaning | None:
    """Friday of last week, Monday this week."""
    rel = m.get("REL")
    week, basis = base_of("week", rel, m, ctx)
    if week is None:
        return Meaning("date", f"XXXX-WXX-{m.get('WEEKDAY') + 1}", None, "day")
    day = week.shifted(rel["by"]).first + timedelta(days=m.get("WEEKDAY"))
    return a_date(Stretch("day", day), basis)
