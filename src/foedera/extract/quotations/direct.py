"""Quoted words and the cues beside them: which quotation marks hold what somebody said, and which cue says so."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_END = {".", "!", "?", ";"}
_REACH = 60  # tokens on either side of a quoted stretch in which its cue is sought


@dataclass(slots=True)
class Draft:
    """A quotation while it is put together: what is said as character ranges, by which cue, after which other one."""

    pieces: list[tuple[int, int]]
    cue: Cue | None = None
    speaker: Token | None = None
    follows: Draft | None = None
    quoted: list[Quoted] = field(default_factory=list)


class Beside:
    """The quoted stretches of a document with the tokens and cues that stand beside them."""

    def __init__(self, doc: Doc, quoted: Sequence[Quoted], cues: Sequence[Cue]) -> None:
        self.doc, self.quoted, self.cues = doc, quoted, cues
        self.offsets = [token.idx for token in doc]
        self.places = [cue.head.i for cue in cues]

    def token(self, offset: int) -> int:
        """The index of the first token that starts at or after a character."""
        return bisect.bisect_left(self.offsets, offset)

    def within(self, start: int, end: int) -> Sequence[Cue]:
        """The cues whose head is among some tokens."""
        return self.cues[bisect.bisect_left(self.places, start) : bisect.bisect_left(self.places, end)]

    def after(self, number: int) -> tuple[int, int]:
        """The tokens from the end of a quoted stretch to the end of the sentence or the next stretch."""
        start = self.token(self.quoted[number].end)
        limit = self.token(self.quoted[number + 1].start) if number + 1 < len(self.quoted) else len(self.doc)
        end = start
        while end < min(limit, start + _REACH) and not _breaks(self.doc[end]):
            end += 1
        return start, end

    def before(self, number: int) -> tuple[int, int]:
        """The tokens from the end of the sentence or stretch before a quoted stretch to its start."""
        end = self.token(self.quoted[number].start)
        limit = self.token(self.quoted[number - 1].end) if number else 0
        start = end
        while start > max(limit, end - _REACH) and not (
            _breaks(self.doc[start - 1]) and not self._colon(start - 1, end)
        ):
            start -= 1
        return start, end

    def _colon(self, place: int, end: int) -> bool:
        """Whether what stands between a break and a quoted stretch is only the line break after a colon."""
        return self.doc[place].is_space and place == end - 1 and place > 0 and self.doc[place - 1].text == ":"


def _breaks(token: Token) -> bool:
    return token.text in _END or (token.is_space and "\n" in token.text)


def shallowest(cues: Sequence[Cue]) -> Cue | None:
    """The cue that governs the others of a segment; the first one where several stand equally high."""
    best, height = None, 99
    for cue in cues:
        depth = sum(1 for _ in zip(cue.head.ancestors, range(30), strict=False))
        if depth < height:
            best, height = cue, depth
    return best
