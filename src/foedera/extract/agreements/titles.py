"""Titles of instruments, read from capitals: "Treaty of Friendship and Mutual Assistance", "Paris climate accord"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.title_ends import title_end
from foedera.extract.agreements.words import HYPHENS, QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

_NOT_IN = frozenset({"TO", "IN", "MD", "VBD", "VBZ", "VBP", "PRP", "PRP$", "POS", "DT", "WDT", "WRB"})
_CAPITAL = frozenset({"convention", "charter"})  # in lower case these are mostly gatherings and flights
_PARTICLES = frozenset({"de", "da", "do", "del", "di", "du", "van", "von"})  # "the Rio de Janeiro Protocol"
_SIZES = frozenset({"bilateral", "trilateral"})  # "the U.S.-Peru bilateral Air Services Agreement"
_OPENING = frozenset({"“", '"', "``", "‘"})
_CLOSING = frozenset({"”", '"', "''", "’"})
_QUOTED = 30  # tokens of a title in quotes behind its noun
_SMALL = frozenset(
    {"of", "the", "to", "on", "and", "for", "in", "between", "a", "an", "its", "their", "with", ",", "-"}
)
_BRACKET = 5  # tokens of a second name in brackets
_HALF = 7  # tokens before a lower-case head


def title(
    head: Token, noun: Noun, floor: int, ceiling: int, *, names_other: Callable[[Token], bool]
) -> tuple[int, int] | None:
    """First token and end of the title that a head stands in, None where its words are no title.

    `names_other` tells a word that names a state or a person. A state's name alone makes no title before a lower-case
    noun ("the China deal"), nor one state before a capitalised one; two do ("U.S.-Mexico-Canada Agreement").
    """
    if noun.names == "no" or (noun.family in _CAPITAL and head.is_lower):
        return None
    doc = head.doc
    start, end = (_start(head, floor), title_end(head, ceiling)) if head.text[0].isupper() else _half(head, floor)
    end = _quote_end(doc, start, end, ceiling)
    words = [t for t in doc[start : head.i] if t.text[0].isalnum()]
    others = [t for t in words if names_other(t)]
    named = [t for t in words if t not in others and _names(t, head, floor)]
    if head.is_lower:
        named = [t for t in named if not any(names_other(other) for other in _hyphened(t))]
    tail = [t for t in doc[head.i + 1 : end] if t.text[0].isupper()]
    states = len(others) + sum("-" in t.text for t in others)
    if not (named or tail or (states >= 2 and head.text[0].isupper())):
        return None
    return (start, end) if _allowed(doc, start, end, noun) else None


def _quote_end(doc: Doc, start: int, end: int, ceiling: int) -> int:
    """The end of a title that stands in quotes of its own: “Treaty on Fish between Chile and Peru and Annexes”."""
    if not start or doc[start - 1].text not in _OPENING or not doc[start].text[0].isupper():
        return end
    closes = next((t.i for t in doc[end : min(ceiling, end + _QUOTED)] if t.text in _CLOSING), end)
    named = all(t.text[0].isupper() or t.lower_ in _SMALL or t.is_digit for t in doc[end:closes])
    return closes if named else end


def _hyphened(token: Token) -> list[Token]:
    """What a name is joined to by a hyphen: in "PH-Japan pact" both are parties, whether or not both are known."""
    doc, i = token.doc, token.i
    return [doc[j] for j, mark in ((i - 2, i - 1), (i + 2, i + 1)) if 0 <= j < len(doc) and doc[mark].text in HYPHENS]


def _names(token: Token, head: Token, floor: int) -> bool:
    """Whether a capitalised word is part of a name, and not merely the first of its sentence or a person's."""
    if not token.text[0].isupper() or (token.lower_ in vocabulary().empty and not head.text[0].isupper()):
        return False
    if token.ent_type_ == "DATE" or (token.ent_type_ == "NORP" and head.is_lower):
        return False
    return not _opens(token, floor) or token.pos_ == "PROPN"


def _opens(token: Token, floor: int) -> bool:
    """Whether a word is the first of its sentence or of an item in a list, so that its capital says nothing."""
    if token.i <= floor:
        return True
    before = token.doc[max(floor, token.i - 3) : token.i]
    return before[-1].is_space or (before[-1].text in HYPHENS | {"•", "*", "·"} and bool(before[-1].whitespace_))


