"""What each `make` of the rules builds: from matched words and the context to a meaning."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from foedera.times.meanings import Meaning, of_stretch
from foedera.times.stretches import Stretch, add_months, covering, nth
from foedera.times.stretches import make_day as _day

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.times.context import Context
    from foedera.times.grammar import Match

    Maker = Callable[[Match, Context], Meaning | None]

MAKERS: dict[str, Maker] = {}
FROM_PUBLICATION = "publication date"
YEAR_INFERRED = "year from publication date"
FROM_TOLD = "date told before"
_NEAR = 100  # days from publication within which a date without a year is taken whatever the tense says


def maker(function: Maker) -> Maker:
    """Register a function under its name without the leading `make_`."""
    MAKERS[function.__name__.removeprefix("make_")] = function
    return function


def interpret(match: Match | None, ctx: Context) -> Meaning | None:
    """The meaning of a match; None where it turns out to be no time."""
    if match is None:
        return None
    try:
        return MAKERS[match.rule.make](match, ctx)
    except (OverflowError, ValueError):
        return None  # outside the years that a calendar has


def _child(m: Match, ctx: Context, *names: str) -> Meaning | None:
    for name in names or tuple(m.grammar.phrases):
        if name in m.held:
            return interpret(m.get(name), ctx)
    return None


@maker
def make_same(m: Match, ctx: Context) -> Meaning | None:
    """What its inner phrase means."""
    if "TODAY" in m.held:
        return make_today(m, ctx)
    return _child(m, ctx)


# --- numbers ---------------------------------------------------------------------------------------------------


def _number(m: Match | None) -> float | None:
    """The number of a `number` phrase; None where it is vague ("several")."""
    if m is None:
        return 1
    if "is" in m.rule.options:
        return float(m.rule.options["is"])
    if "VAGUE" in m.held:
        return None
    values = [float(str(v).replace(",", "")) for name in ("TENS", "CARDINAL", "NUM", "A") for v in m.all(name)]
    if "A" in m.held and len(values) > 1:
        values = values[:-1]
    total = sum(values) * float(m.get("HUNDRED", 1)) + float(m.rule.options.get("add", 0))
    return total


def _mod(m: Match) -> str | None:
    inner = m.get("about")
    if inner is None:
        return None
    return inner.rule.options.get("mod") or inner.get("APPROX") or None


_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "weekend": "WE", "week": "W",
            "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y"}  # fmt: skip
_TIMES = {"fortnight": 2, "decade": 10, "century": 100}


def duration_timex(count: float | None, unit: str) -> str:
    """TIMEX3's duration: three weeks is `P3W`, several years `PXY`, half an hour `PT0.5H`."""
    letter = _LETTERS[unit]
    clock, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    if count is None:
        return f"P{clock}X{letter}"
    return f"P{clock}{count * _TIMES.get(unit, 1):g}{letter}"


def _unit(m: Match) -> str:
    return str(m.get("UNIT") or m.get("UNITS") or m.get("CALENDAR") or m.rule.options.get("unit"))


@maker
def make_duration(m: Match, ctx: Context) -> Meaning | None:
    """A length of time: "two-day", "for ten years"."""
    inner = m.get("length")
    if inner is not None:
        meaning = make_duration(inner, ctx)
        return meaning and replace(meaning, mod=_mod(m))
    count = _number(m.get("number")) if "number" in m.held else None
    unit = _unit(m)
    return Meaning("duration", duration_timex(count, unit), precision=unit, duration=(count, unit))


@maker
def make_span(m: Match, ctx: Context) -> Meaning | None:
    """A length that ends or begins now: "the past nine days", "the next six months"."""
    unit = _unit(m) if "UNIT" in m.held or "UNITS" in m.held else m.pieces.parts[m.end - 1].strip()
    count = _number(m.get("number")) if "number" in m.held else 1
    return Meaning("duration", duration_timex(count, unit), precision=unit, duration=(count, unit))


