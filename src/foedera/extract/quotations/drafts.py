"""Drafts: quotations while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted


@dataclass(slots=True)
class Draft:
    """A quotation while it is put together: what is said as character ranges, by which cue, after which other one."""

    pieces: list[tuple[int, int]]
    cue: Cue | None = None
    speaker: Token | None = None
    follows: Draft | None = None
    quoted: list[Quoted] = field(default_factory=list)
    posted: bool = False

    @property
    def start(self) -> int:
        """Where its first words stand."""
        return min(a for a, _ in self.pieces)


def chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The characters of the tokens `[start, end)`."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
