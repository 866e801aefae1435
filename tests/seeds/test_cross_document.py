"""What the two reports say of the same things: the `cross_document` block of their full gold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from foedera.analyse.answers import answers
from foedera.analyse.compare import Point, compare
from foedera.analyse.events import events
from foedera.store import View
from tests.conftest import SHARED
from tests.seeds.conftest import Seeds, touches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Span

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def view(seeds: Seeds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Both reports in one register, as `foedera add` leaves them."""
    from foedera.adding import add_files

    path = tmp_path_factory.mktemp("seeds") / "r.duckdb"
    files = [str(file) for file in sorted((SHARED / "seeds").glob("*.txt"))]
    for _ in add_files(files, path, published="2024-06-18", failed=lambda failure: pytest.fail(str(failure))):
        pass
    with View(path) as register:
        yield register


@pytest.fixture(scope="module")
def docs(seeds: Seeds, view: View) -> dict[str, str]:
    """The document id of report A and of report B."""
    held = {report.document.sha256: report.document.id for report in view.reports()}
    return {name: held[reading.document.sha256] for name, reading in seeds.readings.items()}


@pytest.fixture(scope="module")
def points(view: View, docs: dict[str, str]) -> list[Point]:
    return compare(view, list(docs.values()))


def rests_on(span: Span, docs: dict[str, str], place: dict[str, Any], *, before: int = 0) -> bool:
    """Whether a passage is, or holds, the words that the gold points at (or ends that shortly before them)."""
    return span.doc == docs[place["doc"]] and touches(span, place["start"] - before, place["end"])


def conflict(seeds: Seeds, name: str) -> dict[str, Any]:
    return next(item for item in seeds.gold["cross_document"]["conflicts"] if item["id"] == f"cf:{name}")


DIFFERING = {
    "visit_class": ("called", "state visit", "official visit"),
    "signing_time": ("signed: on what occasion", "after a visit", "during a visit"),
    "signing_modality": ("signed: how stated", "possible", "planned"),
    "level": ("partnership label", "comprehensive strategic partnership", "strategic partnership"),
    "instrument": ("called", "treaty", "agreement"),
    "depth": ("depth", "substantive", "symbolic"),
}
"""Of each conflict between the reports the question, and what A and B answer."""


@pytest.mark.parametrize("name", DIFFERING)
def test_the_conflict_is_among_the_differences(
    name: str, seeds: Seeds, view: View, points: list[Point], docs: dict[str, str]
) -> None:
    question, *said = DIFFERING[name]
    (point,) = [p for p in points if p.question == question and p.verdict == "differs" and _is_between(p, said)]
    for report, of_report in zip("AB", said, strict=True):
        assert any(v.report == docs[report] and v.said.startswith(of_report) for v in point.values)
        held = [
            a.words
            for a in answers(view, list(docs.values()))
            if a.question == question and a.said.startswith(of_report)
        ]
        near = 15 if name == "signing_time" else 0  # "may be signed | following the trip"
        assert any(rests_on(span, docs, conflict(seeds, name)[report], before=near) for span in held)


def test_what_was_approved_differs_within_one_report(seeds: Seeds, points: list[Point], docs: dict[str, str]) -> None:
    """The seventh conflict: B tells of one approval of a draft, and of one of a proposal to sign."""
    gold = conflict(seeds, "order_of_events")
    (point,) = [p for p in points if p.question == "what was approved"]
    assert point.verdict == "differs"
    for place, said in (("B", "a draft"), ("B2", "a proposal")):
        assert any(rests_on(v.evidence, docs, gold[place]) for v in point.values if v.said == said)


def _is_between(point: Point, said: list[str]) -> bool:
    return all(any(value.said.startswith(answer) for value in point.values) for answer in said)


@pytest.mark.parametrize(
    ("question", "corroboration"), [("directed at", 0), ("date", 1)], ids=["third countries", "the visit"]
)
def test_agreement_on_one_source_is_no_confirmation(
    question: str, corroboration: int, seeds: Seeds, points: list[Point]
) -> None:
    """The same speaker at the same briefing; a visit that both know from its announcement."""
    assert seeds.gold["cross_document"]["corroborations"][corroboration]["independent"] is False
    (point,) = [p for p in points if p.question == question and len({v.report for v in p.values}) == 2]
    assert (point.verdict, point.independent) == ("same", 1)


def test_both_know_of_the_approval(seeds: Seeds, view: View, docs: dict[str, str]) -> None:
    gold = seeds.gold["cross_document"]["corroborations"][2]
    (treaty,) = [entry for entry in view.agreements() if len(entry.reports) == 2]
    (event,) = [e for e in events(view, treaty.id) if (e.stage, e.realis) == ("draft_approved", "actual")]
    for report in ("A", "B"):
        assert any(rests_on(span, docs, gold[report]) for act in event.acts for span in act.evidence)
    assert event.independent == 1  # both are outlets of one state


def test_the_same_things_go_by_one_id(view: View) -> None:
    """The treaty, its approval and signature, the visit, and the persons whom both reports name."""
    shared = [entry for entry in view.agreements() if len(entry.reports) == 2]
    assert len(shared) == 1
    persons = {actor.name for actor in view.actors("person") if len(actor.reports) == 2}
    assert persons == {"Vladimir Putin", "Kim Jong Un", "Yuri Ushakov"}
    (ushakov,) = [actor for actor in view.actors("person") if "Yury Ushakov" in actor.names]
    assert set(ushakov.names) == {"Yury Ushakov", "Yuri Ushakov"}
    steps = {(e.stage, e.realis): e.reports for e in events(view, shared[0].id)}
    assert len(steps["draft_approved", "actual"]) == len(steps["signed", "planned"]) == 2
