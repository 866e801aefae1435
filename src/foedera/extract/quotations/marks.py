"""Quotation marks: which stretches of a text stand between them.

Marks of English typesetting, of typewriters and of translated copy: “ ” " „ « » ‘ ’ ' and doubled `` ''.
An apostrophe (Moscow's, '90s, the leaders' talks), feet and inches (5'10") are none.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"``|''|[“”„‟\"«»‘’‚‛'‹›]")
_OPENERS = {"“": "d", "„": "d", "‟": "d", "«": "d", "``": "d", "‘": "s", "‚": "s", "‛": "s", "‹": "s"}
_CLOSERS = {"”": "d", "»": "d", "’": "s", "›": "s"}
_EITHER = {'"': "d", "''": "d", "'": "s"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks: `[start, end)` with them, `[first, last)` without. All are character offsets.

    `open` says that the closing mark is missing; a quotation over several paragraphs is written so.
    `double` tells “ ” from ‘ ’; `depth` is 0 at the top, 1 for a quotation inside a quotation.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    double: bool
    depth: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str  # "d" or "s"
    may_open: bool
    may_close: bool
    possessive: bool = False


class Marks:
    """The quoted stretches of a text, to be asked which ones stand in a place."""

    def __init__(self, quoted: tuple[Quoted, ...]) -> None:
        self.all = quoted
        self.top = tuple(q for q in quoted if q.depth == 0)
        self._tops = [n for n, q in enumerate(quoted) if q.depth == 0]
        self._starts = [q.start for q in self.top]

    def across(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The stretches that share a character with a place, in their order."""
        first = bisect.bisect_right(self._starts, start) - 1
        last = bisect.bisect_left(self._starts, end)
        low = self._tops[first] if first >= 0 else 0
        high = self._tops[last] if last < len(self._tops) else len(self.all)
        return tuple(q for q in self.all[low:high] if q.start < end and start < q.end)


def read_marks(text: str) -> tuple[Quoted, ...]:
    """Every quoted stretch, in their order; time grows with the length of the text only."""
    found: list[Quoted] = []
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        found.extend(_paragraph(text, match.start(), match.end(), number))
    return tuple(sorted(found, key=lambda quoted: (quoted.start, -quoted.end)))


def _paragraph(text: str, start: int, end: int, number: int) -> Iterator[Quoted]:
    stack: list[_Mark] = []
    marks = [m for m in (_mark(text, match, start, end) for match in _MARK.finditer(text, start, end)) if m]
    ahead = _closers_ahead(marks)
    for place, mark in enumerate(marks):
        opened = next((k for k in range(len(stack) - 1, -1, -1) if stack[k].kind == mark.kind), None)
        if mark.may_close and opened is not None and not (mark.possessive and ahead[place]):
            opener = stack[opened]
            del stack[opened:]
            if mark.start > opener.end:
                yield Quoted(opener.start, mark.end, opener.end, mark.start, number, mark.kind == "d", len(stack))
        elif mark.may_open and opened is None and (mark.kind == "d" or ahead[place]) and len(stack) < 4:
            stack.append(mark)
    if stack and stack[0].kind == "d":
        last = len(text[start:end].rstrip()) + start
        if last > stack[0].end:
            yield Quoted(stack[0].start, last, stack[0].end, last, number, True, 0, open=True)


def _closers_ahead(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether the next single mark that is not an apostrophe for sure can close."""
    ahead, known = [False] * len(marks), False
    for place in range(len(marks) - 1, -1, -1):
        ahead[place] = known
        if marks[place].kind == "s":
            known = marks[place].may_close
    return ahead


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark | None:
    """The mark as what it can be at its place, None where it is an apostrophe."""
    words = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if words in _OPENERS:
        # „so“ in German, and a careless “ behind a word or a stop.
        closes = words == "“" and not before.isspace() and not after.isalnum()
        return _Mark(match.start(), match.end(), _OPENERS[words], not closes, closes)
    kind = _CLOSERS.get(words) or _EITHER[words]
    if kind == "s" and before.isalnum() and after.isalnum():
        return None
    may_open = words in _EITHER and not after.isspace() and not before.isalnum()
    may_close = not before.isspace() or after.isspace()
    possessive = kind == "s" and before in "sSzx" and after == " "
    if words in _CLOSERS and before.isspace() and not after.isspace():
        may_open, may_close = kind == "d", False
    return _Mark(match.start(), match.end(), kind, may_open, may_close, possessive)
