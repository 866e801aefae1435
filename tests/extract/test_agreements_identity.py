"""Which mentions of a text are of one agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.annotate import parse
from foedera.extract.agreements.words import marks
from foedera.pipeline import read_document
from foedera.read.assemble import document

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading


def groups(reading: Reading) -> list[list[str]]:
    return [[m.text for m in a.mentions] for a in reading.agreements]


@pytest.mark.parametrize("pointer", ["The accord", "The said treaty", "The document", "The pact", "The fisheries deal"])
def test_a_definite_description_points_back(read: Callable[..., Reading], pointer: str) -> None:
    reading = read(f"Chile and Peru signed a fisheries treaty. {pointer} has ten articles.")
    assert groups(reading) == [["a fisheries treaty", pointer]]


def test_a_title_names_what_was_described_before(read: Callable[..., Reading]) -> None:
    reading = read("Chile left a climate accord on Monday. The Lima Agreement was signed in 2015.")
    assert groups(reading) == [["a climate accord", "Lima Agreement"]]


def test_a_title_beside_a_description_is_the_same(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a new pact. The pact, formally the Lima Treaty, covers tuna.")
    assert len(groups(reading)) == 1


def test_short_and_full_title_are_the_same(read: Callable[..., Reading]) -> None:
    reading = read("Peru ratified the Lima Climate Agreement. Chile left the Lima Agreement.")
    assert groups(reading) == [["Lima Climate Agreement", "Lima Agreement"]]


def test_an_old_title_does_not_name_what_is_only_sought(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru failed to reach a deal on water. The 1959 Maule Waters Agreement favours Chile.")
    assert len(groups(reading)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chile and Peru signed a treaty in 1961.", "The 2000 treaty replaced it."),
        ("Peru signed the Lima Treaty.", "Peru signed the Cuzco Treaty."),
        ("Chile has a fisheries pact with Peru.", "It has a fisheries pact with Brazil."),
        ("Chile and Peru agreed to a limited ceasefire.", "They want a full ceasefire."),
        ("Chile and Peru signed a phase one deal.", "The phase two deal is not ready."),
        ("Chile and Peru agreed to a truce.", "They will sign a peace treaty."),
        ("Peru signed the Lima Protocol.", "Peru signed the Lima Treaty."),
        ("Chile and Peru signed the Andean Gas Framework,", "as well as a deal on ways to begin the project."),
    ],
)
def test_what_tells_two_agreements_apart(read: Callable[..., Reading], one: str, other: str) -> None:
    assert len(read(f"{one} {other}").agreements) == 2


def test_the_new_deal_is_not_the_one_it_replaces(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru reached a new pact that replaces the Lima Treaty. The new deal covers tuna.")
    assert ["a new pact", "The new deal"] in groups(reading)


def test_coordinated_titles_are_two_agreements_in_the_same_words(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed the Lima and Cuzco Declarations of 2000 and 2001.")
    first, second = reading.agreements
    assert first.mentions == second.mentions
    assert (first.date, second.date) == ("2000", "2001")
    assert (first.name, second.name) == ("Lima Declaration", "Cuzco Declaration")
    assert first.id != second.id


def test_deals_with_several_partners_are_as_many(read: Callable[..., Reading]) -> None:
    reading = read("Norway announced trade deals with Chile, Peru and the Philippines.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "NOR"}, {"PER", "NOR"}, {"PHL", "NOR"}]


def test_a_deal_at_home_takes_no_mention_from_a_treaty(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a fisheries treaty. The union reached a labor agreement with the company.")
    assert groups(reading) == [["a fisheries treaty"]]


def test_ids_are_stable(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed a fisheries treaty. Chile left the Lima Convention on Whaling."
    first, second = read(text), read(text)
    assert [a.id for a in first.agreements] == [a.id for a in second.agreements]
    assert len({a.id for a in first.agreements}) == 2


def test_a_new_name_goes_to_the_new_deal_and_not_to_the_old_one(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru agreed a pact to replace the Lima Treaty. The pact, called the Cuzco Treaty, is long."
    )
    assert ["a pact", "The pact", "Cuzco Treaty"] in groups(reading)


def test_a_title_is_given_to_the_nearest_description(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru agreed to a two-week truce. The truce began on Friday. "
        "An earlier deal on prisoners was reached in Lima. The Lima Agreement failed."
    )
    assert ["An earlier deal on prisoners", "Lima Agreement"] in groups(reading)


def test_a_truce_is_no_peace_treaty(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru want a peace treaty to replace the armistice of 1953.")
    assert len(reading.agreements) == 2


def test_a_place_names_the_deal_made_there(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru signed a peace agreement in Doha. A separate deal between Lima and Brazil is near. "
        "The Doha agreement covers troops."
    )
    assert ["a peace agreement", "Doha agreement"] in groups(reading)


def test_the_new_treaty_is_not_the_one_that_lapses(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru signed the Treaty on Ports. The Treaty of Friendship and Trade of May 3, 1999 will cease to "
        "apply when the new treaty takes effect.",
        "2024-06-19",
    )
    assert ["Treaty on Ports", "the new treaty"] in groups(reading)


def test_what_is_replaced_is_not_what_replaces_it(read: Callable[..., Reading]) -> None:
    reading = read("The Ports Treaty between Chile and Peru is in force. The treaty replaces only the treaty of 1999.")
    assert groups(reading) == [["Ports Treaty between Chile and Peru", "The treaty"], ["the treaty of 1999"]]


def test_a_treaty_of_its_own_is_another(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Peru signed a treaty. Brazil may view the treaty with unease. "
        "Brazil has its own treaty with Peru, which was signed in July 1961.",
        "2024-06-19",
    )
    first, second = reading.agreements
    assert set(first.parties) == {"CHL", "PER"}
    assert set(second.parties) == {"BRA", "PER"}
    assert [m.text for m in first.mentions] == ["a treaty", "the treaty"]


def test_each_of_several_deals_has_a_name_of_its_own(read: Callable[..., Reading]) -> None:
    reading = read("Norway's three other trade deals are with Chile, Peru and the Philippines.")
    assert [a.name for a in reading.agreements] == [
        "other trade deal with Chile",
        "other trade deal with Peru",
        "other trade deal with the Philippines",
    ]
    assert len({a.id for a in reading.agreements}) == 3


def test_a_pact_of_two_is_not_the_regional_one(read: Callable[..., Reading]) -> None:
    reading = read("Chile, Peru and Brazil agreed a regional security pact. Chile and Peru signed a security pact.")
    assert len(reading.agreements) == 2


def test_the_last_truce_is_not_the_one_of_today(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru agreed to a truce. The last coordinated cessation of hostilities was in 2016.")
    assert len(reading.agreements) == 2


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "Chile and Peru raised their ties to a comprehensive strategic partnership. "
            "The two established a strategic partnership in 2009.",
            ("a comprehensive strategic partnership", "a strategic partnership"),
        ),
        (
            "Chile and Peru want a mining treaty, which will replace the treaty of 1932. "
            "Both signed an Agreement on Driving Licences.",
            ("the treaty of 1932", "Agreement on Driving Licences"),
        ),
        (
            "The ministers agreed to negotiate a mining treaty. Both are committed to ratify the Lima Agreement.",
            ("a mining treaty", "Lima Agreement"),
        ),
        (
            "Chile and Peru signed an agreement on trade promotion. Their free trade agreement dates from 2015.",
            ("an agreement on trade promotion", "Their free trade agreement"),
        ),
        (
            "Chile and Peru welcomed the Agreement on Social Security. "
            "Both want a mining treaty, which will replace the treaty of 1932.",
            ("Agreement on Social Security", "the treaty of 1932"),
        ),
    ],
)
def test_neighbours_in_a_text_are_not_the_same(read: Callable[..., Reading], text: str, apart: tuple[str, str]) -> None:
    homes = {m.text: a.id for a in read(text, "2024-06-19").agreements for m in a.mentions}
    assert len({homes[words] for words in apart}) == len(apart)


def test_that_memorandum_is_the_one_just_spoken_of(read: Callable[..., Reading]) -> None:
    reading = read(
        "Chile and Norway resumed talks on a trade agreement. The agreement would help farmers. "
        "Chile also has a minerals partnership with Norway. That memorandum was signed in 2021.",
        "2024-06-19",
    )
    assert ["a minerals partnership with Norway", "That memorandum"] in groups(reading)


def test_a_headline_that_says_accord_may_tell_of_a_declaration(nlp: spacy.Language) -> None:
    report = document(
        "Chile leaves Lauca accord\n\nThe government left a 2015 declaration on the Lauca dam, a minister said.",
        published="2021-06-10",
    )
    reading = read_document(report, next(parse(nlp, [report])))
    assert groups(reading) == [["Lauca accord", "a 2015 declaration on the Lauca dam"]]


def test_a_year_makes_it_one_instrument(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru spoke on Monday. The ministers recalled a 1998 deal that expired in 2023.")
    assert groups(reading) == [["a 1998 deal"]]


def test_a_label_is_no_mark_of_fullness(nlp):
    """A "comprehensive strategic partnership" is not the whole of a limited one; a comprehensive ceasefire is."""
    assert marks(nlp("a comprehensive strategic partnership treaty")) == frozenset()
    assert marks(nlp("a comprehensive ceasefire")) == {"whole"}
