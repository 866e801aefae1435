"""The steps of an agreement's life, each once, with every report that states it.

Reports of one step are gathered where stage and realis are the same and neither the dates nor the states named as
taking it exclude each other. What several reports state in different ways (planned in one, done in another) stays
as several events: the register keeps what each source says.
"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.analyse.witnesses import Witnesses
from foedera.lexicon.states import find_state
from foedera.model.dates import before, bounds, overlap
from foedera.model.records import STAGES
from foedera.model.stages import AHEAD
from foedera.resolve.clusters import clusters
from foedera.store.entries import first, ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from foedera.model import Act
    from foedera.model.records import Realis, Stage
    from foedera.store import View

_FAR = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an agreement: how it is stated, when, by whom, and the acts of the reports that state it.

    `date` is the most exact that the reports give, None where none gives one. `reports` are document ids;
    `independent` counts the witnesses behind them: copies, the same words and the same speaker count once. Beside
    the time of the event stands that of the reports: `first_reported` and `last_reported` are the first and the
    last date of publication among them.
    """

    agreement: str
    stage: Stage
    realis: Realis
    date: str | None
    by: tuple[str, ...]
    place: str | None
    acts: tuple[Act, ...]
    reports: tuple[str, ...]
    independent: int
    first_reported: str | None = None
    last_reported: str | None = None


def events(view: View, agreement: str) -> list[Event]:
    """The life of an agreement, by date; the steps without a date last."""
    acts = view.acts(agreement)
    return gather(acts, Witnesses.of(view, {span.doc for act in acts for span in act.evidence}))


def gather(acts: Sequence[Act], witnesses: Witnesses) -> list[Event]:
    """The events that acts of one agreement state."""
    return sorted((_event(group, witnesses) for group in _groups(acts, witnesses.published)), key=_when)


def _when(event: Event) -> tuple[str, int, str, tuple[str, ...]]:
    start = bounds(event.date)[0] if event.date else None
    return (start.isoformat() if start else _FAR, STAGES.index(event.stage), event.realis, event.by)


def _groups(acts: Sequence[Act], published: Mapping[str, str]) -> list[list[Act]]:
    alike: dict[str, list[Act]] = {}
    for act in acts:
        told = None if act.date else published.get(act.evidence[0].doc)
        alike.setdefault(repr((act.stage, act.realis, act.date, told, tuple(sorted(act.by)))), []).append(act)
    keys = sorted(alike)

    @functools.cache
    def likeness(a: str, b: str) -> float | None:
        one, other = alike[a][0], alike[b][0]
        if _told_before(one, other, published) or _told_before(other, one, published):
            return None
        return _alike(one, other)

    def conflict(a: str, b: str) -> bool:
        return likeness(*sorted((a, b))) is None

    pairs = itertools.combinations(keys, 2)
    edges = [(a, b, score) for a, b in pairs if (score := likeness(a, b)) is not None]

    found = clusters(keys, edges, conflict)
    return [[act for key in sorted(group) for act in alike[key]] for group in sorted(found, key=min)]


def _told_before(undated: Act, dated: Act, published: Mapping[str, str]) -> bool:
    """Whether one report tells as done, without a date, what another dates later than that report came out."""
    told = published.get(undated.evidence[0].doc)
    if undated.date or not dated.date or not told or undated.realis != "actual":
        return False
    return before(told, dated.date)


def _alike(a: Act, b: Act) -> float | None:
    """How sure it is that two acts are one step; None where they can't be."""
    if (a.stage, a.realis) != (b.stage, b.realis):
        return None
    states = [{code for who in act.by if (code := _state(who))} for act in (a, b)]
    if all(states) and not states[0] & states[1]:
        return None
    if a.date and b.date:
        return (1.0 if a.date == b.date else 0.9) if overlap(a.date, b.date) else None
    return 0.5 if a.date == b.date else 0.4


@functools.cache
def _state(who: str) -> str | None:
    state = find_state(who)
    return state.party if state else None


def _event(acts: Sequence[Act], witnesses: Witnesses) -> Event:
    reports = tuple(dict.fromkeys(span.doc for act in acts for span in act.evidence))
    dates = sorted(witnesses.published[doc] for doc in reports if doc in witnesses.published)
    return Event(
        agreement=acts[0].agreement,
        stage=acts[0].stage,
        realis=acts[0].realis,
        date=most_exact(act.date for act in acts),
        by=ranked(who for act in acts for who in act.by),
        place=first(ranked(act.place for act in acts)),
        acts=tuple(acts),
        reports=reports,
        independent=witnesses.independent((act.evidence[0] for act in acts), ahead=acts[0].realis in AHEAD),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
    )


def most_exact(dates: Iterable[str | None]) -> str | None:
    """The date that spans the fewest days; of two as exact the one given more often."""
    given = ranked(dates)
    return min(given, key=_length) if given else None


def _length(date: str) -> int:
    start, end = bounds(date)
    return (end - start).days if start and end else 10**6
