"""Bad input: one clear line names the file, what is wrong and what to do, and the others are read."""

from __future__ import annotations

import gzip
import json
import os
import random
from pathlib import Path

import pytest
from pypdf import PdfWriter

from foedera.errors import DateError, EmptyDocument, NotText, ReadError, TooLarge
from foedera.model import Document, Failure
from foedera.read import MAX_CHARACTERS, document, read

LEAD = "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said."
NOISE = random.Random(7).randbytes(5000)


def failures(*paths: Path | str, **options: int) -> list[Failure]:
    return [found for found in read(paths, **options) if isinstance(found, Failure)]


FILES: dict[str, tuple[bytes, str, str]] = {
    "empty.txt": (b"", "EmptyDocument", "empty file"),
    "blank.txt": (b" \n\n\t\xc2\xa0", "EmptyDocument", "no text in it"),
    "mark.txt": (b"\xef\xbb\xbf", "EmptyDocument", "no text in it"),
    "noise.txt": (NOISE, "NotText", "zero bytes"),
    "high.txt": (bytes(b | 0x80 for b in NOISE), "NotText", "save"),
    "control.txt": (b"\x01\x02\x03 treaty \x04\x05", "NotText", "control characters"),
    "zero.txt": (b"The treaty\x00 was signed.", "NotText", "zero bytes"),
    "mixed.txt": ("Boria’s treaty. ".encode() + "Boria’s".encode("cp1252"), "NotText", "not UTF-8 from byte 23"),
    "odd.txt": (b"\xff\xfea\x00b", "NotText", "UTF-16"),
    "long.txt": (b"a treaty " * 120_000, "TooLarge", "1,000,000 characters"),
    "broken.pdf": (b"%PDF-1.7\n" + NOISE, "ReadError", "broken PDF"),
    "none.pdf": (b"no PDF at all", "ReadError", "broken PDF"),
    "empty.html": (b"<html><body></body></html>", "EmptyDocument", "no main text"),
    "deep.html": (b"<html>" + b"<div>" * 20_000 + b"treaty", "EmptyDocument", "no main text"),
    "empty.jsonl": (b"", "EmptyDocument", "empty file"),
    "blank.jsonl": (b"\n\n", "EmptyDocument", "no rows"),
    "cut.jsonl.gz": (gzip.compress(NOISE)[:200], "ReadError", "broken gzip"),
    "pretty.json": (b'{\n "text": "a treaty"\n}', "ReadError", "write one object a line"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_one_line_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    data, kind, words = FILES[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(LEAD)
    found = list(read([tmp_path / "good.txt", tmp_path / name, tmp_path / "good.txt"]))
    assert [type(item) for item in found] == [Document, Failure, Document]
    failure = found[1]
    assert isinstance(failure, Failure)
    assert failure.kind == kind
    assert failure.message.startswith(str(tmp_path / name) + ": ")
    assert words in failure.message
    assert "\n" not in failure.message
    assert failure.trace is None


ROWS = {
    "no JSON": "not JSON",
    "[1]": "list found",
    '{"id": "b"}': 'no "text"',
    '{"text": null}': 'no "text"',
    '{"text": " "}': 'its "text" is empty',
    '{"text": "\\ud800"}': "half of a surrogate pair",
    '{"text": "a\\u0000b"}': "zero character",
    '{"text": "a", "published": "yesterday"}': "EDTF",
    '{"text": "a", "authors": [1]}': "list of names",
    '{"text": "a", "title": ["b"]}': '"title" is list',
    "[" * 50_000: "nested too deeply",
    '{"text": ' + "9" * 50_000 + "}": "not JSON",
}


@pytest.mark.parametrize("row", ROWS)
def test_a_bad_row_is_named_by_its_number_and_the_others_are_read(tmp_path: Path, row: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"id": "first", "text": "{LEAD}"}}\n{row}\n{{"id": "last", "text": "{LEAD}"}}\n')
    first, failure, last = read([file])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(f"{file}, row 2: ")
    assert ROWS[row] in failure.message
    assert failure.kind == "MalformedRow"


def test_a_row_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "Señor"}\n{"text": "a treaty"}'.encode("latin-1"))
    failure, read_on = read([tmp_path / "a.jsonl"])
    assert isinstance(failure, Failure)
    assert "row 1: not UTF-8" in failure.message
    assert isinstance(read_on, Document)


def test_a_row_that_is_too_long_is_skipped_without_being_held(tmp_path: Path) -> None:
    long = json.dumps({"text": "a" * 3000})
    (tmp_path / "a.jsonl").write_text(f'{long}\n{{"id": "last", "text": "a treaty"}}\n')
    failure, last = read([tmp_path / "a.jsonl"], max_characters=100)
    assert isinstance(failure, Failure)
    assert failure.kind == "TooLarge"
    assert isinstance(last, Document)


def test_the_rows_before_the_end_of_a_broken_archive_are_kept(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": str(n), "text": f"treaty {n * n}"}) + "\n" for n in range(5000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:-2000])
    *found, last = read([tmp_path / "a.jsonl.gz"])
    assert isinstance(last, Failure)
    assert len(found) > 100
    assert all(isinstance(doc, Document) for doc in found)


def test_a_file_far_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(100_000_000_000)
    (failure,) = failures(file)
    assert failure.kind == "TooLarge"


def test_the_limit_is_the_caller_s(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 200)
    assert failures(tmp_path / "a.txt", max_characters=199)
    assert not failures(tmp_path / "a.txt", max_characters=200)
    assert MAX_CHARACTERS == 1_000_000


def test_an_encrypted_and_an_empty_pdf(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "blank.pdf")
    writer.encrypt("secret")
    writer.write(tmp_path / "locked.pdf")
    blank, locked = failures(tmp_path / "blank.pdf", tmp_path / "locked.pdf")
    assert "without text" in blank.message
    assert "without a password" in locked.message


def test_a_file_that_is_missing() -> None:
    (failure,) = failures("no/such/file.txt")
    assert (failure.kind, failure.path) == ("NotFound", "no/such/file.txt")
    assert "no such file" in failure.message


def test_a_link_to_nowhere_is_an_error_and_a_folder_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text(LEAD)
    failure, read_on = read([tmp_path])
    assert isinstance(failure, Failure)
    assert "can't be read" in failure.message
    assert isinstance(read_on, Document)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_right_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD)
    (tmp_path / "a.txt").chmod(0)
    (failure,) = failures(tmp_path / "a.txt")
    assert "rights" in failure.message


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file whose reading fails")
def test_a_file_whose_reading_fails() -> None:
    (failure,) = failures("/proc/self/mem")
    assert (failure.kind, failure.path) == ("ReadError", "/proc/self/mem")


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text(LEAD)
    (failure,) = failures(tmp_path)
    assert failure.kind == "EmptyDocument"
    assert ".txt" in failure.message


def test_a_name_that_is_no_text_is_shown_as_one(tmp_path: Path) -> None:
    (tmp_path / "a\udcff.txt").write_text(LEAD)
    (found,) = read([tmp_path])
    assert isinstance(found, Document)
    found.path.encode("utf-8")


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p title='{'x' * 2_000_000}'>{LEAD}</p></body></html>",
        f"<html><script>{'<p>no' * 50_000}</script><p>{LEAD}</p></html>",
        "<html>" + f"<b><i><p>{LEAD}" * 2000,
    ],
    ids=["attribute", "script", "unclosed"],
)
def test_hostile_pages_are_read(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    (found,) = read([tmp_path / "a.html"])
    assert isinstance(found, Document)
    assert LEAD in found.text


@pytest.mark.parametrize(
    ("text", "error"), [("", EmptyDocument), ("a\ud800b", NotText), ("a\x00b", NotText), ("a" * 1_000_001, TooLarge)]
)
def test_a_bare_text_that_is_no_report(text: str, error: type[ReadError]) -> None:
    with pytest.raises(error, match=r"^here: "):
        document(text, name="here")


def test_a_bare_text_with_a_date_that_is_none() -> None:
    with pytest.raises(DateError, match="EDTF"):
        document(LEAD, published="18 June")


def test_a_page_that_is_too_large_is_told_its_limit_in_bytes(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(50_000_000)
    (failure,) = failures(tmp_path / "a.html")
    assert (failure.kind, "10,000,000 bytes" in failure.message) == ("TooLarge", True)
