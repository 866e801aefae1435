"""What kind of text each line is: the report's own, or what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.read import document

if TYPE_CHECKING:
    from foedera.model import Document

LEAD = "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said."
MORE = "The treaty runs for ten years and can be renewed by an exchange of notes between them."


def kinds(text: str) -> list[tuple[str, str]]:
    doc = document(text)
    return [(block.kind, text[block.start : block.end]) for block in doc.blocks]


def test_each_line_of_a_report_is_a_paragraph() -> None:
    assert kinds(f"{LEAD}\n{MORE}") == [("body", LEAD), ("body", MORE)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\n \t\n"])
def test_every_kind_of_line_end_ends_a_paragraph(end: str) -> None:
    assert kinds(f"{LEAD}{end}{MORE}{end}") == [("body", LEAD), ("body", MORE)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "Arland and Boria signed a treaty\nof friendship in Corvale, officials\nof both states said on the day."
    assert kinds(f"{wrapped}\n\n{wrapped}") == [("body", wrapped), ("body", wrapped)]


def test_a_short_closed_line_ends_a_wrapped_paragraph() -> None:
    first = "Arland and Boria signed a treaty\nof friendship in Corvale, officials\nof both said."
    second = "The treaty runs for ten years and\ncan be renewed by an exchange of\nnotes."
    assert kinds(f"{first}\n{second}") == [("body", first), ("body", second)]


def test_a_line_that_a_sentence_runs_over_is_joined_even_where_lines_are_paragraphs() -> None:
    broken = "The treaty runs for ten years and\ncan be renewed by an exchange of notes."
    assert kinds(f"{LEAD}\n{broken}\n{MORE}") == [("body", LEAD), ("body", broken), ("body", MORE)]


@pytest.mark.parametrize(
    "title",
    [
        "Arland and Boria Sign Treaty of Friendship",
        "ARLAND AND BORIA SIGN TREATY",
        "Arland and Boria sign treaty of friendship",
        "Will Arland Sign the Treaty?",
        "Treaty With Boria 'Near': Arland",
    ],
)
def test_a_first_line_that_is_clearly_a_title(title: str) -> None:
    assert kinds(f"{title}\n\n{LEAD}\n\n{MORE}")[0] == ("title", title)
    assert document(f"{title}\n\n{LEAD}\n\n{MORE}").title == title


@pytest.mark.parametrize("section", ["World", "Press release"])
def test_the_section_above_a_title(section: str) -> None:
    title = "Arland and Boria Sign Treaty of Friendship"
    assert kinds(f"{section}\n{title}\n{LEAD}\n{MORE}")[:2] == [("heading", section), ("title", title)]


def test_tags_below_the_last_sentence() -> None:
    assert [kind for kind, _ in kinds(f"{LEAD}\n{MORE}\nTags\nBoria\nTreaty talks")][2:] == ["furniture"] * 3


def test_a_list_that_ends_a_report_is_body() -> None:
    found = kinds(f"{LEAD}\n{MORE}\nThe states that have joined the treaty of friendship so far are:\nArland\nBoria")
    assert [kind for kind, _ in found] == ["body"] * 5


def test_the_last_line_of_a_text_that_was_cut_off_is_body() -> None:
    assert kinds(f"{LEAD}\n{MORE}\nThe treaty will enter into force when")[2][0] == "body"


@pytest.mark.parametrize("line", ["Arland has signed.", "He said no.", "- one item", "the treaty was near", LEAD])
def test_a_first_line_that_could_be_the_text_is_no_title(line: str) -> None:
    assert kinds(f"{line}\n\n{LEAD}\n\n{MORE}")[0] == ("body", line)


def test_a_title_in_quotation_marks_before_a_colon_on_the_line_of_the_lead() -> None:
    doc = document(f"“Arland’s Treaty With Boria Near”: {LEAD}\n{MORE}")
    assert doc.title == "Arland’s Treaty With Boria Near"
    assert [block.kind for block in doc.blocks] == ["title", "body", "body"]
    assert doc.text[doc.blocks[1].start :].startswith(LEAD)


def test_a_quotation_that_opens_a_report_is_no_title() -> None:
    assert kinds(f"“We will sign the treaty soon”: so said the envoy of Boria.\n{MORE}")[0][0] == "body"


@pytest.mark.parametrize("heading", ["Reasons for hope", "2. What comes next", "Article 5", "The Road to the Treaty"])
def test_a_short_unclosed_line_between_sentences_is_a_heading(heading: str) -> None:
    assert kinds(f"{LEAD}\n\n{LEAD}\n\n{heading}\n\n{MORE}")[2] == ("heading", heading)


def test_another_story_named_inside_a_report() -> None:
    story = "Boria, Corvale to Hold Talks on Border Treaty"
    assert kinds(f"{LEAD}\n{story}\n{MORE}")[1] == ("related", story)


@pytest.mark.parametrize("line", ["Read more: Boria votes on the pact", "See also: A short history", "Related Stories"])
def test_lines_that_send_the_reader_elsewhere(line: str) -> None:
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("related", line)


def test_the_opening_of_a_treaty_in_capitals_is_body() -> None:
    parties = "THE GOVERNMENT OF ARLAND AND THE GOVERNMENT OF BORIA,"
    assert kinds(f"{LEAD}\n\n{parties}\n\n{MORE}")[1] == ("body", parties)


def test_items_of_a_list_are_body() -> None:
    items = ["- an end to tariffs", "- a joint commission", "- yearly talks"]
    found = kinds("\n".join([LEAD, "The sides agreed on:", *items, MORE]))
    assert [kind for kind, _ in found] == ["body"] * 6


def test_unclosed_lines_below_a_colon_are_a_list_and_body() -> None:
    found = kinds("\n".join([LEAD, "These are the points of the plan:", "End of tariffs on steel", MORE]))
    assert found[2] == ("body", "End of tariffs on steel")


@pytest.mark.parametrize(
    "caption",
    [
        "Image copyright Some Agency Image caption The envoys of both states at the table",
        "Photo: the envoys of Arland and Boria",
        "The envoys of Arland and Boria in Corvale. (Jo Doe/Reuters)",
        "The envoys shake hands after the signing. (AP Photo/Jo Doe)",
    ],
)
def test_captions(caption: str) -> None:
    assert kinds(f"{LEAD}\n\n{caption}\n\n{MORE}")[1] == ("caption", caption)


@pytest.mark.parametrize(
    "line",
    [
        "###", "* * *", "ADVERTISEMENT", "Story continues below", "Sign up for our weekly newsletter",
        "Copyright 2019 The Corvale Post. All rights reserved.", "Follow us on Twitter and Facebook", "3 min read",
    ],
)  # fmt: skip
def test_what_a_page_puts_around_a_report(line: str) -> None:
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("furniture", line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices in Corvale rose today.",
        "Support for the treaty is strong in Boria now.",
        "Follow-up talks are to open here next week.",
        "Close to the border, little has changed.",
        "The draft does not necessarily reflect the position of Boria.",
        "By Tuesday the talks had ended.",
        "It was first published in 1961 in the treaty series of the United Nations.",
        "Published figures show a fall in trade.",
        "See what they have done, she said.",
        "Contact between the two states has grown.",
    ],
)
def test_sentences_that_begin_like_such_lines_are_body(sentence: str) -> None:
    assert kinds(f"{LEAD}\n\n{sentence}\n\n{MORE}")[1] == ("body", sentence)
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{sentence}")[2] == ("body", sentence)


@pytest.mark.parametrize(
    "line",
    [
        "The views expressed in this article are its author's and may not be shared by this magazine.",
        "Opinions in this article are the author's own.",
        "Disclaimer: the above was sent in by a reader.",
    ],
)
def test_disclaimers_are_kept_with_their_words(line: str) -> None:
    doc = document(f"{LEAD}\n{MORE}\n{line}")
    assert doc.blocks[-1].kind == "disclaimer"
    assert [span.text for span in doc.disclaimers] == [line]
    assert doc.disclaimers[0].doc == doc.id


def test_a_chronicle_has_its_days_as_headings_and_no_date_of_publication() -> None:
    days = [f"June {n}, 2018\n\nThe envoys of both states met for the {n}th time that month.\n\n" for n in (3, 5, 9)]
    doc = document(LEAD + "\n\n" + "".join(days))
    assert [block.kind for block in doc.blocks].count("heading") == 3
    assert doc.published is None


def test_a_day_alone_in_the_middle_of_a_report_is_a_heading() -> None:
    doc = document("\n\n".join([*[LEAD] * 5, "June 3, 2018", *[MORE] * 5]))
    assert doc.blocks[5].kind == "heading"
    assert doc.published is None


def test_every_word_stands_in_a_block() -> None:
    text = f"A Treaty in Sight\nBy Jo Doe\nCORVALE (AP) - {LEAD}\n\nNext steps\n\n{MORE}\n\n###"
    doc: Document = document(text)
    covered = {n for block in doc.blocks for n in range(block.start, block.end)}
    assert all(n in covered or text[n].isspace() for n in range(len(text)))
