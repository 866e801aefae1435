"""What kind of text each paragraph is: the report's own, or something that stands around it.

A paragraph that is a proper sentence is body. What is not certain is body too: a heading taken for body costs little,
a sentence taken for a heading is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.read import headlines
from foedera.read.layout import Paragraph, closed
from foedera.read.lines import Said, said, signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model.documents import BlockKind

_MOSTLY = 0.6  # of the long paragraphs that end as sentences do, where a lack of it means something
_LONG = 15  # words of a paragraph that can be no heading
_DAY_LINES = 2  # a text with more lines of dates is a chronicle, and they are its headings
_ABOVE, _BELOW = 4, 3  # paragraphs from the ends of a text in which a date alone can be that of its publication
_STORY = 7  # words from which a headline inside a text is another story's
_HEAD = 5  # paragraphs in which a writer's name may stand alone
_LABEL = 4  # words of a tag or a button
_TITLE_WORDS = 16  # of a title that is written like a sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the part of one before its text begins, with what it is and what it says."""

    start: int
    end: int
    text: str
    kind: BlockKind
    said: Said | None = None


def label(found: Sequence[Paragraph], title: str | None) -> list[Piece]:
    """Every paragraph with its kind; `title` is the title where the format gives one."""
    last = len(found) - 1
    sayings = [said(p.text, n, last - n) for n, p in enumerate(found)]
    sayings = _without_chronicle(_signed(found, sayings, title))
    plain = [p for p, line in zip(found, sayings, strict=True) if line is None]
    inside = _inside(plain)
    pieces: list[Piece] = []
    begun = False
    for n, (paragraph, line) in enumerate(zip(found, sayings, strict=True)):
        kind = line.kind if line else _kind(found, n, inside)
        if not begun and not line and kind != "furniture" and _is_title(found, n, title):
            kind = "title"
        if not begun and kind == "body" and n + 1 < len(found) and _is_section(paragraph.text):
            kind = "heading"
        begun = begun or kind in ("body", "title")
        pieces.append(Piece(paragraph.start, paragraph.end, paragraph.text, kind, line))
    return _split_title(pieces)


def _inside(plain: Sequence[Paragraph]) -> int:
    """Where the last sentence of the text begins; 0 where the text does not close its sentences.

    Before it an unclosed line can be a heading; after it, it can as well be a text that was cut off.
    """
    long = [p for p in plain if len(p.text.split()) > _LONG]
    if sum(closed(p.text) for p in long) < _MOSTLY * len(long):
        return 0
    last = next((p for p in reversed(plain) if closed(p.text)), None)
    return last.start if last and not last.text.endswith(":") else 0


def _signed(found: Sequence[Paragraph], sayings: list[Said | None], title: str | None) -> list[Said | None]:
    """With the names that stand alone above a text, each over an outlet's or, below a title, over the dateline."""
    head = [
        line or (None if title and headlines.alike(p.text, title) else signature(p.text, following.text, n > 0))
        for n, (line, p, following) in enumerate(zip(sayings, found[:_HEAD], found[1:], strict=False))
    ]
    return [*head, *sayings[len(head) :]]


def _without_chronicle(sayings: list[Said | None]) -> list[Said | None]:
    """A line of a date tells when a report came out where it stands at an end of it and there is one, or two.

    More are the headings of a chronicle, and so is one in the middle.
    """
    dated = {line.day for line in sayings if line and _is_day_line(line)}
    last = len(sayings) - 1
    return [
        replace(line, kind="heading", says=None, day=None)
        if line and _is_day_line(line) and (len(dated) > _DAY_LINES or (n >= _ABOVE and last - n >= _BELOW))
        else line
        for n, line in enumerate(sayings)
    ]


def _is_day_line(line: Said) -> bool:
    return line.says in ("first_published", "last_updated")


def _is_title(found: Sequence[Paragraph], n: int, title: str | None) -> bool:
    """Whether the first paragraph that could be text is the title: the page's own, or a line that is clearly one."""
    line = found[n].text
    if title and headlines.alike(line, title):
        return True
    if n + 1 == len(found) or title:
        return False
    words = len(line.split())
    following = max(len(p.text.split()) for p in found[n + 1 : n + 4])
    if words > headlines.LONGEST or following <= words:
        return False
    return headlines.is_headline(line) or (
        words <= _TITLE_WORDS
        and words > 2
        and not closed(line)
        and not headlines.is_listed(line)
        and not line[0].islower()
    )


def _kind(found: Sequence[Paragraph], n: int, inside: int) -> BlockKind:
    line = found[n].text
    if not any(character.isalnum() for character in line):
        return "furniture"
    if headlines.is_headline(line):
        is_story = len(line.split()) >= _STORY and n > 0
        return "related" if is_story else "heading"
    if found[n].start < inside and headlines.is_plain_heading(line) and _stands_alone(found, n):
        return "heading"
    if 0 < inside < found[n].start and headlines.is_plain_heading(line) and len(line.split()) <= _LABEL:
        return "furniture"  # what follows the last sentence: tags, buttons
    return "body"


def _is_section(line: str) -> bool:
    """Whether a first line is the name of a section ("World", "Press release") above the title or the text."""
    return len(line.split()) <= 2 and headlines.is_plain_heading(line)


def _stands_alone(found: Sequence[Paragraph], n: int) -> bool:
    """Whether the paragraphs on both sides are sentences, so that an unclosed line between them is no list's item."""
    before = n < 2 or (closed(found[n - 1].text) and not found[n - 1].text.endswith((":", ",", ";")))
    return before and n + 1 < len(found) and closed(found[n + 1].text)


def _split_title(pieces: list[Piece]) -> list[Piece]:
    """The title that opens the first line of the text, in quotation marks and before a colon, as a piece of its own."""
    first = next((n for n, piece in enumerate(pieces) if piece.kind == "body"), None)
    if first is None or any(piece.kind == "title" for piece in pieces):
        return pieces
    piece = pieces[first]
    cut = headlines.quoted_title(piece.text)
    if cut is None:
        return pieces
    end, start = cut
    head = Piece(piece.start, piece.start + end, piece.text[:end], "title")
    rest = Piece(piece.start + start, piece.end, piece.text[start:], "body")
    return [*pieces[:first], head, rest, *pieces[first + 1 :]]
