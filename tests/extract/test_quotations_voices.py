"""Who speaks where the text does not name him again, and whom he tells. Each test shows one phenomenon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading

    Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"We are ready," said the envoy. "The door stays open," he added.', ["envoy", "envoy"]),
        ('Both ministers said they would sign. "It is a great day," they added.', ["unnamed ministers"] * 2),
        ("The statement quoted Jane Doe as saying that the pact held.", ["Jane Doe"]),
    ],
)
def test_one_who_goes_on_speaking_is_taken_up_by_a_pronoun(read: Read, text: str, names: list[str]) -> None:
    assert [q.speaker.name for q in read(text).quotations] == names


def test_subject_of_a_passive_is_told(read: Read) -> None:
    (quotation,) = read("The envoy was told by the minister that talks were over.").quotations
    assert (quotation.speaker.name, quotation.told) == ("minister", "The envoy")


def test_passive_without_an_agent_names_nobody(read: Read) -> None:
    assert not read("Two of the suspects have been identified as soldiers.").quotations


def test_news_conference_is_a_briefing(read: Read) -> None:
    (quotation,) = read("Speaking at a news conference, Keller said talks had stalled.").quotations
    assert quotation.channel == "briefing"


def test_name_does_not_take_in_the_place_or_the_line_above(read: Read) -> None:
    quotations = read('Talks fail\n\nKeller, in Oslo, said on Monday: "It is over."\n\n"Yes," said Jane Doe in Oslo.')
    assert [q.speaker.span.text for q in quotations.quotations if q.speaker.span] == ["Keller", "Jane Doe"]


def test_quoted_title_behind_the_speaker_is_not_said(read: Read) -> None:
    (quotation,) = read('"It is too early," said Berg, who is the host of "Night Talk." "Ask me in May."').quotations
    assert [piece.text for piece in quotation.content] == ["It is too early,", "Ask me in May."]


def test_his_view_in_what_he_says_is_no_second_quotation(read: Read) -> None:
    assert len(read("The governor said the deal would, in his view, cost jobs.").quotations) == 1
