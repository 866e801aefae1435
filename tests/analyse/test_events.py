"""Steps of an agreement's life, gathered from reports."""

from __future__ import annotations

from foedera.analyse.events import gather
from foedera.analyse.witnesses import Witnesses
from foedera.model import Act, Span

PUBLISHED = {"june": "2024-06-18", "december": "2024-12-04", "later": "2024-12-06"}


def act(report: str, date: str | None, realis: str = "actual") -> Act:
    words = (Span(report, 0, 13, "in force since"[:13]),)
    return Act(f"act_{report}_{date}", "ag", "entered_into_force", realis, words, date=date)  # type: ignore[arg-type]


def dates(*acts: Act) -> list[str | None]:
    return [event.date for event in gather(acts, Witnesses(published=PUBLISHED))]


def test_what_was_told_as_done_is_not_dated_after_the_report_that_told_it() -> None:
    assert dates(act("june", None), act("december", "2024-12-04")) == ["2024-12-04", None]


def test_a_later_report_without_a_date_tells_of_the_same_step() -> None:
    assert dates(act("december", "2024-12-04"), act("later", None)) == ["2024-12-04"]


def test_a_plan_may_be_told_before_its_day() -> None:
    assert dates(act("june", None, "planned"), act("december", "2024-12-04", "planned")) == ["2024-12-04"]


def test_a_rough_date_and_an_exact_one_in_it_are_one() -> None:
    assert dates(act("december", "2024-12-04"), act("later", "2024-12")) == ["2024-12-04"]
    assert dates(act("december", "2024-12-04"), act("later", "2023")) == ["2023", "2024-12-04"]
