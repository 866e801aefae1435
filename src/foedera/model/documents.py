"""A document: one report or official text, its words and where it comes from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar, Literal

from foedera.errors import EvidenceError
from foedera.model.ids import content_id, text_hash
from foedera.model.spans import Span

BlockKind = Literal[
    "body", "title", "heading", "related", "caption", "dateline", "byline", "publication", "disclaimer", "furniture"
]
"""What a stretch of text is. Only `body` is the report's own running text; `related` is a line that names another
story, `publication` says who published or republished, `furniture` is what a page puts around a report."""

PublishedBasis = Literal["row", "option", "metadata", "dateline", "byline", "dateline, year inferred"]
"""Where the publication date was read: the corpus row, `--published`, the page's metadata, or the text itself."""


HOUSE = ("agency", "original_publisher", "publisher")
"""Fields that name the house whose words a document has; the first that is known counts."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of the text that is of one kind; blocks are in order and do not overlap."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that opens a wire report: where it was filed and when ("MOSCOW, June 18. /TASS/.")."""

    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one report. Its text never changes; offsets into it are the key of all evidence.

    `name` is what the report is called where it came from (the row's id, its address, or the file's name);
    `path` is how the user named it. `published` is EDTF, None where no date can be had.
    `publisher` is who put out the text that was read, `original_publisher` who first published it. `encoding` is
    what a plain-text file was decoded from, so that offsets can be counted in it again; None for other formats.
    """

    type: ClassVar[Literal["document"]] = "document"
    id: str
    path: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    republished_by: str | None = None
    original_publisher: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str = "en"
    url: str | None = None
    media_type: str = "text/plain"
    blocks: tuple[Block, ...] = ()
    disclaimers: tuple[Span, ...] = ()
    encoding: str | None = None

    @staticmethod
    def identify(name: str, text: str, published: str | None) -> str:
        """The id of a report of that name, text and date: the same report read again has the same id."""
        return content_id("doc", name, text_hash(text), published or "")

    @property
    def house(self) -> str | None:
        """The agency or publisher whose words it has; None where none is known."""
        return next((name for field in HOUSE if (name := getattr(self, field))), None)

    def span(self, start: int, end: int) -> Span:
        """The words at `[start, end)`; raises EvidenceError where there are none."""
        if end > len(self.text):
            raise EvidenceError(f"span {start}:{end} ends after the {len(self.text)} characters of {self.path}")
        return Span(self.id, start, end, self.text[start:end])

    def block_at(self, offset: int) -> BlockKind:
        """What kind of text stands at an offset; `body` where no block covers it."""
        at = bisect_right(self.blocks, offset, key=attrgetter("start")) - 1
        return self.blocks[at].kind if at >= 0 and offset < self.blocks[at].end else "body"
