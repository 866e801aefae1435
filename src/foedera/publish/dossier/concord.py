"""What the sources agree and differ on (first version).

Each question gathers the values that two independent sources or more give to one slot: one value is an agreement,
several are a difference. A copy of a report is no second source.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.analyse.events import most_exact
from foedera.model.dates import overlap
from foedera.model.records import STAGES
from foedera.publish.dossier.dates import plain_date
from foedera.publish.dossier.facts import value_of
from foedera.publish.dossier.wording import PARTY_BY_PARTY, REALIS_WORDS, RELATION_MODES, RELATION_WORDS, STAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Span
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.facts import Fact, Value
    from foedera.publish.dossier.notes import Notes

Verdict = Literal["agree", "differ"]


@dataclass(frozen=True, slots=True)
class Question:
    """One slot with the values that sources give it."""

    title: str
    verdict: Verdict
    values: tuple[Value, ...]


_Answers = dict[str, list["Span"]]


def questions_of(case: Case, notes: Notes, facts: tuple[Fact, ...]) -> tuple[Question, ...]:
    """The slots that two independent sources or more speak to; differences first."""
    asked = [_judged(case, notes, title, answers) for title, answers in (*_facts(facts), *_slots(case))]
    return tuple(sorted((one for one in asked if one), key=lambda one: one.verdict != "differ"))


def _judged(case: Case, notes: Notes, title: str, answers: _Answers) -> Question | None:
    """The question with its verdict; None where fewer than two independent sources answer it."""
    witnesses = {case.witness(span.doc) for spans in answers.values() for span in spans}
    if len(witnesses) < 2:
        return None
    values = tuple(value_of(case, notes, words, spans) for words, spans in answers.items())
    return Question(title, "differ" if len(values) > 1 else "agree", values)


def _facts(facts: tuple[Fact, ...]) -> Iterator[tuple[str, _Answers]]:
    """The facts but for the names, which differ from report to report without any disagreement."""
    for fact in facts[1:]:
        yield fact.title, {value.words: [one.note.span for one in value.references] for value in fact.values}


def _slots(case: Case) -> Iterator[tuple[str, _Answers]]:
    yield from _dates(case)
    yield from _firmness(case)
    yield from _replacements(case)
    yield from _visits(case)


def _dates(case: Case) -> Iterator[tuple[str, _Answers]]:
    """When each step was or is to be taken; a step that several take (ratification) is a question for each."""
    slots: dict[tuple[int, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for act in case.acts:
        if act.date and act.realis in ("actual", "planned"):
            by = ", ".join(sorted(case.call(who) for who in act.by)) if act.stage in PARTY_BY_PARTY else ""
            title = f"Date: {STAGE_NAMES[act.stage].lower()}" + (f" by {by}" if by else "")
            slots[STAGES.index(act.stage), title][act.date].extend(act.evidence)
    for (_, title), given in sorted(slots.items()):
        yield title, {plain_date(date): spans for date, spans in _distinct(given).items()}


def _distinct(given: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """Dates that exclude each other; a rough date stands with the exact one that it holds."""
    found: dict[str, list[Span]] = {}
    left = dict(given)
    while (date := most_exact(left)) is not None:
        same = next((one for one in found if overlap(one, date)), date)
        found.setdefault(same, []).extend(left.pop(date))
    return found


def _firmness(case: Case) -> Iterator[tuple[str, _Answers]]:
    """How firmly a step was announced before any source had it as done."""
    for stage in STAGES:
        acts = [act for act in case.acts if act.stage == stage]
        done = min((case.published(act.evidence[0].doc) for act in acts if act.realis == "actual"), default="9999")
        answers: _Answers = defaultdict(list)
        for act in acts:
            if act.realis in ("planned", "possible", "denied") and case.published(act.evidence[0].doc) < done:
                answers[REALIS_WORDS[act.realis].word].extend(act.evidence)
        yield f"Beforehand: {STAGE_NAMES[stage].lower()}", answers


def _replacements(case: Case) -> Iterator[tuple[str, _Answers]]:
    """For each other agreement, how sources put that this one replaces it."""
    slots: dict[str, _Answers] = defaultdict(lambda: defaultdict(list))
    for link in case.links:
        if link.relation == "replaces" and link.source == case.id:
            mode = RELATION_MODES["denied" if link.realis == "denied" else "actual"]
            slots[case.call(link.target)][mode.format(RELATION_WORDS["replaces"][0])].extend(link.evidence)
    yield from ((f"Replaces: {name}", answers) for name, answers in slots.items())


def _visits(case: Case) -> Iterator[tuple[str, _Answers]]:
    """The class of each visit: state, official, working, private."""
    slots: dict[tuple[str, str], _Answers] = defaultdict(lambda: defaultdict(list))
    for meeting in case.meetings:
        if meeting.kind == "visit" and meeting.level and meeting.participants:
            visitor = case.call(meeting.participants[0])
            where = case.call(meeting.host or meeting.place or "")
            slots[visitor, where][f"{meeting.level} visit"].extend(meeting.evidence)
    for (visitor, where), answers in slots.items():
        yield f"Class of visit: {visitor}" + (f" to {where}" if where else ""), answers
