"""Titles of instruments: "Treaty of Friendship and Mutual Assistance", "Paris Agreement", and their acronyms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINING = frozenset(
    {
        "of",
        "on",
        "for",
        "and",
        "the",
        "to",
        "concerning",
        "regarding",
        "in",
        "between",
        "with",
        "against",
        "among",
        "&",
        ",",
    }
)
_OPENING = frozenset({"of", "on", "for", "to", "concerning", "regarding", "between", "against", "among"})
_LONGEST = 40
_HYPHENS = frozenset({"-", "–", "—", "/", "‑"})
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+(-?[A-Z0-9]+)*$")


def capital(token: Token) -> bool:
    """Whether a token is written as part of a name."""
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.text[-1:].isdigit())


def title_start(head: Token, floor: int) -> int:
    """The first token of the capitalised words before a head: "[North American Free Trade] Agreement"."""
    doc, start, i = head.doc, head.i, head.i - 1
    while i >= floor:
        token = doc[i]
        if (
            token.text in _HYPHENS
            or token.lower_ in {"and", "&"}
            or (token.text == "," and i - 1 >= floor and start == i + 1)
        ):
            if i - 1 < floor or not _in_title(doc[i - 1]) or (token.text == "," and not _list_before(doc, i, floor)):
                break
            if token.lower_ in {"and", "&"} and not _joins_words(doc, i):
                break
        elif _in_title(token):
            start = i
        else:
            break
        i -= 1
    return start


def _in_title(token: Token) -> bool:
    words = vocabulary()
    if token.lower_ in words.definite or token.lower_ in words.indefinite or token.is_punct or token.tag_ == "POS":
        return False
    if token.lower_ in words.headline_verbs or token.tag_ in {"TO", "IN", "MD", "VBD", "VBZ", "VBP", "PRP"}:
        return False
    return token.text[:1].isupper()


def _list_before(doc: Doc, comma: int, floor: int) -> bool:
    return False


def _joins_words(doc: Doc, i: int) -> bool:
    """Whether an "and" joins two parts of one title: both sides are single capitalised words, not states' subjects."""
    before, after = doc[i - 1], doc[i + 1]
    return before.text[:1].isupper() and after.text[:1].isupper() and before.dep_ not in {"nsubj", "nsubjpass"}


def title_end(head: Token, ceiling: int) -> int:
    """The token after a title's complements: "Treaty [of Friendship, Good-Neighborliness, and Cooperation]"."""
    doc, end, i = head.doc, head.i + 1, head.i + 1
    if i >= ceiling or doc[i].lower_ not in _OPENING:
        return end
    while i < ceiling and i - head.i < _LONGEST:
        token = doc[i]
        if token.text in _HYPHENS or (token.lower_ in _JOINING and _capital_follows(doc, i, ceiling)):
            i += 1
        elif token.text[:1].isupper() and token.lower_ not in vocabulary().headline_verbs:
            i += 1
            end = i
        elif token.text.isdigit() and len(token.text) == 4 and doc[i - 1].lower_ == "of":
            i += 1
            end = i
        else:
            break
    return end


def _capital_follows(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether the joining word at `i` leads on to a capitalised word, with at most three joining words between."""
    comma = doc[i].text == ","
    for j in range(i + 1, min(i + 4, ceiling)):
        token = doc[j]
        if token.text[:1].isupper():
            return not comma or _list_goes_on(doc, j, ceiling)
        if token.text.isdigit() and len(token.text) == 4:
            return not comma
        if token.lower_ not in _JOINING:
            return False
    return False


def _list_goes_on(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether a comma inside a title is one of a list that ends in "and": otherwise the comma ends the title."""
    for j in range(i, min(i + 12, ceiling)):
        token = doc[j]
        if token.lower_ in {"and", "&"}:
            return j + 1 < ceiling and doc[j + 1].text[:1].isupper()
        if not (
            token.text[:1].isupper() or token.text == "," or token.text in _HYPHENS or token.lower_ in {"of", "the"}
        ):
            return False
    return False


def is_acronym(token: Token) -> bool:
    """Whether a token is written as an acronym of an instrument may be: three capitals or more, no known body's."""
    return len(token.text) >= 3 and bool(_ACRONYM.match(token.text)) and token.text not in vocabulary().bodies


def initials(words: list[str]) -> str:
    """The first letters of a title's words, hyphenated parts each on its own: "Intermediate-Range Nuclear Forces" IRNF."""
    parts = [part for word in words for part in re.split(r"[-–/.]", word) if part]
    return "".join(part[0].upper() for part in parts)


def abbreviates(acronym: str, words: list[str]) -> bool:
    """Whether an acronym's letters are first letters of a title's words, in order, beginning with the first one."""
    letters = [c for c in acronym.upper() if c.isalpha()]
    first = initials(words)
    if not letters or not first or letters[0] != first[0] or len(letters) < 3:
        return False
    at = iter(first)
    return all(letter in at for letter in letters) and 2 * len(letters) >= len([w for w in words if w[:1].isupper()])
