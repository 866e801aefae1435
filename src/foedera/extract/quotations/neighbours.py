"""Neighbours: who speaks where the tree gives a cue no subject, by the words that stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.phrases import BEFORE
from foedera.extract.quotations.subjects import HAVE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_FINITE = ("VBD", "VBZ", "VBP")
_RELATIVE = ("WP", "WDT", "WRB", "WP$")
_TIMES = ("DATE", "TIME")
_AFTER_DESCRIPTION = {",", "—", "–", "--"}


def beside_cue(verb: Token) -> Token | None:
    """The noun right before a finite verb of saying that has no subject in the tree ("..., Smith and Jones said")."""
    perfect = verb.tag_ == "VBN" and any(c.lower_ in HAVE for c in verb.lefts)
    going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.lefts)
    if not (verb.tag_ in _FINITE or perfect or going_on) or verb.i == 0:
        return None
    doc, place = verb.doc, verb.i - 1
    while place > 0 and doc[place].pos_ in ("ADV", "AUX"):
        place -= 1
    token = doc[place]
    if token.text == ")":
        opened = next((t.i for t in doc[max(0, place - 25) : place] if t.text == "("), 0)
        return doc[opened - 1] if opened and doc[opened - 1].pos_ in ("PROPN", "NOUN") else None
    if token.text in _AFTER_DESCRIPTION:
        return _before_apposition(verb, place)
    if token.pos_ not in ("PROPN", "PRON", "NOUN") or token.dep_ == "compound":
        return None
    if token.dep_ == "conj" and token.head.i < place and doc[place - 1].dep_ == "cc" and token.head.dep_ == "conj":
        return token.head
    return token


def _before_apposition(verb: Token, comma: int) -> Token | None:
    """The first noun of a sentence whose other words before the verb describe it ("Doe, a friend from home, said").

    For where the tree loses the subject over a long description.
    """
    start = _opening(verb.doc, comma)
    words = verb.doc[start:comma]
    first = next((t for t in words if t.text in (",", "(", "—", "–", "--")), None)
    relative = False
    for token in words:
        relative |= token.tag_ in ("WP", "WDT", "WP$")
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") and not relative:
            return None
    first = first if first is not None else verb.doc[comma]
    if start == comma or words[0].pos_ not in ("PROPN", "NOUN", "DET", "NUM", "ADJ", "PRON"):
        return None
    return _head_within(words[0], start, first.i)


def _opening(doc: Doc, comma: int) -> int:
    """The first word of a clause before a comma: behind a line break, and behind a circumstance and its comma."""
    start = max((t.i for t in doc[max(doc[comma].sent.start, comma - 60) : comma] if "\n" in t.text), default=-1) + 1
    start = max(start, doc[comma].sent.start)
    while start < comma and doc[start].pos_ in ("CCONJ", "ADV", "PUNCT", "SPACE"):
        start += 1
    if start < comma and doc[start].pos_ == "ADP":
        return next((t.i + 1 for t in doc[start:comma] if t.text == ","), start)
    return start


def inverted(verb: Token) -> Token | None:
    """The noun right after a finite verb without a subject, which the tree has for an object ("..., said the man")."""
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.i == 0
        or verb.nbor(-1).text not in (",", '"', "”", "''", "’", "—")
    ):
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.left_edge.i == verb.i + 1), None)


def said_by(verb: Token) -> Token | None:
    """The speaker of "The deal is dead, said a man who had read it", where the tree takes his words for what is said.

    A sentence stands before the comma, and behind the verb no verb but those of "who" clauses.
    """
    doc, sentence = verb.doc, verb.sent
    if verb.tag_ not in _FINITE or verb.i - sentence.start < 4 or doc[verb.i - 1].text != ",":
        return None
    before, after = doc[sentence.start : verb.i - 1], doc[verb.i + 1 : sentence.end]
    if not after or after[0].pos_ not in ("DET", "NUM", "PROPN", "NOUN", "ADJ") or after[0].ent_type_ in _TIMES:
        return None
    if any(t.tag_ in _RELATIVE or t.is_quote for t in before) or not states(before) or states(after):
        return None
    return _head_within(after[0], verb.i + 1, sentence.end)


def states(words: Tokens) -> bool:
    """Whether some words hold a finite verb that no relative pronoun or conjunction goes before."""
    for token in words:
        if token.tag_ in _RELATIVE or token.dep_ == "mark":
            return False
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX"):
            return True
    return False


def nearest(cue: Token, low: int, high: int) -> Token | None:
    """The noun or pronoun that stands next to a cue between two tokens, where the tree gives no subject there."""
    doc = cue.doc
    place = cue.i + 1
    if place < high and (doc[place].pos_ in ("PROPN", "PRON", "DET", "NOUN", "ADJ")):
        return _head_within(doc[place], place, high)
    place = cue.i - 1
    while place > low and doc[place].pos_ in ("ADV", "AUX", "PART"):
        place -= 1
    if place >= low and (doc[place].pos_ in ("PROPN", "PRON", "NOUN", "NUM") or _capital(doc, place)):
        return doc[place]
    first = next((t for t in doc[low : cue.i] if t.pos_ in ("PROPN", "PRON", "NOUN")), None)
    return _head_within(first, low, cue.i) if first is not None else None


def _capital(doc: Doc, place: int) -> bool:
    """Whether a word right behind quoted words is a name, whatever the tagger takes it for ('"...," Will wrote')."""
    return place > 0 and doc[place - 1].is_quote and doc[place].text.istitle()


def _head_within(token: Token, low: int, high: int) -> Token | None:
    """The head of the phrase that a token opens."""
    for _ in range(8):
        if token.dep_ not in BEFORE or not low <= token.head.i < high:
            break
        token = token.head
    return token if token.pos_ in ("PROPN", "PRON", "NOUN") else None
