"""The life of an agreement as a track of stages, and every step that a source states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.model.records import STAGES
from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.wording import MAIN_LINE

if TYPE_CHECKING:
    from foedera.model import Act
    from foedera.model.records import Realis, Stage
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference

_WEIGHT: dict[Realis, int] = {"denied": 0, "claimed": 1, "possible": 2, "planned": 3, "actual": 4}


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a step, with every source that states it in the same way."""

    stage: Stage
    realis: Realis
    by: tuple[str, ...]
    date: str | None
    place: str | None
    holder: str | None
    sources: tuple[str, ...]
    witnesses: int
    published: str
    references: tuple[Reference, ...]


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
    groups: dict[tuple[object, ...], list[Act]] = defaultdict(list)
    for act in sorted(case.acts, key=lambda act: (case.order(act.evidence[0].doc), act.evidence[0])):
        by = tuple(dict.fromkeys(case.call(who) for who in act.by))
        groups[act.stage, act.realis, tuple(sorted(by)), act.date, act.place, act.holder].append(act)
    ordered = sorted(groups.values(), key=lambda acts: _order(case, acts[0]))
    return tuple(_step(case, notes, acts) for acts in ordered)


def _order(case: Case, act: Act) -> tuple[int, str, int, str]:
    published = case.published(act.evidence[0].doc)
    return STAGES.index(act.stage), act.date or published, -_WEIGHT[act.realis], published


def _step(case: Case, notes: Notes, acts: list[Act]) -> Step:
    first = acts[0]
    docs = list(dict.fromkeys(span.doc for act in acts for span in act.evidence))
    return Step(
        stage=first.stage,
        realis=first.realis,
        by=tuple(dict.fromkeys(case.call(who) for who in first.by)),
        date=first.date,
        place=case.call(first.place) if first.place else None,
        holder=case.call(first.holder) if first.holder else None,
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        witnesses=len({case.witness(doc) for doc in docs}),
        published=case.published(docs[0]),
        references=notes.cite(span for act in acts for span in act.evidence),
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
        disputed = any(step.realis == "denied" and step.published > since for step in steps)
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
        key = (step.date, step.by if step.stage in ("ratified", "approved", "acceded") else ())
        seen = merged.get(key)
        merged[key] = step if seen is None else replace(seen, references=seen.references + step.references)
    return tuple(sorted(merged.values(), key=lambda step: (-step.witnesses, step.date or "9999")))


def status(steps: tuple[Step, ...]) -> Step | None:
    """The furthest step that a source asserts as done, by its date, else by its place in the order of stages."""
    done = [step for step in steps if step.realis == "actual"]
    if not done:
        return None
    return max(done, key=lambda step: (step.date or "", STAGES.index(step.stage), step.witnesses))
