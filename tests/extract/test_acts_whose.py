"""Which agreement a step is of, where its own clause does not name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def steps(reading: Reading, stage: str) -> list[str]:
    names = {a.id: a.name for a in reading.agreements}
    return [names[act.agreement] for act in reading.acts if act.stage == stage]


def test_a_sentence_that_opens_with_it_goes_on_about_the_subject(read: Callable[..., Reading]) -> None:
    reading = read(
        "The Lima Treaty follows the 1982 Cuzco Convention. It was adopted by 30 states in May.", "2024-06-01"
    )
    assert steps(reading, "text_agreed") == ["Lima Treaty"]


def test_talks_of_now_are_about_no_accord_of_years_ago(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chad signed a truce on Monday. It hopes to bring back the 1994 Lima Accord. "
        "The Lima Accord of 1994 had ten articles. Chad opened talks in March.",
        "2002-04-02",
    )
    assert steps(reading, "negotiated") == ["truce"]


def test_talks_are_about_what_is_named_beside_them(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru want to ratify the border treaty. The border treaty is short. The border treaty is old. "
        "They signed a tuna agreement after long negotiations.",
    )
    assert steps(reading, "negotiated") == ["tuna agreement"]


def test_the_two_treaties_are_those_named_last(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru negotiated a border treaty and a fisheries treaty. Both treaties were signed on Monday."
    )
    assert steps(reading, "signed") == ["border treaty", "fisheries treaty"]
    assert {act.evidence[0].text for act in reading.acts if act.stage == "signed"} == {"Both treaties were signed"}


def test_of_three_only_two_are_both(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru made a truce, a border pact and a fisheries pact. Both pacts were ratified.")
    assert steps(reading, "ratified") == ["border pact", "fisheries pact"]


def test_the_it_of_an_opening_clause_is_the_subject_to_come(read: Callable[..., Reading]) -> None:
    reading = read(
        "The Lima Treaty never entered into force. Once it enters into force, the Oslo Treaty will end that."
    )
    assert steps(reading, "entered_into_force") == ["Lima Treaty", "Oslo Treaty"]