@maker
def make_every(m: Match, ctx: Context) -> Meaning | None:
    """Something that comes again: "every two years", "once a month"."""
    if "WEEKDAY" in m.held:
        return Meaning("set", f"XXXX-WXX-{m.get('WEEKDAY') + 1}", precision="day")
    count = _number(m.get("number")) if "number" in m.held else 1
    return Meaning("set", duration_timex(count, _unit(m)), precision=_unit(m))


@maker
def make_often(m: Match, ctx: Context) -> Meaning | None:
    """An adverb or adjective of repetition: "annual"."""
    return Meaning("set", m.get("OFTEN"))


@maker
def make_weekdays(m: Match, ctx: Context) -> Meaning | None:
    """On each such weekday: "Mondays"."""
    return Meaning("set", f"XXXX-WXX-{m.get('WEEKDAYS') + 1}", precision="day")


# --- references ------------------------------------------------------------------------------------------------


@maker
def make_ref(m: Match, ctx: Context) -> Meaning | None:
    """A vague reference: "now", "recently", "in the future"."""
    ref = (
        m.rule.options.get("ref") or next((name for name in m.held if name.endswith("_REF")), None) or m.get("EARLIER")
    )
    return Meaning("reference", ref)


@maker
def make_vague(m: Match, ctx: Context) -> Meaning | None:
    """Recent or coming days, months, years without a number."""
    word = m.pieces.parts[m.end - 2].strip().lower()
    return Meaning("reference", "FUTURE_REF" if word == "coming" else "PAST_REF")


# --- years, months, days ---------------------------------------------------------------------------------------


@maker
def make_year(m: Match, ctx: Context) -> Meaning | None:
    """A year by its number; two digits are taken from the century nearest below ten years from publication."""
    if "YEAR" in m.held:
        return of_stretch(Stretch("year", date(int(m.get("YEAR")), 1, 1)), explicit=True)
    return of_stretch(Stretch("year", date(_two_digits(m.get("SHORTYEAR")[-2:], ctx), 1, 1)), explicit=True)


def _two_digits(digits: str, ctx: Context) -> int:
    limit = ctx.published.first.year + 10 if ctx.published else 2030
    year = limit // 100 * 100 + int(digits)
    return year if year <= limit else year - 100


@maker
def make_decade(m: Match, ctx: Context) -> Meaning | None:
    """A decade: "the 1990s", "the nineties"."""
    if "DECADES" in m.held:
        first = int(m.get("DECADES")[:4])
    else:
        first = 1900 + (m.get("DECADE") or int(re.sub(r"\D", "", m.get("SHORTDECADE"))))
    return of_stretch(Stretch("decade", date(first, 1, 1)), explicit=True)


@maker
def make_century(m: Match, ctx: Context) -> Meaning | None:
    """A century: "the 21st century"."""
    number = m.get("CENTURY") or int(re.sub(r"\D", "", m.get("ORD")))
    return of_stretch(Stretch("century", date(max(1, (int(number) - 1) * 100), 1, 1)), explicit=True)


@maker
def make_fiscal(m: Match, ctx: Context) -> Meaning | None:
    """A fiscal year, which is no calendar year: its TIMEX3 is `FY2013`, its days are not known."""
    digits = m.get("YEAR") or re.sub(r"\D", "", m.get("FISCAL"))
    year = int(digits) if len(digits) == 4 else _two_digits(digits, ctx)
    return Meaning("date", f"FY{year}", f"{year:04d}~", "year", explicit=True)


@maker
def make_month(m: Match, ctx: Context) -> Meaning | None:
    """A month, its year told or inferred."""
    inner = m.get("month_name")
    month = inner and (inner.get("MONTH") or inner.get("MON")) or m.get("MONTH") or m.get("MON")
    year = _child(m, ctx, "year")
    if year is not None:
        return of_stretch(
            year.stretch and Stretch("month", date(year.stretch.first.year, month, 1)),
            year.basis,
            explicit=year.explicit,
        )
    now = ctx.now("month")
    if now is None:
        return of_stretch(None)
    if "REL" in m.held or "past" in _words(m):
        by = m.get("REL", {"by": -1})["by"]
        return of_stretch(_beside(Stretch("month", date(now.first.year, month, 1)), now, by, 12), FROM_PUBLICATION)
    tense = ctx.tense(m.start, m.end)
    here = Stretch("month", date(now.first.year, month, 1))
    by = 0 if here == now else 1 if tense == "future" else -1
    return of_stretch(_beside(here, now, by, 12), YEAR_INFERRED)


