"""What must not be recorded from the two first reports: one test for each line of the gold's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.model.codec import to_plain
from tests.seeds.conftest import touches

if TYPE_CHECKING:
    from tests.seeds.conftest import Seeds

pytestmark = pytest.mark.shared
DONE = {"signed", "ratified", "entered_into_force", "acceded", "approved"}


@pytest.mark.parametrize("report", ["A", "B"])
def test_01_the_treaty_is_not_signed_ratified_or_in_force(seeds: Seeds, report: str) -> None:
    treaty, reading = seeds.treaty(report), seeds.readings[report]
    steps = [a for a in reading.acts if a.agreement == treaty.id]
    assert steps, "the report states steps of this treaty"
    assert not [a for a in steps if a.realis == "actual" and a.stage in DONE]
    assert treaty.status not in DONE


@pytest.mark.parametrize("report", ["A", "B"])
def test_02_who_is_only_spoken_of_is_no_party(seeds: Seeds, report: str) -> None:
    assert set(seeds.treaty(report).parties) <= {"RUS", "PRK"}


def test_03_the_shorter_label_is_no_second_agreement(seeds: Seeds) -> None:
    treaty = seeds.treaty("B")
    for name in ("B2.1", "B4.1", "B6.0"):
        _, start, end = seeds.place(name)
        there = [a for a in seeds.readings["B"].agreements if any(touches(m, start, end) for m in a.mentions)]
        assert there == [treaty], name


@pytest.mark.parametrize("name", ["B7.1", "B8.1"])
def test_04_he_is_the_expert_not_a_leader_named_nearer(seeds: Seeds, name: str) -> None:
    found = seeds.quotations(name)
    assert found
    assert {q.speaker.name for q in found} == {"Artyom Lukin"}


def test_05_a_quotation_without_a_verb_is_kept_and_is_its_speakers(seeds: Seeds) -> None:
    (found,) = seeds.quotations("A-S2")
    assert found.speaker.name == "Konstantin Asmolov"
    assert found.told != found.speaker.name


def test_06_headings_title_byline_and_footers_are_not_body(seeds: Seeds) -> None:
    for item in seeds.gold["segments"]:
        report, start, end = seeds.place(item["id"])
        document = seeds.readings[report].document
        if not item["is_body"]:
            assert {document.block_at(i) for i in range(start, end)} & {"body"} == set(), item["id"]
            assert not [q for q in seeds.quotations(item["id"]) if q.form != "direct"] or item["type"] in (
                "title",
                "heading",
            )


def test_07_an_asian_nato_is_neither_nato_nor_an_organisation_that_exists(seeds: Seeds) -> None:
    for reading in seeds.readings.values():
        organisations = [e for e in reading.entities if e.kind == "organisation"]
        assert not [e.name for e in organisations if "NATO" in e.name]
        assert not [m.text for e in organisations for m in e.mentions if "NATO" in m.text]


def test_08_the_place_of_the_dateline_is_no_party_and_no_place_of_an_event(seeds: Seeds) -> None:
    reading = seeds.readings["A"]
    _, start, end = seeds.place("A1.0")
    assert reading.document.dateline is not None
    assert not [e for e in reading.entities if e.kind == "state" and any(touches(m, start, end) for m in e.mentions)]
    assert not [m for m in reading.meetings if m.place == "Moscow"]
    assert not [a for a in reading.acts if a.place == "Moscow"]


def test_09_capitals_in_a_title_are_no_parties_and_years_are_not_paired(seeds: Seeds) -> None:
    reading = seeds.readings["B"]
    declarations = [a for a in reading.agreements if a.kind == "declaration"]
    assert len(declarations) == 2
    title = declarations[0].mentions[0]
    named = [m for e in reading.entities if e.kind == "state" for m in e.mentions if title.contains(m)]
    assert not named
    dates = {act.date for a in declarations for act in reading.acts if act.agreement == a.id}
    assert not dates & {"2000", "2001"}


def test_10_what_an_expert_confirms_is_no_official_position(seeds: Seeds) -> None:
    report, start, end = seeds.place("B14.2")
    reading = seeds.readings[report]
    assert {q.speaker.name for q in seeds.quotations("B14.2")} == {"Artyom Lukin"}
    names = {e.id: e.name for e in reading.entities}
    holders = {names.get(c.holder or "") for c in reading.claims if any(touches(s, start, end) for s in c.evidence)}
    assert holders <= {"Artyom Lukin"}


def test_11_a_steadfast_ally_is_a_claim_not_an_alliance(seeds: Seeds) -> None:
    report, start, end = seeds.place("A4.2")
    reading = seeds.readings[report]
    assert not [a for a in reading.agreements if any(touches(m, start, end) for m in a.mentions)]
    allied = [c for c in reading.claims if c.predicate == "allied_with"]
    assert all(c.holder is not None for c in allied)


@pytest.mark.parametrize("report", ["A", "B"])
def test_12_obligations_that_no_text_states_are_not_coded_as_absent(seeds: Seeds, report: str) -> None:
    plain = to_plain(seeds.treaty(report))
    assert not [name for name, value in plain.items() if value == 0 and value is not False]
    assert not {"defense", "offense", "neutral", "nonagg", "consul"} & set(plain)


def test_13_who_republishes_is_neither_author_nor_original_publisher(seeds: Seeds) -> None:
    document = seeds.readings["B"].document
    assert document.authors == ("Svetlana Ekimenko",)
    assert document.original_publisher == "Sputnik Globe"
    assert document.republished_by == "The 21st Century"


def test_14_weekdays_are_those_before_or_on_the_day_of_publication(seeds: Seeds) -> None:
    found = {t.text: t.value for reading in seeds.readings.values() for t in reading.times}
    assert (found["Tuesday"], found["Monday"]) == ("2024-06-18", "2024-06-17")


def test_15_a_list_of_examples_is_not_exhaustive(seeds: Seeds) -> None:
    links = [link for link in seeds.readings["B"].links if link.relation == "replaces"]
    assert links
    assert {link.exhaustive for link in links} == {False}


def test_16_the_envoy_without_a_name_gets_none(seeds: Seeds) -> None:
    report, start, end = seeds.place("B15.0")
    persons = [e for e in seeds.readings[report].entities if e.kind == "person"]
    assert not [e.name for e in persons for m in e.mentions if touches(m, start, end)]
    said = [q.speaker.name for q in seeds.quotations("B15.0") if q.speaker.name]
    assert all(name[0].islower() or "nvoy" in name for name in said)
