"""EDTF dates as a reader says them: "18–19 June 2024", "2000 or 2001", "about May 2023"."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from foedera.publish.dossier.wording import NOT_STATED

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_POINT = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?$")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def plain_date(value: str | None) -> str:
    """An EDTF date in words; what is not a date of the supported kinds is given as it stands."""
    if not value:
        return NOT_STATED
    if value[0] in "[{" and value[-1] in "]}":
        word = " or " if value[0] == "[" else " and "
        return word.join(plain_date(part.strip()) for part in value[1:-1].split(","))
    if "/" in value:
        return _interval(*value.split("/", 1))
    return _point(value)


def shown_date(value: str | None) -> Markup:
    """The date for the page, in a `<time>` that a machine can read too where it is one day, month or year."""
    words = escape(plain_date(value))
    if not value:
        return Markup('<span class="unknown">{}</span>').format(words)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return Markup('<time datetime="{}">{}</time>').format(value, words)
    return words


def _point(value: str) -> str:
    found = _POINT.match(value)
    if not found:
        return value
    year, month, day = found["year"], found["month"], found["day"]
    words = [str(int(day))] if day else []
    words += [_MONTHS[int(month) - 1]] if month else []
    return _MARKS.get(found["mark"] or "", "") + " ".join([*words, year])


def _interval(first: str, last: str) -> str:
    if not first or first == "..":
        return f"until {_point(last)}"
    if not last or last == "..":
        return f"since {_point(first)}"
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{_point(last)}"
    if first[:4] == last[:4] and len(first) == len(last) == 10:
        return f"{_point(first)[:-5]} – {_point(last)}"
    return f"{_point(first)} – {_point(last)}"
