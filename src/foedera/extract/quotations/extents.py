"""Extents: where the words that are said end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.clauses import lost_subject
from foedera.extract.quotations.phrases import phrase
from foedera.extract.quotations.sayings import NONE, verbs
from foedera.extract.quotations.tails import CONTRAST, circumstance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Tokens `[first, last)`."""

_TIMES = {"DATE", "TIME"}
_CIRCUMSTANCES = {"after", "before", "despite", "through"}
_QUOTED = frozenset({"quoted"})


def content_end(cue: Token, start: Token) -> int:
    """The index after the last token of the content that starts there: the rest of the cue's own clause."""
    end = start.i + 1
    for child in cue.rights:
        if child.right_edge.i < start.i:
            continue
        if child.left_edge.i >= end and child.i > start.i and child.dep_ == "conj" and _said_as_well(child):
            return child.right_edge.i + 1
        if child.left_edge.i >= end and child.i > start.i and child.dep_ != "cc" and _report_goes_on(child):
            break
        if child.dep_ not in ("punct", "cc", "conj"):
            end = max(end, child.right_edge.i + 1)
    return end


def object_end(cue: Token, start: Token) -> int:
    """The same for an object: when and how it was said is no part of it ("rejected the offer on Tuesday")."""
    end = content_end(cue, start)
    thing = next((c for c in cue.rights if c.left_edge.i <= start.i <= c.right_edge.i), None)
    if thing is None or any(c.dep_ == "ccomp" for c in cue.rights):
        return end
    apart = (c for c in cue.rights if thing.i < c.i < end and c.left_edge.i > thing.right_edge.i and _of_the_saying(c))
    return next((c.left_edge.i for c in apart), end)


def _of_the_saying(child: Token) -> bool:
    """Whether a part behind an object tells when or how it was said: "in May", "after the vote"."""
    first = child.left_edge.lower_
    if child.dep_ == "advcl":
        return first in CONTRAST
    if child.dep_ != "prep":
        return False
    return first in _CIRCUMSTANCES or any(c.ent_type_ in _TIMES for c in child.rights if c.dep_ == "pobj")


def of_noun(cue: Token, start: Token) -> int:
    """The same for a noun: the clause may hang on its speaker, or on the "be" that it is the subject of."""
    end = content_end(cue, start)
    if end > start.i + 1:
        return end
    clause = start
    while clause.head.i > start.i:
        clause = clause.head
    return max(end, clause.right_edge.i + 1)


def _said_as_well(clause: Token) -> bool:
    """Whether a clause that the tree joins to a cue is said too ("and that ...", "..., but he is “ready”")."""
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts) or lost_subject(clause):
        return True
    subject = next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(f != _QUOTED for f in verbs().get(clause.lemma_.lower(), NONE).frames.values()):
        return False
    words = clause.doc[clause.left_edge.i : clause.right_edge.i + 1]
    return any(t.is_quote for t in words) and (subject.pos_ == "PRON" or words[0].is_quote)


def sentence_end(doc: Doc, start: int) -> int:
    """The index after the last token of the sentence that a token stands in, by its marks alone."""
    for place in range(start, min(len(doc), start + 120)):
        if doc[place].text in (".", "!", "?", ";") or (doc[place].is_space and "\n" in doc[place].text):
            return place
    return min(len(doc), start + 120)


def _report_goes_on(child: Token) -> bool:
    """Whether a part after the content belongs to the report's own sentence: a second verb, a time, a contrast."""
    if child.dep_ in ("cc", "conj", "parataxis", "npadvmod"):
        return True
    if child.dep_ == "advcl":
        return child.left_edge.lower_ in CONTRAST or child.tag_ == "VBG"
    if child.lower_ in ("before", "after"):
        return any(c.tag_ == "VBG" for c in child.rights)
    return child.lower_ == "according" or (child.dep_ == "prep" and circumstance(child))


def up_to(speaker: Token, cue: Token, start: int, end: int) -> Range:
    """A range before a cue without the words that name the speaker, which the parser may take for a part of it."""
    if start < speaker.i < end <= cue.i:
        return start, phrase(speaker)[0]
    return start, end


def cut_off(speaker: Token, cue: Token) -> bool:
    """Whether a dash or a line break parts a subject from its verb, as after a dateline."""
    between = cue.doc[speaker.i + 1 : cue.i]
    dashes = sum(1 for t in between if t.text in ("—", "–", "--"))
    return dashes == 1 or any(t.is_space and "\n" in t.text for t in between)
