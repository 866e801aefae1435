"""What a report's text is made of, so that copies of it are found: wire text inside another piece, republished pages.

A text is cut into overlapping runs of six words without case, accents and punctuation, so that new quote marks and a
new headline change little. Of their hashes a fixed part is kept (Schleimer, Wilkerson and Aiken 2003, "Winnowing";
the part is taken by remainder, so that two texts keep the same of what they share).
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Document

_RUN = 6  # words: shorter runs are shared by chance, longer ones broken by every change of a word
_PART = 4  # one hash in so many is kept
_WORD = re.compile(r"[^\W_]+")
_OWN = frozenset({"body", "heading"})  # kinds of block that are the report itself


def fingerprints(document: Document) -> list[int]:
    """The kept hashes of a document's own text, each once."""
    words = [word.casefold() for text in _own_text(document) for word in _WORD.findall(text)]
    runs = (" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
    hashes = {zlib.crc32(run.encode("utf-8", "replace")) for run in runs}
    return sorted(value for value in hashes if value % _PART == 0)


def _own_text(document: Document) -> Iterator[str]:
    if not document.blocks:
        yield document.text
    yield from (document.text[block.start : block.end] for block in document.blocks if block.kind in _OWN)