def _beside(here: Stretch, now: Stretch, by: int, step: int) -> Stretch:
    """The nearest such stretch before (-1) or after (1) now; 0 leaves it."""
    if by < 0:
        return here if here.first < now.first else here.shifted(-step)
    if by > 0:
        return here if here.first > now.first else here.shifted(step)
    return here


def _words(m: Match) -> list[str]:
    return [part.strip().lower() for part in m.pieces.parts[m.start : m.end]]


@maker
def make_day(m: Match, ctx: Context) -> Meaning | None:
    """A day of a month, its year told or inferred."""
    inner = m.get("month_name")
    month = inner.get("MONTH") or inner.get("MON")
    day = int(re.sub(r"\D", "", str(m.get("DAY"))))
    digits = m.get("YEAR") or m.get("YY")
    if digits:
        year = int(digits) if len(digits) == 4 else _two_digits(digits, ctx)
        return _valid(_day(year, month, day), explicit=True)
    told = _child(m, ctx, "year")
    if told is not None:
        if told.stretch is None:
            return of_stretch(None)
        return _valid(_day(told.stretch.first.year, month, day), told.basis, explicit=told.explicit)
    return _valid_or_unresolved(_nearest_day(month, day, m, ctx), month, day, YEAR_INFERRED)


def _valid(stretch: Stretch | None, basis: str | None = None, *, explicit: bool = False) -> Meaning | None:
    return of_stretch(stretch, basis, explicit=explicit) if stretch else None


def _valid_or_unresolved(stretch: Stretch | None, month: int, day: int, basis: str) -> Meaning | None:
    if stretch:
        return of_stretch(stretch, basis)
    return of_stretch(None) if _day(2000, month, day) else None


def _nearest_day(month: int, day: int, m: Match, ctx: Context) -> Stretch | None:
    """The day of that name nearest to publication, unless it is far off and the tense speaks for the other side."""
    if ctx.published is None:
        return None
    if ctx.today is None:
        return _day(ctx.published.first.year, month, day)
    today = ctx.today
    found = [s for s in (_day(today.year + n, month, day) for n in (-1, 0, 1)) if s]
    found.sort(key=lambda s: abs((s.first - today).days))
    best = found[0] if found else None
    if best and abs((best.first - today).days) > _NEAR:
        tense = ctx.tense(m.start, m.end)
        sign = {"past": -1, "future": 1}.get(tense or "", 0)
        best = next((s for s in found if (s.first - today).days * sign > 0), best) if sign else best
    return best


@maker
def make_iso(m: Match, ctx: Context) -> Meaning | None:
    """2024-06-18, with or without a clock time."""
    text = m.get("ISO")
    day, _, clock = text.partition("T")
    meaning = _valid(Stretch("day", date.fromisoformat(day)), explicit=True)
    return meaning and (replace(meaning, kind="time", timex=text) if clock else meaning)


@maker
def make_numeric(m: Match, ctx: Context) -> Meaning | None:
    """18.06.2024 and 7/8/07: dots put the day first; slashes go by the document's habit, or stay one of two."""
    dotted = m.get("DOTTED")
    one, two, last = (int(x) for x in re.split(r"[./]", dotted or m.get("SLASHED")))
    year = last if last > 99 else _two_digits(f"{last:02d}", ctx)
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if dotted or not (day_first and month_first) or one == two:
        return _valid(day_first or month_first, explicit=True)
    if ctx.day_first is not None:
        return _valid(
            day_first if ctx.day_first else month_first, "order of day and month from the document", explicit=True
        )
    near = [s for s in (day_first, month_first) if ctx.today and abs((s.first - ctx.today).days) <= 7]
    if len(near) == 1:
        return _valid(near[0], "order of day and month from publication date", explicit=True)
    first, second = sorted((day_first.first, month_first.first))
    return Meaning("date", None, f"[{first},{second}]", "day", "order of day and month unknown")


