"""Who the parties are, and what else is said of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera import read as files
from foedera.annotate import parse
from foedera.model import Document
from foedera.pipeline import read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language

    from foedera.model import Agreement, Reading


def only(reading: Reading) -> Agreement:
    (agreement,) = reading.agreements
    return agreement


@pytest.mark.parametrize(
    "text",
    [
        "A treaty between Chile and Peru protects tuna.",
        "The Chile-Peru treaty protects tuna.",
        "Chile signed a treaty with Peru.",
        "Chile and Peru signed a treaty.",
        "The treaty was signed by Chile and Peru.",
        "The treaty Chile and Peru are planning to sign protects tuna.",
        "Officials from Chile and Peru signed a treaty.",
        "The treaty was signed on behalf of Chile and Peru.",
        "Chile accused Peru of breaching the fisheries treaty.",
        "Chile and Peru accused each other of breaching the fisheries treaty.",
        "Chile and Peru are the first pair of countries to ratify the Tuna Treaty, the AU said in Addis Ababa.",
        "A treaty was signed between Chile and Peru.",
        "Ministers praised the Joint Declaration of the Presidents of the Republic of Chile and the Republic of Peru.",
    ],
)
def test_parties_of_a_treaty(read: Callable[..., Reading], text: str) -> None:
    assert set(only(read(text)).parties) == {"CHL", "PER"}


def test_an_example_shares_the_parties_of_its_list(read: Callable[..., Reading]) -> None:
    reading = read("It replaces agreements signed by Chile and Peru, such as the Treaty of Friendship and Aid.")
    assert set(only(reading).parties) == {"CHL", "PER"}


def test_leaders_listed_before_a_signature_sign_for_their_states(read: Callable[..., Reading]) -> None:
    leaders = (
        "President Japar Aliyev of the Kyrgyz Republic, President Olim Rahmon of Tajikistan and President Timur Mirzo"
    )
    reading = read(f"{leaders} of Uzbekistan signed the Border Treaty and the Osh Declaration on Peace on May 3.")
    assert [set(a.parties) for a in reading.agreements] == [{"KGZ", "TJK", "UZB"}] * 2


def test_who_speaks_as_we_is_a_party(read: Callable[..., Reading]) -> None:
    reading = read("We, Chile, Peru and Brazil, met in Lima. Today we launch the Pacific Tuna Framework.")
    assert set(only(reading).parties) == {"CHL", "PER", "BRA"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a treaty. Norway praised the treaty.",
        "Norway brokered a truce between Chile and Peru.",
        "Chile and Peru signed the Norwegian-mediated treaty.",
        "Chile and Peru signed a treaty with Norwegian support.",
        "A week after talks began in the Norwegian capital Oslo, Chile and Peru signed a treaty.",
        "A treaty was signed between Chile and Peru with the help of Norway.",
    ],
)
def test_who_comments_or_mediates_is_no_party(read: Callable[..., Reading], text: str) -> None:
    assert set(only(read(text)).parties) == {"CHL", "PER"}


def test_who_is_said_to_be_no_part_is_no_party(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed the Lima Treaty. Norway is not part of the treaty.")
    assert "NOR" not in only(reading).parties


def test_parties_without_a_state_go_by_name(read: Callable[..., Reading]) -> None:
    assert set(only(read("Israel and Hamas agreed to a ceasefire.")).parties) == {"ISR", "Hamas"}
    inspectors = only(read("The Lima accord between Iran and the International Atomic Energy Agency [IAEA] lapsed."))
    assert set(inspectors.parties) == {"IRN", "International Atomic Energy Agency"}
    rebels = only(read("Colombia and the National Liberation Army (ELN) signed a ceasefire.")).parties
    assert set(rebels) == {"COL", "National Liberation Army"}


def test_a_place_before_the_noun_is_no_party(read: Callable[..., Reading]) -> None:
    assert "FRA" not in only(read("Chile left the Paris Agreement.")).parties


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile and Peru signed the Lima Treaty.", "treaty"),
        ("Chile signed a joint statement with Peru.", "statement"),
        ("Chile and Peru agreed to a ceasefire deal.", "ceasefire"),
        ("Chile and Peru reached a deal. The framework covers tuna.", "framework"),
        ("Chile and Peru signed a tuna deal.", "agreement"),
    ],
)
def test_kind_is_what_the_text_calls_it(read: Callable[..., Reading], text: str, kind: str) -> None:
    assert only(read(text)).kind == kind


def test_label_articles_and_date_are_verbatim(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a 12-article treaty on a comprehensive strategic partnership.")
    agreement = only(reading)
    assert agreement.label == "comprehensive strategic partnership"
    assert agreement.articles == 12
    assert only(read("Chile and Peru keep the Lima Treaty of 1961.")).date == "1961"


def test_unknown_is_none(read: Callable[..., Reading]) -> None:
    agreement = only(read("Chile and Peru signed a treaty."))
    assert (agreement.label, agreement.articles, agreement.date) == (None, None, None)


def test_an_open_convention_is_multilateral(read: Callable[..., Reading]) -> None:
    assert only(read("Chile ratified the Lima Convention on Fisheries.")).multilateral is True
    assert only(read("Chile and Peru signed a treaty.")).multilateral is False


@pytest.mark.parametrize("listed", ["{}", "several older documents, among them {}"])
def test_what_two_states_replace_was_theirs(read: Callable[..., Reading], listed: str) -> None:
    titles = "the Treaty of Friendship, Trade and Mutual Aid of 1961 and the Treaty of Friendship and Trade of 2000"
    reading = read(f"Chile and Peru signed a ports treaty. The new treaty will replace {listed.format(titles)}.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "PER"}] * 3


def test_who_has_a_treaty_of_its_own_is_no_party_of_another(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a treaty. Brazil may view the treaty with unease.")
    assert set(only(reading).parties) == {"CHL", "PER"}


def test_a_name_is_no_headline(nlp: Language, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Boric Approves Draft Treaty With Peru on Eve of Visit\n\n"
        "The president of Chile approved a comprehensive ports treaty with Peru. The treaty is long.\n"
    )
    (document,) = files.read([str(report)], published="2024-06-19")
    assert isinstance(document, Document)
    agreement = only(read_document(document, next(parse(nlp, [document]))))
    assert agreement.name == "comprehensive ports treaty with Peru"
    assert agreement.mentions[0].text == "Draft Treaty With Peru"


def test_a_series_is_made_by_the_same_parties(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a phase one deal. The minister said that talks on a phase two deal are slow.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "PER"}] * 2


def test_a_venue_is_no_party(read: Callable[..., Reading]) -> None:
    reading = read("The peace treaty with Peru was signed in Singapore. Chile was glad. The treaty helps Chile.")
    assert set(only(reading).parties) == {"PER", "CHL"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a fisheries treaty in Naivasha, Kenya.",
        "Chile and Peru signed a fisheries treaty. It took effect at noon Moscow time, and the treaty holds.",
        "The French-backed truce between Chile and Peru holds.",
    ],
)
def test_a_name_that_only_tells_where_or_who_helped_is_no_party(read: Callable[..., Reading], text: str) -> None:
    assert set(only(read(text)).parties) == {"CHL", "PER"}


def test_a_seat_in_the_name_of_a_court_is_no_party(read: Callable[..., Reading]) -> None:
    (treaty,) = read("Chile pulled out of the Rome Statute, the treaty that founded the court in 1998.").agreements
    assert set(treaty.parties) == {"CHL"}


def test_a_backer_of_a_movement_is_no_party(read: Callable[..., Reading]) -> None:
    (truce,) = read("Chad and the Niger-backed Lake Hunters Union, a rebel group, signed a truce.").agreements
    assert set(truce.parties) == {"TCD", "Lake Hunters Union"}


def test_whose_watchdog_a_party_is_makes_no_party(read: Callable[..., Reading]) -> None:
    reading = read("Chile signed a deal with the International Atomic Energy Agency, the UN's watchdog.")
    assert set(only(reading).parties) == {"CHL", "International Atomic Energy Agency"}


def test_a_presidents_deal_is_his_states(read: Callable[..., Reading]) -> None:
    reading = read("President Gabriel Boric of Chile was glad. The Senate praised Boric's trade deal with Tonga.")
    assert set(only(reading).parties) == {"CHL", "TON"}


def test_an_agreement_told_without_parties_is_of_the_two_the_report_is_about(read: Callable[..., Reading]) -> None:
    reading = read("Chile and Peru signed a border treaty. The treaty holds. A fisheries accord may follow soon.")
    assert [set(a.parties) for a in reading.agreements] == [{"CHL", "PER"}] * 2


def test_a_title_with_an_organisation_before_it_is_of_many(read: Callable[..., Reading]) -> None:
    assert only(read("Vietnam praised the ASEAN Tuna Agreement.")).multilateral
    assert not only(read("Chile and Peru signed the Convention between Chile and Peru on Tuna.")).multilateral


def test_the_place_of_writing_is_no_party(read: Callable[..., Reading]) -> None:
    reading = read("Kigali, Rwanda — The government of Chad and the M23 rebel movement signed a truce on Friday.")
    assert set(only(reading).parties) == {"TCD", "M23"}


def test_who_brokers_an_agreement_may_stand_before_its_parties(read: Callable[..., Reading]) -> None:
    assert only(read("A truce mediated by Qatar between Ghana and Togo collapsed.")).parties == ("GHA", "TGO")