def _allowed(doc: Doc, start: int, end: int, noun: Noun) -> bool:
    words = vocabulary()
    if noun.names == "needs" and not noun.needs & {t.lower_ for t in doc[start:end]}:
        return False
    after = doc[end] if end < len(doc) else None
    if after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and not after.is_sent_start:
        known = after.lower_ in words.headline_verbs or words.noun(after.lower_) is not None
        return known or after.ent_type_ != doc[end - 1].ent_type_  # not "the Pacific Treaty Organisation"
    return not _general(doc, start, end, noun)


def _general(doc: Doc, start: int, end: int, noun: Noun) -> bool:
    """Whether capitals only dress up a description: "a Free Trade Agreement", "the Strategic Partnership Agreement"."""
    words = vocabulary()
    telling = [t.lower_ for t in doc[start:end] if t.is_alpha and words.noun(t.lower_) is None]
    common = words.matters | words.empty | words.scope
    return noun.family in {"contract", "declaration"} and noun.weight < 2 and all(word in common for word in telling)


def _start(head: Token, floor: int) -> int:
    """The first of the capitalised words before a head: "[North American Free Trade] Agreement"."""
    doc, start, i = head.doc, head.i, head.i - 1
    while i >= floor:
        token = doc[i]
        if (opens := _bracket(doc, i, floor)) >= 0:
            i = opens
        elif _in_title(token):
            start = i
        elif not (
            i > floor
            and (_in_title(doc[i - 1]) or doc[i - 1 : i + 1].text.lower() == ", and")
            and (
                token.text in HYPHENS
                or token.lower_ == "of"
                or token.lower_ in _PARTICLES
                or _joins(token)
                or _lists(doc, i, floor)
                or _trades(token)
                or token.lower_ in _SIZES
            )
        ):
            break
        i -= 1
    return start


def _trades(token: Token) -> bool:
    """Whether an "in" says what is traded: "the Pacific Trade in Goods Agreement"."""
    return token.lower_ == "in" and token.nbor(-1).lower_ in {"trade", "investment"}


def _bracket(doc: Doc, i: int, floor: int) -> int:
    """Where a name in brackets opens that stands inside a title ("the Belfast (Good Friday) Agreement"); -1 if none."""
    if doc[i].text != ")":
        return -1
    opens = next((j for j in range(i - 1, max(floor, i - _BRACKET), -1) if doc[j].text == "("), -1)
    named = opens > floor and _in_title(doc[opens - 1]) and all(_in_title(t) for t in doc[opens + 1 : i])
    return opens if named and i - opens > 1 else -1


def _lists(doc: Doc, i: int, floor: int) -> bool:
    """Whether a comma is one of a list that opens a title: "the [Peace, Security and Cooperation Framework]"."""
    joints = {",", "and", "&"}
    if doc[i].lower_ not in joints or not any(t.lower_ in {"and", "&"} for t in doc[i : i + 5]):
        return False
    while i > floor and (_in_title(doc[i]) or doc[i].lower_ in joints):
        i -= 1
    return doc[i].tag_ in {"DT", "PRP$"}


def _in_title(token: Token) -> bool:
    word = token.lower_
    return (
        token.text[:1].isupper()
        and token.tag_ not in _NOT_IN
        and (word not in vocabulary().headline_verbs or _after_article(token))
        and token.lower_ not in {"the", "a", "an"}
    )


def _after_article(token: Token) -> bool:
    """Whether a word follows an article or a year, so that it is no verb: "the 1994 Agreed Framework"."""
    before = token.nbor(-1) if token.i else None
    return before is not None and (before.tag_ == "DT" or before.like_num)


def _joins(token: Token) -> bool:
    """Whether an "and" joins two words of one title, not two subjects of a sentence."""
    return token.lower_ in {"and", "&"} and (
        token.head.dep_ in {"compound", "amod", "nmod"} or token.nbor().dep_ == "compound"
    )


def _half(head: Token, floor: int) -> tuple[int, int]:
    """From the first proper word before a lower-case head, over lower-case topic words: "[Paris climate] accord"."""
    doc, start = head.doc, head.i
    for i in range(head.i - 1, max(floor, head.i - _HALF) - 1, -1):
        token = doc[i]
        named = token.text[0].isupper() and token.lower_ not in vocabulary().headline_only
        if named and token.tag_ not in _NOT_IN and (i > floor or token.pos_ == "PROPN"):
            start = i
        elif token.text not in HYPHENS | QUOTES and not (
            start == head.i and token.pos_ in {"NOUN", "ADJ"} and token.lower_ not in vocabulary().empty
        ):
            break
    quoted = start > floor and doc[start - 1].text in QUOTES and any(t.text in QUOTES for t in doc[start : head.i])
    return start - quoted, head.i + 1
