"""Repetition is no confirmation: copies, the same words and the same speaker are one witness."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from foedera.analyse.events import events
from foedera.analyse.overview import overview
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path

STORY = """The ministers of Ruritania and Graustark met in the old castle above the river on the first day of spring.
They signed the Zenda Treaty after nine hours of talks that nobody in either capital had thought would end so well.
The text runs to thirty pages and names the three passes over which goods may go without any further inspection.
Farmers on both sides of the border, who had blocked the road for weeks, took their tractors home the same night.
"It is a colour we had not seen in years," said the mayor of the last village before the pass, looking at the sky."""


def story(text: str, published: str, name: str, speaker: str | None = None) -> Report:
    """A report that the Zenda Treaty was signed; where there is a speaker, in the speaker's words."""
    report = Report(text, published, name)
    treaty = report.agreement("the Zenda Treaty")
    report.act(treaty, "signed", "signed the Zenda Treaty")
    if speaker:
        report.quotation("signed the Zenda Treaty", report.entity(speaker))
    return report


def independent(path: Path, *reports: Report) -> int:
    keep(path, *reports)
    with View(path) as view:
        (event,) = events(view, view.agreements()[0].id)
        assert len(event.reports) == len(reports)
        (line,) = overview(view)
        assert line.status
        assert line.status.event == event
        return event.independent


def changed(how: str) -> str:
    paragraphs = STORY.splitlines()
    return {
        "cut at a paragraph": "\n".join(paragraphs[:3]),
        "a new headline": "Quiet spring at the castle\n\n" + STORY,
        "other quote marks": STORY.translate({ord('"'): "“"}),
        "another spelling": STORY.replace("colour", "color"),
        "a paragraph inserted": "\n".join(
            [*paragraphs[:2], "Our man adds that the castle has two towers.", *paragraphs[2:]]
        ),
    }[how]


@pytest.mark.parametrize(
    "how", ["cut at a paragraph", "a new headline", "other quote marks", "another spelling", "a paragraph inserted"]
)
def test_a_copy_is_no_second_witness(how: str, tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    first, copy = story(STORY, "2024-03-20", "first"), story(changed(how), "2024-03-21", "copy")
    assert independent(path, copy, first) == 1
    with View(path) as view:
        assert view.copies() == {copy.document.id: first.document.id}
    with View(path, as_of="2024-03-20") as view:
        assert view.copies() == {}


def test_a_copy_is_a_witness_of_its_own_while_its_original_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    keep(path, story(changed("a new headline"), "2024-03-21", "copy"))
    with View(path) as view:
        assert view.copies() == {}


FOOTER = """The Strelsau Courier is owned by its readers and takes no money from any state, party or bank of the valley.
Write to the editor at the old mill by the weir, where letters are read aloud on the first Monday of the month."""


def test_a_footer_that_many_reports_end_on_makes_no_copy(tmp_path: Path) -> None:
    """Short reports, each with words of its own and one footer as long as they are."""
    path, reports = tmp_path / "r.duckdb", []
    for n in range(8):
        own = " ".join(f"{word}{n}" for word in STORY.split()[:45])
        reports.append(Report(f"{own}\n\n{FOOTER}", f"2024-03-{n + 10}", f"r{n}"))
    keep(path, *reports)
    with View(path) as view:
        assert view.copies() == {}
    wire = [Report(f"{STORY}\n\n{FOOTER}", f"2024-04-{n + 10}", f"w{n}") for n in range(8)]
    keep(path, *wire)
    with View(path) as view:  # what all outlets print of a wire is its text all the same
        assert view.copies() == {copy.document.id: wire[0].document.id for copy in wire[1:]}


def test_two_reports_in_their_own_words_are_two_witnesses(tmp_path: Path) -> None:
    own = "In Strelsau envoys of the two neighbours signed the Zenda Treaty, our reporter saw from the gallery."
    assert independent(tmp_path / "r.duckdb", story(STORY, "2024-03-20", "a"), story(own, "2024-03-20", "b")) == 2


def test_the_same_speaker_in_two_reports_is_one_witness(tmp_path: Path) -> None:
    told = story("Ann Lee told Reuters that they signed the Zenda Treaty.", "2024-03-20", "a", "Ann Lee")
    again = story("They signed the Zenda Treaty, Ann Lee said.", "2024-03-21", "b", "Ann Lee")
    other = story("They signed the Zenda Treaty, Bob Ray said.", "2024-03-21", "c", "Bob Ray")
    assert independent(tmp_path / "r.duckdb", told, again) == 1
    assert independent(tmp_path / "s.duckdb", told, again, other) == 2


def of_house(publisher: str, name: str, text: str) -> Report:
    report = story(text, "2024-03-20", name)
    report.document = dataclasses.replace(report.document, publisher=publisher)
    return report


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("Strelsau Courier", "Strelsau Courier", 1), ("Strelsau Courier", "Hentzau Post", 2), ("TASS", "Sputnik", 1)],
    ids=["one paper", "two papers", "two agencies of one state"],
)
def test_a_house_is_one_witness(one: str, other: str, number: int, tmp_path: Path) -> None:
    first = of_house(one, "a", STORY)
    again = of_house(other, "b", "In Strelsau envoys signed the Zenda Treaty, our reporter saw from the gallery.")
    assert independent(tmp_path / "r.duckdb", first, again) == number
