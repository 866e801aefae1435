"""Where reports agree, add and differ, each with both passages; the same meeting in several reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.analyse.compare import Point, compare, find_report
from foedera.errors import NameAmbiguous, NameNotFound
from foedera.model import Claim
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.records import Polarity


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


def points_of(path: Path, *reports: Report) -> dict[str, Point]:
    keep(path, *reports)
    with View(path) as view:
        return {point.question: point for point in compare(view, [report.document.id for report in reports])}


def test_they_differ_in_label_noun_and_occasion(tmp_path: Path) -> None:
    reports = []
    for words, when in [
        ("a comprehensive strategic partnership treaty", "may be signed following the trip"),
        ("a strategic partnership accord", "may be signed during his visit"),
    ]:
        reports.append(Report(f"The minister said {words} {when} to Zenda.", "2024-06-18", words))
        label = "comprehensive strategic partnership"
        pact = reports[-1].agreement(words, parties=("RUS", "PRK"), label=label)
        reports[-1].act(pact, "signed", f"{words} may be signed", realis="possible")
    points = points_of(tmp_path / "r.duckdb", *reports)
    said = {
        question: [v.said for v in point.values] for question, point in points.items() if point.verdict == "differs"
    }
    assert said == {
        "called": ["treaty", "accord"],
        "partnership label": ["comprehensive strategic partnership", "strategic partnership"],
        "signed: on what occasion": ["after a visit", "during a visit"],
    }


def test_an_occasion_of_another_clause_is_none(tmp_path: Path) -> None:
    report = Report("They signed the Zenda Treaty. It was during the visit that rain fell.", "2024-06-18", "a")
    report.act(report.agreement("the Zenda Treaty"), "signed", "signed the Zenda Treaty")
    other = Report("They signed the Zenda Treaty on a long table that is older than their visit.", "2024-06-18", "b")
    other.act(other.agreement("the Zenda Treaty"), "signed", "signed the Zenda Treaty")
    assert "signed: on what occasion" not in points_of(tmp_path / "r.duckdb", report, other)


def test_a_plan_that_one_attributes_and_one_repeats_has_one_source(tmp_path: Path) -> None:
    """What lies ahead has no eyewitness; what was done has."""
    for realis, independent in (("planned", 1), ("actual", 2)):
        said = Report("Ann Lee announced that they sign the Zenda Treaty.", "2024-06-18", "said")
        said.act(said.agreement("the Zenda Treaty"), "signed", "sign the Zenda Treaty", realis=realis)
        said.quotation("they sign the Zenda Treaty", said.entity("Ann Lee"))
        told = Report("The two sign the Zenda Treaty.", "2024-06-18", "told")
        told.act(told.agreement("the Zenda Treaty"), "signed", "two sign the Zenda Treaty", realis=realis)
        points = points_of(tmp_path / f"{realis}.duckdb", said, told)
        assert points["signed: how stated"].independent == independent


def test_a_report_is_found_by_its_path_or_title(tmp_path: Path) -> None:
    keep(tmp_path / "r.duckdb", Report("One.", name="news/one.txt"), Report("Two.", name="news/two.txt"))
    with View(tmp_path / "r.duckdb") as view:
        assert find_report(view, "two").document.name == "news/two.txt"
        with pytest.raises(NameAmbiguous, match="2 reports"):
            find_report(view, "news")
        with pytest.raises(NameNotFound, match="foedera sources"):
            find_report(view, "three")


def test_two_who_claim_the_same_do_not_differ(tmp_path: Path) -> None:
    claims: list[tuple[str, Polarity]] = [("Ana Ruiz", "positive"), ("Rupert", "positive"), ("Ana Ruiz", "negative")]
    reports = []
    for holder, polarity in claims:
        text = f"{holder} spoke of the Zenda Treaty as a pact against Ruritania, {polarity}."
        reports.append(Report(text, "2024-06-18", f"{holder} {polarity}.txt"))
        pact = reports[-1].agreement("the Zenda Treaty", parties=("RUS", "PRK"))
        speaker, words = reports[-1].entity(holder), reports[-1].says("a pact against Ruritania")
        reports[-1].parts["claims"] = [Claim("k", "directed_at", pact.id, None, speaker.id, polarity, (words,))]
    alike = points_of(tmp_path / "alike.duckdb", *reports[:2])["directed at"]
    assert (alike.verdict, [v.said for v in alike.values]) == (
        "same", ["yes, says Ana Ruiz", "yes, says Rupert"],
    )  # fmt: skip
    assert points_of(tmp_path / "apart.duckdb", *reports[1:])["directed at"].verdict == "differs"
