"""Sayings without quotation marks, in clauses, infinitives and nouns. Each test shows one phenomenon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading

    Read = Callable[..., Reading]


def _said(reading: Reading) -> list[tuple[str | None, str]]:
    return [
        (q.speaker.span.text if q.speaker.span else None, " … ".join(p.text for p in q.content))
        for q in reading.quotations
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("A number of envoys suggested the truce was dead.", "A number of envoys", "the truce was dead"),
        ("He is a firebrand who has vowed to leave the pact.", "a firebrand", "to leave the pact"),
        ("The Hague Institute found the seals were broken.", "The Hague Institute", "the seals were broken"),
        ("The affidavit listed three meetings.", "The affidavit", "three meetings"),
        ("The ministry expressed doubts about the pact.", "The ministry", "doubts about the pact"),
    ],
)
def test_counted_speakers_those_taken_up_by_who_and_bodies_that_find(
    read: Read, text: str, speaker: str, said: str
) -> None:
    assert _said(read(text)) == [(speaker, said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The minister recalled her years at the embassy.", "her years at the embassy"),
        ("Norway's envoy urged a wider role for the court.", "a wider role for the court"),
        ("The president threatened new duties on steel.", "new duties on steel"),
        ("The minister pushed the bloc to widen its duties.", "the bloc to widen its duties"),
        ("Keller continued to question the value of the pact.", "the value of the pact"),
        ("The envoy raised concerns that the ports would stay shut.", "the ports would stay shut"),
        ("The minister made the case for a new treaty.", "a new treaty"),
        ("The minister ruled out a wider war.", "a wider war"),
        ("The senator has spoken about the need for a wider court.", "the need for a wider court"),
        ("He called the raids lawful.", "the raids lawful"),
        ("The president is accused by prosecutors of hiding payments.", "hiding payments"),
        ("The minister talked about how both sides had come to terms.", "how both sides had come to terms"),
        ("Critics called him a coward.", "him a coward"),
        ("The envoy was asked by a reporter why talks had failed.", "why talks had failed"),
        ("As reported by the agency, talks will go on in May.", "talks will go on in May"),
        ("The report followed warnings from experts about the dams.", "the dams"),
        ("The reporter asked the envoy how long the talks would last.", "how long the talks would last"),
    ],
)
def test_what_is_said_may_be_a_noun_an_infinitive_or_a_question(read: Read, text: str, said: str) -> None:
    assert [content for _, content in _said(read(text))] == [said]


def test_when_a_noun_was_said_is_no_part_of_it(read: Read) -> None:
    assert _said(read("The minister rejected the offer on Tuesday.")) == [("The minister", "the offer")]


def test_what_is_vowed_ends_before_a_finite_verb(read: Read) -> None:
    assert ("The minister", "to keep the pact") in _said(read("The minister vowed to keep the pact and left the hall."))


@pytest.mark.parametrize(
    "text", ["She went out of the hall.", "He pointed at the map.", "They have concerns about us."]
)
def test_particle_or_light_verb_alone_says_nothing(read: Read, text: str) -> None:
    assert not read(text).quotations


def test_infinitive_of_purpose_has_said_nothing(read: Read) -> None:
    assert not read("The word is used to describe people from the coast.").quotations


@pytest.mark.parametrize(
    "headline", ["Keller: Treaty will not be saved", "Keller at United Nations: Treaty will not be saved"]
)
def test_headline_may_give_a_surname_alone_and_where_he_spoke(read: Read, headline: str) -> None:
    reading = read(f"{headline}\n\nForeign Minister Jane Keller met the press in Oslo.\n\nKeller left later.")
    assert [content for _, content in _said(reading)] == ["Treaty will not be saved"]


def test_verb_of_a_headline_may_look_like_a_noun(read: Read) -> None:
    assert _said(read("Trump calls for bringing back the treaty.")) == [("Trump", "bringing back the treaty")]


def test_source_may_report_what_somebody_urged(read: Read) -> None:
    texts = [content for _, content in _said(read("The envoy urged both sides to sign, according to the ministry."))]
    assert "The envoy urged both sides to sign" in texts


def test_topic_is_less_than_what_is_said_of_it(read: Read) -> None:
    assert not read("The minister talked about trade with reporters.").quotations
