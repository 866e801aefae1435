"""Lines that quote by their form alone: a headline "Name: words", a post that ends in "— Name (@handle)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.extract.quotations.subjects import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

Line = tuple[int, int, "Token", bool]
"""The characters of what is said, the head of the name that says it, and whether it is a post in his own words."""

_POST = re.compile(
    r"^[ \t]*(?P<said>\S[^\n]{10,1500}?)[ \t]+(?:—|–|--|-)[ \t]*(?P<name>[^\n()@—]{2,60}?) \(@\w{1,30}\)", re.MULTILINE
)
_HEADLINE = re.compile(
    r"^(?P<name>[A-Z][^\n:\"“‘'.,;()]{1,40}): (?P<said>[^\n:\"“‘]{10,150}[^\n:\"“‘.!?])$", re.MULTILINE
)
_NAMES = ("PERSON", "ORG", "GPE", "NORP")


def read_lines(doc: Doc, text: str) -> Iterator[Line]:
    """Every such line of a document."""
    for match in _POST.finditer(text):
        yield from _line(doc, match, posted=True)
    for match in _HEADLINE.finditer(text):
        yield from _line(doc, match, posted=False)


def _line(doc: Doc, match: re.Match[str], *, posted: bool) -> Iterator[Line]:
    name = doc.char_span(*match.span("name"), alignment_mode="expand")
    said = doc.char_span(*match.span("said"), alignment_mode="expand")
    if name is None or said is None:
        return
    head = name[-1] if posted else name.root
    named = posted or (all(t.pos_ in ("PROPN", "ADJ") for t in name) and kind_of(head) == "named")
    if named and (
        posted or (any(t.ent_type_ in _NAMES for t in name) and any(t.pos_ in ("VERB", "AUX") for t in said))
    ):
        start, end = match.span("said")
        own = _in_marks(match["said"])
        yield (start + 1, end - 1, head, True) if own else (start, end, head, posted)


def _in_marks(words: str) -> bool:
    """Whether words stand wholly between quotation marks."""
    return len(words) > 2 and words[0] in "\"“‘'" and words[-1] in "\"”’'"
