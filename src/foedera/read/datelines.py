"""Datelines: where a report was filed, when, and by which agency ("MOSCOW, June 18. /TASS/.", "TORONTO (AP) -")."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon import load
from foedera.lexicon.states import find_state, states
from foedera.read import days
from foedera.read.names import agencies

if TYPE_CHECKING:
    from foedera.read.days import Day

_LONGEST = 160  # characters from the start of a paragraph
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*[A-ZÀ-Þ.](?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|de|la|al|upon)){0,3}"
_DASH = r"\s*(?:--+|[–—−‒―_]|-(?=\s))\s*"
_MARK = r"(?:/(?P<slashed>[^/\s][^/\n]{1,40})/|[(\[](?P<bracketed>[^()\[\]\n]{2,40})[)\]])"


@dataclass(frozen=True, slots=True)
class Filed:
    """What a dateline says; `[0, end)` of the paragraph is the dateline itself."""

    end: int
    place: str | None
    day: Day | None
    agency: str | None


@functools.cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    day = f"(?P<day>(?i:{days.pattern()}))"
    caps, name = (f"(?P<place>{part}(?:/{part})*(?:, {_NAME}){{0,2}}?)" for part in (_CAPS, _NAME))
    marks = "|".join(re.escape(mark) for mark in sorted(agencies(), key=len, reverse=True))
    return tuple(
        re.compile(shape)
        for shape in (
            rf"{name}[.,] {day}[.,]? ?{_MARK}(?:\.|{_DASH}|:)?\s*",  # Moscow, June 18 (TASS) -
            rf"{name},? {_MARK},? {day}{_DASH}",  # GENEVA (AP), June 18 -
            rf"{caps},? ?{_MARK}(?:{_DASH}|\.\s)",  # TORONTO (AP) -
            rf"{name} {_MARK}{_DASH}",  # Toronto (AP) -
            rf"{name},? \({day}\){_DASH}",  # Geneva (18 June 2024) -
            rf"{name}[.,] {day}[.,]?{_DASH}",  # Moscow, June 18 -
            rf"{caps}, {day}[.:]\s",  # MOSCOW, June 18.
            rf"(?:{day}[.,]? )?{_MARK}(?:{_DASH}|\.\s)?",  # (Reuters) -
            rf"(?P<bare>{marks}){_DASH}",  # CNN -
            rf"{caps}{_DASH}",  # PYONGYANG -
        )
    )


def filed(paragraph: str) -> Filed | None:
    """The dateline that opens a paragraph; None where none does."""
    head = paragraph[:_LONGEST]
    if not head[:1].isupper() and head[:1] not in "([/" and not head[:1].isdigit():
        return None
    if paragraph.casefold() in _places() and paragraph.isupper():
        return Filed(len(paragraph), _cased(paragraph), None, None)
    for shape in _shapes():
        match = shape.match(head)
        read = _read(match, paragraph) if match else None
        if read:
            return read
    return None


def _read(match: re.Match[str], paragraph: str) -> Filed | None:
    groups = match.groupdict()
    mark = groups.get("slashed") or groups.get("bracketed") or groups.get("bare")
    place, written = groups.get("place"), groups.get("day")
    rest = paragraph[match.end() :]
    if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"‘'`«[("):
        return None
    day = next(days.days(written), None) if written else None
    if mark and not _is_agency(mark, alone=place is None, slashed=bool(groups.get("slashed")), dated=bool(day)):
        return None
    if place in agencies():
        place, mark = None, place
    if place and _is_no_place(place, alone=not (mark or day)):
        return None
    return Filed(match.end() - _space_at_end(match.group()), _cased(place), day, agencies().get(mark or "", mark))


def _is_agency(mark: str, *, alone: bool, slashed: bool, dated: bool) -> bool:
    """Whether the words in brackets or slashes sign a report; beside a place and a day any name does."""
    if mark in agencies() or (slashed and not alone):
        return True
    return not alone and dated and mark[0].isupper() and not any(days.days(mark))


def _is_no_place(place: str, *, alone: bool) -> bool:
    """Whether the words before a dash are no place; where neither a day nor a mark stands beside them, any doubt is."""
    data = load("en", "provenance")
    first = re.split(r"[\s/,]", place)[0]
    if first.lower() in data["small_words"]:
        return True
    is_state = find_state(place) is not None and place.casefold() not in _places()
    return alone and (is_state or len(place) < 4 or first in data["not_places"])


@functools.cache
def _places() -> frozenset[str]:
    """Places whose name alone is a dateline: the seats of the states, and other cities that reports are filed from."""
    seats = (seat for state in states().values() for seat in state.seats)
    return frozenset(place.casefold() for place in (*seats, *load("en", "provenance")["cities"]))


def _cased(place: str | None) -> str | None:
    """A place in capitals as it is otherwise written: "ST. PETERSBURG" as "St. Petersburg", "N.Y." as it stands."""
    return re.sub(r"[^\W\d_]{2,}", _lower, place) if place else None


def _lower(match: re.Match[str]) -> str:
    word = match.group()
    return word.capitalize() if (word.isupper() and len(word) > 2) or word in ("ST", "AL", "EL", "LA") else word


def _space_at_end(text: str) -> int:
    return len(text) - len(text.rstrip())
