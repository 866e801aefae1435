"""Quotations: who said what, to whom, how firmly. Each test shows one phenomenon on the smallest text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Quotation, Reading

    Read = Callable[..., Reading]


def said(read: Read, text: str) -> list[tuple[str | None, str, str]]:
    """Speaker words, content and form of each quotation."""
    return [
        (q.speaker.span.text if q.speaker.span else None, " | ".join(piece.text for piece in q.content), q.form)
        for q in read(text).quotations
    ]


def only(read: Read, text: str) -> Quotation:
    (quotation,) = read(text).quotations
    return quotation


def test_content_is_cut_without_marks_that_and_full_stop(read: Read) -> None:
    assert said(read, 'Keller said: "The pact holds."') == [("Keller", "The pact holds.", "direct")]
    assert said(read, "Keller said that the pact holds.") == [("Keller", "the pact holds", "indirect")]


def test_remark_of_the_report_after_a_comma_is_not_said(read: Read) -> None:
    text = "Norway says it will join the pact, which was signed in 1999."
    assert said(read, text) == [("Norway", "it will join the pact", "indirect")]


def test_second_verb_of_the_report_starts_its_own_quotation(read: Read) -> None:
    text = "The premier said the army will leave the valley but warned of new attacks."
    assert said(read, text) == [
        ("The premier", "the army will leave the valley", "indirect"),
        ("The premier", "new attacks", "indirect"),
    ]


def test_quotation_split_by_its_cue_is_one_record(read: Read) -> None:
    quotation = only(read, '"We are ready," Keller said, "but they are not."')
    assert [piece.text for piece in quotation.content] == ["We are ready,", "but they are not."]


def test_quotation_over_paragraphs_is_one_record(read: Read) -> None:
    quotation = only(read, 'Keller said: "The talks failed.\n\n"They failed because nobody listened."')
    assert [p.text for p in quotation.content] == ["The talks failed.", "They failed because nobody listened."]


@pytest.mark.parametrize(
    "text",
    [
        'The "peace" lasted three days.',
        'Her book "The Long Winter" was published in May.',
        "The minister hopes to sign the treaty in June.",
        "Norway will announce a new pact on Monday.",
        "The minister did not say when the talks would resume.",
        "The soldiers acted according to the rules.",
        "The leaders' meeting in the '90s changed Europe's map.",
        "The missile is 5'10\" long.",
    ],
)
def test_no_quotation_without_a_saying(read: Read, text: str) -> None:
    assert read(text).quotations == ()


def test_thought_counts_only_where_its_words_are_quoted(read: Read) -> None:
    assert said(read, "Keller believes that the pact holds.") == []
    assert said(read, 'Keller believes that "the pact will never hold."') == [
        ("Keller", "the pact will never hold.", "direct")
    ]


def test_official_text_in_its_own_voice_quotes_nobody(read: Read) -> None:
    assert read("Today we announce that our countries will sign the pact.").quotations == ()


def test_outlet_that_only_relays_has_no_record_of_its_own(read: Read) -> None:
    text = "Reuters reports that the minister said the border would stay open."
    assert said(read, text) == [("the minister", "the border would stay open", "indirect")]


def test_pronoun_after_quoted_words_takes_up_the_last_speaker(read: Read) -> None:
    text = (
        'Professor Artur Linden told the Daily Courier that talks had failed. "They will fail again," he said.\n\n'
        "President Boris Novak accepted the plan on Monday.\n\n"
        '"It will be a long winter," he added.'
    )
    names = [q.speaker.name for q in read(text).quotations]
    assert names == ["Artur Linden"] * 3


def test_speaker_without_a_name_is_called_unnamed(read: Read) -> None:
    quotation = only(read, "A senior official said that talks had failed.")
    assert quotation.speaker.name == "unnamed senior official"
    assert quotation.speaker.role == "senior official"
    assert quotation.speaker.entity is None


def test_i_inside_quoted_words_is_who_says_them(read: Read) -> None:
    text = '"I have said to them that we both want peace," Boris Novak told reporters.'
    outer, inner = sorted(read(text).quotations, key=lambda q: q.content[0].start)
    assert inner.speaker.name == "Boris Novak"
    assert inner.source == outer.id


def test_nested_saying_points_to_the_one_around_it(read: Read) -> None:
    outer, inner = read("Keller said the minister had told her that the deal was dead.").quotations
    assert outer.source is None
    assert inner.source == outer.id


def test_audience_and_channel(read: Read) -> None:
    quotation = only(read, 'In an interview with the Daily Courier, Boris Novak said: "We will sign."')
    assert quotation.told == "the Daily Courier"
    assert quotation.channel == "interview"
    assert quotation.told_span is not None


def test_interview_goes_on_while_the_same_person_speaks(read: Read) -> None:
    text = 'Boris Novak told Reuters the pact would hold.\n\n"We need it," Novak said.'
    assert [q.told for q in read(text).quotations] == ["Reuters", "Reuters"]


@pytest.mark.parametrize(
    ("text", "certainty", "hedges"),
    [
        ("Keller said the pact will hold.", "certain", []),
        ("Keller said the pact will most likely hold.", "probable", ["most likely"]),
        ("Keller said the pact may hold.", "possible", ["may"]),
        ("Keller said the pact is unlikely to hold.", "unlikely", ["unlikely"]),
        ("Keller denied that the pact was dead.", "denied", []),
        ("Keller urged both sides to sign the pact.", None, []),
        ("Keller said talks begin in May.", "certain", []),
    ],
)
def test_firmness(read: Read, text: str, certainty: str | None, hedges: list[str]) -> None:
    quotation = only(read, text)
    assert quotation.certainty == certainty
    assert [hedge.text for hedge in quotation.hedges] == hedges


def test_stance_is_that_of_the_verb(read: Read) -> None:
    assert only(read, "Keller claimed that the text had been changed.").stance == "claiming"
    assert only(read, "Keller said that the text had been changed.").stance == "neutral"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Keller says the pact will hold.", "future"),
        ("Keller says the pact held.", "past"),
        ("Keller says the pact holds.", "present"),
        # The past of indirect speech may stand for a present: unknown.
        ("Keller said the pact was needed.", None),
    ],
)
def test_tense(read: Read, text: str, tense: str | None) -> None:
    assert only(read, text).tense == tense


def test_about_names_states_in_the_words(read: Read) -> None:
    reading = read("Keller said that Norway and Sweden will sign.")
    names = {e.id: e.name for e in reading.entities}
    assert {names[i] for i in reading.quotations[0].about if i in names} == {"Norway", "Sweden"}


def test_spans_are_the_words_of_the_source(read: Read) -> None:
    text = "“The treaty,” said Boris Novak, “may hold.” Keller denied the charge."
    for quotation in read(text).quotations:
        for span in (*quotation.content, *quotation.hedges, quotation.cue, quotation.speaker.span):
            assert span is not None
            assert text[span.start : span.end] == span.text


@pytest.mark.shared
def test_nothing_lukin_says_goes_to_putin(read: Read, shared) -> None:  # type: ignore[no-untyped-def]
    text = next((shared / "seeds").glob("002*.txt")).read_bytes().decode()
    for quotation in read(text, "2024-06-18").quotations:
        if quotation.cue is not None and quotation.cue.text in ("told", "noted", "added", "underscored", "said"):
            assert quotation.speaker.name != "Vladimir Putin"


@pytest.mark.shared
def test_verbless_quotation_has_its_speaker(read: Read, shared) -> None:  # type: ignore[no-untyped-def]
    text = next((shared / "seeds").glob("000*.txt")).read_bytes().decode()
    verbless = [q for q in read(text, "2024-06-18").quotations if q.cue is None]
    assert [q.speaker.name for q in verbless] == ["Konstantin Asmolov"]


@pytest.mark.parametrize(
    ("text", "by", "words"),
    [
        # "as" aside, before and behind the clause that is said
        (
            "As the ministry noted on Friday, the pact has twelve articles.",
            "the ministry",
            "the pact has twelve articles",
        ),
        ("The pact has twelve articles, as Keller told the Courier.", "Keller", "The pact has twelve articles"),
        # a subordinate clause opens the sentence around the cue
        ("If nobody signs, the envoy says, the war goes on.", "the envoy", "If nobody signs | the war goes on"),
        (
            "It was a gift, she said, because both sides wanted it.",
            "she",
            "It was a gift | because both sides wanted it",
        ),
        # the cue stands behind an auxiliary, an adjective, a long description
        ("Cost estimates, he added, were based on a guess.", "he", "Cost estimates | were based on a guess"),
        ("Keller was quick to add that nobody had left.", "Keller", "nobody had left"),
        ("The deal is dead, said a man who had read it.", "a man", "The deal is dead"),
        # a question as a condition; a passive with its agent
        ("Berg asked the envoy if the truce still held.", "Berg", "if the truce still held"),
        ("Both sides were urged by the bank to pay.", "the bank", "to pay"),
        # what a poll finds; figures with "according to"
        ("New polls showed the party losing seats.", "New polls", "the party losing seats"),
        ("Trade has grown, according to official figures.", "official figures", "Trade has grown"),
    ],
)
def test_indirect_speech_is_read_in(read: Read, text: str, by: str, words: str) -> None:
    assert said(read, text) == [(by, words, "indirect")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Keller insists the pact must go, and has left the talks.", "the pact must go"),
        ("Norway denies that it lied and goes to great lengths.", "it lied"),
        ("Keller said the treaty was “a gift” in a post on Monday.", "the treaty was “a gift”"),
        ("He announced a truce on Friday.", "a truce"),
    ],
)
def test_circumstances_and_second_verbs_are_not_said(read: Read, text: str, words: str) -> None:
    assert [words_read for _, words_read, _ in said(read, text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that the pact was dead.",
        "Neither government announced the start of the exercises.",
        "No official said that the pact was dead.",
        "Keller is likely to say that the deal is dead.",
        "An island called Sark lies off the coast.",
        "Keller praised the treaty.",
        "The ministry declined to comment.",
        "A study praised the music on CNN’s “Morning Show,” which starts at six.",
    ],
)
def test_nothing_is_said_in(read: Read, text: str) -> None:
    assert said(read, text) == []


def test_title_of_a_show_is_not_what_is_said(read: Read) -> None:
    text = "Friday on CNN’s “New Day,” Keller told the host that the deal was dead."
    assert said(read, text) == [("Keller", "the deal was dead", "indirect")]


def test_bare_praise_is_a_saying_where_its_words_are_quoted(read: Read) -> None:
    assert said(read, "The premier praised the “iron will” of both sides.") == [
        ("The premier", "the “iron will” of both sides", "mixed")
    ]


@pytest.mark.parametrize(
    ("line", "by", "words", "form"),
    [
        (
            "Sanctions have failed to stop trade — Envoy to UN",
            "Envoy to UN",
            "Sanctions have failed to stop trade",
            "indirect",
        ),
        (
            "Jonas Lind: Pact’s ‘Empty Promises’ Help Nobody",
            "Jonas Lind",
            "Pact’s ‘Empty Promises’ Help Nobody",
            "mixed",
        ),
        ("Poll: Most voters want the treaty.", "Poll", "Most voters want the treaty", "indirect"),
    ],
)
def test_headline_names_its_speaker_by_its_form(read: Read, line: str, by: str, words: str, form: str) -> None:
    assert said(read, f"{line}\n\nThe two sides met in Oslo.") == [(by, words, form)]


@pytest.mark.parametrize("line", ["Norway and Sweden sign pact - Daily Courier", "Cyprus: Talks Resume in May"])
def test_headline_with_a_site_or_a_place_quotes_nobody(read: Read, line: str) -> None:
    assert said(read, f"{line}\n\nThe two sides met in Oslo.") == []


def test_quotation_is_about_what_all_its_pieces_name(read: Read) -> None:
    text = '"Norway is ready," Keller said, "but Sweden has to wait."'
    reading = read(text)
    names = {entity.id: entity.name for entity in reading.entities}
    assert {names.get(one) for one in reading.quotations[0].about} >= {"Norway", "Sweden"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway, Sweden and Finland have said that the pact is dead.", "Norway and Sweden and Finland"),
        ("The U.S. and several other nations charge that he lied.", "United States and several other nations"),
        ("UN special envoy to Yemen Martin Olsen said that the truce holds.", "Martin Olsen"),
    ],
)
def test_those_who_speak_together_and_those_behind_a_title_are_named(read: Read, text: str, name: str) -> None:
    assert only(read, text).speaker.name == name


def test_title_with_a_place_is_the_role(read: Read) -> None:
    speaker = only(read, "UN special envoy to Yemen Martin Olsen said that the truce holds.").speaker
    assert speaker.role == "UN special envoy to Yemen"


def test_all_who_speak_jointly_are_named(read: Read) -> None:  # type: ignore[no-untyped-def]
    """The ids of both ministers, not of one of them only; of one who speaks alone none besides."""
    reading = read("The ministers Ann Lund and Bo Vega signed it. The two ministers said that the pact was ready.")
    people = tuple(e.id for e in reading.entities if e.kind == "person")
    (said,) = reading.quotations
    assert said.speaker.together == people
    (alone,) = read("Ann Lund said that the pact was ready.").quotations
    assert alone.speaker.together == ()