@maker
def make_today(m: Match, ctx: Context) -> Meaning | None:
    """Today, yesterday, tomorrow."""
    now = ctx.now("day")
    return of_stretch(now and now.shifted(m.get("TODAY")), FROM_PUBLICATION)


@maker
def make_day_but_one(m: Match, ctx: Context) -> Meaning | None:
    """The day before yesterday, the day after tomorrow."""
    now = ctx.now("day")
    return of_stretch(now and now.shifted(-2 if "before" in _words(m) else 2), FROM_PUBLICATION)


@maker
def make_weekday(m: Match, ctx: Context) -> Meaning | None:
    """A weekday, last or next by its adjective or by the tense; the day of publication itself counts for both."""
    wanted = m.get("WEEKDAY", m.get("WDAY"))
    now = ctx.now("day")
    if now is None:
        return of_stretch(None)
    rel = m.get("REL", {"by": -1 if "past" in _words(m) else None})["by"]
    back = (now.first.weekday() - wanted) % 7
    if rel == -1:
        days = -(back or 7)
    elif rel == 1:
        days = (-back) % 7 or 7
    else:
        days = (-back) % 7 if ctx.tense(m.start, m.end) == "future" else -back
    return of_stretch(now.shifted(days), FROM_PUBLICATION)


@maker
def make_part(m: Match, ctx: Context) -> Meaning | None:
    """A part of a day: "Friday morning", "last night"."""
    part = m.rule.options.get("part") or m.get("PART")
    words = _words(m)
    if words[0] == "last":
        now = ctx.now("day")
        base = of_stretch(now and now.shifted(-1), FROM_PUBLICATION)
        part = "NI" if words[1] == "night" else "EV"
    elif "TODAY" in m.held:
        base = make_today(m, ctx) or of_stretch(None)
    elif part and words[0] in ("this", "tonight"):
        base = of_stretch(ctx.now("day"), FROM_PUBLICATION)
    else:
        base = _child(m, ctx, "day", "weekday") or of_stretch(None)
    if base.timex is None:
        return Meaning("time")
    return replace(base, kind="time", timex=f"{base.timex}T{part}", precision="part of day")


# --- relative units --------------------------------------------------------------------------------------------


@maker
def make_relative(m: Match, ctx: Context) -> Meaning | None:
    """Last year, this week, the previous month, the same day."""
    unit = _unit(m)
    rel = m.get("REL")
    if "TOLD" in m.held:
        unit = (
            next(w for w in _words(m) if w in ("day", "week", "month", "quarter", "year"))
            if "CALENDAR" not in m.held
            else unit
        )
        rel = {"by": m.get("TOLD"), "of": "told"}
    if rel is None:
        rel = {"by": -1} if "past" in _words(m) else {"by": 0, "of": "told"}
    told = rel.get("of") == "told"
    if "SEASON" in m.held:
        unit = "season"
    base = ctx.then(unit, m.pieces.starts[m.start]) if told else ctx.now(unit)  # type: ignore[arg-type]
    return of_stretch(base and base.shifted(rel["by"]), FROM_TOLD if told else FROM_PUBLICATION)


@maker
def make_season(m: Match, ctx: Context) -> Meaning | None:
    """A season, by its year, its adjective or the tense."""
    month = m.get("SEASON")
    year = _child(m, ctx, "year")
    if year is not None:
        return of_stretch(
            year.stretch and Stretch("season", date(year.stretch.first.year, month, 1)),
            year.basis,
            explicit=year.explicit,
        )
    now = ctx.now("season")
    if now is None:
        return of_stretch(None)
    here = Stretch("season", date(now.first.year, month, 1))
    rel = m.get("REL", {"by": -1 if "past" in _words(m) else None})["by"]
    if rel is None:
        rel = 0 if here == now else 1 if ctx.tense(m.start, m.end) == "future" else -1
    return of_stretch(_beside(here, now, rel, 4), FROM_PUBLICATION)


