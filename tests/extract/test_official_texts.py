"""Communiqués, press releases and treaty notes: lists of instruments, full titles, "the Presidents" who speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading

VISIT = (
    "At the invitation of the President of the Republic of Peru, Ana Soto, the President of the Republic of Chile, "
    "Luis Vega, paid a state visit to Lima. "
)


def names(reading: Reading) -> list[str]:
    return [a.name for a in reading.agreements]


def steps(reading: Reading) -> set[tuple[str, str, str, str | None]]:
    called = {a.id: a.name for a in reading.agreements}
    return {(called[a.agreement], a.stage, a.realis, a.date) for a in reading.acts}


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru began talks on an extradition treaty. They praised the Agreement creating the Andean Area.",
        "The agreement on the land boundary was signed in 2005. Peru joined the Andean Agreement on Electronic Seals.",
        "Chile signed the Convention on preventing and combating piracy. It left the Convention on Salvage in 2009.",
        "Chile sought an agreement on the protection of secrets. It read the Protocol to the Partnership Agreement.",
        "A treaty between Peru and Chile was approved in Lima. A bill on the accession to the Oslo Treaty followed.",
    ],
)
def test_a_full_title_is_not_that_of_what_is_on_another_matter(read: Callable[..., Reading], text: str) -> None:
    assert len([a for a in read(text).agreements if len(a.mentions) == 1]) >= 2


def test_a_title_tells_what_was_described_before(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru reached a climate accord. The Lima Agreement will cut emissions.")
    assert len(reading.agreements) == 1


def test_the_year_in_which_one_state_signed_is_not_that_of_the_agreement(read: Callable[..., Reading]) -> None:
    reading = read("The Agreement on Port Safety was adopted in 2009. Norway signed the Agreement in 2014.")
    assert names(reading) == ["Agreement on Port Safety"]


def test_each_of_a_list_in_which_the_preposition_comes_again(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru witnessed the signing of a Memorandum of Understanding on Tourism, of an Agreement on Visas "
        "and of the Lima Protocol."
    )
    assert {(name, stage) for name, stage, *_ in steps(reading)} == {
        ("Memorandum of Understanding on Tourism", "signed"),
        ("Agreement on Visas", "signed"),
        ("Lima Protocol", "signed"),
    }


def test_two_conventions_under_one_noun(read: Callable[..., Reading]) -> None:
    reading = read(
        "Peru deposited its instruments of ratification of the Convention on Salvage and of the Oslo Convention."
    )
    assert names(reading) == ["Convention on Salvage", "Oslo Convention"]


def test_a_step_parted_from_its_agreement_by_its_date(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru welcomed the entry into force, on 1 March 2019, of the Agreement on Visas.", "2019-05-03"
    )
    assert steps(reading) == {("Agreement on Visas", "entered_into_force", "actual", "2019-03-01")}


def test_who_is_called_on_is_to_take_the_step(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru called on all parties to ratify the Oslo Agreement.")
    assert [(a.stage, a.realis, a.by) for a in reading.acts] == [("ratified", "possible", ())]


def test_the_office_before_a_name_is_of_its_own_state(read: Callable[..., Reading]) -> None:
    roles = {e.name: e.roles for e in read(VISIT).entities if e.kind == "person"}
    assert roles == {
        "Ana Soto": ("President of the Republic of Peru",),
        "Luis Vega": ("President of the Republic of Chile",),
    }


@pytest.mark.parametrize("who", ["The Presidents", "The two Heads of State", "Both leaders"])
def test_what_the_presidents_sign_is_of_both_states(read: Callable[..., Reading], who: str) -> None:
    reading = read(f"{VISIT}{who} opened a bridge. They witnessed the signing of the Agreement on Visas.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "PER"}]


def test_an_invitation_is_no_office(read: Callable[..., Reading]) -> None:
    reading = read("Luis Vega came to Lima at the invitation of Prime Minister Ana Soto of Peru.")
    assert {e.name: e.roles for e in reading.entities if e.kind == "person"}["Ana Soto"] == ("Prime Minister",)


def test_consultations_that_only_go_on_are_no_meeting(read: Callable[..., Reading]) -> None:
    reading = read("Ana Soto and Luis Vega met. Both leaders will continue their close consultations.")
    assert [len(m.evidence) for m in reading.meetings] == [1]
