"""Agreements that no usual noun names: what is settled by agreeing on it, versions, amendments, exchanged notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru agreed on a limit of their fishing waters.", "a limit of their fishing waters"),
        ("Chile and Peru have concluded negotiations on their sea border.", "their sea border"),
        ("Chile and Peru agreed on five areas of cooperation.", "five areas of cooperation"),
        ("Chile and Peru signed an exchange of notes on a hospital.", "an exchange of notes"),
        ("Chile and Peru signed a Letter of Intent on fisheries.", "Letter of Intent"),
        ("Chile and Peru adopted a five-year action plan on trade.", "a five-year action plan on trade"),
        ("Chile and Peru signed an arrangement on fishing grounds.", "an arrangement on fishing grounds"),
        ("An updated version of the Lima Treaty was signed by Chile and Peru.", "An updated version"),
        ("Chile and Peru signed the Treaty on Taxes and its additional Protocol.", "its additional Protocol"),
        ("Chile ratified the Convention on Taxes and a protocol of the Convention.", "a protocol"),
        ("Chile ratified the Lima Amendment to the Rome Protocol.", "Lima Amendment to the Rome Protocol"),
        ("Chile is a party to the Rome Statute.", "Rome Statute"),
    ],
)
def test_an_agreement_is_found_by_what_it_settles_or_changes(
    read: Callable[..., Reading], text: str, expected: str
) -> None:
    assert expected in [m.text for a in read(text).agreements for m in a.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru agreed on closer cooperation.",
        "Chile and Peru agreed on the need for peace.",
        "Chile and Peru showed an updated version of the missile.",
        "The presidents of Chile and Peru spoke of an exchange of letters.",
        "Chile announced an action plan on trade.",
        "Congress debated the Fifth Amendment while Chile and Peru watched.",
    ],
)
def test_no_agreement_where_nothing_is_settled(read: Callable[..., Reading], text: str) -> None:
    assert read(text).agreements == ()


def test_an_amendment_is_not_what_it_amends(read: Callable[..., Reading]) -> None:
    found = read("Chile ratified the Lima Amendment to the Rome Protocol. The Rome Protocol was signed in 1987.")
    assert [a.name for a in found.agreements] == ["Lima Amendment to the Rome Protocol", "Rome Protocol"]


def test_a_version_is_not_what_it_changes(read: Callable[..., Reading]) -> None:
    found = read("Chile and Peru signed an updated version of the Lima Treaty. Chile left the treaty.")
    assert len(found.agreements) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Spain did not sign the global convention on mercury.",
        "Spain has yet to ratify the global convention on mercury.",
        "Spain refused to join the global convention on mercury.",
    ],
)
def test_who_does_not_join_an_agreement_of_many_is_no_party(read: Callable[..., Reading], text: str) -> None:
    assert read(text).agreements[0].parties == ()


def test_who_does_not_sign_an_agreement_of_two_was_to_be_a_party(read: Callable[..., Reading]) -> None:
    found = read("Chile did not sign the border treaty with Peru.").agreements[0]
    assert set(found.parties) == {"CHL", "PER"}
