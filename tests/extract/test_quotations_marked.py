"""Words in quotation marks: whose they are, and how far the content goes around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading

    Read = Callable[..., Reading]


def said(read: Read, text: str) -> list[tuple[str | None, str]]:
    """Speaker words and content of each quotation."""
    return [
        (q.speaker.span.text if q.speaker.span else None, " | ".join(piece.text for piece in q.content))
        for q in read(text).quotations
    ]


def test_words_before_a_contrast_are_not_those_of_its_speaker(read: Read) -> None:
    text = 'Norway calls the plan "a first step," while Sweden refers to the plan as "a trap."'
    assert said(read, text) == [("Norway", 'the plan "a first step,"'), ("Sweden", 'the plan as "a trap."')]


def test_clause_after_a_question_opens_the_answer(read: Read) -> None:
    text = 'Keller was asked, "Will the truce hold?" He answered, "We all hope so."'
    assert ("He", "We all hope so.") in said(read, text)


def test_words_in_the_opening_of_a_sentence_are_not_what_its_subject_goes_on_to_say(read: Read) -> None:
    text = 'Speaking of a "new era," Keller said, "The border is open again."'
    assert ("Keller", "The border is open again.") in said(read, text)


def test_thought_told_by_its_thinker_is_one_quotation(read: Read) -> None:
    text = 'Keller told reporters he thought the talks were "a waste of time."'
    assert said(read, text) == [("Keller", 'he thought the talks were "a waste of time."')]


def test_words_joined_by_and_are_one_quotation(read: Read) -> None:
    text = 'The protesters chanted "no more war" and "bring them home."'
    assert said(read, text) == [("The protesters", "no more war | bring them home.")]


def test_clause_goes_on_behind_its_quoted_subject(read: Read) -> None:
    text = 'Keller said the "long delay," in her words, had cost jobs.'
    ((speaker, content),) = said(read, text)
    assert speaker == "Keller"
    assert content.endswith("had cost jobs")


def test_quoted_contrast_belongs_to_what_is_said(read: Read) -> None:
    text = 'Keller said the ceasefire "has held so far," while the border "remains a worry."'
    assert said(read, text) == [
        ("Keller", 'the ceasefire "has held so far," while the border "remains a worry."'),
    ]


def test_sentence_that_only_tells_of_a_statement_leads_to_the_next_one(read: Read) -> None:
    text = 'Keller said in a statement. "We are ready to sign the treaty in May."'
    assert said(read, text) == [("Keller", "We are ready to sign the treaty in May.")]


def test_excerpt_is_of_the_source_in_brackets_behind_it(read: Read) -> None:
    text = '"The two sides are further apart than they were a year ago." [Reuters]'
    assert said(read, text) == [("Reuters", "The two sides are further apart than they were a year ago.")]


def test_gloss_in_brackets_is_no_source(read: Read) -> None:
    assert said(read, 'They marched under the words "We will be back before the winter." (in Norwegian)') == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'The minister acknowledged the pact\'s role as a "pillar of peace."',
            'the pact\'s role as a "pillar of peace."',
        ),
        ('Keller urged both sides to "show some calm."', 'both sides to "show some calm."'),
        ('The envoy tweeted a picture with the words "never again."', 'a picture with the words "never again."'),
    ],
)
def test_quoted_words_are_said_wherever_they_stand_under_a_verb_of_saying(read: Read, text: str, content: str) -> None:
    ((_, found),) = said(read, text)
    assert found == content


@pytest.mark.parametrize(
    "text",
    [
        'The minister would acknowledge the pact\'s role as a "pillar of peace."',
        'The minister showed up in the "green jacket" of the party.',
    ],
)
def test_quoted_words_beside_a_verb_of_saying_may_be_nobodys(read: Read, text: str) -> None:
    assert said(read, text) == []


@pytest.mark.parametrize("dash", ["—", "–", "--", "\u2015"])
def test_line_of_a_name_behind_a_dash_signs_the_words_before_it(read: Read, dash: str) -> None:
    text = f'"We walked for nine days to reach the border." {dash} Ama Osei\n\nThe border is closed.'
    assert said(read, text) == [("Ama Osei", "We walked for nine days to reach the border.")]


def test_words_before_a_subject_that_says_a_clause_are_not_his(read: Read) -> None:
    text = 'Walking in to chants of "Peace now," the senator said the talks would go on.'
    assert said(read, text) == [("the senator", "the talks would go on")]


def test_quotation_in_brackets_starts_behind_the_bracket(read: Read) -> None:
    text = 'The vote led to some anger among the members ("I want my money back," wrote Keller on Monday).'
    assert said(read, text) == [("Keller", "I want my money back,")]


def test_quotation_that_opens_with_a_quoted_name_is_read_whole(read: Read) -> None:
    text = "“‘Silent peace’ is what they call it in the north,” wrote Keller."
    assert said(read, text) == [("Keller", "‘Silent peace’ is what they call it in the north,")]


def test_what_the_report_tells_next_is_not_said(read: Read) -> None:
    text = "Keller spoke of his friendship with the envoy before attacking the pact."
    assert said(read, text)[:1] == [("Keller", "his friendship with the envoy")]


def test_pronoun_of_whom_words_are_about_belongs_to_them(read: Read) -> None:
    assert said(read, 'Keller called it a "trap."') == [("Keller", 'it a "trap."')]
    assert said(read, "Keller accused him of lying.") == [("Keller", "him of lying")]


def test_clause_of_a_noun_may_stand_behind_a_circumstance(read: Read) -> None:
    text = 'The union left after her remark before the panel that "the mines must close."'
    assert said(read, text) == [("her", "the mines must close.")]


def test_words_behind_a_paper_are_those_of_who_puts_it_out(read: Read) -> None:
    text = 'Hours later the ministry issued a statement, "We are ready to talk without conditions."'
    assert said(read, text) == [("the ministry", "We are ready to talk without conditions.")]


def test_words_in_answer_to_a_question_are_not_those_of_who_asked(read: Read) -> None:
    text = 'Asked which town was the worst, the envoy smiled: "The one we are in at the moment."'
    assert said(read, text) == [("the envoy", "The one we are in at the moment.")]


def test_sentence_behind_a_title_goes_on_with_the_speaker(read: Read) -> None:
    text = '"It is over," said Keller, who wrote a book called "Winter Roads" in May. "Nobody won the war in the end."'
    assert said(read, text) == [("Keller", "It is over, | Nobody won the war in the end.")]


def test_name_that_is_given_may_stand_behind_a_clause(read: Read) -> None:
    text = 'Keller called the idea that Norway had something to prove a "ridiculous claim."'
    assert said(read, text) == [("Keller", 'the idea that Norway had something to prove a "ridiculous claim."')]


def test_article_goes_with_the_words_it_opens(read: Read) -> None:
    assert said(read, 'Keller warned of a "long war" in May.') == [("Keller", 'a "long war" in May')]
