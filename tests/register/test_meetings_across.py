"""The same visit, meeting or call in several reports, and what is kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from foedera.adding import decide
from foedera.errors import NameAmbiguous
from foedera.resolve.lookup import find_thing
from foedera.resolve.why import why
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path

RUS_PRK = ("RUS", "PRK")
TWO = ("Vladimir Putin", "Kim Jong Un")


def of(*participants: str, published: str = "2024-06-18", **fields: Any) -> Report:
    """A report of one meeting."""
    report = Report("They came and they met.", published, repr((participants, published, fields)))
    report.meeting("they met", participants=participants, **{"kind": "meeting", **fields})
    return report


def visit(*participants: str, **fields: Any) -> Report:
    return of(*participants, **{"kind": "visit", "place": "North Korea", **fields})


def meetings(path: Path, *reports: Report) -> int:
    keep(path, *reports)
    with View(path) as view:
        return len(view.meeting_groups())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (visit("Kim Jong Un", date="2024-06-18"), visit("Kim Jong-un", date="2024-06")),
        (visit("Vladimir Putin", date="2024-06-18/2024-06-19"), visit("Putin", place="Pyongyang", date="2024-06-19")),
        (visit("RUS", date="2024-06"), visit("Russia", date="2024-06-18")),
        (visit("RUS"), visit("RUS", realis="planned", published="2024-06-10")),
        (of(*TWO, kind="talks"), of("Putin", "Kim", kind="summit", published="2024-06-20")),
        (of(*TWO, date="2024-06-19"), of(*TWO, published="2024-06-20")),
        (of("USA", "JPN", "KOR", kind="summit", date="2023-08-18"), of("JPN", "KOR", date="2023-08-18")),
        (of(*RUS_PRK, kind="call", date="2024-06-18"), of(*reversed(RUS_PRK), kind="call", published="2024-06-19")),
    ],
    ids=[
        "spelling and precision", "capital and state", "name of the state", "planned, then done", "talks and summit",
        "one without a date", "a participant left out", "call",
    ],
)  # fmt: skip
def test_one_meeting(one: Report, other: Report, tmp_path: Path) -> None:
    assert meetings(tmp_path / "r.duckdb", one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (of(*TWO, date="2018-06-12"), of(*TWO, date="2019-02-27")),
        (of(*TWO), of(*TWO, published="2024-09-18")),
        (of(*TWO, place="Geneva"), of(*TWO, place="Vienna")),
        (visit("RUS", place="Pyongyang"), visit("RUS", place="South Korea")),
        (visit("Vladimir Putin"), visit("Sergey Lavrov")),
        (of("Vladimir Putin", "Kim Jong Un"), of("Vladimir Putin", "Xi Jinping")),
        (of("Donald Trump", "Ivanka Trump", "Kim Jong Un"), of("Trump", "Moon Jae-in")),
        (of(*TWO), of(*TWO, kind="call")),
        (of(*TWO, published="2024-06-18"), of(*TWO, realis="planned", published="2024-06-21")),
        (of("RUS"), of("RUS", published="2024-06-19")),
    ],
    ids=[
        "dates", "news of other months", "towns", "another Korea", "visitors", "other partners",
        "one name of two persons", "meeting and call", "done, then planned", "one participant is not enough",
    ],
)  # fmt: skip
def test_two_meetings(one: Report, other: Report, tmp_path: Path) -> None:
    assert meetings(tmp_path / "r.duckdb", one, other) == 2


def test_what_one_report_tells_apart_stays_apart(tmp_path: Path) -> None:
    report = Report("They met at noon and they talked at night.", "2024-06-18", "both")
    for words in ("They met", "they talked"):
        report.meeting(words, kind="meeting", participants=TWO)
    assert meetings(tmp_path / "r.duckdb", report) == 2
    assert meetings(tmp_path / "r.duckdb", of(*TWO, published="2024-06-19")) == 3


def test_without_date_and_place_it_is_the_only_one_that_it_fits(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    assert meetings(path, of(*TWO, date="2024-06-18"), of(*TWO, published="2024-06-20")) == 1
    assert meetings(path, of(*TWO, date="2024-06-21")) == 3


def test_it_keeps_its_id_and_a_decision_holds(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    keep(path, of(*TWO, date="2024-06-18", place="Geneva"))
    with View(path) as view:
        (cited,) = view.meeting_groups()
    keep(path, of(*TWO, date="2024-06-18", place="Vienna", published="2024-06-19"))
    with View(path) as view:
        assert len(view.meeting_groups()) == 2
        with pytest.raises(NameAmbiguous, match="can mean 2"):
            find_thing(view, "meeting Putin Kim")
        other = find_thing(view, "meeting Putin Vienna")
        assert why(view, cited, other).parts[0].reasons == ("in Geneva and in Vienna",)
    assert set(decide(path, "same", "meeting Putin Geneva", other)) == {cited}
    keep(path, of(*TWO, date="2024-06-18", place="Vienna", published="2024-06-20"))
    with View(path) as view:
        assert [*view.meeting_groups()] == [cited]
        assert view.current_id(other) == cited
