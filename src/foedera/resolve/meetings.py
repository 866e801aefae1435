"""When two reports speak of the same visit, meeting or call.

Compared are who took part, when, where and, where a date is missing, when the reports came out. A report leaves out
participants and calls a meeting talks or a summit as it likes; a visit and a call are neither. What one report tells
as done is not what a later one still expects.
"""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import TYPE_CHECKING

from foedera.errors import DateError
from foedera.lexicon.states import find_state
from foedera.model.dates import before, bounds, days_between, overlap
from foedera.model.stages import AHEAD
from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.persons import Persons, person_words
from foedera.resolve.words import find_states, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Meeting, Reading

name = "meeting"

_ALONE = frozenset({"visit", "call"})  # a meeting can also be called talks or a summit, but neither of these
_PERSONS = Persons()
_EXACT = 7
"""Days that a date can mean at most to tell one meeting from the next."""
_NEAR, _NEAR_VISIT = 7, 14
"""Days between a meeting and a report that gives no date, or between two such reports: it is the news."""
_STALE = 60
"""Days after which an undated meeting in the news is another than the one of a known date."""


def describe(reading: Reading) -> Iterator[tuple[str, Description]]:
    """The meetings of a reading."""
    found: list[Description] = []
    for meeting in reading.meetings:
        description = _describe(meeting, reading.document.published)
        if description in found:
            description["of"] = meeting.id  # the report tells it apart from one that it describes alike
        found.append(description)
        yield meeting.id, description


def _describe(meeting: Meeting, published: str | None) -> Description:
    states = {state.party for name in meeting.participants if (state := find_state(name))}
    persons = [person_words(name) for name in meeting.participants if not find_state(name)]
    place = meeting.place or meeting.host
    return {
        "class": meeting.kind if meeting.kind in _ALONE else "meeting",
        "states": sorted(states),
        "persons": sorted(words for words in persons if words),
        "date": meeting.date,
        "place": place,
        "land": state_of(place) if place else None,
        "ahead": meeting.realis in AHEAD,
        "seen": None if meeting.date and _days(meeting.date) <= _EXACT else published,
    }


def keys(description: Description) -> Iterator[str]:
    """The class with a participant and a month in which it can have been."""
    who = [*description["states"], *(key for words in description["persons"] for key in _PERSONS.keys({"name": words}))]
    for month in _months(description):
        yield from (f"{description['class']} {one} {month}" for one in who)


def likeness(a: Description, b: Description) -> Likeness | None:
    """Those who took part, with the days or the news of the same days; of a visit also the land."""
    shared = _shared(a, b)
    there = a["land"] is not None and a["land"] == b["land"]
    if not shared or not (there if a["class"] == "visit" else len(shared) > 1):
        return None
    who = " and ".join(shared)
    if a["date"] and b["date"]:
        exact = all(_days(each["date"]) <= _EXACT for each in (a, b))
        return Likeness(0.9 if exact else 0.8, (f"{who} at the same time: {a['date']}, {b['date']}",))
    if (_apart(a, b) or 0) > (_NEAR_VISIT if a["class"] == "visit" else _NEAR):
        return None
    return Likeness(0.65, (f"{who} in the news of the same days",))


def conflict(a: Description, b: Description) -> str | None:
    """What keeps two descriptions apart."""
    if a["class"] != b["class"]:
        return f"a {a['class']} and a {b['class']}"
    if a["date"] and b["date"] and not overlap(a["date"], b["date"]):
        return f"on {a['date']} and on {b['date']}"
    if not (a["date"] and b["date"]) and (_apart(a, b) or 0) > _STALE:
        return "in the news of different months"
    if not places_fit(a["place"], b["place"]):
        return f"in {a['place']} and in {b['place']}"
    for done, ahead in ((a, b), (b, a)):
        differ = ahead["ahead"] and not done["ahead"] and done["seen"] and ahead["seen"]
        if differ and before(done["seen"], ahead["seen"]):
            return "one was over when the other was still to come"
    return _others(a, b)


def leans(description: Description) -> int:
    """One without a date and a place is the only one that it fits, or none."""
    return int(not description["date"] and not description["place"])


def _others(a: Description, b: Description) -> str | None:
    """Of two who met, others in each: Putin and Xi, Putin and Kim."""
    least = 1 if a["class"] == "visit" else 2
    same = {"states": len({*a["states"]} & {*b["states"]}), "persons": len(_shared_persons(a, b))}
    for field, number in same.items():
        if min(len(a[field]), len(b[field])) >= least and number < least:
            return f"with other {field}"
    return None


def _shared(a: Description, b: Description) -> list[str]:
    return [*sorted({*a["states"]} & {*b["states"]}), *_shared_persons(a, b)]


def _shared_persons(a: Description, b: Description) -> list[str]:
    """Who is named in both, each person once."""
    rest: list[list[str]] = list(b["persons"])
    found = []
    for one in a["persons"]:
        other = next((o for o in rest if _PERSONS.likeness({"name": one}, {"name": o})), None)
        if other is not None:
            rest.remove(other)
            found.append(" ".join(one if len(one) >= len(other) else other))
    return found


def _when(description: Description) -> str:
    return description["date"] or description["seen"] or ".."


def _span(description: Description) -> tuple[date, date] | None:
    """The days on which it can have been: those of its date or, where it has none, of the report."""
    try:
        first, last = bounds(_when(description))
    except DateError:
        return None
    return (first, last) if first and last else None


def _apart(a: Description, b: Description) -> int | None:
    try:
        return days_between(_when(a), _when(b))
    except DateError:
        return None


def _days(value: str) -> int:
    first, last = bounds(value)
    return (last - first).days + 1 if first and last else 10**6


def _months(description: Description) -> list[str]:
    """The months that a description can be compared in; an undated one belongs to the news around its report."""
    span = _span(description)
    if not span:
        return ["-"]
    first, last = span
    if not description["date"]:
        first, last = first - timedelta(days=_NEAR_VISIT), last + timedelta(days=_NEAR_VISIT)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12}-{month % 12 + 1:02}" for month in months[:13]]


def places_fit(one: str | None, other: str | None) -> bool:
    """A town fits itself and the state whose capital it is; of other towns the state is not known."""
    if not one or not other or one.casefold() == other.casefold():
        return True
    if (find_state(one) is None) == (find_state(other) is None):
        return False  # two towns, or two states
    return len({state_of(one), state_of(other)} - {None}) == 1


@functools.lru_cache(maxsize=4096)
def state_of(place: str) -> str | None:
    """The state of that name, or whose capital it is."""
    return next((code for _, _, code in find_states(tokens(place), seats=True)), None)
