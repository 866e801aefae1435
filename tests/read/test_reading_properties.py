"""What holds for any text and any file: nothing crashes, nothing is lost, every offset is true."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.errors import EmptyDocument, UnknownLanguage
from foedera.model import Document, Failure
from foedera.read import assemble, document, read

if TYPE_CHECKING:
    from pathlib import Path

# Pieces that the rules look for, so that their combinations are tried and not only noise.
PIECES = [
    "MOSCOW, June 18. /TASS/.", "TORONTO (AP) -", "(CNN)", "By Jo Doe", "June 18, 2024", "Updated 4:05 p.m. ET",
    "“A Title of It”:", "Published by Boria Globe", "Republished by", "Read more:", "###", "- item", "and so on",
    "The views expressed in this article are not ours", "Arland signed the treaty.", "A Short Heading",
    "\n", "\n\n", "\r\n", "\u2028", " ", "\t", "\ufeff", "\u200b", "©", "2019", "https://a.example/2024/06",
    "“", "”", "(", ")", "/", "12.", "é", "東京", "\x85", "\x1c", "İ", "ß", "\u0301",
]  # fmt: skip
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
dates = st.sampled_from([None, "2024-06-18", "2024", "1999-12~"])


@settings(max_examples=400)
@given(texts, dates)
def test_blocks_are_in_order_apart_and_cover_every_word(text: str, published: str | None) -> None:
    try:
        doc = document(text, published=published)
    except EmptyDocument:
        assert not text.strip().strip("\ufeff\u200b").strip()
        return
    except UnknownLanguage:
        return
    assert doc.text == text
    at = 0
    for block in doc.blocks:
        assert not text[at : block.start].strip(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\ufeff\u200b\xa0").strip()
        assert at <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        at = block.end
    for span in doc.disclaimers:
        assert text[span.start : span.end] == span.text


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(st.binary(max_size=300), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))),
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.jsonl", "a.json", "a", "a.txt.gz"]),
    st.sampled_from([b"", b"%PDF-1.4\n", b"\x1f\x8b\x08", b"<html><p>", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_any_bytes_are_documents_or_failures(tmp_path: Path, data: bytes, name: str, head: bytes) -> None:
    (tmp_path / name).write_bytes(head + data)
    for found in read([tmp_path / name]):
        if isinstance(found, Failure):
            assert found.trace is None
            assert "\n" not in found.message
            assert name in found.message
        else:
            assert isinstance(found, Document)
            found.text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000, "A " * 100_000, "By " * 100_000, "June 1, " * 50_000, "a\n" * 100_000,
        "/" * 200_000, "A" * 200_000,
        ("By Jo Doe\n" * 20_000), ("A B C D\n\n" * 20_000), ("The views expressed in this " * 10_000), "© " * 100_000,
        ("Published by A " * 10_000), (", A" * 60_000), ("A-" * 100_000), ("“" * 100_000),
        ("By " + "Jo Doe, " * 15 + "\n") * 5000,
        ("This article was originally published by " + "A of the " * 60 + "\n") * 20,
        ("Read more about " + "more " * 100 + "\n") * 200,
    ],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_linear_time(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(assemble, "language", lambda *_: "en")
    begin = time.process_time()
    document(text)
    assert time.process_time() - begin < 5
