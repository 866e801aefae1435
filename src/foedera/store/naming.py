"""What a record points at: its words in the document, and the things it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from foedera.model import Act, Claim, Link, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Span

Names = dict[tuple[str, str], str]
"""The thing of the register that a document's record stands for: (document, record) to thing."""

_REFERS: dict[type, tuple[str, ...]] = {
    Act: ("agreement", "holder"),
    Link: ("source", "target"),
    Claim: ("subject", "object", "holder"),
}


def spans_of(record: Any) -> Iterator[Span]:
    """The spans that support a record, a time's own among them."""
    if record.type == "time":
        yield record.span
    for field in ("mentions", "evidence", "content", "hedges"):
        yield from getattr(record, field, ())


def rename(record: Any, names: Names) -> Any:
    """The record with the ids of the things it names turned into those of the register; its own id stays."""
    fields = _REFERS.get(type(record), ())
    if not fields and not isinstance(record, Quotation):
        return record
    doc = next(spans_of(record)).doc

    def known(name: str | None) -> str | None:
        return names.get((doc, name), name) if name else name

    if isinstance(record, Quotation):
        together = tuple(names.get((doc, name), name) for name in record.speaker.together)
        speaker = replace(record.speaker, entity=known(record.speaker.entity), together=together)
        about = tuple(dict.fromkeys(names.get((doc, name), name) for name in record.about))
        return replace(record, speaker=speaker, about=about)
    return replace(record, **{field: known(getattr(record, field)) for field in fields})
