"""What keeps two agreements of one report apart, though both are called "the deal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def groups(reading: Reading) -> list[list[str]]:
    return [[m.text for m in a.mentions] for a in reading.agreements]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a truce. Both aim to conclude a peace deal in May.",
        "Chile and Peru reached a political agreement. It is subject to the finalisation of a treaty.",
    ],
)
def test_what_is_yet_to_be_made_is_not_what_was_made(read: Callable[..., Reading], text: str) -> None:
    assert len(read(text).agreements) == 2


def test_talks_to_reach_a_deal_led_to_the_one_reached(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a truce. It took weeks of talks to reach a deal.")
    assert len(reading.agreements) == 1


def test_one_joined_by_and_is_another(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru ratified the deal on tuna and the deal on copper.")
    assert len(reading.agreements) == 2


def test_the_deal_of_a_year_gone_by_is_not_the_one_whose_signing_is_told(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile announced the signing of a ceasefire agreement. The rebels had not signed the 2018 peace deal.",
        "2020-02-14",
    )
    assert groups(reading) == [["a ceasefire agreement"], ["the 2018 peace deal"]]


def test_an_old_pact_with_a_matter_of_its_own_is_not_the_deal_just_reached(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile praised the agreement that it reached with Peru. It wants to revive the security pact, signed in 2001.",
        "2023-04-07",
    )
    assert groups(reading) == [["the agreement"], ["the security pact"]]


def test_this_treaty_is_the_one_spoken_of_last(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru reached a deal on the islands. The deal pleased both. They will now conclude a treaty. "
        "Under this treaty Chile keeps one island."
    )
    assert [m.text for m in reading.agreements[-1].mentions] == ["a treaty", "this treaty"]


def test_it_does_not_replace_itself(read: Callable[..., Reading]) -> None:
    reading = read(
        "Peru ratified the Andean Rivers Treaty. It was to replace the 1929 treaty written by Spain.", "2013-06-13"
    )
    assert groups(reading) == [["Andean Rivers Treaty"], ["the 1929 treaty"]]


def test_a_treaty_that_replaces_others_may_be_the_one_of_the_headline(read: Callable[..., Reading]) -> None:
    reading = read("Peru Ratifies Maule Accord\n\nPeru ratified a treaty that would replace pacts of colonial times.")
    assert groups(reading) == [["Maule Accord", "a treaty"]]


def test_a_second_name_that_it_is_sometimes_referred_to_by(read: Callable[..., Reading]) -> None:
    reading = read(
        "Peru ratified the Andean Rivers Treaty. The accord, sometimes referred to as the Cuzco Agreement, is new."
    )
    assert groups(reading) == [["Andean Rivers Treaty", "The accord", "Cuzco Agreement"]]


def test_a_deal_to_be_signed_once_is_not_the_one_signed(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a security agreement. Troops go once a final peace deal has been signed.")
    assert len(reading.agreements) == 2


def test_what_there_is_not_is_no_agreement(read: Callable[..., Reading]) -> None:
    reading = read("The war of Chile and Peru ended with an armistice, not a peace treaty.")
    assert groups(reading) == [["an armistice"]]


def test_a_movement_that_is_called_a_convention_is_no_agreement(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chad signed a ceasefire with the Convention of Patriots. The Convention of Patriots was the last rebel group."
    )
    assert len(reading.agreements) == 1


def test_who_is_named_in_brackets_after_a_deal_is_a_partner(read: Callable[..., Reading]) -> None:
    reading = read("Chad signed a truce with the Oromo Liberation Front (OLF). The OLF kept its arms.")
    assert groups(reading) == [["a truce with the Oromo Liberation Front"]]


def test_a_separate_agreement_with_a_title_is_another(read: Callable[..., Reading]) -> None:
    reading = read("Peru approved a pact that lets troops stay. Others stay under a separate Lima Bases Agreement.")
    assert groups(reading) == [["a pact"], ["Lima Bases Agreement"]]


def test_what_is_joined_is_not_what_was_just_signed(read: Callable[..., Reading]) -> None:
    reading = read("Peru signed a pact on inspections. It has refused to join the Andean Waters Treaty.")
    assert len(reading.agreements) == 2


def test_talks_for_a_deal_are_not_the_one_signed(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a trade partnership. They opened negotiations for a free trade agreement.")
    assert len(reading.agreements) == 2


def test_an_upcoming_agreement_is_not_the_one_of_years_ago(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Nepal signed a labour migration pact in 2007. Both agreed to the upcoming pact in May.")
    assert len(reading.agreements) == 2


@pytest.mark.parametrize("article", ["a", "the"])
def test_a_protocol_to_a_treaty_is_an_agreement_of_its_own(read: Callable[..., Reading], article: str) -> None:
    reading = read(f"Peru ratified {article} fifth protocol to the border treaty with Chile.")
    (ratified,) = [act for act in reading.acts if act.stage == "ratified"]
    names = {a.id: a.name for a in reading.agreements}
    assert names[ratified.agreement] == "fifth protocol"


def test_a_description_hangs_on_a_title_over_its_small_words(read: Callable[..., Reading]) -> None:
    reading = read(
        "Peru will ratify the Andean Border Treaty. "
        "Peru praised the Lima Package Agreement on border elements, a document drafted in May."
    )
    assert groups(reading)[-1] == ["Lima Package Agreement", "a document"]


def test_the_accord_is_not_the_protocol_of_long_ago(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru will sign a peace accord on Monday. The border was not drawn in the 1942 Lima Protocol. "
        "The accord was confirmed by both.",
        "1998-10-23",
    )
    assert [m.text for m in reading.agreements[0].mentions] == ["a peace accord", "The accord"]


def test_a_title_ends_before_the_instrument_it_is_about(read: Callable[..., Reading]) -> None:
    reading = read("The Agreement relating to the Implementation of Part IX of the Oslo Sea Convention is short.")
    assert groups(reading) == [
        ["Agreement relating to the Implementation of Part IX"],
        ["Oslo Sea Convention"],
    ]


def test_who_is_said_to_have_told_it_signs_no_statement(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a gas pact, according to a statement released on Monday.")
    assert groups(reading) == [["a gas pact"]]


def test_a_two_way_deal_is_not_the_one_of_three(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile, Peru and Brazil agreed on a fisheries pact. Chile and Peru had reached a two-way deal in May. "
        "The three-country pact covers tuna.",
        "2018-10-01",
    )
    assert groups(reading) == [["a fisheries pact", "The three-country pact"], ["a two-way deal"]]


def test_a_declaration_that_says_something_is_not_what_it_speaks_of(read: Callable[..., Reading]) -> None:
    reading = read(
        "In a joint declaration, Chile and Peru agreed to meet. They hope to turn the truce into a treaty, "
        "the Lima Declaration says."
    )
    assert groups(reading) == [["a joint declaration", "Lima Declaration"], ["the truce"], ["a treaty"]]


def test_what_is_broken_is_not_what_is_only_sought(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru signed a partial truce. Talks on seeking a maritime ceasefire begin on Sunday. "
        "Chile accused Peru of breaking the deal."
    )
    assert groups(reading) == [["a partial truce", "the deal"], ["a maritime ceasefire"]]


def test_a_full_truce_is_not_the_limited_one(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru agreed to a truce at sea. Peru rejected an unconditional ceasefire. "
        "The limited truce began. The full ceasefire is still being sought."
    )
    assert groups(reading) == [["a truce", "The limited truce"], ["an unconditional ceasefire", "The full ceasefire"]]


@pytest.mark.parametrize(
    "text",
    [
        "The Lagos Agreement was replaced by the Samoa Agreement. Ghana applies the Samoa Agreement.",
        "Ghana drafted an Agreement on Extradition. It praised the ECOWAS Treaty.",
    ],
)
def test_the_name_of_a_state_or_body_makes_another_title(read: Callable[..., Reading], text: str) -> None:
    assert len(read(text).agreements) == 2


def test_a_new_deal_is_not_that_of_a_year_gone_by(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru have finalized a trade agreement. The two countries' 2012 trade agreement was amended."
    assert [a.status for a in read(text, "2025-11-13").agreements] == ["text_agreed", "amended"]
