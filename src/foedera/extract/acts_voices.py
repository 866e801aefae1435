"""Whose word a step rests on, where the text only reports it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Quotation


@dataclass(frozen=True)
class Voices:
    """The pieces of a document that somebody is quoted with, in their order."""

    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, Quotation], ...]

    @classmethod
    def of(cls, quotations: Iterable[Quotation]) -> Voices:
        """The voices of a document."""
        pieces = sorted(((s.start, s.end, q) for q in quotations for s in q.content), key=lambda p: (p[0], -p[1]))
        return cls(tuple(start for start, _, _ in pieces), tuple(pieces))

    def at(self, offset: int) -> Quotation | None:
        """The innermost quotation that covers an offset; None where the report speaks for itself."""
        last = bisect.bisect_right(self.starts, offset)
        # A few pieces back are enough: quotations are nested two or three deep.
        near = self.pieces[max(last - _DEPTH, 0) : last]
        return next((quotation for _, end, quotation in reversed(near) if offset < end), None)


_DEPTH = 6
