"""Plain text, pages, PDFs, corpora, folders and standard input, each with its own ways."""

from __future__ import annotations

import gzip
import io
import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from foedera.model import Document, Failure
from foedera.read import read

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said."
MORE = "The treaty runs for ten years and can be renewed by an exchange of notes between them."


def one(path: Path | str) -> Document:
    (found,) = read([path])
    assert isinstance(found, Document), found
    return found


def names(*paths: Path) -> list[str]:
    return [found.name if isinstance(found, Document) else found.kind for found in read(paths)]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"a treaty\r\n\r\nof peace \n", "a treaty\r\n\r\nof peace \n", "utf-8"),
        ("\ufeffa treaty".encode(), "\ufeffa treaty", "utf-8"),
        ("Boria’s “treaty” – signed".encode("cp1252"), "Boria’s “treaty” – signed", "cp1252"),
        ("a treaty".encode("utf-16"), "a treaty", "utf-16"),
        ("a treaty".encode("utf-16-le"), "a treaty", "utf-16-le"),
        ("a treaty".encode("utf-16-be"), "a treaty", "utf-16-be"),
        ("a treaty".encode("utf-32"), "a treaty", "utf-32"),
    ],
)
def test_a_text_is_its_decoded_file_and_nothing_else(tmp_path: Path, data: bytes, text: str, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    doc = one(file)
    assert (doc.text, doc.encoding, doc.media_type) == (text, encoding, "text/plain")


def test_a_byte_order_mark_stands_in_no_block(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfA treaty.")
    assert one(tmp_path / "a.txt").blocks[0].start == 1


def test_the_same_report_read_again_has_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD)
    assert one(tmp_path / "a.txt") == one(tmp_path / "a.txt")


PAGE = f"""<!doctype html><html><head><title>Treaty Signed | Corvale Post</title>
<meta property="og:title" content="Treaty Signed"><meta property="og:site_name" content="Corvale Post">
<meta name="author" content="Jo Doe"><meta property="article:published_time" content="2024-06-18T16:40:00+00:00">
<link rel="canonical" href="https://post.example/treaty"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Treaty Signed</h1><p>{LEAD}</p><h2>What it says</h2><p>{MORE} It has
ten articles &amp; an annex.</p><script>var a = "<p>no treaty</p>";</script></article></body></html>"""


def test_a_page_gives_its_main_text_and_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    doc = one(tmp_path / "a.html")
    assert (doc.title, doc.publisher, doc.authors) == ("Treaty Signed", "Corvale Post", ("Jo Doe",))
    assert (doc.published, doc.published_basis, doc.url) == ("2024-06-18", "metadata", "https://post.example/treaty")
    assert (doc.media_type, doc.name) == ("text/html", "https://post.example/treaty")
    body = [doc.text[block.start : block.end] for block in doc.blocks if block.kind == "body"]
    assert body == [LEAD, f"{MORE} It has ten articles & an annex."]
    assert "no treaty" not in doc.text


def test_line_breaks_lists_and_tables_of_a_page(tmp_path: Path) -> None:
    table = "<table><tr><td>Arland</td><td>signed</td></tr></table>"
    rest = f"<ul><li>an end to tariffs</li></ul>{table}<p>{LEAD}</p>"
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{LEAD}<br>{MORE}</p>{rest}</article></body>")
    lines = one(tmp_path / "a.html").text.split("\n\n")
    assert lines == [LEAD, MORE, "an end to tariffs", "Arland | signed", LEAD]


def test_the_title_of_a_page_above_its_dateline_is_no_writer(tmp_path: Path) -> None:
    head = "<html><head><title>Peace Talks</title></head><body><h1>Peace Talks</h1>"
    (tmp_path / "a.html").write_text(f"{head}<p>CORVALE (AP) - {LEAD}</p></body></html>")
    doc = one(tmp_path / "a.html")
    assert (doc.title, doc.authors) == ("Peace Talks", ())


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        f"<html><body><p>{LEAD}</p><p>{MORE} It was signed on May 5, 2023.</p></body></html>"
    )
    assert one(tmp_path / "a.html").published is None


def make_pdf(*pages: list[str]) -> PdfWriter:
    writer = PdfWriter()
    for lines in pages:
        add_page(writer, lines)
    return writer


def add_page(writer: PdfWriter, lines: list[str]) -> None:
    page = writer.add_blank_page(400, 400)
    font = {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")}
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    fonts = DictionaryObject({NameObject("/F1"): DictionaryObject(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream.set_data(f"BT /F1 10 Tf 14 TL 20 380 Td {shown} ET".encode())
    page[NameObject("/Contents")] = stream


def test_the_wrapped_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    lines = [
        "Arland and Boria signed a treaty of friend-",
        "ship in Corvale, officials of both states",
        "said on the same day.",
    ]
    make_pdf(lines).write(tmp_path / "a.pdf")
    doc = one(tmp_path / "a.pdf")
    assert (
        doc.text
        == "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said on the same day."
    )
    assert (doc.media_type, doc.published) == ("application/pdf", None)


def test_a_paragraph_that_runs_over_the_end_of_a_page_is_made_whole(tmp_path: Path) -> None:
    make_pdf(["Arland and Boria signed"], ["a treaty of friendship.", "2"]).write(tmp_path / "a.pdf")
    doc = one(tmp_path / "a.pdf")
    assert doc.text == "Arland and Boria signed a treaty of friendship.\n\n2"
    assert [block.kind for block in doc.blocks] == ["body", "furniture"]


ROW = {
    "id": "r1", "text": LEAD, "title": "Treaty Signed", "published": "2024-06-18", "publisher": "Corvale Post",
    "authors": ["Jo Doe"], "url": "https://post.example/treaty",
}  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "corpus", "a.json"])
def test_a_row_gives_all_that_it_states(tmp_path: Path, name: str) -> None:
    data = json.dumps(ROW).encode() + b"\n"
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    doc = one(tmp_path / name)
    assert (doc.path, doc.name, doc.text, doc.title) == ("r1", "r1", LEAD, "Treaty Signed")
    assert (doc.publisher, doc.authors, doc.url) == ("Corvale Post", ("Jo Doe",), "https://post.example/treaty")


def test_a_row_without_an_id_is_called_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'\n{{"text": "{LEAD}"}}')
    assert one(tmp_path / "a.jsonl").path.endswith("a.jsonl:2")


def test_a_folder_is_read_recursively_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "in/c.txt", ".hidden.txt", ".in/d.txt", "e.docx", "f.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LEAD)
    assert names(tmp_path) == ["a.txt", "b.txt", "in/c.txt"]


def test_inputs_come_in_the_order_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(LEAD)
    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(LEAD.encode(), "text/plain"), (PAGE.encode(), "text/html"), (json.dumps(ROW).encode(), "application/json")],
)
def test_standard_input_is_told_by_what_it_begins_with(
    monkeypatch: pytest.MonkeyPatch, data: bytes, media_type: str
) -> None:
    for sent in (data, gzip.compress(data)):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(sent))))
        assert one("-").media_type == media_type


def test_rows_come_as_a_stream(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w") as file:
        for n in range(20_000):
            file.write(json.dumps({"id": str(n), "text": LEAD}) + "\n")
    found = read([tmp_path / "a.jsonl"])
    first = next(found)
    assert not isinstance(first, Failure)
    (tmp_path / "a.jsonl").write_text("")  # what was not read yet is gone
    assert sum(1 for _ in found) < 19_999
