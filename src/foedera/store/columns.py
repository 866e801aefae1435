"""Records to and from the columns of the register: one table a record type, one column a field."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from foedera.model import (
    Act,
    Agreement,
    Claim,
    Document,
    Entity,
    Link,
    Meeting,
    Quotation,
    Record,
    Span,
    Time,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RECORDS: dict[str, type[Record]] = {
    kind.type: kind for kind in (Time, Entity, Agreement, Act, Link, Meeting, Quotation, Claim)
}
"""Every record type, by the name of its table."""

_ATOMS: dict[Any, pa.DataType] = {str: pa.string(), int: pa.int32(), bool: pa.bool_()}


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a class with their types; a span's document is the row's, so it is left out."""
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return {name: hints[name] for name in names if not (kind is Span and name == "doc")}


def _bare(hint: Any) -> Any:
    """A type without `| None`."""
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


def _arrow(hint: Any) -> pa.DataType:
    kind: Any = _bare(hint)
    if typing.get_origin(kind) is tuple:
        return pa.list_(_arrow(typing.get_args(kind)[0]))
    if _is_record(kind):
        return pa.struct([(name, _arrow(part)) for name, part in _hints(kind).items()])
    return _ATOMS.get(kind, pa.string())  # what is left are the closed lists of words


def _is_record(value: Any) -> bool:
    return dataclasses.is_dataclass(value)


@functools.cache
def schema(kind: Any) -> pa.Schema:
    """The columns of a record type; those that belong to a document start with its id."""
    fields = [(name, _arrow(hint)) for name, hint in _hints(kind).items()]
    if "doc" not in _hints(kind) and kind is not Document:
        fields.insert(0, ("doc", pa.string()))
    return pa.schema(fields)


def to_row(value: Any) -> Any:
    """A record as plain values."""
    if isinstance(value, tuple):
        return [to_row(item) for item in value]
    if _is_record(value):
        kind: Any = type(value)
        return {name: to_row(getattr(value, name)) for name in _hints(kind)}
    return value


def table(kind: Any, rows: Iterable[tuple[str, Any]]) -> pa.Table:
    """Records, each with the document it was read in, as a table."""
    plain = [{"doc": doc, **to_row(record)} for doc, record in rows]
    return pa.Table.from_pylist(plain, schema=schema(kind))


@functools.cache
def _maker(hint: Any) -> Callable[[Any, str], Any]:
    """How a column's value becomes a field's, given the row's document."""
    kind: Any = _bare(hint)
    if typing.get_origin(kind) is tuple:
        make_item = _maker(typing.get_args(kind)[0])
        return lambda value, doc: tuple(make_item(item, doc) for item in value or ())
    if _is_record(kind):
        makers = {name: _maker(part) for name, part in _hints(kind).items()}
        extra = kind is Span

        def make(value: Any, doc: str) -> Any:
            if value is None:
                return None
            fields = {name: maker(value[name], doc) for name, maker in makers.items()}
            return kind(doc=doc, **fields) if extra else kind(**fields)

        return make
    return lambda value, doc: value


def from_row(kind: Any, row: dict[str, Any]) -> Any:
    """The record that a row holds; columns of the row that are no field are left alone."""
    doc = row.get("doc") or row["id"]
    return kind(**{name: _maker(hint)(row[name], doc) for name, hint in _hints(kind).items()})
