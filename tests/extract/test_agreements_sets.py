"""Sets of agreements, agreements that change others, and agreements that share only a part of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def named(reading: Reading) -> list[list[str]]:
    return [[m.text for m in a.mentions] for a in reading.agreements]


def test_that_protocol_is_the_one_spoken_of_last(read: Callable[..., Reading]) -> None:
    found = read(
        "The first protocol to the Chile-Peru treaty expired. The second protocol to the treaty is in force. "
        "That protocol covers tuna."
    )
    assert ["The second protocol", "That protocol"] in named(found)


def test_a_counted_set_is_one_record_to_which_the_plural_points_back(read: Callable[..., Reading]) -> None:
    found = read("Chile and Peru signed two protocols in Lima. The protocols are on fish.")
    assert named(found) == [["two protocols", "The protocols"]]


def test_a_set_whose_members_are_told_is_no_record_of_its_own(read: Callable[..., Reading]) -> None:
    found = read("Chile and Peru signed two pacts. Their ministers signed a fisheries pact and a visa pact.")
    assert "two pacts" not in [m for names in named(found) for m in names]


def test_a_great_many_agreements_are_no_set(read: Callable[..., Reading]) -> None:
    assert read("Chile and Peru signed more than twelve memorandums.").agreements == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ministers of Chile and Peru signed the Protocol to Amend the Andean Framework Agreement on Trade.",
            "Andean Framework Agreement",
        ),
        (
            "The US and Peru agreed on an amendment to the 2008 U.S.-Peru bilateral Air Transport Agreement.",
            "an amendment",
        ),
        (
            "Chile and Peru signed their Economic Partnership, Trade and Cooperation Agreement.",
            "Economic Partnership, ",
        ),
    ],
)
def test_what_changes_and_what_is_changed_are_both_found(
    read: Callable[..., Reading], text: str, expected: str
) -> None:
    assert any(m.text.startswith(expected) for a in read(text).agreements for m in a.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a patent protection deal and decided to seek an investment protection pact.",
        "Chile and Peru elevated their ties to a Comprehensive Strategic Partnership from a Comprehensive Partnership.",
        "Chile and Peru signed a visa waiver agreement. They will discuss the Bilateral Air Services Agreement.",
        "Chile and Peru signed a MoU on defence cooperation. They are discussing the MoU on cultural cooperation.",
        "Chile and Peru reached a truce on Monday. A truce was reached between the two sides in 2006.",
        "Chile and Peru failed to reach a fair arrangement on sharing the river. Chile held back the transit treaty.",
        "Chile and Peru made a new deal last week. The earlier deal was rejected in a vote.",
        "Chile and Peru made an extradition agreement. Parliament ratified the Defence Cooperation Agreement (DCA).",
        "Chile and Peru signed a four-way agreement. The ministers also reached a 10-year deal for water.",
        "Chile and Peru discussed a memorandum of understanding (MoU) on defence and an MoU on water.",
        "The US-Chile Air Transport Agreement is old. The US-Peru Air Transport Agreement is new.",
    ],
)
def test_two_agreements_stay_two(read: Callable[..., Reading], text: str) -> None:
    assert len(read(text, published="2024-05-16").agreements) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru agreed to a truce. Their generals signed the declaration in Lima.",
        "Chile and Peru reached a border deal. Their ministers signed the protocol in Lima.",
        "Chile and Peru concluded a long-awaited agreement. The Lima agreement, brokered by Bolivia, is short.",
        "Chile and Peru discussed a memorandum of understanding (MoU) on defence. The MoU on defence is short.",
        "Chile and Peru entered a currency swap. The swap arrangement between Chile and Peru was extended.",
    ],
)
def test_one_agreement_stays_one(read: Callable[..., Reading], text: str) -> None:
    assert len(read(text).agreements) == 1


def test_the_protocol_and_not_what_it_changes_enters_into_force(read: Callable[..., Reading]) -> None:
    found = read("Chile ratified the Protocol to Amend the Andean Trade Agreement. It entered into force in May.")
    (entry,) = (a for a in found.acts if a.stage == "entered_into_force")
    names = {a.id: a.name for a in found.agreements}
    assert names[entry.agreement].startswith("Protocol")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chile and Peru reached an agreement on fish. Bolivia is not party to the agreement.", {"CHL", "PER"}),
        ("The Chilean government and rebels signed a truce at talks that Peru joined.", {"CHL"}),
        ("LIMA: Chile and Bolivia signed a border treaty.", {"CHL", "BOL"}),
        ("Norway and the Faroe Islands signed a fisheries agreement.", {"NOR", "FRO"}),
        (
            "They saw the signing of a border agreement by ministers from Chile, Peru and Bolivia.",
            {"CHL", "PER", "BOL"},
        ),
        (
            "Latvian minister Ann Roe signed the visa agreement with Peru on behalf of the European Union.",
            {"EU", "PER"},
        ),
        ("ASEAN ministers and China signed a trade agreement.", {"ASEAN", "CHN"}),
    ],
)
def test_only_those_between_whom_it_is_are_parties(read: Callable[..., Reading], text: str, parties: set[str]) -> None:
    assert set(read(text).agreements[0].parties) == parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru signed the annex on trade.", "the annex on trade"),
        ("Chile and Peru signed memoranda of understanding in 1997.", "memoranda of understanding"),
        ("Chile and Peru praised the Roadmap 2030 for Chile-Peru ties.", "Roadmap 2030 for Chile-Peru"),
        ("The EU and Chile replaced the former 'Blue Anchor' agreement on data.", "Blue Anchor' agreement"),
    ],
)
def test_an_instrument_of_an_unusual_name_is_found(read: Callable[..., Reading], text: str, expected: str) -> None:
    assert any(expected in m.text for a in read(text).agreements for m in a.mentions)


def test_within_the_framework_of_names_no_agreement(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru cooperate within the framework of a security dialogue and improve the legal framework."
    assert read(text).agreements == ()
