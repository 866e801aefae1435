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
