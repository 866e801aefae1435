"""What the sources agree and differ on.

Each question gathers the values that two reports or more give to one slot: several are a difference, one is an
agreement or, where one house alone stands behind it, a repetition. A copy of a report is no second report.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.analyse.answers import of_act, of_claim
from foedera.analyse.events import most_exact
from foedera.lexicon import load
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

Verdict = Literal["agree", "differ", "repeat"]
_COMPARED = ("on what occasion", "what was approved")


@dataclass(frozen=True, slots=True)
class Question:
    """One slot with the values that sources give it."""

    title: str
    verdict: Verdict
    values: tuple[Value, ...]


_Answers = dict[str, list["Span"]]


def questions_of(case: Case, notes: Notes, facts: tuple[Fact, ...]) -> tuple[Question, ...]:
    """The slots that two reports or more speak to; differences first, repetitions last."""
    asked = [_judged(case, notes, title, answers) for title, answers in (*_facts(facts), *_slots(case))]
    order: tuple[Verdict, ...] = ("differ", "agree", "repeat")
    return tuple(sorted((one for one in asked if one), key=lambda one: order.index(one.verdict)))


def _judged(case: Case, notes: Notes, title: str, answers: _Answers) -> Question | None:
    """The question with its verdict; None where fewer than two reports answer it."""
    docs = {span.doc for spans in answers.values() for span in spans}
    if len({case.copies.get(doc, doc) for doc in docs}) < 2:
        return None
    values = tuple(value_of(case, notes, words, spans) for words, spans in answers.items())
    alone = len({case.witness(doc) for doc in docs}) < 2
    return Question(title, "differ" if len(values) > 1 else "repeat" if alone else "agree", values)


def _facts(facts: tuple[Fact, ...]) -> Iterator[tuple[str, _Answers]]:
    """The facts but for the names, which differ from report to report without any disagreement."""
    for fact in facts[1:]:
        yield fact.title, {value.words: [one.note.span for one in value.references] for value in fact.values}


def _slots(case: Case) -> Iterator[tuple[str, _Answers]]:
    yield from _dates(case)
    yield from _firmness(case)
    yield from _replacements(case)
    yield from _visits(case)
    yield from _told(case)


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
    slots: dict[str, _Answers] = defaultdict(lambda: defaultdict(list))
    called: dict[str, str] = {}
    for meeting in case.meetings:
        if meeting.kind == "visit" and meeting.level and meeting.participants:
            visit, where = case.encounters.get(meeting.id, meeting.id), case.call(meeting.host or meeting.place or "")
            visitor = case.call(meeting.participants[0])
            called.setdefault(visit, f"Class of visit: {visitor}" + (f" to {where}" if where else ""))
            slots[visit][f"{meeting.level} visit"].extend(meeting.evidence)
    yield from ((called[visit], answers) for visit, answers in slots.items())


def _told(case: Case) -> Iterator[tuple[str, _Answers]]:
    """On what occasion a step is taken, what was approved, and what is claimed in opposite ways."""
    slots: dict[str, _Answers] = defaultdict(lambda: defaultdict(list))
    for act in case.acts:
        for answer in of_act(case.name, act, case.document(act.evidence[0].doc).text):
            if answer.question.endswith(_COMPARED):
                slots[answer.question][answer.said].append(answer.words)
    for claim in case.claims:
        answer = of_claim(claim, case.names)
        if answer.question in load("en", "comparing")["contrasts"] and claim.subject == case.id:
            slots[answer.question][answer.told].append(answer.words)
    yield from ((question[:1].upper() + question[1:], answers) for question, answers in slots.items())
