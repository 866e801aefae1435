"""Lines that name what is below or elsewhere: titles, headings and other stories' headlines."""

from __future__ import annotations

import functools
import re

from foedera.lexicon import load
from foedera.read.layout import closed

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_BULLET = re.compile(r"^(?:[-•*▪◦·–—]|\([a-z0-9]{1,3}\)|[a-z0-9]{1,3}\))\s")
_EMPHASIS = re.compile(r"^(?:\*\*|__|#{1,6}\s)(.+?)(?:\*\*|__)?$")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})[.)]\s+")
_QUOTED = re.compile(r"^[“\"«‘](?P<title>[^“”\"«»\n]{10,200})[”\"»’]\s?(?P<colon>:)\s+(?=[“\"«]?[A-Z0-9])")
_ROW = " | "  # between the cells of a table
_QUOTES = "“”\"«»‘’'"
LONGEST = 25  # words of a headline in title case or capitals
PLAIN = 10  # words of a heading that is written like a sentence
_LEAST_CAPITALS = 0.99


@functools.cache
def _small() -> frozenset[str]:
    return frozenset(load("en", "provenance")["small_words"])


def in_title_case(line: str) -> bool:
    """Whether every word has a capital or is one of the small words that headlines leave without."""
    words = _WORD.findall(line)
    large = [word for word in words if word.lower().strip(".'’") not in _small()]
    return len(large) >= 2 and sum(not word[0].islower() for word in large) >= _LEAST_CAPITALS * len(large)


def is_headline(line: str) -> bool:
    """Whether a line can only be a headline: in title case or capitals, not long, and not a sentence."""
    words = _WORD.findall(line)
    if not words or len(words) > LONGEST or _is_part(line):
        return False
    if _EMPHASIS.match(line) and not closed(line):
        return True
    return in_title_case(line) and (not closed(line) or line.rstrip(_QUOTES)[-1:] in ":?!")


def is_plain_heading(line: str) -> bool:
    """Whether a line can be a heading that is written like a sentence, without its stop."""
    words = _WORD.findall(line)
    first = _NUMBERED.sub("", line)[:1]
    return 0 < len(words) <= PLAIN and not closed(line) and not first.islower() and not _is_part(line)


def _is_part(line: str) -> bool:
    """Whether a line is a part of the text: an item, a row, "THE GOVERNMENT OF ... AND THE GOVERNMENT OF ...,"."""
    return bool(_BULLET.match(line)) or _ROW in line or line.endswith(",")


def is_listed(line: str) -> bool:
    """Whether a line is an item of a list, which belongs to the running text."""
    return bool(_BULLET.match(line))


def quoted_title(line: str) -> tuple[int, int] | None:
    """Where the title ends and the text begins in a line such as '“A Title in Title Case”: The report begins.'"""
    match = _QUOTED.match(line)
    if not match or not in_title_case(match["title"]) or len(_WORD.findall(match["title"])) < 4:
        return None
    return match.end("colon"), match.end()


def bare(line: str) -> str:
    """A title without the quotation marks around the whole of it."""
    inner = line.strip().strip("*_#").strip().rstrip(":").strip()
    if len(inner) > 2 and inner[0] in '“"«' and inner[-1] in '”"»' and not set(inner[1:-1]) & set('“”"«»'):
        return inner[1:-1]
    return inner


def alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, quotation marks and punctuation."""
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
