"""Nesting: which quotation stands inside which other one, and whom the words are about."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Span


def enclosing(contents: Sequence[tuple[Span, ...]], places: Sequence[int]) -> list[int | None]:
    """For each quotation, the number of the smallest one whose content holds its cue; None at the top.

    One pass over all pieces in their order, with the open ones on a stack.
    """
    pieces = sorted((s.start, -s.end, number) for number, content in enumerate(contents) for s in content)
    order = sorted(range(len(places)), key=lambda number: places[number])
    found: list[int | None] = [None] * len(places)
    stack: list[tuple[int, int]] = []
    following = 0
    for number in order:
        while following < len(pieces) and pieces[following][0] <= places[number]:
            start, end, owner = pieces[following]
            while stack and stack[-1][0] <= start:
                stack.pop()
            stack.append((-end, owner))
            following += 1
        while stack and stack[-1][0] <= places[number]:
            stack.pop()
        found[number] = next((owner for _, owner in reversed(stack[-4:]) if owner != number), None)
    return found


class Mentions:
    """The places that name an agreement, to be asked which ones stand in a stretch of text."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        self._all = sorted((m.start, m.end, a.id) for a in agreements for m in a.mentions)
        self._starts = [start for start, _, _ in self._all]

    def within(self, start: int, end: int) -> list[str]:
        """The ids of the agreements named there."""
        low, high = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        return [name for _, last, name in self._all[low:high] if last <= end]


def read_about(content: tuple[Span, ...], tokens: Doc, actors: Actors, mentions: Mentions) -> tuple[str, ...]:
    """The ids of the agreements and entities that the words name, agreements first."""
    named = [name for piece in content for name in mentions.within(piece.start, piece.end)]
    for piece in content:
        words = tokens.char_span(piece.start, piece.end, alignment_mode="expand")
        named += [e.id for e in actors.in_(words)] if words is not None else []
    return tuple(dict.fromkeys(named))
