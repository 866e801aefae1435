"""Records to and from the plain objects of the record format (JSON Lines)."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any

import orjson

from foedera.model.documents import Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.reading import Reading

_ATOMS = (str, int, float, bool, type(None))


@functools.cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))


def to_plain(value: Any) -> Any:
    """A record, span or value as dicts, lists and atoms; a record starts with its `type`."""
    if isinstance(value, _ATOMS):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Block):
        return [value.start, value.end, value.kind]
    plain: dict[str, Any] = {"type": value.type} if hasattr(value, "type") else {}
    kind: Any = type(value)
    for name in _fields(kind):
        plain[name] = to_plain(getattr(value, name))
    return plain


def document_to_plain(document: Document) -> dict[str, Any]:
    """The document record. Plain text is left out: its file holds it, byte for byte."""
    plain: dict[str, Any] = to_plain(document)
    if document.media_type == "text/plain":
        del plain["text"]
    return plain


def lines(reading: Reading) -> Iterator[str]:
    """The reading as JSON Lines, the document record first."""
    yield orjson.dumps(document_to_plain(reading.document)).decode()
    for record in reading.records():
        # A record says its type first; it is no field, so the library leaves it out.
        yield f'{{"type":"{record.type}",' + orjson.dumps(record)[1:].decode()
