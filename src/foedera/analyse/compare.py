"""Where reports agree, add and differ, with the passages of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.analyse.meetings import gather
from foedera.errors import NameAmbiguous, NameNotFound
from foedera.model import Claim, Link, Meeting
from foedera.model.dates import is_edtf, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.model import Act, Agreement, Span
    from foedera.store import Report, View

Verdict = Literal["differs", "same", "only"]
"""What the reports make of a point: they differ, all that speak to it say the same, or one alone speaks to it."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one report says on a point, and the words it says it in."""

    report: str
    said: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Point:
    """A point that reports speak to: of what thing, which question, and what each says."""

    subject: str
    question: str
    verdict: Verdict
    values: tuple[Value, ...]
    silent: tuple[str, ...]


_Said = tuple[str, str, str, "Span"]
"""Subject, question, answer, words."""


def compare(view: View, reports: Sequence[str]) -> list[Point]:
    """What some reports (document ids) say on each point that one of them speaks to: differences first."""
    points: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for subject, question, answer, words in _everything(view, list(reports)):
        value = Value(words.doc, answer, words)
        held = points[subject, question]
        if not any((one.report, one.said) == (value.report, value.said) for one in held):
            held.append(value)
    order: tuple[Verdict, ...] = ("differs", "same", "only")
    found = [_point(subject, question, values, reports) for (subject, question), values in points.items()]
    return sorted(found, key=lambda p: (order.index(p.verdict), p.subject, p.question))


def _point(subject: str, question: str, values: list[Value], reports: Sequence[str]) -> Point:
    said = {report: {v.said for v in values if v.report == report} for report in reports}
    speaking = [answers for answers in said.values() if answers]
    alike = all(_compatible(one, other) for one in speaking for other in speaking)
    verdict: Verdict = "only" if len(speaking) == 1 else "same" if alike else "differs"
    silent = tuple(report for report, answers in said.items() if not answers)
    ordered = sorted(values, key=lambda v: (list(reports).index(v.report), v.evidence))
    return Point(subject, question, verdict, tuple(ordered), silent)


def _compatible(one: set[str], other: set[str]) -> bool:
    """The same answers; of dates, such as can be one."""
    if one == other:
        return True
    dated = all(is_edtf(answer) for answer in one | other)
    return (
        dated
        and all(any(overlap(a, b) for b in other) for a in one)
        and all(any(overlap(a, b) for a in one) for b in other)
    )


def _everything(view: View, docs: list[str]) -> Iterator[_Said]:
    names = {actor.id: actor.name for actor in view.actors()}
    for entry in view.agreements():
        names[entry.id] = entry.name
        for record in entry.records:
            if record.mentions[0].doc in docs:
                yield from _of_agreement(entry.name, record)
    for act in view.acts():
        if act.evidence[0].doc in docs:
            yield from _of_act(names.get(act.agreement, act.agreement), act)
    where = "list_contains(?, r.doc)", [docs]
    for link in view.records(Link, *where):
        ends = names.get(link.source, link.source), names.get(link.target, link.target)
        yield ends[0], f"{link.relation.replace('_', ' ')} {ends[1]}", link.realis, link.evidence[0]
    for group in gather(view.records(Meeting, *where)):
        yield from _of_meeting(group, names)
    for claim in view.records(Claim, *where):
        question = " ".join(
            [claim.predicate.replace("_", " "), names.get(claim.object or "", claim.object or "")]
        ).strip()
        holder = names.get(claim.holder, claim.holder) if claim.holder else "the report itself"
        yield names.get(claim.subject, claim.subject), question, f"{claim.polarity}, says {holder}", claim.evidence[0]


def _of_agreement(subject: str, record: Agreement) -> Iterator[_Said]:
    answers = {
        "called": record.kind if record.kind != "other" else None,
        "partnership label": record.label,
        "parties": ", ".join(sorted(record.parties)) or None,
        "articles": str(record.articles) if record.articles is not None else None,
        "made": record.date,
    }
    for question, answer in answers.items():
        if answer:
            holding = (m for m in record.mentions if answer.casefold() in m.text.casefold())
            yield subject, question, answer, next(holding, record.mentions[0])


def _of_act(subject: str, act: Act) -> Iterator[_Said]:
    step = act.stage.replace("_", " ")
    yield subject, f"{step}: how stated", act.realis, act.evidence[0]
    if act.date:
        yield subject, f"{step}: date", act.date, act.evidence[0]
    if act.by:
        yield subject, f"{step}: by", ", ".join(sorted(act.by)), act.evidence[0]
    if act.place:
        yield subject, f"{step}: place", act.place, act.evidence[0]


def _of_meeting(group: Sequence[Meeting], names: dict[str, str]) -> Iterator[_Said]:
    who = sorted({names.get(name, name) for meeting in group for name in meeting.participants})
    subject = f"{group[0].kind} of {' and '.join(who[:3]) or 'unnamed'}"
    for meeting in group:
        answers = {
            "called": f"{meeting.level} {meeting.kind}" if meeting.level else meeting.kind,
            "how stated": meeting.realis,
            "date": meeting.date,
            "place": meeting.place,
            "host": names.get(meeting.host or "", meeting.host),
        }
        for question, answer in answers.items():
            if answer:
                yield subject, question, answer, meeting.evidence[0]


def find_report(view: View, name: str) -> Report:
    """The report that a document id, a path or its end, an address, a title or a publisher means.

    Raises:
        NameNotFound: none does.
        NameAmbiguous: several do.
    """
    reports = view.reports()
    for names in (_ids, _titles):
        found = [report for report in reports if any(_means(name, known) for known in names(report))]
        if len(found) == 1:
            return found[0]
        if found:
            lines = tuple(f"{r.document.id}  {r.document.path}" for r in found[:10])
            listed = "".join(f"\n  {line}" for line in lines)
            raise NameAmbiguous(
                f"{name!r} can mean {len(found)} reports; give more of the name or an id:{listed}", lines
            )
    raise NameNotFound(f"no report in {view.path} is called {name!r}; list them with: foedera sources")


def _ids(report: Report) -> tuple[str | None, ...]:
    doc = report.document
    return doc.id, doc.path, doc.name, report.source


def _titles(report: Report) -> tuple[str | None, ...]:
    doc = report.document
    return (*_ids(report), doc.title, doc.publisher, doc.republished_by, doc.agency)


def _means(name: str, known: str | None) -> bool:
    return bool(known) and name.casefold() in str(known).casefold()
