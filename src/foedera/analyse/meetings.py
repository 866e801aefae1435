"""The same meeting in several reports."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon.states import find_state
from foedera.model.dates import overlap
from foedera.resolve.actors import fold, person_words
from foedera.resolve.clusters import clusters
from foedera.resolve.words import find_states, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model import Meeting

_ALONE = frozenset({"visit", "call"})  # a meeting can also be called talks or a summit, but neither of these


def gather(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """The records of each meeting, over all reports.

    Records are of one meeting where they share a participant and neither dates nor places exclude each other; one
    report's two records stay two.
    """
    by_id = {meeting.id: meeting for meeting in meetings}
    ids = sorted(by_id)
    edges = [
        (a, b, score)
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
        if (score := _alike(by_id[a], by_id[b])) is not None
    ]

    @functools.cache
    def conflict(a: str, b: str) -> bool:
        return _alike(by_id[a], by_id[b]) is None

    found = clusters(ids, edges, conflict)
    return [[by_id[name] for name in sorted(group)] for group in sorted(found, key=min)]


def _alike(a: Meeting, b: Meeting) -> float | None:
    """How sure it is that two records are of one meeting; None where they can't be."""
    if a.evidence[0].doc == b.evidence[0].doc or (a.kind != b.kind and {a.kind, b.kind} & _ALONE):
        return None
    if a.date and b.date and not overlap(a.date, b.date):
        return None
    if not places_fit(a.place or a.host, b.place or b.host):
        return None
    shared = {_who(name) for name in a.participants} & {_who(name) for name in b.participants}
    if not shared:
        return None
    return len(shared) + (1.0 if a.date and b.date else 0.0) + (1.0 if a.kind == b.kind else 0.0)


@functools.lru_cache(maxsize=4096)
def _who(name: str) -> str:
    state = find_state(name)
    return state.party if state else fold("".join(person_words(name))) or name


def places_fit(one: str | None, other: str | None) -> bool:
    """A town fits itself and the state whose capital it is; of other towns the state is not known."""
    if not one or not other or one.casefold() == other.casefold():
        return True
    if (find_state(one) is None) == (find_state(other) is None):
        return False  # two towns, or two states
    return len({_state_of(one), _state_of(other)} - {None}) == 1


@functools.lru_cache(maxsize=4096)
def _state_of(place: str) -> str | None:
    """The state of that name, or whose capital it is."""
    return next((code for _, _, code in find_states(tokens(place), seats=True)), None)