@maker
def make_ago(m: Match, ctx: Context) -> Meaning | None:
    """Counted back or on: "two weeks ago", "three days from now", "a year earlier"."""
    length = m.get("length")
    count, unit = _number(length.get("number")), _unit(length)
    words = _words(m)
    sign = m.rule.options.get("sign") or (1 if words[-1] == "later" else -1)
    if count is None:
        return Meaning("reference", "PAST_REF" if sign < 0 else "FUTURE_REF")
    told = m.rule.options.get("of") == "told"
    unit, count = {"fortnight": ("week", count * 2), "night": ("day", count)}.get(unit, (unit, count))
    if unit in ("second", "minute", "hour"):
        return Meaning("duration", duration_timex(count, unit), precision=unit)
    if count != int(count):
        unit, count = ("month", count * 12) if unit == "year" else (unit, int(count))
    base = ctx.then(unit, m.pieces.starts[m.start]) if told else ctx.now(unit)  # type: ignore[arg-type]
    mod = _mod(m)
    return of_stretch(base and base.shifted(sign * int(count)), FROM_TOLD if told else FROM_PUBLICATION, mod=mod)


@maker
def make_nth(m: Match, ctx: Context) -> Meaning | None:
    """The first quarter of 2013, the last week of March, the fourth quarter."""
    unit = m.get("CALENDAR") or next(w for w in _words(m) if w in ("quarter", "half"))
    number = m.get("ORDINAL") or int(re.sub(r"\D", "", m.get("ORD", "3")))
    outer = _child(m, ctx, "year", "month", "relative_unit", "decade", "century", "fiscal")
    if outer is not None:
        return of_stretch(outer.stretch and nth(unit, number, outer.stretch), outer.basis, explicit=outer.explicit)
    now = ctx.now(unit)
    year = ctx.now("year")
    here = now and year and nth(unit, number, year)
    if not here or not now:
        return of_stretch(None)
    if number == -1:
        return of_stretch(now.shifted(-1), FROM_PUBLICATION)
    by = 1 if ctx.tense(m.start, m.end) == "future" and here.first > now.first else -1
    by = 0 if here == now else by
    return of_stretch(_beside(here, now, by, 4 if unit == "quarter" else 2), YEAR_INFERRED)


@maker
def make_limit(m: Match, ctx: Context) -> Meaning | None:
    """The end of the year, early June, mid-2011, the late 1990s: the whole, with TIMEX3's modifier."""
    inner = _child(m, ctx, "container")
    if inner is None:
        return None
    return replace(inner, mod=m.get("LIMIT") or m.get("MOD"))


@maker
def make_same_period(m: Match, ctx: Context) -> Meaning | None:
    """The same month a year ago, the same period last year: the last date told, in that year."""
    offset = m.pieces.starts[m.start]
    told = ctx.told if ctx.told and offset - ctx.told_at <= 500 else None
    year = _child(m, ctx, "year")
    if told is None or told.unit in ("year", "decade", "century"):
        return year or of_stretch(None)
    to = year.stretch.first.year if year and year.stretch else told.first.year - 1
    moved = Stretch(told.unit, add_months(told.first, 12 * (to - told.first.year)))
    return of_stretch(covering(told.unit, moved.first), FROM_TOLD)


# --- intervals -------------------------------------------------------------------------------------------------


def _interval(
    first: Stretch | None, last: Stretch | None, basis: str | None, *, explicit: bool = False
) -> Meaning | None:
    if first is None or last is None:
        return Meaning("interval")
    if last.first < first.first:
        return None
    return Meaning(
        "interval", first.timex, f"{first.edtf}/{last.edtf}", first.unit, basis, stretch=first, explicit=explicit
    )


@maker
def make_days(m: Match, ctx: Context) -> Meaning | None:
    """June 18-19."""
    one, two = (int(re.sub(r"\D", "", str(d))) for d in m.all("DAY"))
    first = make_day(m, ctx)
    if first is None:
        return None
    if first.stretch is None:
        return Meaning("interval")
    last = _day(first.stretch.first.year, first.stretch.first.month, two)
    return _interval(first.stretch, last, first.basis, explicit=first.explicit) if one < two else None


