"""What format a file is in, and the raw texts in it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from foedera.errors import EmptyDocument, ReadError, TooLarge
from foedera.read.decode import decode
from foedera.read.pages import page
from foedera.read.pdfs import pdf
from foedera.read.raw import Raw
from foedera.read.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.read.sources import Source

    Reader = Callable[[io.BufferedReader, Source, int], Iterator[Raw | ReadError]]

_MAX_PAGE_BYTES = 10_000_000
_MAX_PDF_BYTES = 200_000_000
_BYTES_A_CHARACTER = 4  # the most that UTF-8, UTF-16 and UTF-32 need
_HEAD = 2048  # bytes that tell the format
_IS_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_IS_ROW = re.compile(rb'\s*(?:\xef\xbb\xbf)?\{\s*"')


def raws(stream: io.BufferedReader, source: Source, max_characters: int) -> Iterator[Raw | ReadError]:
    """The raw texts of a file, and what is wrong with single rows of it.

    Raises:
        ReadError: the file as a whole can't be read.
    """
    head = stream.peek(_HEAD)[:_HEAD]
    if not head:
        raise EmptyDocument(f"{source.path}: an empty file; give one that holds a report")
    yield from _reader(head, source)(stream, source, max_characters)


def _reader(head: bytes, source: Source) -> Reader:
    """By what the file begins with where that is plain, else by its name."""
    if b"%PDF-" in head[:1024] or source.suffix == ".pdf":
        return _pdf
    if source.suffix in (".jsonl", ".ndjson"):
        return _rows
    if source.suffix in (".txt", ".text"):
        return _text
    if _IS_PAGE.match(head) or source.suffix in (".html", ".htm", ".xhtml"):
        return _page
    if source.suffix == ".json" and not _is_row(head):
        raise ReadError(f"{source.path}: JSON, but not JSON Lines; write one object a line and name it .jsonl")
    return _rows if _IS_ROW.match(head) else _text


def _is_row(head: bytes) -> bool:
    """Whether the first line is an object of its own, or too long to see its end."""
    line, end, _ = head.strip().partition(b"\n")
    return bool(_IS_ROW.match(line)) and (line.rstrip().endswith(b"}") or not end)


def _text(stream: io.BufferedReader, source: Source, max_characters: int) -> Iterator[Raw]:
    data = stream.read((max_characters + 1) * _BYTES_A_CHARACTER + 1)  # with room for a byte order mark
    if len(data) > (max_characters + 1) * _BYTES_A_CHARACTER:
        raise _too_large(source, max_characters)
    text, encoding = decode(data, source.path)
    if len(text) > max_characters:
        raise _too_large(source, max_characters)
    yield Raw(text, source.name, source.path, encoding=encoding)


def _page(stream: io.BufferedReader, source: Source, max_characters: int) -> Iterator[Raw]:
    raw = page(_bytes(stream, source, _MAX_PAGE_BYTES), source.path, source.name)
    if len(raw.text) > max_characters:
        raise _too_large(source, max_characters)
    yield raw


def _pdf(stream: io.BufferedReader, source: Source, max_characters: int) -> Iterator[Raw]:
    data = _bytes(stream, source, _MAX_PDF_BYTES)
    yield pdf(io.BytesIO(data), source.path, source.name, max_characters)


def _rows(stream: io.BufferedReader, source: Source, max_characters: int) -> Iterator[Raw | ReadError]:
    any_found = False
    for item in rows(stream, source.path, max_characters):
        any_found = True
        yield item
    if not any_found:
        raise EmptyDocument(f"{source.path}: no rows in it; give one report a row")


def _bytes(stream: io.BufferedReader, source: Source, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise TooLarge(f"{source.path}: more than {most:,} bytes; save the report alone, as plain text")
    return data


def _too_large(source: Source, max_characters: int) -> TooLarge:
    return TooLarge(
        f"{source.path}: longer than one report may be ({max_characters:,} characters); "
        "split it, or give its reports as JSON Lines, one a row"
    )
