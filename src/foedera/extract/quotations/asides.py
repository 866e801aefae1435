"""Asides: what is said before a cue that follows it, or around one that stands in its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.clauses import finite
from foedera.extract.quotations.neighbours import states
from foedera.extract.quotations.sayings import NONE, verbs
from foedera.extract.quotations.tails import CONTRAST

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from foedera.extract.quotations.extents import Range

_PLACE_OF_CUE = {
    "nsubj",
    "dobj",
    "dative",
    "prep",
    "npadvmod",
    "advmod",
    "prt",
    "agent",
    "xcomp",
    "advcl",
    "attr",
    "appos",
}
_FINITE = {"VBD", "VBZ", "VBP"}
_WH = {"WP", "WDT", "WRB", "WP$"}
_REASONS = {"because", "if", "unless"}
_COMMAS = {",", "-", "–", "—"}


def opening(cue: Token) -> list[Range]:
    """The words that open a sentence before a cue in its middle ("As it turns out, he said, talks went on")."""
    first, _ = aside(cue)
    start = cue.left_edge.i
    while start < first and (cue.doc[start].is_punct or cue.doc[start].pos_ == "CCONJ"):
        start += 1
    return [(start, first)] if start < first and cue.doc[first - 1].text == "," else []


def aside(cue: Token) -> Range:
    """The tokens of a cue with its subject, its audience and its circumstances."""
    start, end = cue.i, cue.i + 1
    inverted = any(c.dep_ == "nsubj" for c in cue.rights)
    for child in cue.lefts:
        near = child.right_edge.i < cue.i and child.dep_ not in ("ccomp", "punct", "cc", "parataxis", "dobj")
        near = near and not (inverted and child.dep_ == "nsubj")
        apart = child.dep_ in ("advcl", "prep", "dep", "advmod", "npadvmod") and child.right_edge.nbor().text == ","
        if near and not apart:
            start = min(start, child.left_edge.i)
    for child in cue.rights:
        if child.dep_ in _PLACE_OF_CUE and child.left_edge.lower_ not in _REASONS:
            end = max(end, child.right_edge.i + 1)
    return start, end


def parted(cue: Token) -> list[Range]:
    """What is said before a cue that follows it or stands in its middle ("Talks, he said, would go on")."""
    for child in cue.lefts:
        plain = child.dep_ == "advcl" and finite(child) and child.left_edge.dep_ != "mark"
        if plain or child.dep_ in ("ccomp", "parataxis"):
            return _around(cue, child, child.left_edge.i, max(child.right_edge.i, cue.right_edge.i) + 1)
    if ranges := _as_reported(cue):
        return ranges
    head = cue.head
    while head.dep_ in ("aux", "auxpass"):
        head = head.head
    owned = any(c.dep_ == "nsubj" for c in cue.children)
    if (
        cue.dep_ in ("parataxis", "ccomp", "advcl", "conj", "dep")
        and head != cue
        and owned
        and _free(cue)
        and set_off(cue)
    ):
        return _around(cue, head, head.left_edge.i, head.right_edge.i + 1)
    return []


def before(cue: Token) -> list[Range]:
    """The sentence before ", the ministry said" at the end of one, where the tree does not see it ("..., he said.")."""
    doc, sentence = cue.doc, cue.sent
    comma = next((i for i in range(cue.i - 1, max(sentence.start, cue.i - 9), -1) if doc[i].text == ","), None)
    if comma is None or cue.tag_ not in _FINITE or comma == cue.i - 1 or cue.dep_ == "relcl":
        return []
    name, words = doc[comma + 1 : cue.i], doc[sentence.start : comma]
    closed = cue.i + 1 >= len(doc) or doc[cue.i + 1].text in (".", ",", ";") or doc[cue.i + 1].is_space
    if not closed or any(t.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or t.tag_ in _WH for t in name):
        return []
    return [(sentence.start, comma)] if states(words) else []


def as_reported_by(cue: Token) -> list[Range]:
    """The main clause of "As reported by the agency, talks went on"."""
    doc, end = cue.doc, cue.right_edge.i + 1
    if cue.i == 0 or doc[cue.i - 1].lower_ != "as" or cue.dep_ not in ("advcl", "prep", "acl"):
        return []
    end -= doc[end - 1].text == ","
    after = cue.sent.start == cue.i - 1 and end < len(doc) and doc[end].text == ","
    return [(end + 1, cue.sent.end)] if after else []


def _as_reported(cue: Token) -> list[Range]:
    """The main clause of "As the ministry noted on Friday, talks went on" and of "talks went on, as it noted"."""
    main, doc = cue.head, cue.doc
    if cue.dep_ != "advcl" or cue.left_edge.lower_ != "as" or not any(c.dep_ == "nsubj" for c in cue.lefts):
        return []
    told = "object" in verbs().get(cue.lemma_.lower(), NONE).audience
    if any(
        c.dep_ in ("ccomp", "xcomp", "acomp", "attr", "advcl")
        or (c.dep_ == "dobj" and not told and c.lower_ != "it")  # "as he put it"
        for c in cue.rights
    ):
        return []
    start, end = cue.left_edge.i, cue.right_edge.i + 1
    end -= doc[end - 1].text == ","
    if cue.i < main.i and end < len(doc) and doc[end].text == ",":
        return [(end + 1, main.right_edge.i + 1)]
    if cue.i > main.i and doc[start - 1].text == ",":
        return [(main.left_edge.i, start - 1)]
    return []


def _free(cue: Token) -> bool:
    """Whether no conjunction opens the cue's clause; "as" may, where nothing follows the cue ("as he put it")."""
    marks = [
        c.lower_
        for c in cue.lefts
        if c.dep_ in ("mark", "advmod") and c.lower_ in (*CONTRAST, "if", "because", "that", "like")
    ]
    return not marks or (marks == ["as"] and all(c.dep_ in ("punct", "npadvmod", "advmod") for c in cue.rights))


