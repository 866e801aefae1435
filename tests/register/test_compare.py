"""Where reports agree, add and differ, each with both passages; the same meeting in several reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.analyse.compare import compare, find_report
from foedera.analyse.meetings import gather
from foedera.errors import NameAmbiguous, NameNotFound
from foedera.model import Meeting
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path


def test_reports_agree_add_and_differ(tmp_path: Path) -> None:
    may = Report("Ruritania and Graustark may sign the Zenda Treaty of 23 articles.", "2024-06-18", "may.txt")
    pact = may.agreement("the Zenda Treaty", parties=("RUR", "GRA"), articles=23)
    may.act(pact, "signed", "may sign the Zenda Treaty", realis="possible", date="2024-06")
    will = Report("Graustark and Ruritania will sign the Zenda Treaty on 19 June.", "2024-06-18", "will.txt")
    pact = will.agreement("the Zenda Treaty", parties=("GRA", "RUR"))
    will.act(pact, "signed", "will sign the Zenda Treaty", realis="planned", date="2024-06-19")
    keep(tmp_path / "r.duckdb", may, will)
    with View(tmp_path / "r.duckdb") as view:
        points = compare(view, [may.document.id, will.document.id])
    verdicts = {point.question: point.verdict for point in points}
    assert verdicts == {
        "signed: how stated": "differs",
        "called": "same",
        "parties": "same",
        "signed: date": "same",
        "articles": "only",
    }
    differing = points[0]
    assert [(v.said, v.evidence.text) for v in differing.values] == [
        ("possible", "may sign the Zenda Treaty"), ("planned", "will sign the Zenda Treaty"),
    ]  # fmt: skip
    assert points[-1].silent == (will.document.id,)


def meeting(report: Report, words: str, kind: str = "visit", **fields: object) -> Meeting:
    span = report.says(words)
    return Meeting(f"{report.document.id} {span.start}", kind, "actual", (span,), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"participants": ("Kim Jong Un",)}, {"participants": ("Kim Jong-un",)}, True),
        ({"participants": ("RUS",), "date": "2024-06"}, {"participants": ("Russia",), "date": "2024-06-18"}, True),
        ({"participants": ("RUS",), "date": "2024-05"}, {"participants": ("RUS",), "date": "2024-06-18"}, False),
        ({"participants": ("RUS",), "place": "Geneva"}, {"participants": ("RUS",), "place": "Vienna"}, False),
        ({"participants": ("RUS",), "place": "Pyongyang"}, {"participants": ("RUS",), "place": "North Korea"}, True),
        ({"participants": ("RUS",), "place": "Pyongyang"}, {"participants": ("RUS",), "place": "South Korea"}, False),
        ({"participants": ("RUS",)}, {"participants": ("USA",)}, False),
        ({"participants": ("RUS",)}, {"participants": ("RUS",), "kind": "call"}, False),
    ],
)
def test_the_same_meeting_in_two_reports(one: dict[str, object], other: dict[str, object], alike: bool) -> None:
    a, b = Report("They came.", name="a"), Report("They went.", name="b")
    groups = gather([meeting(a, "They came", **one), meeting(b, "They went", **other)])  # type: ignore[arg-type]
    assert len(groups) == (1 if alike else 2)


def test_a_report_is_found_by_its_path_or_title(tmp_path: Path) -> None:
    keep(tmp_path / "r.duckdb", Report("One.", name="news/one.txt"), Report("Two.", name="news/two.txt"))
    with View(tmp_path / "r.duckdb") as view:
        assert find_report(view, "two").document.name == "news/two.txt"
        with pytest.raises(NameAmbiguous, match="2 reports"):
            find_report(view, "news")
        with pytest.raises(NameNotFound, match="foedera sources"):
            find_report(view, "three")
