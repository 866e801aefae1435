"""Where reports agree, add and differ, with the passages of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.analyse.answers import answers
from foedera.analyse.witnesses import Witnesses
from foedera.errors import NameAmbiguous, NameNotFound
from foedera.model.dates import is_edtf, overlap
from foedera.resolve.meetings import places_fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.analyse.answers import Answer
    from foedera.model import Span
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
    """A point that reports speak to: of what thing (its id in the register, its name), which question, what each says.

    `independent` is the number of witnesses behind it: where reports agree, whether they confirm or repeat each other.
    """

    thing: str
    subject: str
    question: str
    verdict: Verdict
    values: tuple[Value, ...]
    silent: tuple[str, ...]
    independent: int = 1


def compare(view: View, reports: Sequence[str]) -> list[Point]:
    """What some reports (document ids) say on each point that one of them speaks to: differences first."""
    points: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers(view, reports):
        held = points[answer.thing, answer.question]
        if not any((one.words.doc, one.told) == (answer.words.doc, answer.told) for one in held):
            held.append(answer)
    witnesses = Witnesses.of(view, reports)
    order: tuple[Verdict, ...] = ("differs", "same", "only")
    found = [_point(held, reports, witnesses) for held in points.values()]
    kinds = ("ag_", "mt_")  # agreements and meetings before what is claimed of states and blocs
    return sorted(
        found, key=lambda p: (order.index(p.verdict), not p.thing.startswith(kinds), p.subject, p.thing, p.question)
    )


def _point(held: list[Answer], reports: Sequence[str], witnesses: Witnesses) -> Point:
    said = {report: {a.said for a in held if a.words.doc == report} for report in reports}
    speaking = [answers for answers in said.values() if answers]
    fit = _fit_as_places if held[0].question.endswith("place") else _compatible
    alike = all(fit(one, other) for one in speaking for other in speaking)
    ordered = sorted(held, key=lambda a: (list(reports).index(a.words.doc), a.words))
    return Point(
        held[0].thing,
        held[0].subject,
        held[0].question,
        verdict="only" if len(speaking) == 1 else "same" if alike else "differs",
        values=tuple(Value(a.words.doc, a.told, a.words) for a in ordered),
        silent=tuple(report for report, answers in said.items() if not answers),
        independent=witnesses.independent((a.words for a in ordered), ahead=all(a.ahead for a in ordered)),
    )


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


def _fit_as_places(one: set[str], other: set[str]) -> bool:
    """A capital and its state do not contradict each other."""
    return all(places_fit(a, b) for a in one for b in other)


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
