"""An agreement's status is the furthest step asserted as done."""

from __future__ import annotations

import pytest

from foedera.extract.status import status
from foedera.model import Act, Agreement, Span

WORDS = Span("doc", 0, 4, "deal")
DEAL = Agreement("a", "deal", "treaty", (WORDS,))
MANY = Agreement("a", "deal", "treaty", (WORDS,), multilateral=True)


def step(stage: str, realis: str = "actual", date: str | None = None, by: tuple[str, ...] = ()) -> Act:
    return Act("act", "a", stage, realis, (WORDS,), by=by, date=date)  # type: ignore[arg-type]


@pytest.mark.parametrize("realis", ["planned", "possible", "denied", "claimed"])
def test_what_is_not_asserted_as_done_gives_no_status(realis: str) -> None:
    assert status(DEAL, [step("signed", realis)]) is None


def test_a_plan_does_not_move_a_deed() -> None:
    assert status(DEAL, [step("text_agreed"), step("signed", "planned")]) == "text_agreed"


def test_the_furthest_step_counts_whatever_the_order_of_telling() -> None:
    assert status(DEAL, [step("ratified"), step("signed")]) == "ratified"


def test_parliaments_consent_is_no_ratification() -> None:
    assert status(DEAL, [step("signed"), step("approved")]) == "approved"


def test_a_state_that_rejoined_has_not_left() -> None:
    life = [step("withdrawn", date="2020-11-04"), step("acceded", date="2021-02-19")]
    assert status(DEAL, life) == "acceded"


def test_a_withdrawal_after_joining_stands() -> None:
    life = [step("acceded", date="2016-09-03"), step("withdrawn", date="2020-11-04")]
    assert status(DEAL, life) == "withdrawn"


def test_one_state_that_leaves_does_not_end_a_multilateral_treaty() -> None:
    life = [step("entered_into_force"), step("withdrawn", by=("USA",))]
    assert status(MANY, life) == "entered_into_force"
    assert status(DEAL, life) == "withdrawn"
