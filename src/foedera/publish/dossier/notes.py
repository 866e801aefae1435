"""Evidence notes: every stretch of source words that a cell cites gets a number, as in a scholarly edition.

The number in a cell leads to the words in the source at the foot of the page; the number in the source leads back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.publish.dossier.case import Case, source_name
from foedera.publish.dossier.dates import plain_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Span

_QUOTE = 160  # characters of evidence that a note's label repeats


@dataclass(slots=True)
class Note:
    """One stretch of evidence, its number and the cells that cite it."""

    number: int
    span: Span
    source: str
    published: str
    cells: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The id of the words in the source text."""
        return f"e{self.number}"

    @property
    def quote(self) -> str:
        """The words, shortened where they are long."""
        words = " ".join(self.span.text.split())
        return words if len(words) <= _QUOTE else words[: _QUOTE - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell's way to a note; `cell` is the id to come back to."""

    note: Note
    cell: str


class Notes:
    """The notes of one page, numbered in the order in which the page cites them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._by_span: dict[tuple[str, int, int], Note] = {}

    def cite(self, spans: Iterable[Span]) -> tuple[Reference, ...]:
        """References to these words, for one cell; words of documents outside the case are not cited."""
        held = (span for span in spans if span.doc in self._case.by_id)
        unique = {(span.doc, span.start, span.end): span for span in held}
        return tuple(self._refer(key, span) for key, span in unique.items())

    def _refer(self, key: tuple[str, int, int], span: Span) -> Reference:
        note = self._by_span.get(key)
        if note is None:
            document = self._case.document(span.doc)
            number = len(self._by_span) + 1
            note = Note(number, span, source_name(document), plain_date(document.published))
            self._by_span[key] = note
        cell = f"c{note.number}" if not note.cells else f"c{note.number}-{len(note.cells) + 1}"
        note.cells.append(cell)
        return Reference(note, cell)

    def by_document(self) -> dict[str, list[Note]]:
        """The notes on each document, in the order of its words."""
        by_document: dict[str, list[Note]] = {}
        for note in sorted(self._by_span.values(), key=lambda note: note.span):
            by_document.setdefault(note.span.doc, []).append(note)
        return by_document