def set_off(cue: Token) -> bool:
    """Whether a cue and its subject stand between commas or dashes, or before the end, as an aside does."""
    start, end = aside(cue)
    doc = cue.doc
    if any(c.tag_ == "MD" for c in cue.lefts) or any(t.is_quote for t in doc[start:end]):
        return False
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else "."
    return before in _COMMAS and (after in _COMMAS or after in (".", ";"))


def _around(cue: Token, main: Token, start: int, end: int) -> list[Range]:
    """The tokens of `[start, end)` before an aside and those after it; `main` is the verb of what is said."""
    first, last = aside(cue)
    if start < first and not wordy(cue.doc, (start, first)):
        start = cue.sent.start
    before, after = (start, first), (last + 1, end)
    if (
        last >= end - 1
        or cue.doc[last].text != ","
        or (start < first and main.i < first and _complete(cue.doc, before, after))
    ):
        return [before] if start < first else []
    return [before, after] if start < first else [after]


def around_phrase(according: Token) -> list[Range]:
    """The clause that an "according to" stands in, without it; the whole sentence where it closes one."""
    doc = according.doc
    first, last = according.left_edge.i, according.right_edge.i + 1
    verb = according.head
    if verb.left_edge == according.left_edge and verb.i == last:
        # "according to a poll released on Sunday": the participle belongs to the source.
        last, verb = verb.right_edge.i + 1, verb.head
    while verb.head != verb and (verb.pos_ not in ("VERB", "AUX") or (_ends(doc, last) and verb.dep_ != "relcl")):
        verb = verb.head
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    start += doc[start].lower_ == "that" and doc[start].dep_ == "mark"
    before, after = (start, min(first, end)), (max(last, start), end)
    pieces = [piece for piece in (before, after) if piece[0] < piece[1] and wordy(doc, piece)]
    return pieces[:1] if len(pieces) == 2 and _complete(doc, before, after) else pieces


def _ends(doc: Doc, place: int) -> bool:
    return place >= len(doc) or doc[place].text in ".;!?"


def _complete(doc: Doc, before: Range, after: Range) -> bool:
    """Whether the words before an aside are a clause, and those after it a remark or a clause of their own."""
    first = next((t for t in doc[after[0] : after[1]] if not t.is_punct and not t.is_space), None)
    if first is None or not any(finite(t) for t in doc[before[0] : before[1]]):
        return False
    return first.pos_ in ("CCONJ", "ADP", "DET") or first.tag_ in ("WDT", "WP", "VBG") or first.lower_ in CONTRAST


def wordy(doc: Doc, piece: Range) -> bool:
    """Whether some tokens are more than a conjunction, a relative pronoun or a mark."""
    return any(t.pos_ not in ("CCONJ", "SCONJ", "PUNCT", "SPACE", "PRON", "DET") for t in doc[piece[0] : piece[1]])
