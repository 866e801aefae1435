"""Agreements that are named in a row or list: "A, B and C", "treaties such as A and B", the items below a sentence.

The mentions given to these functions are `ordered` as the text has them.
"""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from foedera.extract.acts_mentions import Mention

_JOINTS = frozenset({",", ";", ":", "and", "or", "the", "as", "a", "an", "(", ")", "well", "both", '"', "“", "”"})
_ARTICLES = frozenset({"a", "an", "the"})
_AGAIN = frozenset({"of", "to"})
_TELLING = frozenset({"MD", "TO", "VB", "VBZ", "VBP"})
_LISTED = frozenset({"conj", "appos", "dobj"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "("})
_MARKS = 3  # tokens of a mark and an article before what an item of a list names
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_KNOWN = frozenset({"the", "these", "both"})
_LOOKED = 12  # mentions that are looked at for those which a plural counts
_GAP = 10  # tokens that may stand between two names of a list


def row(found: list[Mention], ordered: list[Mention]) -> list[Mention]:
    """What a list of titles goes on to name where the tree breaks it off."""
    if not found:
        return []
    last = found[-1]
    titles = last.tokens.root.text[0].isupper()
    following = _following(last.tokens.doc, last.last, ordered)
    return [m for m in following if (titles and m.tokens.root.dep_ in _LISTED) or _again(m)]


def listed(token: Token, ordered: list[Mention]) -> list[Mention]:
    """The agreements that a list of examples names: "agreements signed by both, such as A, B and C"."""
    if token.tag_ not in {"NNS", "NNPS"}:
        return []
    doc, end = token.doc, token.sent.end
    opened = next((i for i in range(token.i, end) if _opens_list(doc[i])), None)
    if any(c.lower_ == "following" for c in token.children) and (items := _items(doc, end, ordered)):
        return items
    return _following(doc, opened, ordered) if opened is not None else _among(token, ordered)


def counted(noun: Token, ordered: list[Mention]) -> list[Mention]:
    """The agreements that a plural with its number comes back to: "the two treaties", "both pacts" of those named
    last; nothing where fewer were named."""
    number = next((_NUMBERS[t.lower_] for t in noun.lefts if t.lower_ in _NUMBERS), 0)
    known = number and any(t.lower_ in _KNOWN for t in noun.lefts)
    if not known or noun.lower_ not in vocabulary().plural:
        return []
    found: dict[str, Mention] = {}
    place = bisect.bisect_left(ordered, noun.i, key=lambda m: m.first)
    for mention in reversed(ordered[max(0, place - _LOOKED) : place]):
        found.setdefault(mention.agreement.id, mention)
        if len(found) == number:
            return list(reversed(found.values()))
    return []


def _items(doc: Doc, end: int, ordered: list[Mention]) -> list[Mention]:
    """The agreements with which the items of a list open: "signed the following instruments:", and lines below."""
    found: list[Mention] = []
    if doc[end - 1].text != ":" and not any(t.text == ":" for t in doc[max(0, end - _MARKS) : end]):
        return []
    for mention in _from(ordered, end):
        if not any(t.text in _BULLETS or t.like_num for t in doc[mention.first - _MARKS : mention.first]):
            break
        found.append(mention)
    return found


def _among(token: Token, ordered: list[Mention]) -> list[Mention]:
    """The agreements that "among them" counts to some, where it stands behind: "all treaties, the Lima Treaty of
    1929 among them"."""
    doc, end = token.doc, token.sent.end
    closed = next((i for i in range(token.i, end - 1) if _is_among_them(doc, i)), None)
    if closed is None:
        return []
    near = itertools.takewhile(lambda m: m.first < closed, _from(ordered, token.i + 1))
    inside = [m for m in near if m.last < closed]
    return inside if inside and closed - inside[-1].last <= 2 else []


def _following(doc: Doc, last: int, ordered: list[Mention]) -> list[Mention]:
    """The mentions that only joining words part from what stands before, in the order of the text."""
    end = doc[last].sent.end
    found: list[Mention] = []
    for mention in _from(ordered, last + 1):
        if mention.first >= end or not _joins(doc[last + 1 : mention.first]):
            break
        found.append(mention)
        last = max(last, mention.last)
    return found


def _from(ordered: list[Mention], first: int) -> Iterator[Mention]:
    """The mentions from a token on, one by one: a copy of all that follow would take as long as the document."""
    low = bisect.bisect_left(ordered, first, key=lambda m: m.first)
    return (ordered[i] for i in range(low, len(ordered)))


def _opens_list(token: Token) -> bool:
    """Whether examples follow: "such as", "including", "namely"."""
    if token.lower_ == "as":
        return token.i > 0 and token.nbor(-1).lower_ == "such"
    return token.lower_ in {"including", "namely", "like"}


def _is_among_them(doc: Doc, i: int) -> bool:
    return doc[i].lower_ == "among" and doc[i + 1].lower_ == "them"


def _again(mention: Mention) -> bool:
    """Whether the preposition of a list comes again before a name: "the signing of a treaty, [of] a pact and [of] a
    protocol"."""
    before = [t.lower_ for t in mention.tokens.doc[max(0, mention.first - 3) : mention.first]]
    before = before[:-1] if before[-1:] and before[-1] in _ARTICLES else before
    return before[-2:] in ([",", "of"], ["and", "of"], [",", "to"], ["and", "to"])


def _joins(between: Tokens) -> bool:
    """Whether what stands between two names only joins them: "(1961), " or " signed in 2000, and the "."""
    if not between or all(t.lower_ in _JOINTS for t in between):
        return True
    if between[0].lower_ in {",", "and"} and all(t.lower_ in _JOINTS | _AGAIN for t in between):
        return True
    if any(t.tag_ in _TELLING for t in between):
        return False  # "ratified the pact and will not reopen | the treaty"
    joined = any(t.lower_ in {",", "and", "or", ";"} for t in between)
    return joined and len(between) <= _GAP and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in between)
