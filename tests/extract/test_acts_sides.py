"""Who takes a step that is told without a subject: those between whom it is taken, or who announce it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def by(reading: Reading, stage: str) -> set[str]:
    (act,) = (act for act in reading.acts if act.stage == stage)
    return set(act.by)


@pytest.mark.parametrize(
    "text",
    [
        "A border treaty was signed between Chile and Peru.",
        "The border treaty between Chile and Peru was signed in 1996.",
        "Chile and Peru announced the signing of a border treaty.",
    ],
)
def test_a_signature_between_two_is_of_both(read: Callable[..., Reading], text: str) -> None:
    assert by(read(text), "signed") == {"CHL", "PER"}


def test_nobody_is_named_where_others_announce_it(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru wrote a border treaty. Norway announced the signing of the border treaty.")
    assert "NOR" not in {name for act in reading.acts for name in act.by if act.stage == "signed"}


def test_what_takes_effect_between_two_is_done_by_nobody(read: Callable[..., Reading]) -> None:
    assert by(read("A border treaty between Chile and Peru entered into force."), "entered_into_force") == set()
