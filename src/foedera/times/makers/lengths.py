"""Numbers, lengths of time, what comes again and again, and vague references."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.times.makers.registry import maker
from foedera.times.meanings import FROM_PUBLICATION, Meaning, an_interval
from foedera.times.stretches import Stretch, add_months

if TYPE_CHECKING:
    from datetime import date

    from foedera.times.context import Context
    from foedera.times.grammar import Match

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip
_UNITS = ("UNIT", "UNITS", "QUARTERS", "SECOND", "PARTIAL", "CALENDAR")
_TIMES = {"fortnight": 2, "decade": 10, "century": 100}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}


def number(m: Match | None) -> float | None:
    """The number of a `number` phrase, 1 where there is no phrase; None where it is vague ("several")."""
    if m is None:
        return 1
    if "is" in m.rule.options:
        return float(m.rule.options["is"])
    if "VAGUE" in m.held:
        return None
    if "number" in m.held:
        within = number(m.get("number"))
        return None if within is None else within + float(m.rule.options.get("add", 0))
    words = [w for name in ("TENS", "CARDINAL", "COLLECTIVE", "NUM", "FRACTION") for w in m.all(name)] or m.all("A")
    total = sum(float(str(word).replace(",", "")) for word in words)
    return total * float(m.get("HUNDRED", 1)) + float(m.rule.options.get("add", 0))


def unit_of(m: Match) -> str:
    """The unit that a phrase counts in, told by its rule, by a class, or by a plain word of the pattern."""
    if "unit" in m.rule.options:
        return str(m.rule.options["unit"])
    held = next((m.get(name) for name in _UNITS if name in m.held), None)
    if held is None:
        entries = (m.grammar.words.entry(part) for part in m.pieces.parts[m.start : m.end])
        held = next(entry["CALENDAR"] for entry in entries if "CALENDAR" in entry)
    return str(held)


def mod_of(m: Match) -> str | None:
    """TIMEX3's modifier for "about", "more than", ..."""
    about = m.get("about")
    return (about.rule.options.get("mod") or about.get("APPROX") or None) if about else None


def duration_timex(count: float | None, unit: str) -> str:
    """TIMEX3's duration: three weeks is `P3W`, several years `PXY`, half an hour `PT0.5H`."""
    letter = _LETTERS[unit]
    clock, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    return f"P{clock}{'X' if count is None else f'{count * _TIMES.get(unit, 1):g}'}{letter}"


def after(day: date, count: float, unit: str) -> date | None:
    """The day so long after another; None where that is not a matter of whole days."""
    if unit in _DAYS and (count * _DAYS[unit]).is_integer():
        return Stretch("day", day).shifted(int(count * _DAYS[unit])).first
    if unit in _MONTHS and (count * _MONTHS[unit]).is_integer():
        return add_months(day, int(count * _MONTHS[unit]))
    return None


@maker
def make_duration(m: Match, ctx: Context) -> Meaning | None:
    """A length of time: "two-day", "for ten years", "two years and three months"."""
    length = m.get("length")
    if length is not None:
        meaning = make_duration(length, ctx)
        return meaning and replace(meaning, mod=mod_of(m))
    numbers, units = m.all("number"), [*m.all("UNIT"), *m.all("UNITS")]
    if len(numbers) == 2 and len(units) == 2:
        one, two = (duration_timex(number(n), unit) for n, unit in zip(numbers, units, strict=True))
        return Meaning("duration", one + two[1:].removeprefix("T" if one.startswith("PT") else ""), precision=units[-1])
    count = length_of(m)
    return Meaning("duration", duration_timex(count, unit_of(m)), precision=unit_of(m))


@maker
def make_duration_word(m: Match, ctx: Context) -> Meaning | None:
    """A length in one word: "yearlong"."""
    return Meaning("duration", m.get("LONG"))


def length_of(m: Match) -> float | None:
    """How many units a `length` phrase counts; None where it does not say."""
    if "number" in m.held:
        return number(m.get("number"))
    if "is" in m.rule.options:
        return float(m.rule.options["is"])
    return number(m) if any(name in m.held for name in ("CARDINAL", "NUM", "A")) else None


@maker
def make_span(m: Match, ctx: Context) -> Meaning | None:
    """A length that ends or begins with the publication: "the past nine days", "the next six months"."""
    count, unit = (number(m.get("number")) if "number" in m.held else 1), unit_of(m)
    timex = duration_timex(count, unit)
    today = ctx.today
    side = m.get("SPAN", -1)
    # "The past three days", told on a Saturday, are Thursday, Friday and Saturday.
    steps = count - 1 if count and count > 1 and unit == "day" and side < 0 else count
    other = after(today, steps * side, unit) if today and steps is not None and count and side else None
    if not today or not other:
        return Meaning("duration", timex, precision=unit)
    value = an_interval(Stretch("day", min(today, other)), Stretch("day", max(today, other)))
    return Meaning("duration", timex, value.value if value else None, unit, FROM_PUBLICATION)


@maker
def make_every(m: Match, ctx: Context) -> Meaning | None:
    """Something that comes again: "every two years", "once a month", "on Mondays"."""
    day = m.get("WEEKDAY", m.get("WEEKDAYS"))
    if day is not None:
        return Meaning("set", f"XXXX-WXX-{day + 1}", precision="day")
    return Meaning("set", duration_timex(number(m.get("number")), unit_of(m)), precision=unit_of(m))


@maker
def make_often(m: Match, ctx: Context) -> Meaning | None:
    """An adverb or adjective of repetition: "annual"."""
    return Meaning("set", m.get("OFTEN"))


@maker
def make_ref(m: Match, ctx: Context) -> Meaning | None:
    """A vague reference: "now", "recently", "in the future"."""
    named = next((name for name in m.held if name.endswith("_REF")), None)
    return Meaning("reference", m.rule.options.get("ref") or named or m.get("EARLIER"))
