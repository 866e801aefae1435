"""Who is the subject of a verb of saying, and which words name him."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
_RELATIVE = {"who", "which", "that"}
_INSIDE = {"compound", "det", "amod", "nmod", "poss", "nummod", "case", "quantmod", "advmod", "predet", "neg", "punct"}


def verbal(token: Token) -> bool:
    """Whether a word is used as a verb."""
    return token.tag_ in _VERBAL and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN")


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The head of the phrase that says it: its own subject, an agent, or that of the verb that governs it."""
    if any(c.dep_ in ("auxpass",) for c in verb.lefts) or any(c.dep_ == "agent" for c in verb.rights):
        return _agent(verb)
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj"):
            return _antecedent(child, verb)
    if depth > 4:
        return None
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj":
        return subject_of(head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl", "pobj"):
        if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return head
        return _governor(verb, depth)
    return None


def _governor(verb: Token, depth: int) -> Token | None:
    head = verb.head
    while head.pos_ in ("ADP", "SCONJ", "PART", "ADJ") and head.head != head:
        head = head.head
    if head.pos_ in ("NOUN", "PROPN") and head.head != head:
        poss = next((c for c in head.lefts if c.dep_ == "poss"), None)
        if poss is not None:
            return poss
        head = head.head
    if verb.dep_ == "xcomp":
        thing = next((c for c in head.rights if c.dep_ == "dobj" and c.i < verb.i), None)
        if thing is not None and head.lemma_ not in ("use", "take"):
            return thing
    if head == verb or head.pos_ not in ("VERB", "AUX"):
        return None
    passive = next((c for c in head.lefts if c.dep_ == "nsubjpass"), None)
    return passive if passive is not None else subject_of(head, depth + 1)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    if subject.lower_ in _RELATIVE and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return subject


def phrase(head: Token) -> tuple[int, int]:
    """The token range of the words that name somebody: the noun with what stands before it and a short "of" phrase."""
    start = end = head.i
    for child in head.lefts:
        if child.dep_ in _INSIDE:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        near = child.left_edge.i == end + 1
        if (
            near
            and child.dep_ == "prep"
            and child.lower_ in ("of", "for", "in", "at", "from", "on")
            and child.right_edge.i - child.i <= 6
        ):
            end = child.right_edge.i
        elif near and child.dep_ == "cc":
            end = child.i
        elif near and child.dep_ == "conj":
            end = phrase(child)[1] - 1
        elif (
            near
            and child.dep_ in ("case", "appos", "nummod", "flat", "compound")
            and not child.is_punct
            and child.dep_ != "appos"
        ):
            end = child.right_edge.i
        else:
            break
    while end > head.i and head.doc[end].dep_ == "cc":
        end -= 1
    return start, end + 1
