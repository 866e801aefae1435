"""The life of an agreement as a track of stages, and every step that a source states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.analyse.status import status
from foedera.model.records import STAGES
from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.wording import MAIN_LINE, PARTY_BY_PARTY

if TYPE_CHECKING:
    from foedera.analyse.events import Event
    from foedera.model.records import Realis, Stage
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference

_WEIGHT: dict[Realis, int] = {"denied": 0, "claimed": 1, "possible": 2, "planned": 3, "actual": 4}


@dataclass(frozen=True, slots=True)
class Step:
    """One step as reports state it, for the page: see `Event`."""

    event: Event
    by: tuple[str, ...]
    place: str | None
    holders: tuple[str, ...]
    sources: tuple[str, ...]
    published: str
    last_published: str
    references: tuple[Reference, ...]

    @property
    def stage(self) -> Stage:
        """Which step it is."""
        return self.event.stage

    @property
    def realis(self) -> Realis:
        """How it is put."""
        return self.event.realis

    @property
    def date(self) -> str | None:
        """When it is taken, as the reports state it."""
        return self.event.date

    @property
    def witnesses(self) -> int:
        """How many reports state it that do not merely pass on another's text."""
        return self.event.independent


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the agreement stands, and the steps in which reports deny just that."""

    step: Step
    disputed: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """One stage on the track. `realis` None: no source speaks of it. `disputed`: done, and denied by a later report."""

    stage: Stage
    realis: Realis | None
    steps: tuple[Step, ...] = ()
    disputed: bool = False
    others: tuple[Realis, ...] = ()


def steps_of(case: Case, notes: Notes) -> tuple[Step, ...]:
    """Every step that the sources state, in the order of the Vienna Convention, and of time within a stage."""
    ordered = sorted(case.life, key=lambda event: (STAGES.index(event.stage), _when(case, event)))
    return tuple(_step(case, notes, event) for event in ordered)


def _when(case: Case, event: Event) -> tuple[str, int, tuple[str, bool, str]]:
    """A step's own date, else that of the first report; of one day what was expected before what was done."""
    first = min(case.order(doc) for doc in event.reports)
    return event.date or first[0], _WEIGHT[event.realis], first


def _step(case: Case, notes: Notes, event: Event) -> Step:
    docs = sorted(event.reports, key=case.order)
    spans = sorted((span for act in event.acts for span in act.evidence), key=lambda span: (case.order(span.doc), span))
    return Step(
        event=event,
        by=tuple(dict.fromkeys(case.call(who) for who in event.by)),
        place=case.call(event.place) if event.place else None,
        holders=tuple(dict.fromkeys(case.call(act.holder) for act in event.acts if act.holder)),
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        published=case.published(docs[0]),
        last_published=case.published(docs[-1]),
        references=notes.cite(spans),
    )


def track(steps: tuple[Step, ...]) -> tuple[Station, ...]:
    """The stages that sources speak of, with the main line of a treaty's life always shown."""
    by_stage: dict[Stage, list[Step]] = defaultdict(list)
    for step in steps:
        by_stage[step.stage].append(step)
    shown = [stage for stage in STAGES if stage in by_stage or stage in MAIN_LINE]
    return tuple(_station(stage, by_stage.get(stage, [])) for stage in shown)


def _station(stage: Stage, steps: list[Step]) -> Station:
    """Done wins over all; else what the latest report says, and of one day the strongest."""
    if not steps:
        return Station(stage, None)
    done = [step for step in steps if step.realis == "actual"]
    if done:
        since = min(step.published for step in done)
        disputed = any(step.realis == "denied" and step.last_published > since for step in steps)
        return _with(stage, done, steps, disputed=disputed)
    latest = max(steps, key=lambda step: (step.published, _WEIGHT[step.realis]))
    return _with(stage, [step for step in steps if step.realis == latest.realis], steps)


def _with(stage: Stage, main: list[Step], steps: list[Step], *, disputed: bool = False) -> Station:
    others = tuple(dict.fromkeys(step.realis for step in steps if step.realis != main[0].realis))
    return Station(stage, main[0].realis, _dated(main), disputed, others)


def _dated(steps: list[Step]) -> tuple[Step, ...]:
    """A track shows each date once; an undated step only where no dated one is known."""
    dated = [step for step in steps if step.date]
    merged: dict[tuple[object, ...], Step] = {}
    for step in dated or steps:
        key = (step.date, step.by if step.stage in PARTY_BY_PARTY else ())
        seen = merged.get(key)
        merged[key] = step if seen is None else replace(seen, references=seen.references + step.references)
    return tuple(sorted(merged.values(), key=lambda step: (-step.witnesses, step.date or "9999")))


def standing(case: Case, steps: tuple[Step, ...]) -> Standing | None:
    """Where the agreement stands by the steps that reports assert as done; None where they assert none."""
    found = status(case.entry, [step.event for step in steps])
    if found is None:
        return None
    by_event = {id(step.event): step for step in steps}
    return Standing(by_event[id(found.event)], tuple(by_event[id(event)] for event in found.disputed))
