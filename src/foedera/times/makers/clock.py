"""Clock times: with their own day, or on the day last told near by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.times.makers.pointers import make_today
from foedera.times.makers.registry import inner, maker
from foedera.times.meanings import Meaning

if TYPE_CHECKING:
    from foedera.times.context import Context
    from foedera.times.grammar import Match


@maker
def make_at(m: Match, ctx: Context) -> Meaning | None:
    """A clock time; its EDTF value is the day, the time itself is in TIMEX3."""
    clock = _clock(m.get("clock") or m)
    if clock is None:
        return None
    clock = f"T{clock}{_zone(m)}"
    base = make_today(m, ctx) if "TODAY" in m.held else inner(m, ctx, "day", "weekday")
    day, basis = (base.stretch, base.basis) if base else ctx.then_within("day", m.start, m.end, "LINE")
    if day is None:
        return Meaning("time", None if base else clock, None, "minute")
    return Meaning("time", day.timex + clock, day.edtf, "minute", basis, None, day)


def _clock(m: Match) -> str | None:
    """Hours and minutes of the day; None where there is no such time."""
    if "hour" in m.rule.options:
        return f"{m.rule.options['hour']:02d}:00"
    if "HHMM" in m.held:
        text = m.get("HHMM")
        return f"{text[:2]}:{text[2:]}"
    text = str(next(m.get(name) for name in ("CLOCK", "CLOCKDOT", "CLOCKAMPM", "HOUR") if name in m.held))
    glued = re.sub(r"[\d:.]", "", text)
    half = m.get("AMPM") if "AMPM" in m.held else m.grammar.words.entry(glued).get("AMPM") if glued else None
    hour, *rest = (int(n) for n in re.findall(r"\d+", text))
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return f"{hour:02d}:" + ":".join(f"{n:02d}" for n in rest or [0]) if hour < 24 else None


def _zone(m: Match) -> str:
    zone = m.get("zone")
    if zone is None:
        return ""
    if "NUM" in zone.held:
        return f"{zone.get('PLUS', '+')}{int(zone.get('NUM')):02d}:00"
    return str(zone.get("ZONE", ""))
