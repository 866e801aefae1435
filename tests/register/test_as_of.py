"""Report time beside event time: what was known on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.analyse.events import events
from foedera.analyse.status import status
from foedera.errors import DateError
from foedera.store import View
from tests.register.reports import keep, treaty

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.duckdb"
    keep(
        path,
        treaty("2024-06-17", "the Zenda Treaty", name="a", realis="planned"),
        treaty("2024-06-19", "the Zenda Treaty", name="b", date="2024-06-19"),
        treaty("2024-06", "the Zenda Treaty", name="c", stage="ratified", date="2024-06"),
        treaty(None, "the Zenda Treaty", name="undated", stage="replaced"),  # type: ignore[arg-type]
    )
    return path


def known(path: Path, as_of: str | None) -> tuple[list[str], str | None]:
    with View(path, as_of=as_of) as view:
        (entry,) = view.agreements()
        stands = status(entry, events(view, entry.id))
        return [report.source for report in view.reports()], stands.stage if stands else None


def test_what_was_published_later_is_not_known_yet(path: Path) -> None:
    assert known(path, "2024-06-18") == (["a"], None)
    assert known(path, "2024-06-19") == (["a", "b"], "signed")


def test_a_report_of_some_day_in_a_month_counts_from_the_month_s_end(path: Path) -> None:
    assert known(path, "2024-06-29")[1] == "signed"
    assert known(path, "2024-06-30") == (["a", "b", "c"], "ratified")
    assert known(path, "2024-06")[0] == ["a", "b", "c"]


def test_a_report_without_a_date_counts_only_when_no_day_is_asked_about(path: Path) -> None:
    assert known(path, None)[0] == ["a", "b", "c", "undated"]
    with View(path, as_of="2030") as view:
        assert view.undated == 1
        assert "undated" not in [report.source for report in view.reports()]


def test_the_version_that_was_out_on_the_day(path: Path) -> None:
    keep(path, treaty("2024-07-01", "the Hentzau Pact", name="a"))
    assert known(path, "2024-06-18") == (["a"], None)
    with View(path) as view:
        assert len(view.agreements()) == 2


def test_no_date_is_an_error(path: Path) -> None:
    with pytest.raises(DateError):
        View(path, as_of="tomorrow")
