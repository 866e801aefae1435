"""One agreement under its place, its full title and its short name in brackets; and those that change another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.pipeline import Reading


def _forms(reading: Reading) -> list[set[str]]:
    return [{m.text.lower() for m in a.mentions} for a in reading.agreements]


ONE = [
    "Togo left the Oslo Convention on the prohibition of cluster munitions. The Convention on Cluster Munitions was "
    "adopted in 2008.",
    "Togo joined the Ottawa Convention on the Prohibition of anti-personnel mines. The Convention on the Prohibition "
    "of the Use, Production and Transfer of Anti-personnel Mines and on Their Destruction was adopted in 1997.",
    "Togo left the Bern Convention on the Conservation of European Wildlife. The Convention on the Conservation of "
    "European Wildlife and Natural Habitats protects wolves.",
    "Iran withdrew from a landmark international treaty. Crowds marched for the Ramsar Convention.",
    "Chile and Peru reached an agreement on Monday on what will be known as the Lima Framework.",
    "Chile and Peru concluded a pact, to be called the Arica Treaty.",
    "Chile and Peru signed an agreement on the Andean Gas Pipeline Framework.",
    "Chile and Peru hailed last month's Qatari-brokered deal between them. The Doha Agreement covers troops.",
    "Chile and Peru extended the Andes Arms Limits Treaty (New ALIT). New ALIT was signed in 2010.",
]


@pytest.mark.parametrize("text", ONE)
def test_two_names_of_one_agreement(read: Callable[..., Reading], text: str) -> None:
    assert len(_forms(read(text, "2022-06-15"))) == 1


def test_conventions_of_two_places_on_one_matter_stay_two(read: Callable[..., Reading]) -> None:
    text = (
        "Peru ratified the Geneva Convention on the protection of migratory birds. The Hague Convention on the "
        "protection of migratory birds was signed in 1990."
    )
    assert len(_forms(read(text))) == 2


def test_place_at_the_head_of_a_report_is_no_acronym(read: Callable[..., Reading]) -> None:
    text = "PARIS (Reuters) - Chile left the Paris Agreement on Monday. Ministers met in Paris, where it was signed."
    assert _forms(read(text, "2022-06-15")) == [{"paris agreement"}]


CHANGES = [
    "Chile and Peru signed an agreement extending the Andes Water Treaty. The treaty, signed in 1990, limits dams. "
    "The agreement will enter into force in May.",
    "Chile and Peru signed an agreement on extending the Andes Water Treaty. The treaty limits dams. The agreement "
    "will enter into force in May.",
    "Chile and Peru signed an agreement on the extension of the Andes Water Treaty. The treaty limits dams. The "
    "agreement will enter into force in May.",
]


@pytest.mark.parametrize("text", CHANGES)
def test_agreement_that_changes_another_is_not_the_other(read: Callable[..., Reading], text: str) -> None:
    assert _forms(read(text, "2022-06-15")) == [
        {"an agreement", "the agreement"},
        {"andes water treaty", "the treaty"},
    ]


def test_manner_is_no_party(read: Callable[..., Reading]) -> None:
    text = "The general left the Ramsar Convention. He ended the country's part in the convention with a sudden decree."
    assert _forms(read(text, "2022-06-15")) == [{"ramsar convention", "the convention"}]


def test_what_many_did_is_not_what_one_did(read: Callable[..., Reading]) -> None:
    text = "Togo has been a member of the Ramsar Convention since 1995. 170 countries have joined the convention."
    steps = {(a.stage, a.by, a.date) for a in read(text, "2022-06-15").acts}
    assert steps == {("acceded", (), None), ("acceded", ("TGO",), "1995")}


def test_similar_deal_is_another(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed a trade deal on Monday. It follows Chile's similar deal with Bolivia."
    assert len(_forms(read(text, "2022-06-15"))) == 2


def test_title_ends_before_the_person_it_is_handed_to(read: Callable[..., Reading]) -> None:
    text = "Peru handed its acceptance of the Agreement on Fisheries Subsidies to Director-General Ann Roe on Friday."
    assert _forms(read(text, "2022-06-15")) == [{"agreement on fisheries subsidies"}]


def test_agreements_on_two_matters_between_the_same_states_are_two(read: Callable[..., Reading]) -> None:
    text = (
        "The house ratified the treaty on the state border with Peru. It also ratified the agreement on the "
        "construction of highways with Peru."
    )
    assert len(_forms(read(text, "2022-06-15"))) == 2


def test_a_name_with_a_small_particle(read: Callable[..., Reading]) -> None:
    assert [a.name for a in read("Peru kept to the Rio de Lima Protocol.").agreements] == ["Rio de Lima Protocol"]


def test_a_title_in_quotes_goes_to_their_end(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed the “Treaty on Border Rivers with a Map and its Annexes” in Lima.")
    assert [a.name for a in reading.agreements] == ["Treaty on Border Rivers with a Map and its Annexes"]


def test_a_short_title_in_brackets_is_the_same(read: Callable[..., Reading]) -> None:
    reading = read("Peru joined the Convention on the Use of Mines and on their Destruction (Lima Treaty) in May.")
    assert len(reading.agreements) == 1


def test_the_treaty_and_the_convention_of_one_place(read: Callable[..., Reading]) -> None:
    assert len(read("Peru ratified the Cuzco Convention. Chile left the Cuzco Treaty.").agreements) == 1


def test_similar_agreements_with_others_are_a_kind(read: Callable[..., Reading]) -> None:
    reading = read("Japan signed an arms accord with Chile. Japan signed similar accords with Peru and Brazil.")
    assert len(reading.agreements) == 1


def test_a_title_in_quotes_before_the_noun(read: Callable[..., Reading]) -> None:
    reading = read('Peru is in talks about an "Additional Protocol" agreement with Chile.')
    assert len(reading.agreements) == 1


def test_a_general_short_form_is_no_name(read: Callable[..., Reading]) -> None:
    reading = read("Chile signed a free trade agreement (FTA) with Peru. The Chile-Peru Trade Agreement will last.")
    assert len(reading.agreements) == 1


def test_the_same_title_with_years_of_two_steps(read: Callable[..., Reading]) -> None:
    reading = read(
        "Peru ratified the Cuzco Agreement. It signed the pact in 2014. The Cuzco Agreement, signed in 2018, holds."
    )
    assert len(reading.agreements) == 1


def test_a_convention_may_be_called_a_treaty(read: Callable[..., Reading]) -> None:
    reading = read("Peru joined the Cuzco Convention. The mercury treaty has ten articles.")
    assert len(reading.agreements) == 1


def test_a_constitutive_treaty_of_states_is_no_domestic_one(read: Callable[..., Reading]) -> None:
    reading = read("Peru denounced the Constitutional Treaty of the Union of Andean Nations.")
    assert len(reading.agreements) == 1


def test_a_statement_by_one_is_none(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru will talk, said a spokesman in a statement released by Chile.")
    assert reading.agreements == ()
