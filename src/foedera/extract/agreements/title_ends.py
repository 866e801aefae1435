"""Where the title of an instrument ends: after its matter, its parties, its year or date."""

from __future__ import annotations

from calendar import month_name
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import is_seat
from foedera.extract.agreements.words import HYPHENS, years

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset({"of", "on", "for", "to", "concerning", "regarding", "between", "against", "among"})
_JOINING = _OPENING | {"and", "the", "in", "with", "from", "&", ","}
_WITHIN = _JOINING | {"their", "its", "a", "an"}
_MATTER = frozenset({"on", "concerning", "regarding"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"})
_AGAIN = frozenset({"of the", "of a", "of an", "to the", "to a", "to an"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST = 40  # tokens
_DATE = 4  # tokens of a date: "February 9, 2000"
_OWNED = 4  # tokens in which what belongs to an instrument shows its noun: "the Oslo Convention's Additional Protocol"
_NEW = 12  # tokens in which a title that follows must show its noun


def title_end(head: Token, ceiling: int) -> int:
    """The end of a title's complements: "Treaty [of Friendship, Good-Neighborliness, and Cooperation]"."""
    doc, end, i = head.doc, head.i + 1, head.i + 1
    if i < ceiling and (doc[i].text in _ROMAN or (_is_year(doc[i]) and doc[i + 1 : i + 2].text in _OPENING)):
        i, end = i + 1, i + 1
    if i >= ceiling or not (doc[i].lower_ in _OPENING or doc[i].lower_ in vocabulary().aims):
        return end
    while i < min(ceiling, head.i + _LONGEST):
        token = doc[i]
        if token.lower_ == "of" and (dated := _date_end(doc, i + 1, ceiling)):
            i = end = dated
            if doc[i : i + 1].text not in _MATTER:  # "the Protocol to the Treaty of 1949 on the Accession of Spain"
                return end
            continue
        if token.lower_ == "to" and not _leads_to_instrument(doc, i, ceiling):
            return end
        joins = token.lower_ in _WITHIN or token.lower_ in vocabulary().aims
        if token.lower_ == "of" and i > head.i + 2 and _other_instrument(doc, i, ceiling):
            return end
        if token.text in HYPHENS or _owns(doc, i, ceiling) or (joins and _goes_on(doc, i, ceiling)):
            i += 1
            continue
        hyphened = doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_  # "Anti-personnel"
        if not (token.text[:1].isupper() or hyphened or (_is_year(token) and doc[i - 1].lower_ in {"of", "and"})):
            break
        i += 1
        end = i
    return end


def _other_instrument(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether an "of" leads to the instrument that this one is about: "the Agreement relating to the Implementation of
    Part XI [of the Oslo Convention]"."""
    start = i + 1 + (doc[i + 1 : i + 2].text.lower() in _ARTICLES)
    for token in doc[start : min(start + _NEW, ceiling)]:
        if not token.text[:1].isupper():
            return False
        if vocabulary().singular.get(token.lower_):
            return token.i > start
    return False


def _leads_to_instrument(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether "to" goes on to what a protocol is to ("the Protocol to the Oslo Treaty"), or to a capitalised aim, and
    not to a person ("handed the Agreement to Director-General Ann Roe")."""
    near = doc[i + 1 : min(i + _NEW, ceiling)]
    return not any(t.ent_type_ == "PERSON" for t in near[:5]) or any(vocabulary().noun(t.lower_) for t in near)


def _owns(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether a mark of possession leads on: "of the People[’s] Republic of China"."""
    if doc[i].tag_ != "POS" or i + 1 >= ceiling or not doc[i + 1].text[:1].isupper():
        return False
    return not any(vocabulary().noun(t.lower_) for t in doc[i + 1 : min(i + _OWNED, ceiling)])  # "the Pact's Protocol"


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4


def _date_end(doc: Doc, i: int, ceiling: int) -> int | None:
    """The end of the date that closes a title: "of 1961", "of February 9, 2000", "of 2000 and 2001"; no bare month."""
    end = next((j + 1 for j in range(i, min(i + _DATE, ceiling)) if years([doc[j]])), None)
    if end is None or not all(t.is_digit or t.text in {*month_name, ","} for t in doc[i : end - 1]):
        return None
    pair = doc[end : min(end + 2, ceiling)]
    return end + 2 if len(pair) == 2 and pair[0].lower_ == "and" and years([pair[1]]) else end


def _goes_on(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether a joining word leads on to a capitalised word of the title, over at most three more joining words."""
    if _circumstance(doc, i, ceiling) or _other_title(doc, i, ceiling):
        return False
    if doc[i].text == "," and doc[i + 1 : i + 2].text.lower() == "and":
        i += 1
    comma = doc[i].text == ","
    if doc[i].lower_ == "and" and _new_subject(doc, i):
        return False
    for j in range(i + 1, min(i + 5, ceiling)):
        if doc[j].text[:1].isupper():
            return not comma or _list_ends(doc, j, ceiling)
        if _is_year(doc[j]):
            return not comma
        if doc[j].lower_ not in _WITHIN:
            return False
    return False


def _circumstance(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether a preposition says when or where something was done: "signed the Treaty on Trade [in Lima on Monday]"."""
    if doc[i].lower_ not in {"in", "on", "from", "for"} or i + 1 >= ceiling:
        return False
    after = doc[i + 1]
    if after.ent_type_ in _TIMES:
        return True
    return doc[i].lower_ == "in" and (is_seat(after) or doc[i].head.pos_ == "VERB")


def _other_title(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether after a comma or "and" another instrument is named: "the Treaty of Lima and [the Treaty of Cuzco]",
    "the signing of the Treaty of Lima, [of the Treaty of Cuzco] and so on"."""
    if doc[i].lower_ not in {",", "and", "&"}:
        return False
    start = i + 2 if doc[i].text == "," and doc[i + 1 : i + 2].text.lower() == "and" else i + 1
    if doc[start : start + 2].text.lower() in _AGAIN:
        start += 1
    article = doc[start : start + 1].text.lower() in _ARTICLES
    for token in doc[start + article : min(start + _NEW, ceiling)]:
        if vocabulary().singular.get(token.lower_) and token.text[0].isupper():
            return article or token.i == start
        if token.lower_ in _JOINING or not (token.text[0].isupper() or token.like_num or token.text in HYPHENS):
            return False
    return False


def _new_subject(doc: Doc, i: int) -> bool:
    """Whether after an "and" something begins that is no part of the title: "the Treaty of Rome and Italy is"."""
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in doc[i + 1 : i + 4])


def _list_ends(doc: Doc, i: int, ceiling: int) -> bool:
    """Whether a comma is one of a list that ends in "and", inside the title; otherwise the comma ends the title."""
    for j in range(i, min(i + 14, ceiling)):
        token = doc[j]
        if token.lower_ in {"and", "&"}:
            return any(t.text[:1].isupper() for t in doc[j + 1 : j + 3])
        if not (
            token.text[:1].isupper() or token.text == "," or token.text in HYPHENS or token.lower_ in {"of", "the"}
        ):
            return False
    return False
