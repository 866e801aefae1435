"""A person's decision beats the machine, stays for good, and survives reading again; `why` gives the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.adding import decide
from foedera.errors import FoederaError, NameAmbiguous, NameNotFound
from foedera.resolve.why import why
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path


def of(words: str, name: str, **fields: object) -> Report:
    report = Report(f"They spoke of {words} at noon.", "2024-06-18", name)
    report.agreement(words, parties=("RUS", "PRK"), **fields)  # type: ignore[arg-type]
    return report


def named(path: Path) -> list[set[str]]:
    with View(path) as view:
        return sorted((set(entry.names) for entry in view.agreements()), key=sorted)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.duckdb"
    keep(path, of("the Zenda Treaty", "a"), of("the Zenda Trade Treaty", "b"), of("the Hentzau Pact", "c"))
    assert named(path) == [{"the Hentzau Pact"}, {"the Zenda Treaty", "the Zenda Trade Treaty"}]
    return path


def test_what_the_machine_kept_apart_becomes_one(path: Path) -> None:
    one, other = decide(path, "same", "hentzau", "zenda", note="told by the ministry")
    assert one == other
    assert len(named(path)) == 1
    with View(path) as view:
        assert set(view.rows("SELECT verdict, note FROM decision")) == {("same", "told by the ministry")}


def test_even_where_a_conflict_forbids_it(path: Path) -> None:
    keep(path, of("the 1961 Zenda Treaty", "d", date="1961"), of("the 2000 Zenda Treaty", "e", date="2000"))
    before = len(named(path))
    decide(path, "same", "zenda 1961", "zenda 2000")
    assert len(named(path)) == before - 1


def test_what_the_machine_took_for_one_is_told_apart(path: Path) -> None:
    with View(path) as view:
        found = why(view, view.agreements()[0].id, view.agreements()[0].id)
    first, second = (description.id for description in found.a)
    assert found.same
    assert found.joins[0].reasons == ("zenda is short for zenda trade",)
    one, other = decide(path, "different", first, second)
    assert one != other
    assert len(named(path)) == 3
    with View(path) as view:
        parted = why(view, first, second)
        assert (parted.same, parted.decided) == (False, (f"{' and '.join(sorted((first, second)))} are different",))


def test_a_later_decision_on_the_same_two_holds(path: Path) -> None:
    decide(path, "same", "hentzau", "zenda")
    with View(path) as view:
        one = [d.id for d in why(view, view.agreements()[0].id, view.agreements()[0].id).a]
    with View(path) as view:
        first, second = view.rows("SELECT a, b FROM decision")[0]
    assert {first, second} <= set(one)
    decide(path, "different", second, first)
    assert len(named(path)) == 2


def test_it_holds_for_reports_that_come_later_and_when_reports_are_read_again(path: Path) -> None:
    decide(path, "same", "hentzau", "zenda")
    keep(path, of("the Hentzau Pact", "f"), of("the Zenda Treaty", "g"))
    assert len(named(path)) == 1
    keep(
        path, of("the Hentzau Pact", "c", kind="declaration", label="pact"), extractor="test 2"
    )  # now described otherwise
    keep(path, of("the Hentzau Pact", "f", kind="declaration", label="pact"), extractor="test 2")
    assert len(named(path)) == 1


def test_what_parts_two_is_told(path: Path) -> None:
    keep(path, of("the 1961 Zenda Treaty", "d", date="1961"), of("the 2000 Zenda Treaty", "e", date="2000"))
    with View(path) as view:
        ids = {entry.date: entry.id for entry in view.agreements()}
        assert why(view, ids["1961"], ids["2000"]).parts[0].reasons == ("made in 1961 and in 2000",)


def test_two_that_can_t_be_decided_on(path: Path) -> None:
    report = Report("Ann Lee and Ann Ray came.", "2024-06-18", "p")
    report.entity("Ann Lee")
    report.entity("Ann Ray")
    keep(path, report)
    with pytest.raises(NameNotFound):
        decide(path, "same", "hentzau", "nobody at all")
    with pytest.raises(NameAmbiguous):
        decide(path, "same", "Ann", "Ann Lee")
    with pytest.raises(FoederaError, match="two of one kind"):
        decide(path, "same", "hentzau", "Ann Lee")
    with pytest.raises(FoederaError, match="one description"):
        decide(path, "different", "hentzau", "Hentzau Pact")
