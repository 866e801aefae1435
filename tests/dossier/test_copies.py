"""Republished reports are found as copies."""

from __future__ import annotations

from treaty import make_document, report

from foedera.publish.dossier.copies import copies_among

PARAGRAPH = "The two governments agreed on the text of a treaty after eleven rounds of talks in Geneva. "


def test_a_shortened_republished_report_is_a_copy() -> None:
    original = report("02", publisher="The Quay Gazette", published="2024-06-18")
    copied = report("04", republished_by="The Commons Digest", published="2024-06-18")
    assert copies_among([copied, original]) == {copied.id: original.id}


def test_reports_that_share_a_short_line_are_not_copies() -> None:
    one = make_document("one", f"By A. Writer\n{PARAGRAPH}")
    other = make_document(
        "other", "By A. Writer\nA ministry in another capital denied that any text of a treaty had been agreed."
    )
    assert copies_among([one, other]) == {}


def test_a_document_is_no_copy_of_itself() -> None:
    assert copies_among([make_document("one", f"{PARAGRAPH}\n{PARAGRAPH}")]) == {}


def test_an_empty_text_is_no_copy() -> None:
    assert copies_among([make_document("one", "Short."), make_document("two", "Short.")]) == {}