@maker
def make_day_to_day(m: Match, ctx: Context) -> Meaning | None:
    """December 30 - January 2."""
    names = [n.get("MONTH") or n.get("MON") for n in m.all("month_name")]
    days = [int(re.sub(r"\D", "", str(d))) for d in m.all("DAY")]
    years = [interpret(y, ctx) for y in m.all("year")]
    if years and years[-1] and years[-1].stretch:
        last = _day(years[-1].stretch.first.year, names[1], days[1])
    else:
        last = _nearest_day(names[1], days[1], m, ctx)
    if last is None:
        return Meaning("interval")
    year = last.first.year - (1 if (names[0], days[0]) > (names[1], days[1]) else 0)
    return _interval(_day(year, names[0], days[0]), last, None if years else YEAR_INFERRED, explicit=bool(years))


@maker
def make_months(m: Match, ctx: Context) -> Meaning | None:
    """March-May 2018."""
    names = [n.get("MONTH") or n.get("MON") for n in m.all("month_name")]
    year = _child(m, ctx, "year")
    if year is None or year.stretch is None:
        return Meaning("interval")
    last = year.stretch.first.year
    first = last - (1 if names[0] > names[1] else 0)
    return _interval(
        Stretch("month", date(first, names[0], 1)),
        Stretch("month", date(last, names[1], 1)),
        year.basis,
        explicit=year.explicit,
    )


@maker
def make_years(m: Match, ctx: Context) -> Meaning | None:
    """2015-2018, 2019-20, 2000 and 2001."""
    texts = [str(y) for y in m.all("YEAR")] + [str(y) for y in m.all("YY")]
    if "YEARPAIR" in m.held:
        texts = m.get("YEARPAIR").split("/")
    first = int(texts[0])
    last = int(texts[1]) if len(texts[1]) == 4 else first // 100 * 100 + int(texts[1])
    if last <= first or (m.rule.options.get("only") == "next" and last != first + 1):
        return None
    return _interval(Stretch("year", date(first, 1, 1)), Stretch("year", date(last, 1, 1)), None, explicit=True)


# --- clock times -----------------------------------------------------------------------------------------------


@maker
def make_at(m: Match, ctx: Context) -> Meaning | None:
    """A clock time: with its own day, or on the day last told."""
    clock = _clock(m.get("clock") or m)
    if clock is None:
        return None
    base = _child(m, ctx, "day", "weekday") or (make_today(m, ctx) if "TODAY" in m.held else None)
    basis = base.basis if base else FROM_TOLD
    stretch = base.stretch if base else ctx.then("day", m.pieces.starts[m.start])
    if stretch is None:
        return Meaning("time", None if base else f"T{clock}{_zone(m)}", precision="minute")
    return Meaning("time", f"{stretch.timex}T{clock}{_zone(m)}", stretch.edtf, "minute", basis, stretch=stretch)


def _clock(m: Match) -> str | None:
    half = m.get("AMPM")
    text = str(m.get("CLOCK") or m.get("CLOCKDOT") or m.get("CLOCKAMPM") or m.get("HHMM") or m.get("HOUR") or "")
    if not text:
        hour = m.rule.options.get("hour", 0 if "midnight" in _words(m) else 12)
        return f"{hour:02d}:00"
    if "HHMM" in m.held:
        return f"{text[:2]}:{text[2:]}"
    if text.lower().endswith("pm") or text.lower().endswith("am"):
        half, text = (12 if text.lower().endswith("pm") else 0), text[:-2]
    numbers = [int(n) for n in re.split(r"[:.]", text)]
    hour = numbers[0] % 12 + half if half is not None else numbers[0]
    if hour > 23:
        return None
    return f"{hour:02d}:" + ":".join(f"{n:02d}" for n in (numbers[1:] or [0]))


def _zone(m: Match) -> str:
    zone = m.get("zone")
    if zone is None:
        return ""
    if "NUM" in zone.held:
        return f"{zone.get('PLUS', '+')}{int(zone.get('NUM')):02d}:00"
    return str(zone.get("ZONE"))
