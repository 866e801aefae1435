"""Source texts cut into segments, so that overlapping evidence can be marked without nesting."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.publish.dossier.wording import BLOCK_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Document, Span
    from foedera.publish.dossier.notes import Note

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # all but tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"  # direction marks, lone surrogates
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source text under the same notes; `starts` and `ends` are the notes that begin and end here."""

    text: str
    aside: str | None
    notes: tuple[Note, ...]
    starts: tuple[Note, ...]
    ends: tuple[Note, ...]


def visible(text: str) -> str:
    """The text with control and direction-changing characters shown by their numbers, so that none can act."""
    return _CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def segments(document: Document, notes: list[Note]) -> list[Segment]:
    """The whole text, cut wherever a note or a block of another kind begins or ends.

    `notes` must be in the order of their spans. Linear in the text, apart from the notes that overlap at one place.
    """
    edges = {0, len(document.text)}
    edges.update(edge for note in notes for edge in (note.span.start, note.span.end))
    edges.update(edge for block in document.blocks for edge in (block.start, block.end))
    cuts = sorted(edge for edge in edges if edge <= len(document.text))
    asides = _asides(document, cuts)
    made: list[Segment] = []
    open_notes: list[Note] = []
    waiting = iter(notes)
    upcoming = next(waiting, None)
    for start, end in itertools.pairwise(cuts):
        starts = []
        while upcoming is not None and upcoming.span.start == start:
            starts.append(upcoming)
            upcoming = next(waiting, None)
        open_notes = [note for note in open_notes if note.span.end > start] + starts
        ends = tuple(note for note in open_notes if note.span.end == end)
        made.append(Segment(document.text[start:end], asides.get(start), tuple(open_notes), tuple(starts), ends))
    return made


def _asides(document: Document, cuts: list[int]) -> dict[int, str]:
    blocks = iter(document.blocks)
    block = next(blocks, None)
    found: dict[int, str] = {}
    for start in cuts:
        while block is not None and block.end <= start:
            block = next(blocks, None)
        if block is not None and block.start <= start and block.kind in BLOCK_WORDS:
            found[start] = BLOCK_WORDS[block.kind]
    return found


def hedged(span: Span, hedges: Iterable[Span]) -> list[tuple[str, bool]]:
    """The words of a statement in pieces, each with whether it is a hedge."""
    pieces: list[tuple[str, bool]] = []
    at = span.start
    for hedge in sorted(hedges):
        if span.contains(hedge) and hedge.start >= at:
            pieces += [(span.text[at - span.start : hedge.start - span.start], False), (hedge.text, True)]
            at = hedge.end
    pieces.append((span.text[at - span.start :], False))
    return [(text, is_hedge) for text, is_hedge in pieces if text]
