"""From every cell to the words and back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from foedera.model import Block
from foedera.publish.dossier.notes import Note, Notes
from foedera.publish.dossier.texts import segments
from tests.dossier.treaty import make_document

if TYPE_CHECKING:
    from lxml import html

    from foedera.publish.dossier import Case


def test_every_evidence_span_of_the_case_can_be_reached(case: Case, tree: html.HtmlElement) -> None:
    spans = {span for record in (*case.acts, *case.links, *case.meetings) for span in record.evidence}
    spans |= {span for quotation in case.quotations for span in quotation.content}
    marked = {
        "".join(tree.xpath(f"//mark[contains(concat(' ', @class, ' '), ' e{n} ')]/text()")) for n in _numbers(tree)
    }
    assert {span.text for span in spans} <= marked


def test_a_reference_leads_to_its_words_and_they_lead_back(tree: html.HtmlElement) -> None:
    references = tree.xpath("//a[@class='ref'][@id]")
    back = {(link.get("href")[1:], link.getparent()) for link in tree.xpath("//a[@class='back']")}
    assert {reference.get("id") for reference in references} == {cell for cell, _ in back}
    for reference in references:
        words = "".join(
            tree.xpath(f"//mark[contains(concat(' ', @class, ' '), ' {reference.get('href')[1:]} ')]/text()")
        )
        assert " ".join(words.split()).startswith(reference.get("data-quote").rstrip("…"))
        assert reference.get("data-quote") in reference.get("aria-label")


def test_rows_and_values_carry_evidence(tree: html.HtmlElement) -> None:
    rows = tree.xpath("//tbody/tr")
    assert rows
    assert all(row.xpath(".//a[@class='ref']") for row in rows)
    assert all(said.xpath(".//a[@class='ref']") for said in tree.xpath("//li[contains(@class, 'said')]"))


def test_words_cited_twice_keep_one_number(case: Case) -> None:
    notes = Notes(case)
    words = case.acts[0].evidence
    first, second = notes.cite(words), notes.cite(words)
    assert first[0].note is second[0].note
    assert first[0].cell != second[0].cell


def test_source_texts_stand_complete(case: Case, tree: html.HtmlElement) -> None:
    shown = ["".join(_own_text(text)) for text in tree.xpath("//div[@class='text']")]
    assert sorted(shown) == sorted(document.text for document in case.documents)


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    pairs=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=8, unique=True),
    cuts=st.lists(st.integers(0, 60), max_size=6, unique=True),
)
def test_segments_cover_the_text_once_whatever_overlaps(
    text: str, pairs: list[tuple[int, int]], cuts: list[int]
) -> None:
    edges = sorted(cut for cut in cuts if cut <= len(text))
    blocks = tuple(Block(a, b, "related" if a % 2 else "body") for a, b in pairwise(edges))
    document = make_document("t", text, blocks=blocks)
    wanted = sorted({(s, min(s + n, len(text))) for s, n in pairs if s < len(text)})
    notes = [Note(i, document.span(*edge), "", "") for i, edge in enumerate(wanted)]
    cut = segments(document, notes)
    assert "".join(one.text for one in cut) == text
    for note in notes:
        assert "".join(one.text for one in cut if note in one.notes) == note.span.text
        assert sum(note in one.starts for one in cut) == sum(note in one.ends for one in cut) == 1


def _numbers(tree: html.HtmlElement) -> list[int]:
    return sorted({int(href[2:]) for href in tree.xpath("//a[@class='ref']/@href")})


def _own_text(element: html.HtmlElement) -> list[str]:
    """The text of a source without the numbers and tags that the page adds."""
    return element.xpath(".//text()[not(ancestor::sup[@class='backs']) and not(ancestor::span[@class='aside-word'])]")
