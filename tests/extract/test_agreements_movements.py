"""Parties that are no states: armed movements and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Angola's army and the rebel UNITA movement signed a truce.", "UNITA"),
        ("Chad and the Lake Army Union, an armed group, signed a truce.", "Lake Army Union"),
        ("Chad signed a truce with the rebel Lake Fighters Union.", "Lake Fighters Union"),
        ("Chad and the Sudan Liberation Movement signed a truce.", "Sudan Liberation Movement"),
        ("Chad and the Lake Hunters Front (LHF), a guerrilla group, signed a truce.", "Lake Hunters Front"),
    ],
)
def test_who_is_called_a_rebel_can_make_a_truce(read: Callable[..., Reading], text: str, party: str) -> None:
    (truce,) = read(text).agreements
    assert party in truce.parties
    assert len(truce.parties) == 2


def test_a_short_name_in_brackets_is_the_bodys(read: Callable[..., Reading]) -> None:
    reading = read("The Lake Hunters Union (LHU), a rebel group, signed a truce with Chad. The LHU broke the truce.")
    assert [e.name for e in reading.entities if e.kind == "organisation"] == ["Lake Hunters Union"]
    (truce,) = reading.agreements
    assert set(truce.parties) == {"Lake Hunters Union", "TCD"}


def test_a_state_joined_to_a_body_is_no_part_of_its_name(read: Callable[..., Reading]) -> None:
    reading = read("Chad and the Lake Hunters Union met. The Lake Fishers Union and Niger met.")
    names = [e.name for e in reading.entities if e.kind == "organisation"]
    assert names == ["Lake Hunters Union", "Lake Fishers Union"]


def test_an_organisation_that_only_comments_is_no_party(read: Callable[..., Reading]) -> None:
    reading = read("Chad and Niger signed a truce. The Lake Hunters Union welcomed the truce.")
    assert set(reading.agreements[0].parties) == {"TCD", "NER"}


def test_armed_forces_are_no_rebels(read: Callable[..., Reading]) -> None:
    (truce,) = read("A truce was agreed between Chad and the Armed Forces Union.").agreements
    assert truce.parties == ("TCD",)


def test_the_other_side_of_a_peace_is_the_movement(read: Callable[..., Reading]) -> None:
    text = (
        "Mali ended the peace deal with rebels. The peace deal bored the Coordination of Azawad Movements. "
        "Algeria, the peace deal's main mediator, was sad."
    )
    assert set(read(text).agreements[0].parties) == {"MLI", "Coordination of Azawad Movements"}
