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


@pytest.mark.parametrize(
    ("text", "stage", "by"),
    [
        (
            "The Permanent Representative of Fiji today deposited its instrument of accession to the Oslo Treaty.",
            "acceded",
            "FJI",
        ),
        ("Chile congratulated Fiji today on its accession to the Oslo Treaty.", "acceded", "FJI"),
    ],
)
def test_whose_accession_it_is(read: Callable[..., Reading], text: str, stage: str, by: str) -> None:
    assert [(a.stage, a.by) for a in read(text, "2018-11-21").acts] == [(stage, (by,))]


def test_the_deposit_is_the_day_of_the_accession(read: Callable[..., Reading]) -> None:
    reading = read("Fiji today deposited the instrument of accession to the Oslo Treaty.", "2018-11-21")
    assert steps(reading) == {("Oslo Treaty", "acceded", "actual", "2018-11-21")}


def test_the_instrument_that_it_takes_is_no_ratification(read: Callable[..., Reading]) -> None:
    reading = read(
        "The Oslo Treaty will enter into force after the deposit of the fiftieth instrument of ratification."
    )
    assert {stage for _, stage, *_ in steps(reading)} == {"entered_into_force"}


@pytest.mark.parametrize(
    ("what", "stage"), [("signing, on behalf of the Union,", "draft_approved"), ("conclusion", "approved")]
)
def test_a_decision_of_the_council(read: Callable[..., Reading], what: str, stage: str) -> None:
    reading = read(f"The Council today adopted a decision on the {what} of the Oslo Agreement.", "2019-02-19")
    assert ("Oslo Agreement", stage, "actual", "2019-02-19") in steps(reading)
    assert "text_agreed" not in {told for _, told, *_ in steps(reading)}


def test_what_is_not_to_be_reopened_was_not_ratified(read: Callable[..., Reading]) -> None:
    reading = read("Chile ratified the Oslo Accord in May and will not reopen the 1997 maritime treaty with Peru.")
    assert {name for name, *_ in steps(reading)} == {"Oslo Accord"}


def test_those_who_have_not_done_so_are_urged_to(read: Callable[..., Reading]) -> None:
    reading = read("They urged all countries that have not yet done so to ratify the Oslo Agreement.")
    assert [(a.stage, a.realis) for a in reading.acts] == [("ratified", "possible")]


def test_each_has_the_day_that_stands_behind_it(read: Callable[..., Reading]) -> None:
    reading = read("The Oslo Accord was signed in Lima on 3 May 2012 and the Rome Accord in Cairo on 4 June 2013.")
    assert {(name, date) for name, stage, _, date in steps(reading) if stage == "signed"} == {
        ("Oslo Accord", "2012-05-03"),
        ("Rome Accord", "2013-06-04"),
    }


def test_a_signing_planned_for_a_day_gone_by_has_been(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru ratified the arms treaty. They decided to sign the treaty during a visit on 14 May 2016.",
        "2019-11-25",
    )
    assert "ratified" in {stage for _, stage, *_ in steps(reading)}


def test_what_belongs_to_a_convention_is_meant(read: Callable[..., Reading]) -> None:
    reading = read("Peru ratified the Convention against Piracy's Protocol on Arms.")
    kinds = {a.id: a.kind for a in reading.agreements}
    assert [kinds[a.agreement] for a in reading.acts] == ["protocol"]


def test_an_amending_protocol_stands_on_its_own(read: Callable[..., Reading]) -> None:
    reading = read("The Oslo Convention was adopted in 1997. An amending protocol has not yet entered into force.")
    assert ("amending protocol", "entered_into_force", "denied", None) in steps(reading)


def test_a_heading_is_no_statement_that_was_signed(read: Callable[..., Reading]) -> None:
    reading = read("Joint Statement on the Visit\n\nFiji and Tonga met. They signed a Statement of Partnership.")
    assert "Statement of Partnership" in names(reading)
    assert all(len(a.mentions) == 1 for a in reading.agreements)


def test_the_visit_of_who_was_invited(read: Callable[..., Reading]) -> None:
    reading = read(VISIT, "2019-05-03")
    assert [(m.participants, m.place, m.realis) for m in reading.meetings] == [(("Luis Vega",), "Lima", "actual")]


def test_a_visit_that_was_undertaken_was_made(read: Callable[..., Reading]) -> None:
    reading = read("President Luis Vega of Chile undertook a state visit to Peru from 1 to 3 May 2019.", "2019-05-05")
    assert [(m.realis, m.date) for m in reading.meetings] == [("actual", "2019-05-01/2019-05-03")]


def test_a_visit_and_its_heading_are_one(read: Callable[..., Reading]) -> None:
    reading = read(f"Visit of the President of Chile to Peru\n\n{VISIT}", "2019-05-03")
    assert [m.participants for m in reading.meetings] == [("Luis Vega",)]


def test_what_stands_in_a_list_below_is_signed(read: Callable[..., Reading]) -> None:
    reading = read("Fiji and Tonga signed the following instruments:\n\n- Agreement on Double Taxation\n")
    assert {(name, stage) for name, stage, *_ in steps(reading)} == {("Agreement on Double Taxation", "signed")}


def test_one_brought_in_beside_another_that_was_brought_in(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru signed a Common Aviation Area Agreement. A visa liberalisation agreement is not on the table."
    )
    assert [len(a.mentions) for a in reading.agreements] == [1, 1]


def test_the_signing_told_with_day_and_place(read: Callable[..., Reading]) -> None:
    reading = read(
        "The Oslo Accord is in force. The Union welcomes the signing on 12 June in Khartoum of an access agreement "
        "between Chile and Peru.",
        "2019-06-20",
    )
    assert [(name, date) for name, stage, _, date in steps(reading) if stage == "signed"] == [
        ("access agreement between Chile and Peru", "2019-06-12")
    ]


def test_sentences_that_go_on_with_it(read: Callable[..., Reading]) -> None:
    reading = read(
        "The Oslo Treaty was adopted by the parties to the Rome Convention. It will remain open. "
        "It shall enter into force in May."
    )
    assert {name for name, stage, *_ in steps(reading) if stage == "entered_into_force"} == {"Oslo Treaty"}


def test_a_signing_that_both_look_forward_to(read: Callable[..., Reading]) -> None:
    reading = read("Both welcomed the Oslo Protocol and look forward to its signing in May.")
    assert ("signed", "possible") in {(stage, realis) for _, stage, realis, _ in steps(reading)}
