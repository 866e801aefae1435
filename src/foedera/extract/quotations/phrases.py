"""Phrases: the words that name a speaker, and what sort of speaker they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.sayings import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE = {"compound", "det", "amod", "nmod", "poss", "nummod", "quantmod", "predet"}
"""How words that stand before a noun hang on it."""

_NAMES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
_PRONOUNS = {"he", "she", "they", "we", "i", "who", "it", "both", "neither", "some", "many", "others", "one", "us"}
_PRONOUNS |= {"his", "her", "their", "its", "our", "my"}


def kind_of(speaker: Token) -> str:
    """What sort of speaker a word names: `named` (a person or a body), `body` (one with a name), `document`, `study`
    (it finds), `finder` (who finds), or `thing`."""
    lemma = speaker.lemma_.lower()
    if lemma in listed("counting") and (counted := _counted(speaker)) is not None:
        return kind_of(counted)
    if lemma in listed("silent"):
        return "named" if _is_who(speaker) else "thing"
    if lemma in listed("finders"):
        return "finder"
    if lemma in listed("studies") or speaker.lower_ in listed("studies"):
        return "study"
    if lemma in listed("documents"):
        return "document"
    if speaker.ent_type_ == "ORG":
        return "body"
    if speaker.ent_type_ in _NAMES or speaker.pos_ == "PROPN" or speaker.lower_ in _PRONOUNS:
        return "named"
    if lemma in listed("people") or speaker.lower_ in listed("people"):
        return "named"
    if speaker.tag_ == "NN" and speaker.text[:1].isupper() and not any(c.dep_ == "det" for c in speaker.lefts):
        return "named"  # a name that the tagger took for a common noun
    return "named" if _is_who(speaker) else "thing"


def _counted(noun: Token) -> Token | None:
    """Who or what is counted: "a number of writers"."""
    of = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return next((c for c in of.rights if c.dep_ == "pobj"), None) if of.lower_ == "of" and of.head == noun else None


def _is_who(noun: Token) -> bool:
    """Whether a "who" takes a noun up, so that it names somebody: "a firebrand who has vowed to leave"."""
    clauses = (c for c in noun.rights if c.dep_ == "relcl")
    return any(c.lower_ == "who" for clause in clauses for c in clause.lefts)


def phrase(head: Token) -> tuple[int, int]:
    """The tokens that name somebody: the noun with what stands before it, a short "of" phrase, joint speakers."""
    start = end = head.i
    for child in head.lefts:
        if child.dep_ in BEFORE:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        if child.left_edge.i != end + 1:
            break
        if child.dep_ == "prep" and (child.right_edge.i - child.i > 6 or _elsewhere(head, child)):
            break
        if child.dep_ == "prep":
            end = child.right_edge.i
        elif child.dep_ == "cc" or (child.text == "," and _listed(child)):
            end = child.i
        elif child.dep_ == "conj":
            end = phrase(child)[1] - 1
        elif child.dep_ in ("nummod", "compound"):
            end = child.right_edge.i
        else:
            break
    while end > head.i and head.doc[end].dep_ in ("cc", "punct"):
        end -= 1
    if head.pos_ == "NOUN" and end == head.i:
        end = _named_after(head, end)
    while start < head.i and (head.doc[start].is_space or head.doc[start].is_punct):
        start += 1
    return _line_start(head, start), _line_end(head, end + 1)


def _elsewhere(head: Token, preposition: Token) -> bool:
    """Whether a phrase behind a person's name tells where it was said ("said Jane Doe in Oslo"), not who it is."""
    return head.ent_type_ == "PERSON" and preposition.lower_ in ("in", "at", "on", "during")


def _listed(comma: Token) -> bool:
    """Whether a comma parts the members of a list of names ("Norway, Sweden and Finland")."""
    after = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else comma
    return after.pos_ == "PROPN" and any(c.dep_ == "conj" and c.left_edge == after for c in comma.head.rights)


def _line_start(head: Token, start: int) -> int:
    """The start of a phrase within its line and behind a dash: a name does not go on from what stands before them."""
    for token in reversed(head.doc[start : head.i]):
        dash = token.text in ("-", "–", "—") and token.whitespace_ and token.i and token.nbor(-1).whitespace_
        if dash or (token.is_space and "\n" in token.text):
            return token.i + 1
    return start


def _line_end(head: Token, end: int) -> int:
    """The end of a phrase within its line: a name in a headline does not go on in the text."""
    return next((t.i for t in head.doc[head.i + 1 : end] if t.is_space and "\n" in t.text), end)


def _named_after(head: Token, end: int) -> int:
    """The end of "the foreign minister, Jane Doe": the name after a title, where one follows at once."""
    doc, place = head.doc, end + 1
    if place + 1 < len(doc) and doc[place].text == "," and doc[place + 1].ent_type_ == "PERSON":
        end = place + 1
        while end + 1 < len(doc) and doc[end + 1].ent_type_ == "PERSON" and doc[end + 1].ent_iob_ == "I":
            end += 1
    return end
