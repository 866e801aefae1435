"""Where an agreement stands, as far as reports assert it: from steps stated as done, never from plans.

Stages follow the Vienna Convention on the Law of Treaties (1969). A step that one state takes alone within a
multilateral agreement (joining, leaving) is that state's standing, not the agreement's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.model.dates import before
from foedera.model.stages import OF_ONE_STATE, RANK, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.analyse.events import Event
    from foedera.model.records import Stage
    from foedera.store import Entry

_RESUMES = frozenset({"signed", "ratified", "acceded", "entered_into_force", "extended", "provisionally_applied"})
_MADE = frozenset({"signed", "ratified", "entered_into_force"})  # no agreement ends before these


@dataclass(frozen=True, slots=True)
class Status:
    """The furthest step that reports assert as done, when, by whom, and in how many reports.

    `disputed` are the events in which a report denies the same step, unless the denial came before the step.
    """

    stage: Stage
    date: str | None
    by: tuple[str, ...]
    event: Event
    disputed: tuple[Event, ...] = ()


def status(entry: Entry, life: Sequence[Event]) -> Status | None:
    """Where the agreement stands; None where no report asserts any step as done."""
    done = [event for event in life if event.realis == "actual" and not _of_one_state(entry, event)]
    standing = [event for event in done if not _undone(event, done) and not _too_early(event, done)]
    if not standing:
        return None
    last = max(standing, key=lambda event: (RANK[event.stage], event.independent, event.date or ""))
    disputed = tuple(event for event in life if _denies(event, last))
    return Status(last.stage, last.date, last.by, last, disputed)


def _of_one_state(entry: Entry, event: Event) -> bool:
    return bool(entry.multilateral and event.stage in OF_ONE_STATE and len(event.by) < 2)


def _undone(event: Event, done: Sequence[Event]) -> bool:
    """Whether a step that stops an agreement was followed by one that takes it up again."""
    if event.stage not in STOPS or not event.date:
        return False
    return any(later.stage in _RESUMES and later.date and before(event.date, later.date) for later in done)


def _too_early(event: Event, done: Sequence[Event]) -> bool:
    """Whether a step is dated before one that must come first: then the reading or the report errs."""
    return any(
        RANK[first.stage] < RANK[event.stage] and first.date and event.date and before(event.date, first.date)
        for first in done
        if first.stage in _MADE and first.independent >= event.independent
    )


def _denies(event: Event, done: Event) -> bool:
    if event.stage != done.stage or event.realis != "denied":
        return False
    return not (event.last_reported and done.date and before(event.last_reported, done.date))
