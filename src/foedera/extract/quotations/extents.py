"""Extents: where the words that are said end, and where they stand before or around their cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.frames import finite
from foedera.extract.quotations.sayings import NONE, channels, verbs
from foedera.extract.quotations.subjects import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Tokens `[first, last)`."""

_CONTRAST = {"while", "although", "though", "whereas", "despite", "even", "as", "after", "before", "when", "since"}
_PLACE_OF_CUE = (
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
)
_CONCESSION = {"although", "though", "while", "whereas", "despite"}
_QUOTED = frozenset({"quoted"})
_REASONS = {"because", "if", "unless"}
_COMMAS = {",", "-", "–", "—"}
_WHEN = {"ADP", "PROPN", "NOUN", "NUM", "DET", "ADV", "PUNCT", "SPACE"}
_CLOSERS = {"”", '"', "''", "’"}


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


def _said_as_well(clause: Token) -> bool:
    """Whether a clause that the tree joins to a cue is said too: its words are quoted ("..., but he is “ready”")."""
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
        return child.left_edge.lower_ in _CONTRAST or child.tag_ == "VBG"
    return child.lower_ == "according" or (child.dep_ == "prep" and _circumstance(child))


def opening(cue: Token) -> list[Range]:
    """The words that open a sentence before a cue in its middle ("As it turns out, he said, talks went on")."""
    first, _ = aside(cue)
    start = cue.left_edge.i
    while start < first and (cue.doc[start].is_punct or cue.doc[start].pos_ == "CCONJ"):
        start += 1
    return [(start, first)] if start < first and cue.doc[first - 1].text == "," else []


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
        if token.text in _CLOSERS and place > start + 1:
            parted = doc[place - 1].text in (",", ".") and _after_quote(doc[place + 1])
            if parted or (token.whitespace_ and _circumstance(doc[place + 1])):
                return place + 1
    return end


def _circumstance(token: Token) -> bool:
    """Whether a word after quoted words opens when or where they were said ("... at a rally", "as he left")."""
    if token.lower_ == "as":
        return token.dep_ == "mark" and any(c.dep_ == "nsubj" for c in token.head.lefts)
    if token.lower_ not in ("in", "at", "during", "on"):
        return False
    dated = token.lower_ == "on"
    return any(c.dep_ == "pobj" and (c.lower_ in channels() or (dated and c.ent_type_ == "DATE")) for c in token.rights)


def _after_quote(token: Token) -> bool:
    """Whether a word after quoted words and their comma opens a remark of the report ("...," referring to ...)."""
    return token.pos_ == "ADP" or token.tag_ in ("VBG", "WDT", "WP") or token.lower_ in ("according", *_CONTRAST)


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
    if head.dep_ == "advcl":
        return first.lower_ in (*_CONCESSION, "even") or (head.tag_ == "VBG" and head.lemma_.lower() in verbs())
    return head.dep_ == "conj" and head.i in cues and any(c.dep_ == "nsubj" for c in head.lefts)


def _closed_by(doc: Doc, comma: int, end: int, cues: frozenset[int]) -> bool:
    """Whether only somebody who passes it on follows a comma ("..., the agency reported on Friday")."""
    for place in range(comma + 2, min(end, comma + 10)):
        if doc[place].pos_ in ("VERB", "AUX"):
            rest = doc[place + 1 : end]
            return place in cues and len(rest) <= 4 and all(t.pos_ in _WHEN for t in rest)
        if doc[place].is_punct:
            return False
    return False


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


def _as_reported(cue: Token) -> list[Range]:
    """The main clause of "As the ministry noted on Friday, talks went on" and of "talks went on, as it noted"."""
    main, doc = cue.head, cue.doc
    if cue.dep_ != "advcl" or cue.left_edge.lower_ != "as" or not any(c.dep_ == "nsubj" for c in cue.lefts):
        return []
    told = "object" in verbs().get(cue.lemma_.lower(), NONE).audience
    if any(
        c.dep_ in ("ccomp", "xcomp", "acomp", "attr", "advcl") or (c.dep_ == "dobj" and not told) for c in cue.rights
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
        if c.dep_ in ("mark", "advmod") and c.lower_ in (*_CONTRAST, "if", "because", "that")
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
    return first.pos_ in ("CCONJ", "ADP", "DET") or first.tag_ in ("WDT", "WP", "VBG") or first.lower_ in _CONTRAST


def wordy(doc: Doc, piece: Range) -> bool:
    """Whether some tokens are more than a conjunction, a relative pronoun or a mark."""
    return any(t.pos_ not in ("CCONJ", "SCONJ", "PUNCT", "SPACE", "PRON", "DET") for t in doc[piece[0] : piece[1]])
