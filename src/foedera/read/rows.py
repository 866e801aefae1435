"""Corpora in JSON Lines: one report a row, any number of rows, one held at a time.

A row is an object with a `text`; `id`, `title`, `published`, `publisher`, `authors`, `url` and `language` are optional.
"""

from __future__ import annotations

import json
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from foedera.errors import MalformedRow, TooLarge
from foedera.model.dates import is_edtf
from foedera.read.days import days
from foedera.read.raw import UNWRITABLE, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTES_A_CHARACTER = 12  # the longest that JSON writes one character: a surrogate pair, "\ud83d\ude00"
_ROOM = 1_000_000  # bytes of a row for everything but its text
_TEXTS = ("id", "title", "published", "publisher", "url", "language")


def rows(stream: BinaryIO, path: str, max_characters: int) -> Iterator[Raw | MalformedRow | TooLarge]:
    """Each row as a raw text, or what is wrong with it: one bad row does not stop the others."""
    most = max_characters * _BYTES_A_CHARACTER + _ROOM
    number = 0
    while line := stream.readline(most):
        number += 1
        where = f"{path}, row {number}"
        if len(line) == most and not line.endswith(b"\n"):
            _skip_line(stream, most)
            yield TooLarge(f"{where}: longer than {most:,} bytes; split it, or leave it out")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                raw = _raw(line, where, f"{path}:{number}")
            except MalformedRow as error:
                yield error
            else:
                yield _bounded(raw, where, max_characters)


def _bounded(raw: Raw, where: str, max_characters: int) -> Raw | MalformedRow | TooLarge:
    if not raw.text.strip():
        return MalformedRow(f'{where}: its "text" is empty; give the report\'s words, or leave the row out')
    if len(raw.text) > max_characters:
        return TooLarge(f"{where}: longer than one report may be ({max_characters:,} characters); split it")
    return raw


def _skip_line(stream: BinaryIO, most: int) -> None:
    while (line := stream.readline(most)) and not line.endswith(b"\n"):
        pass


def _raw(line: bytes, where: str, path: str) -> Raw:
    row = _object(line, where)
    text = row.get("text")
    if not isinstance(text, str):
        raise MalformedRow(f'{where}: no "text" in it (found {_found(row)}); a row is an object with a "text"')
    given = {field: _text(row.get(field), field, where) for field in _TEXTS}
    _writable(text, "text", where)
    published = _date(given["published"], where)
    return Raw(
        text=text,
        name=given["id"] or given["url"] or path,
        path=given["id"] or path,
        media_type="application/json",
        title=given["title"],
        publisher=given["publisher"],
        authors=_authors(row.get("authors"), where),
        published=published,
        published_basis="row" if published else None,
        url=given["url"],
        language=given["language"],
    )


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedRow(f"{where}: not UTF-8 at byte {error.start}; save the corpus as UTF-8") from None
    except (ValueError, RecursionError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise MalformedRow(f'{where}: not JSON ({said}); write one object a line, {{"text": "..."}}') from None
    if not isinstance(row, dict):
        raise MalformedRow(f'{where}: {type(row).__name__} found; a row is an object with a "text"')
    return row


def _found(row: dict[str, Any]) -> str:
    return ", ".join(repr(str(key)[:20]) for key in list(row)[:6]) or "an empty object"


def _text(value: object, field: str, where: str) -> str | None:
    """A field of the row as text; null and the empty string are unknown."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise MalformedRow(f'{where}: "{field}" is {type(value).__name__}; give a string or null')
    return _writable(str(value).strip(), field, where) or None


def _writable(text: str, field: str, where: str) -> str:
    found = UNWRITABLE.search(text)
    if found:
        what = "a zero character" if found.group() == "\x00" else "half of a surrogate pair"
        raise MalformedRow(f'{where}: "{field}" holds {what} at {found.start()}; mend the escapes in the corpus')
    return text


def _authors(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        raise MalformedRow(f'{where}: "authors" is {type(value).__name__}; give a list of names')
    return tuple(_writable(name.strip(), "authors", where) for name in named if name.strip())


def _date(value: str | None, where: str) -> str | None:
    """The publication date of a row as EDTF, also from a timestamp, a written day or the date of an e-mail."""
    if value is None:
        return None
    stamped = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\d.*)?$", value)
    candidates = [
        "-".join(stamped.groups()) if stamped else value,
        *(day.edtf() for day in days(value)),
        _mailed(value),
    ]
    for candidate in candidates:
        if candidate and is_edtf(candidate):
            return candidate
    raise MalformedRow(f'{where}: "published" is {value[:40]!r}; give an EDTF date such as 2024-06-18, or null')


def _mailed(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return None
