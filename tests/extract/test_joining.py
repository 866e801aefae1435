"""States that join or leave an agreement of many in other sentences than those that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def test_whoever_ratifies_a_convention_is_its_party(read: Callable[..., Reading]) -> None:
    reading = read("Chile signed the global Convention on Tuna. Japan and Peru have ratified it.")
    (convention,) = reading.agreements
    assert set(convention.parties) == {"CHL", "JPN", "PER"}


def test_who_has_not_joined_a_convention_is_no_party(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed the global Convention on Tuna. Japan has not ratified it.")
    assert set(reading.agreements[0].parties) == {"CHL", "PER"}


def test_a_treaty_of_two_gets_no_third_party(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a border treaty. Bolivia rejected it. Bolivia signed it as a witness.")
    assert set(reading.agreements[0].parties) == {"CHL", "PER"}


def test_states_in_a_row_ratify_what_the_report_is_about(read: Callable[..., Reading]) -> None:
    text = (
        "Chile ratified the global Convention on Tuna in May. Before that, Peru, Tonga and Japan deposited their "
        "instruments of ratification. It was signed by nine states (Brazil, Bolivia and Uruguay among them)."
    )
    (convention,) = read(text).agreements
    assert set(convention.parties) == {"CHL", "PER", "TON", "JPN", "BRA", "BOL", "URY"}


def test_states_in_a_row_that_have_not_ratified_are_no_parties(read: Callable[..., Reading]) -> None:
    reading = read("Chile ratified the global Convention on Tuna in May. Peru, Tonga and Japan have not ratified it.")
    assert set(reading.agreements[0].parties) == {"CHL"}


def test_what_states_join_one_by_one_is_of_many(read: Callable[..., Reading]) -> None:
    assert read("Chile acceded to the Tuna Pact.").agreements[0].multilateral
    assert not read("Chile signed the Tuna Pact with Peru.").agreements[0].multilateral
