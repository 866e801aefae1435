"""The paragraphs of a text, from its own layout: one a line, lines between blank ones, or wrapped lines.

A paragraph is where a sentence must start and end, so a wrong one cuts a sentence in two: where lines are
wrapped, they are joined; where each line is a paragraph, they are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STRIP = "\ufeff\u200b"
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]*_\s]*$")
_BROKEN_SHARE = 0.25  # of the adjacent lines, where a text is wrapped; one a paragraph has next to none
_WIDEST = 140  # characters of the longest line of a wrapped text
_SHORT = 0.75  # of the usual width: a wrapped line that ends a sentence there ends its paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch `[start, end)` of the text with its words, without white space at the ends."""

    start: int
    end: int
    text: str
    apart: bool  # a blank line stands before it


def closed(text: str) -> bool:
    """Whether a line ends as a sentence does, brackets and quotation marks aside."""
    return bool(_CLOSED.search(text[-12:]))


def paragraphs(text: str) -> list[Paragraph]:
    """Every paragraph that has something in it, in order."""
    lines = list(_lines(text))
    width = _wrapped_at(lines)
    joined: list[Paragraph] = []
    first = 0
    for n, (line, following) in enumerate(pairwise([*lines, None])):
        assert line is not None  # for the type checker: only the last of the pairs has a None
        if following is None or not _continues(line, following, width):
            start = lines[first]
            joined.append(Paragraph(start.start, line.end, text[start.start : line.end], start.apart))
            first = n + 1
    return joined


def _lines(text: str) -> Iterator[Paragraph]:
    before = 0
    for match in _LINE.finditer(text):
        words = match.group().strip().strip(_STRIP).strip()
        if not words:
            continue
        start = text.index(words, match.start())
        breaks = text.count("\n", before, start) or text.count("\r", before, start)
        yield Paragraph(start, start + len(words), words, apart=breaks > 1 or before == 0)
        before = start + len(words)


def _wrapped_at(lines: list[Paragraph]) -> int | None:
    """The width at which a text is wrapped; None where each line is a paragraph."""
    adjacent = [(a, b) for a, b in pairwise(lines) if not b.apart]
    broken = [a for a, b in adjacent if _broken(a, b)]
    if len(broken) < max(2, _BROKEN_SHARE * len(adjacent)):
        return None
    widths = sorted(len(line.text) for line in broken)
    return widths[len(widths) // 2] if widths[-1] <= _WIDEST else None


def _broken(line: Paragraph, following: Paragraph) -> bool:
    """Whether a sentence runs on over the end of a line."""
    return not closed(line.text) and following.text[0].islower()


def _continues(line: Paragraph, following: Paragraph, width: int | None) -> bool:
    if following.apart:
        return False
    if width is None:
        return _broken(line, following)
    return _broken(line, following) or not (len(line.text) < _SHORT * width)
