"""What stands beside quoted words: the rest of their sentence, and the cues in it."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_END = {".", "!", "?", ";"}
FULL = {".", "?", "!", "…"}
"""Marks that end a sentence."""

SAID_BEFORE = {",", "?", "!", "-", "–", "—", "\u2015", "…"}
"""Those that may part what is said from a cue behind it."""

_STRETCHES = 12  # quoted stretches of one sentence
_REACH = 60  # tokens on either side of a quoted stretch in which its cue is sought


class Beside:
    """The quoted stretches of a document with the tokens and cues that stand beside them."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], cues: Sequence[Cue]) -> None:
        self.doc, self.text, self.offsets = layers.tokens, layers.document.text, layers.starts
        self.quoted, self.cues = quoted, cues
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
        end, last = start, min(limit, start + _REACH)
        while end < last and not breaks(self.doc[end]):
            end += 1
        return start, end

    def before(self, number: int) -> tuple[int, int]:
        """The tokens from the end of the sentence or stretch before a quoted stretch to its start."""
        end = self.token(self.quoted[number].start)
        limit = self.token(self.quoted[number - 1].end) if number else 0
        start, first = end, max(limit, end - _REACH)
        while start > first and not (breaks(self.doc[start - 1]) and not self._colon(start - 1, end)):
            start -= 1
        return start, end

    def sentence_start(self, number: int) -> int:
        """The first token of the sentence that a quoted stretch stands in, over stretches that did not end one."""
        start = self.before(number)[0]
        last = max(0, number - _STRETCHES)
        while number > last and start == self.token(self.quoted[number - 1].end):
            if self.text[self.quoted[number - 1].last - 1] in ".!?":
                break
            number -= 1
            start = self.before(number)[0]
        return start

    def last_mark(self, stretch: Quoted) -> str:
        """The mark that ends a quoted stretch, inside or just behind the quotation mark."""
        last = stretch.last - 1
        while last > stretch.first and self.text[last] in "’'”\" ":
            last -= 1
        inside = self.text[last]
        behind = self.text[stretch.end : stretch.end + 1]
        return inside if inside in SAID_BEFORE or inside in FULL else behind if behind in SAID_BEFORE else ""

    def sentence_of(self, place: int) -> int:
        """The first token of the sentence that a token closes."""
        first = max(0, place - _REACH)
        while place > first and not breaks(self.doc[place - 1]):
            place -= 1
        return place

    def _colon(self, place: int, end: int) -> bool:
        """Whether a break before a quoted stretch is only the line break after a colon."""
        return self.doc[place].is_space and place == end - 1 and place > 0 and self.doc[place - 1].text == ":"


def breaks(token: Token) -> bool:
    """Whether a token ends a sentence or a paragraph."""
    return token.text in _END or (token.is_space and "\n" in token.text)


def shallowest(cues: Sequence[Cue]) -> Cue | None:
    """The cue that governs the others of a segment; the first one where several stand equally high."""
    return min(cues, key=lambda cue: sum(1 for _ in zip(cue.head.ancestors, range(30), strict=False)), default=None)
