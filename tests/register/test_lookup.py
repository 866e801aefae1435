"""Names match loosely; what stays ambiguous is listed and never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.analyse.statements import statements
from foedera.errors import NameAmbiguous, NameNotFound
from foedera.resolve.lookup import find_agreement
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path: Path = tmp_path_factory.mktemp("lookup") / "r.duckdb"
    words = (
        "the Treaty on Comprehensive Strategic Partnership",
        "the treaty of 1961",
        "the Paris Agreement",
        "the New START treaty",
    )
    report = Report(f"{', '.join(words)}. NPT. Ann Lee of Tass said no.", "2024-06-18", "a")
    new = report.agreement(words[0], parties=("RUS", "PRK"))
    report.agreement(words[1], parties=("RUS", "PRK"), date="1961")
    report.agreement(words[2], kind="agreement", parties=("USA",), multilateral=True)
    report.agreement(words[3], parties=("USA", "RUS"))
    report.agreement("NPT", parties=("PRK",), multilateral=True)
    report.quotation("no", report.entity("Ann Lee"), about=(new.id,))
    keep(path, report)
    with View(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "starts"),
    [
        ("comprehensive strategic partnership", "the Treaty on Comprehensive"),
        ("partnership treaty", "the Treaty on Comprehensive"),
        ("the 1961 treaty", "the treaty of 1961"),
        ("Russian-North Korean treaty of 1961", "the treaty of 1961"),
        ("Pyongyang's partnership with Moscow", "the Treaty on Comprehensive"),
        ("paris", "the Paris"),
        ("New START", "the New START"),
        ("npt", "NPT"),
        ("comprehnsive strategik partnership", "the Treaty on Comprehensive"),
    ],
)  # fmt: skip
def test_words_find_the_agreement(view: View, asked: str, starts: str) -> None:
    assert find_agreement(view, asked).entry.name.startswith(starts)


def test_an_id_finds_it_also_a_record_s(view: View) -> None:
    entry = find_agreement(view, "New START").entry
    assert find_agreement(view, entry.id).entry == entry
    assert find_agreement(view, entry.records[0].id).entry == entry


def test_an_ambiguous_name_lists_the_candidates(view: View) -> None:
    with pytest.raises(NameAmbiguous, match="give more words or an id") as caught:
        find_agreement(view, "North Korea treaty")
    assert len(caught.value.candidates) == 3
    assert any("1961" in candidate for candidate in caught.value.candidates)


def test_what_reports_speak_of_most_is_taken_and_the_others_are_named(tmp_path: Path) -> None:
    reports = []
    for n in range(3):
        reports.append(Report("The Zenda Treaty came. So did an older pact.", "2024-06-18", str(n)))
        reports[-1].agreement("The Zenda Treaty", parties=("RUS", "PRK"))
    reports[0].agreement("an older pact", date="1961", parties=("RUS", "PRK"))
    keep(tmp_path / "r.duckdb", *reports)
    with View(tmp_path / "r.duckdb") as view:
        found = find_agreement(view, "Russia treaty")
        assert (found.entry.name, len(found.others)) == ("The Zenda Treaty", 1)


def test_what_is_not_there_says_how_to_list_what_is(view: View, tmp_path: Path) -> None:
    with pytest.raises(NameNotFound, match="list all 5 with: foedera show"):
        find_agreement(view, "Antarctic Treaty")
    with pytest.raises(NameNotFound):
        find_agreement(view, "treaty of 1962")


def test_statements_by_who_said_them_and_what_they_are_about(view: View) -> None:
    (only,) = view.quotations()
    assert statements(view, speaker="Lee") == [only]
    assert statements(view, speaker="ann lee", about="partnership") == [only]
    assert statements(view, speaker="Lee", about="New START") == []
    with pytest.raises(NameNotFound, match="goes by 'Putin'"):
        statements(view, speaker="Putin")
    with pytest.raises(NameNotFound):
        statements(view, about="Antarctic Treaty")
