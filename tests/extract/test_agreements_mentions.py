"""Which words of a text speak of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def mentions(reading: Reading) -> list[str]:
    return [m.text for a in reading.agreements for m in a.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru signed a fisheries treaty.", "a fisheries treaty"),
        ("Chile ratified the Lima Convention on Fisheries.", "Lima Convention on Fisheries"),
        ("The Chile-Peru treaty protects the coast.", "The Chile-Peru treaty"),
        ("Chile and Peru agreed to a two-week truce.", "a two-week truce"),
        ("Chile and Peru signed a memorandum of understanding on ports.", "a memorandum of understanding on ports"),
        ("Chile and Peru agreed a prisoner swap.", "a prisoner swap"),
        ("Chile and Peru issued a joint declaration on whaling.", "a joint declaration on whaling"),
        ("Peru left the 1994 Agreed Framework.", "Agreed Framework"),
        ("The leaders of Chile and Peru hailed a cease-fire.", "a cease-fire"),
        ('Chile and Peru struck a deal on a "full ceasefire" on Monday.', 'a deal on a "full ceasefire"'),
        ("Both sides respect the Arica (Good Neighbour) Agreement.", "Arica (Good Neighbour) Agreement"),
        ("Ministers reviewed the Andean Trade in Goods Agreement.", "Andean Trade in Goods Agreement"),
        ("Chile signed the Treaty establishing the Andean Community.", "Treaty establishing the Andean Community"),
        ("The Chile-Peru DTAA lapsed in 2017.", "Chile-Peru DTAA"),
        ("The SOFA between Chile and Peru is under review.", "SOFA between Chile and Peru"),
        (
            "Chile and Peru praised the second protocol to upgrade the Andean Trade in Goods Treaty.",
            "the second protocol",
        ),
        ("Ministers of Chile and Peru issued a joint readout.", "a joint readout"),
    ],
)
def test_an_instrument_is_found_by_its_noun(read: Callable[..., Reading], text: str, expected: str) -> None:
    assert expected in mentions(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru must deal with the storm.",
        "Chile and Peru are in agreement about the storm.",
        "Trade deals help Chile and Peru.",
        "Chile and Peru belong to NATO.",
        "Any agreement between neighbours takes time.",
        "It is not that big of a deal for Chile and Peru.",
        "The union reached a labor agreement with the company.",
        "The publisher offered a book deal.",
        "The Democratic National Convention opened on Monday.",
        "Congress passed the budget deal.",
        "Chile and Peru praised the final settlement of border matters.",
        "It marks a new phase in the strategic partnership between Chile and Peru.",
        "The presidents of Chile and Peru sat on a sofa.",
    ],
)
def test_what_is_no_specific_agreement_between_states_is_left_out(read: Callable[..., Reading], text: str) -> None:
    assert mentions(read(text)) == []


def test_a_title_ends_where_its_words_end(read: Callable[..., Reading]) -> None:
    text = "Peru signed the Treaty of Friendship, Good Neighbourliness, and Trade, the minister said."
    assert mentions(read(text)) == ["Treaty of Friendship, Good Neighbourliness, and Trade"]


def test_an_organisation_with_treaty_in_its_name_is_no_treaty(read: Callable[..., Reading]) -> None:
    assert mentions(read("Chile joined the Pacific Ocean Treaty Organisation.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru signed the Lima Fisheries Treaty (LFT). The LFT protects tuna.",
        "Peru signed the Lima Fisheries Treaty, or LFT. The LFT protects tuna.",
        "Chile and Peru signed a fisheries treaty called “LFT”. The LFT protects tuna.",
        "Peru left the LFT treaty. Chile said the LFT protects tuna.",
    ],
)
def test_an_acronym_is_known_by_how_the_text_brings_it_in(read: Callable[..., Reading], text: str) -> None:
    (agreement,) = read(text).agreements
    assert [m.text for m in agreement.mentions].count("LFT") >= 1
    assert agreement.mentions[-1].text == "LFT"


def test_a_standing_agreement_needs_no_introduction(read: Callable[..., Reading]) -> None:
    assert "NAFTA" in mentions(read("Mexico wants to keep NAFTA."))


def test_capitals_of_a_whole_line_make_no_acronym(read: Callable[..., Reading]) -> None:
    reading = read("LIMA WANTS A WIDER GOAL. The Lima-Santiago treaty has a goal.")
    assert not {"GOAL", "goal", "LIMA"} & set(mentions(reading))


@pytest.mark.parametrize("between", [", ", " and "])
def test_titles_in_a_row_are_so_many_agreements(read: Callable[..., Reading], between: str) -> None:
    titles = ("Treaty of Friendship, Trade and Mutual Aid of 1961", "Treaty of Friendship and Trade of 2000")
    reading = read(f"Chile and Peru will replace the {titles[0]}{between}the {titles[1]}.")
    assert mentions(reading) == list(titles)
    assert [a.date for a in reading.agreements] == ["1961", "2000"]


def test_where_and_when_it_was_signed_is_no_part_of_a_title(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed the Treaty on Comprehensive Partnership in Lima on Wednesday, after talks."
    assert mentions(read(text)) == ["Treaty on Comprehensive Partnership"]


def test_a_region_is_part_of_a_title(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed the Treaty on Conventional Forces in Europe."
    assert mentions(read(text)) == ["Treaty on Conventional Forces in Europe"]


@pytest.mark.parametrize("date", ["February 9, 2000", "9 February 2000"])
def test_a_full_date_closes_a_title(read: Callable[..., Reading], date: str) -> None:
    reading = read(f"The Treaty of Friendship and Trade of {date} will cease to apply, Chile told Peru.")
    assert mentions(reading) == [f"Treaty of Friendship and Trade of {date}"]
    assert reading.agreements[0].date == "2000-02-09"


def test_states_joined_by_a_hyphen_are_part_of_the_phrase(read: Callable[..., Reading]) -> None:
    assert mentions(read("The United States-United Kingdom trade deal is long.")) == [
        "The United States-United Kingdom trade deal"
    ]


def test_the_text_of_a_deal_is_the_deal(read: Callable[..., Reading]) -> None:
    assert mentions(read("Chile and Peru released the text of a phase one trade deal.")) == ["a phase one trade deal"]


def test_the_first_word_of_an_item_in_a_list_makes_no_title(read: Callable[..., Reading]) -> None:
    reading = read("Norway hails these.\n\n-   Additional trade deals with Chile and Peru will protect tuna.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "NOR"}, {"PER", "NOR"}]
