"""Lines that quote by their form alone.

Headlines "Name: words" and "Words — Envoy to UN", and posts that end in "— Name (@handle)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.extract.quotations.phrases import kind_of
from foedera.extract.quotations.sayings import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Line = tuple[int, int, "Token", bool]
"""The characters of what is said, the head of the name that says it, and whether it is a post in his own words."""

_POST = re.compile(
    r"^[ \t]*(?:<[^<>\n]{1,300}>)?(?P<said>[^\s<][^\n]{10,1500}?)[ \t]+(?:—|–|--|-|\u2015)[ \t]*"
    r"(?P<name>[^\n()@—]{2,60}?) \(@\w{1,30}\)",
    re.MULTILINE,
)
_HEADLINE = re.compile(
    r"^(?P<name>[A-Z][^\n:\"“‘'.,;()]{1,40}): (?P<said>[^\n:\"“‘][^\n:]{9,150}[^\n:.!?])$", re.MULTILINE
)
_TITLE = re.compile(r"\s*(?P<name>[A-Z][^\n:\"“‘'.,;()]{1,40}): (?P<said>[^\n:]{10,180}?)\.?[ \t]*(?:\n|$)")
_DASHED = re.compile(r"\s*(?P<said>[^\n]{10,180}?) (?:—|–|-|\u2015) (?P<name>[^\n—–\u2015]{3,60}?)[ \t]*(?:\n|$)")
_BODIES = ("PERSON", "ORG")
_PLACES = ("GPE", "NORP")
_SOON = 400  # tokens within which a report names in full whom its headline gives a surname
_TOPICS = {"why", "what", "how", "who", "when", "where", "inside", "the"}


def read_lines(doc: Doc, text: str) -> Iterator[Line]:
    """Every such line of a document."""
    for match in _POST.finditer(text) if "(@" in text else ():
        yield from _post(doc, match)
    first = _TITLE.match(text)
    if first is not None:
        yield from _headline(doc, first)
    elif (dashed := _DASHED.match(text)) is not None:
        yield from _headline(doc, dashed, behind=True)
    for match in _HEADLINE.finditer(text, first.end() if first is not None else 0):
        yield from _headline(doc, match)


def _post(doc: Doc, match: re.Match[str]) -> Iterator[Line]:
    name = doc.char_span(*match.span("name"), alignment_mode="expand")
    if name is not None:
        yield *match.span("said"), name[-1], True


def _headline(doc: Doc, match: re.Match[str], *, behind: bool = False) -> Iterator[Line]:
    name = doc.char_span(*match.span("name"), alignment_mode="expand")
    said = doc.char_span(*match.span("said"), alignment_mode="expand")
    if name is None or said is None or not (_stands_behind if behind else _speaks)(name, said):
        return
    start, end = match.span("said")
    marked = _in_marks(match["said"])
    yield (start + 1, end - 1, name.root, True) if marked else (start, end, name.root, False)


def _speaks(name: Tokens, said: Tokens) -> bool:
    """Whether a headline "Name: words" gives the words of the one it names, and not what happens in a place.

    "Keller: Treaty Will Hold" and "Poll: ..." do; "Cyprus: Talks Resume" does only with words in marks.
    """
    name = name[: next((t.i - name.start for t in name if t.pos_ == "ADP" and t.i > name.start), len(name))]
    if said[0].lower_ in _TOPICS or not any(t.pos_ in ("VERB", "AUX") for t in said):
        return False
    if name.root.lower_ in listed("headlines"):
        return len(name) <= 2
    if not all(t.pos_ in ("PROPN", "ADJ", "NOUN") for t in name) or kind_of(name.root) not in ("named", "body"):
        return False
    kinds = {t.ent_type_ for t in name} | _known_as(name)
    return bool(kinds & set(_BODIES)) or (bool(kinds & set(_PLACES)) and any(t.is_quote for t in said))


def _known_as(name: Tokens) -> set[str]:
    """What the text behind a headline takes the last word of its name for: it often gives a surname alone."""
    behind = name.doc[name.end : name.end + _SOON]
    return {t.ent_type_ for t in behind if t.text == name.root.text}


def _stands_behind(name: Tokens, said: Tokens) -> bool:
    """Whether a headline "Words — Name" gives somebody's words, and not a site's name ("- The Post")."""
    known = name.root.ent_type_ == "PERSON" or name.root.lower_ in listed("behind")
    states = any(t.pos_ in ("VERB", "AUX", "ADJ") for t in said)
    return known and states and said[0].lower_ not in _TOPICS and not any(t.pos_ == "VERB" for t in name)


def _in_marks(words: str) -> bool:
    """Whether words stand wholly between quotation marks."""
    return len(words) > 2 and words[0] in "\"“‘'" and words[-1] in "\"”’'" and not any(c in '"“”' for c in words[1:-1])
