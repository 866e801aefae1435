"""Tails: where the report's own remarks begin behind what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.grammar import infinitive
from foedera.extract.quotations.sayings import channels, verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTRAST = {"while", "although", "though", "whereas", "despite", "even", "as", "after", "before", "when", "since"}
"""Words that open a remark of the report behind what is said."""

CONCESSION = {"although", "though", "while", "whereas", "despite", "even"}
"""Those that set against what is said what somebody else says or does."""

_COMMAS = {",", "-", "–", "—"}
_WHEN = {"ADP", "PROPN", "NOUN", "NUM", "DET", "ADV", "PUNCT", "SPACE"}
_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_CLOSERS = {"”", '"', "''", "’"}


def without_tail(doc: Doc, start: int, end: int, cues: frozenset[int]) -> int:
    """Where the content ends when the report's own remarks after it are left out.

    After a comma these are "which ..." clauses, explanations ("a move that ..."), contrasts ("although ...") and
    coordinated clauses with a cue of their own; without one, a second verb of the report ("... but warned").
    """
    content = _verb_of_content(doc, start)
    tense = _tense_of_report(content)
    for place in range(start + 1, end - 1):
        token = doc[place]
        if token.is_space and "\n" in token.text:
            return place
        if token.text in _COMMAS and (_tail(doc[place + 1], start, end, cues) or _closed_by(doc, place, end, cues)):
            return place
        if token.dep_ == "cc" and _second_verb(token, start, cues, content, tense):
            return place
        if token.text in _CLOSERS and place > start + 1 and not place < content.i < end:
            parted = doc[place - 1].text in (",", ".") and _after_quote(doc[place + 1])
            parted = parted and not _said_too(doc[place + 1], end, cues)
            if parted or (token.whitespace_ and circumstance(doc[place + 1])):
                return place + 1
    return end


def circumstance(token: Token) -> bool:
    """Whether a word after quoted words opens when or where they were said ("... at a rally", "as he left")."""
    if token.lower_ == "as":
        return token.dep_ == "mark" and any(c.dep_ == "nsubj" for c in token.head.lefts)
    if token.lower_ not in ("in", "at", "during", "on"):
        return False
    dated = token.lower_ == "on"
    return any(c.dep_ == "pobj" and (c.lower_ in channels() or (dated and c.ent_type_ == "DATE")) for c in token.rights)


def _after_quote(token: Token) -> bool:
    """Whether a word after quoted words and their comma opens a remark of the report ("...," referring to ...)."""
    apposition = token.tag_ == "NN" and token.dep_ in ("npadvmod", "appos")  # '"...," part of an attack'
    return (
        apposition
        or token.pos_ == "ADP"
        or token.tag_ in ("VBG", "WDT", "WP")
        or token.lower_ in ("according", *CONTRAST)
    )


def _verb_of_content(doc: Doc, start: int) -> Token:
    """The verb of a clause that is said, which stands under its cue; the top of the sentence where none does."""
    verb = doc[start]
    for _ in range(30):
        if verb.dep_ in ("ccomp", "xcomp") or verb.head == verb:
            break
        verb = verb.head
    return verb


def _tense_of_report(verb: Token) -> bool:
    """Whether a clause in the present or future stands under a cue in the past, so that tense tells them apart."""
    tags = {verb.tag_, *(c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass"))}
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and not tags & {"VBD", "VBN"}


def _second_verb(conjunction: Token, start: int, cues: frozenset[int], content: Token, tense: bool) -> bool:
    """Whether a conjunction adds a second verb of the report: one without a subject, in the tense of the cue.

    It is a cue itself, or stands behind a comma, or follows a verb that is not in the past under a cue that is.
    """
    first = conjunction.head
    second = next((c for c in first.rights if c.dep_ == "conj" and c.i > conjunction.i), None)
    if first.i < start or second is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in second.lefts):
        return False
    form = next((c.tag_ for c in second.lefts if c.dep_ in ("aux", "auxpass")), second.tag_)
    if form in ("VBD", "VBZ") and infinitive(content) and content.dep_ == "xcomp" and content.head.tag_ in _FINITE:
        return True  # "vowed to leave and praised the court": what is vowed is not finite
    if form == "VBD" and (second.i in cues or (tense and first.tag_ != "VBD")):
        return True
    agrees = content.dep_ in ("ccomp", "xcomp") and content.head.tag_ == form
    if form == "VBG":
        return agrees and second.i in cues
    other = form == "VBZ" and first.tag_ == "VBD"
    return agrees and form in ("VBD", "VBZ") and (other or second.i in cues or conjunction.nbor(-1).text == ",")


def _tail(first: Token, start: int, end: int, cues: frozenset[int]) -> bool:
    """Whether the words after a comma, up to the end, are a remark of the report."""
    head = first
    while (
        head.left_edge.i >= first.i
        and head.head.i >= first.i
        and head.head != head
        and head.head.left_edge.i >= first.i
    ):
        head = head.head
    if head.right_edge.i < end - 2:
        return False
    if head.dep_ == "relcl":
        return first.tag_ in ("WDT", "WP", "WRB", "WP$")
    if head.dep_ in ("appos", "npadvmod", "conj") and first.tag_ in ("DT", "NN") and head.pos_ in ("NOUN", "PRON"):
        return head.dep_ != "conj" and not any(c.dep_ == "cc" for c in head.rights)  # a list goes on
    if head.dep_ == "prep" and first.lower_ == "with":
        return any(c.dep_ == "pcomp" and c.tag_ == "VBG" and any(c.lefts) for c in head.rights)
    if head.dep_ == "advcl" and first.lower_ in CONCESSION:
        return not _said_too(first, end, cues)
    if head.dep_ == "advcl":
        return head.tag_ == "VBG" and _says(head)
    return head.dep_ == "conj" and head.i in cues and any(c.dep_ == "nsubj" for c in head.lefts)


def _said_too(first: Token, end: int, cues: frozenset[int]) -> bool:
    """Whether a contrast holds quoted words and no cue of its own: '"hard," while it is "a start"'."""
    rest = first.doc[first.i : end]
    return first.lower_ in CONCESSION and any(t.is_quote for t in rest) and not any(t.i in cues for t in rest)


def _says(verb: Token) -> bool:
    saying = verbs().get(verb.lemma_.lower())
    return saying is not None and set(saying.frames) != {"that"}


def _closed_by(doc: Doc, comma: int, end: int, cues: frozenset[int]) -> bool:
    """Whether only somebody who passes it on follows a comma ("..., the agency reported on Friday")."""
    for place in range(comma + 2, min(end, comma + 10)):
        if doc[place].pos_ in ("VERB", "AUX"):
            rest = doc[place + 1 : end]
            return place in cues and len(rest) <= 4 and all(t.pos_ in _WHEN for t in rest)
        if doc[place].is_punct:
            return False
    return False
