"""Agreements as reports tell of them: headlines, protocols, venues, dates of signature, numbers of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


def groups(reading: Reading) -> list[list[str]]:
    return [[m.text for m in a.mentions] for a in reading.agreements]


@pytest.mark.parametrize("verb", ["ink", "sign", "clinch"])
def test_a_headline_lists_the_signers(read: Callable[..., Reading], verb: str) -> None:
    (agreement,) = read(f"Chile, Peru {verb} fisheries treaty\n\nThe deal covers tuna.").agreements
    assert set(agreement.parties) == {"CHL", "PER"}


def test_a_headline_tells_of_what_the_report_is_about(read: Callable[..., Reading]) -> None:
    reading = read("Truce ends a war. Colombia and Peru agreed to a six-week truce. The truce holds.")
    assert groups(reading) == [["Truce", "a six-week truce", "The truce"]]


def test_a_headline_verb_is_no_part_of_a_name(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Chile and Peru Forge Historic Defence Pact").agreements
    assert agreement.name == "Historic Defence Pact"


def test_a_protocol_to_an_agreement_is_another(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a new protocol to the fisheries agreement.")
    assert groups(reading) == [["a new protocol"], ["the fisheries agreement"]]


def test_what_two_states_sign_is_an_instrument(read: Callable[..., Reading]) -> None:
    reading = read("A protocol with Peru was signed in Lima by Chile.")
    assert groups(reading) == [["A protocol with Peru"]]


@pytest.mark.parametrize(
    "place", ["in the Netherlands", "in the Swiss capital", "in the town of Vevey (Switzerland)", "brokered by Norway"]
)
def test_where_talks_are_held_is_no_party(read: Callable[..., Reading], place: str) -> None:
    (agreement,) = read(f"Rebels and the government of Colombia reached a truce after talks {place}.").agreements
    assert agreement.parties == ("COL",)


def test_what_is_signed_now_is_not_the_old_treaty(read: Callable[..., Reading]) -> None:
    text = "Chile is bound by a 1944 water treaty. The agreement signed on Monday with Peru ends the water dispute."
    assert len(read(text, "2024-06-18").agreements) == 2


def test_what_two_others_signed_is_another_agreement(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a treaty. Spain and Italy signed the treaty in Rome.")
    assert not any({"CHL", "ITA"} <= set(a.parties) for a in reading.agreements)


def test_a_standing_agreement_of_others_names_no_new_one(read: Callable[..., Reading]) -> None:
    reading = read("The EU and Mexico reached a trade agreement. The North American Free Trade Agreement is older.")
    assert len(reading.agreements) == 2


def test_agreement_that_is_reached_is_the_one_spoken_of(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a deal on Monday. The two countries reached agreement in Lima.")
    assert groups(reading) == [["a deal", "agreement"]]


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("has 23 articles", 23),
        ("consists of ten articles", 10),
        ("contains twenty-three articles", 23),
        ("consists of a preamble and 23 articles", 23),
        ("contains two annexes and ten articles", 10),
    ],
)
def test_the_number_of_articles(read: Callable[..., Reading], clause: str, count: int) -> None:
    (agreement,) = read(f"The treaty between Chile and Peru {clause}.").agreements
    assert agreement.articles == count


def test_a_quoted_noun_keeps_its_parties(read: Callable[..., Reading]) -> None:
    (agreement,) = read("The 'framework agreement' between Chile and Peru was signed in Lima.").agreements
    assert agreement.mentions[0].text == "The 'framework agreement' between Chile and Peru"


def test_a_deal_to_extend_a_treaty_is_not_the_treaty(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a fisheries treaty. Chile wants an agreement to extend the treaty.")
    assert groups(reading)[0] == ["a fisheries treaty", "the treaty"]


def test_a_better_deal_is_another(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a fisheries treaty. Chile pressed for a more ambitious deal with Peru.")
    assert len(reading.agreements) == 2


def test_a_new_treaty_bears_the_acronym_of_the_old_one(read: Callable[..., Reading]) -> None:
    reading = read("The START treaty expired in 2009. Russia and the United States signed New START in 2010.")
    assert groups(reading) == [["START treaty"], ["New START"]]


def test_a_standing_treaty_was_described_before_by_its_parties(read: Callable[..., Reading]) -> None:
    text = "The last U.S.-Russia arms control pact is in danger. The New START treaty expires in February."
    assert len(read(text, "2020-10-20").agreements) == 1


def test_a_standing_treaty_is_not_the_deal_now_sought(read: Callable[..., Reading]) -> None:
    text = "Russia and the United States moved closer to a deal on Tuesday. The New START treaty expires in February."
    assert len(read(text, "2020-10-20").agreements) == 2


def test_a_title_opens_with_a_list(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed the Peace, Security and Cooperation Framework in Lima.")
    assert groups(reading) == [["Peace, Security and Cooperation Framework"]]


def test_a_title_goes_on_over_a_possessive(read: Callable[..., Reading]) -> None:
    reading = read("The leaders signed the Joint Statement of the People's Republic of China and Peru on Trade.")
    assert groups(reading)[0][0] == "Joint Statement of the People's Republic of China and Peru on Trade"


def test_the_year_inside_a_title_is_that_of_the_other_treaty(read: Callable[..., Reading]) -> None:
    text = "The Protocol to the Lima Treaty of 1949 was signed in 2022. The Protocol lets Chile join the Lima Treaty."
    assert next(a.date for a in read(text, "2022-07-06").agreements) != "1949"


def test_a_headline_names_a_partnership(read: Callable[..., Reading]) -> None:
    reading = read("Chile, Peru enter comprehensive strategic partnership")
    assert groups(reading) == [["comprehensive strategic partnership"]]


def test_a_list_of_titles_is_replaced_as_a_whole(read: Callable[..., Reading]) -> None:
    reading = read(
        "The pact of Chile and Peru will replace the Lima Treaty of 1929, the Cuzco Treaty of 1941, and the "
        "declarations that the two countries adopted in 2000 and 2001."
    )
    replaced = {a.agreement for a in reading.acts if a.stage == "replaced"}
    names = [a.name for a in reading.agreements if a.id in replaced]
    assert names == [
        "Lima Treaty of 1929",
        "Cuzco Treaty of 1941",
        "declaration of 2000",
        "declaration of 2001",
    ]


def test_among_them_counts_a_title_to_what_is_replaced(read: Callable[..., Reading]) -> None:
    reading = read("The pact replaces all earlier treaties between Chile and Peru, the Lima Treaty of 1929 among them.")
    assert [(a.stage, a.realis) for a in reading.acts] == [("replaced", "actual")]


def test_with_whose_entry_into_force_a_treaty_lapses_is_of_the_same_parties(read: Callable[..., Reading]) -> None:
    reading = read("The Lima Treaty between Chile and Peru is in force. With its entry, the Cuzco Treaty expired.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "PER"}] * 2


def test_what_has_no_name_but_a_year_is_called_by_it(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru talked of the treaty signed in 1929. Chile kept it.", "2024-06-18")
    assert [a.name for a in reading.agreements] == ["treaty of 1929"]


@pytest.mark.parametrize("what", ["of fire", "of insults", "of views"])
def test_not_every_exchange_is_agreed(read: Callable[..., Reading], what: str) -> None:
    assert not read(f"The row led to an exchange {what} between Chile and Peru.").agreements
    assert read("The row led to an exchange of captives between Chile and Peru.").agreements


def test_an_exchange_may_be_told_by_its_verb(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru agreed to exchange prisoners on Monday. The exchange begins in May.")
    assert groups(reading) == [["exchange prisoners", "The exchange"]]
    assert reading.agreements[0].kind == "exchange"


def test_what_is_agreed_to_cease_is_a_ceasefire(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Chile and Peru agreed to halt attacks on Monday.").agreements
    assert (agreement.kind, set(agreement.parties)) == ("ceasefire", {"CHL", "PER"})


def test_what_one_side_does_is_no_deal(read: Callable[..., Reading]) -> None:
    assert not read("Chile agreed to halt attacks. Police in Peru swapped prisoners.").agreements


@pytest.mark.parametrize("headline", ["Chile, Peru ink deal", "Chile, Peru finalise pact"])
def test_a_headline_in_small_letters_is_of_its_report(read: Callable[..., Reading], headline: str) -> None:
    reading = read(f"{headline}\n\nChile and Peru signed a fisheries agreement. The agreement covers tuna.")
    assert len(reading.agreements) == 1


def test_a_bilateral_agreement_is_not_set_apart_from_one_of_two(read: Callable[..., Reading]) -> None:
    reading = read("Chile signed a border pact with Peru. A bilateral border pact is rare.")
    assert len(reading.agreements) == 1


def test_the_body_that_a_convention_is_named_after_is_no_party(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Chile ratified the United Nations Convention on Tuna.").agreements
    assert agreement.parties == ("CHL",)


def test_a_deal_with_nobody_in_particular_is_none(read: Callable[..., Reading]) -> None:
    assert not read("Chile or Peru may sign a border deal with a third country.").agreements


def test_parties_stand_behind_the_place(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Spain spoke of a border agreement in the Andes between Chile and Peru.").agreements
    assert set(agreement.parties) == {"CHL", "PER"}


def test_the_agreements_with_one_partner_are_spoken_of_again(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed trade agreements with the EU. The agreements cover tuna.")
    assert groups(reading) == [["trade agreements with the EU", "The agreements"]]


def test_a_short_name_joined_to_a_state_is_a_party(read: Callable[..., Reading]) -> None:
    reading = read("PH-Japan defense pact takes effect. Officials hailed the Reciprocal Access Agreement.")
    assert len(reading.agreements) == 1


def test_a_truce_signed_long_ago_is_not_the_one_of_today(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru agreed to a truce on Monday. Its last was in 1986, when Chile and Peru signed a truce."
    assert len(read(text, "2017-04-05").agreements) == 2


def test_an_armed_movement_is_a_party_by_its_name(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Ethiopia and the Oromo Liberation Front agreed to a truce.").agreements
    assert agreement.parties == ("ETH", "Oromo Liberation Front")


def test_an_organ_acts_for_its_union(read: Callable[..., Reading]) -> None:
    (agreement,) = read("The European Commission signed a fisheries pact with Chile.").agreements
    assert set(agreement.parties) == {"EU", "CHL"}


def test_theirs_is_of_those_who_speak(read: Callable[..., Reading]) -> None:
    reading = read("Spain and Italy signed a deal. Chile and Peru said that their deal on tuna had been reached.")
    assert [set(a.parties) for a in reading.agreements] == [{"ESP", "ITA"}, {"CHL", "PER"}]


def test_what_a_report_opens_with_is_not_the_old_accord(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed a nuclear deal on Tuesday. Spain spoke of the 2015 nuclear accord."
    assert len(read(text, "2025-09-10").agreements) == 2


def test_a_peace_treaty_is_not_the_peace_declaration(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed a joint peace declaration. It looks forward to a peace treaty of Chile and Peru."
    assert [a.kind for a in read(text).agreements] == ["declaration", "treaty"]


def test_signatories_are_parties(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Envoys of Chile and Peru, signatories of the Lima Treaty, met.").agreements
    assert set(agreement.parties) == {"CHL", "PER"}


def test_a_headline_verb_that_looks_like_a_noun_is_no_part(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Niger's junta breaks military pact with US, calls presence illegal").agreements
    assert agreement.mentions[0].text == "military pact with US"


def test_who_makes_a_deal_with_others_is_a_party(read: Callable[..., Reading]) -> None:
    (agreement,) = read("The deal with Chile and Peru made Bolivia cut tariffs.").agreements
    assert set(agreement.parties) == {"BOL", "CHL", "PER"}


def test_a_relative_clause_is_no_purpose(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru agreed to a truce. Both were ready for an immediate and unconditional truce that will start."
    assert len(read(text).agreements) == 1


def test_a_memorandum_may_be_called_a_deal_before(read: Callable[..., Reading]) -> None:
    reading = read(
        "The EU and Tunisia signed a migration deal. Under the memorandum of understanding, Tunisia gets aid."
    )
    assert groups(reading) == [["a migration deal", "the memorandum of understanding"]]


def test_a_label_names_no_state(read: Callable[..., Reading]) -> None:
    (agreement,) = read("Talks on the Peru-Canada Comprehensive Economic Partnership Agreement began.").agreements
    assert agreement.label == "Comprehensive Economic Partnership"
