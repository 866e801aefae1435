"""What a reader of one format hands on: a text and what the format itself says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from foedera.model import Block


MAX_CHARACTERS = 1_000_000
"""Of one report: as long a text as the language pipeline takes. A corpus may be of any size."""

UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
"""What no text can hold: the zero character, and half of a surrogate pair, which no encoding writes."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A text as it was read, before anything is made of its lines.

    `name` is what the report is called where it came from, `path` how the user named it. `marks` are blocks that the
    format itself marks (a page's headings and paragraphs); where there are none, the text's own layout is read.
    """

    text: str
    name: str
    path: str
    media_type: str = "text/plain"
    encoding: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_basis: Literal["row", "metadata"] | None = None
    url: str | None = None
    language: str | None = None
    marks: tuple[Block, ...] = ()
