"""Frames: how the words that are said hang on the verb or noun of saying, read from the tree.

Each rule looks at the children to the right of a cue and gives the token with which the content starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Token

    from foedera.extract.quotations.sayings import Saying

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_OBJECT = {"dobj", "dative", "obj"}
_LATER = {"advcl", "parataxis", "conj", "cc", "punct", "ccomp", "npadvmod"}
_ASIDE = {"while", "although", "though", "after", "before", "when", "as", "since", "until", "even"}


def finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries is finite."""
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def infinitive(verb: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(c.tag_ == "TO" for c in verb.lefts)


def _objects(cue: Token) -> Iterator[Token]:
    return (c for c in cue.rights if c.dep_ in _OBJECT)


def told(cue: Token, saying: Saying) -> Token | None:
    """The head of the phrase that names who is told, None where there is none."""
    if "object" in saying.audience:
        return next(_objects(cue), None)
    if "to" in saying.audience:
        for child in cue.rights:
            if child.lower_ == "to" and child.dep_ in ("prep", "dative"):
                return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _edge(clause: Token) -> Token:
    """The first word of a clause, "that" and "for" left out."""
    first = clause.left_edge
    while first.i < clause.i and (
        first.is_punct or first.is_space or (first.lower_ in ("that", "for") and first.dep_ in ("mark", "prep"))
    ):
        first = first.nbor()
    return first


def _clause(cue: Token) -> Token | None:
    for child in cue.rights:
        if child.dep_ in ("ccomp", "advcl", "acl", "relcl") and (finite(child) or child.pos_ not in ("VERB", "AUX")):
            mark = next((c.lower_ for c in child.lefts if c.dep_ == "mark"), None)
            if (
                child.dep_ == "ccomp"
                or mark == "that"
                or (mark in ("whether", "if") and child.dep_ == "advcl" and mark != "if")
            ):
                return _edge(child)
    return None


def _to(cue: Token) -> Token | None:
    for child in cue.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl") and infinitive(child):
            return child.left_edge
    return None


def _ing(cue: Token) -> Token | None:
    for child in cue.rights:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG":
            return child.left_edge
    return None


def _object_to(cue: Token) -> Token | None:
    for child in cue.rights:
        if child.dep_ == "ccomp" and infinitive(child):
            return child.left_edge
    thing = next(_objects(cue), None)
    if thing is not None and any(c.dep_ in ("xcomp", "advcl") and infinitive(c) for c in cue.rights):
        return thing.left_edge
    return None


def _object(cue: Token) -> Token | None:
    thing = next(_objects(cue), None)
    return thing.left_edge if thing is not None and thing.pos_ != "PRON" else None


def _predicate(cue: Token) -> Token | None:
    for child in cue.rights:
        if child.dep_ in ("oprd", "ccomp") and not infinitive(child) and not finite(child):
            thing = next(_objects(cue), None)
            if thing is None:
                subject = next((c for c in child.lefts if c.dep_ == "nsubj"), None)
                return _after(subject) if subject is not None and subject.pos_ == "PRON" else child.left_edge
            return thing.left_edge if thing.pos_ != "PRON" else child.left_edge
    return None


def _after(token: Token) -> Token:
    return token.doc[token.right_edge.i + 1] if token.right_edge.i + 1 < len(token.doc) else token


def _object_with(preposition: str) -> Callable[[Token], Token | None]:
    def rule(cue: Token) -> Token | None:
        thing = next(_objects(cue), None)
        if thing is None:
            return None
        for child in (*cue.rights, *thing.rights):
            if child.dep_ in ("prep", "advcl") and (
                child.lower_ == preposition or any(c.lower_ == preposition and c.dep_ == "mark" for c in child.lefts)
            ):
                return thing.left_edge if thing.pos_ != "PRON" else _after_preposition(child)
        return None

    return rule


def _after_preposition(child: Token) -> Token | None:
    inner = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp", "amod", "prep", "ccomp")), None)
    return inner.left_edge if inner is not None else None


def _with(preposition: str) -> Callable[[Token], Token | None]:
    def rule(cue: Token) -> Token | None:
        for child in cue.rights:
            if child.dep_ in ("prep", "prt", "dative") and child.lower_ == preposition:
                return _after_preposition(child)
            if (
                child.dep_ in ("advcl", "ccomp", "xcomp")
                and child.left_edge.lower_ == preposition
                and child.left_edge.i > cue.i
            ):
                return _edge(child)
        return None

    return rule


_RULES: dict[str, Callable[[Token], Token | None]] = {
    "clause": _clause,
    "object-to": _object_to,
    "predicate": _predicate,
    **{f"object-{p}": _object_with(p) for p in ("as", "of", "for", "against", "about", "on")},
    "to": _to,
    "ing": _ing,
    **{p: _with(p) for p in ("for", "of", "about", "against", "on", "at")},
    "to-object": _with("to"),
    "object": _object,
}
"""In the order in which they are tried: a clause says more than an object."""


def content_start(cue: Token, saying: Saying) -> tuple[str, Token] | None:
    """The frame that holds of a cue, and the first token of what is said; None where none holds."""
    for frame, rule in _RULES.items():
        if frame in saying.frames:
            start = rule(cue)
            if start is not None and start.i > cue.i:
                return frame, start
    return None


def content_end(cue: Token, start: Token) -> int:
    """The index after the last token of the content that starts there: the rest of the cue's own clause."""
    end = start.i + 1
    for child in cue.rights:
        if child.right_edge.i < start.i:
            continue
        if child.i > start.i and child.left_edge.i >= end and _aside(child):
            break
        if child.dep_ not in ("punct", "cc", "conj"):
            end = max(end, child.right_edge.i + 1)
    return end


def _aside(child: Token) -> bool:
    """A part of the report's own sentence after what is said: a second verb, a clause of time or contrast."""
    if child.dep_ in ("cc", "conj", "parataxis"):
        return True
    if child.dep_ == "npadvmod":
        return True
    if child.dep_ == "advcl":
        return child.left_edge.lower_ in _ASIDE or child.tag_ == "VBG"
    return child.lower_ == "according"


def fronted(cue: Token) -> list[tuple[int, int]]:
    """What is said before a cue that follows it or stands in its middle ("Talks, he said, would go on")."""
    for child in cue.lefts:
        if child.dep_ == "ccomp" or (
            child.dep_ in ("parataxis", "advcl") and finite(child) and child.pos_ in ("VERB", "AUX")
        ):
            return _both_sides(cue, child.left_edge.i, max(child.right_edge.i, cue.right_edge.i) + 1)
    head = cue.head
    if cue.dep_ in ("parataxis", "ccomp", "advcl", "conj") and head != cue and _set_off(cue):
        return _both_sides(cue, head.left_edge.i, head.right_edge.i + 1)
    return []


def _set_off(cue: Token) -> bool:
    """Whether a cue and its subject stand between commas or dashes, or before the end, as an aside does."""
    start, end = _aside_range(cue)
    doc = cue.doc
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else "."
    return before in {",", "-", "–", "—"} and after in {",", ".", "-", "–", "—", ";"}


def _aside_range(cue: Token) -> tuple[int, int]:
    """The tokens of a cue with its subject, audience and circumstances."""
    start, end = cue.i, cue.i + 1
    for child in cue.lefts:
        if (
            child.dep_ in ("nsubj", "aux", "advmod", "neg", "mark", "auxpass", "nsubjpass", "npadvmod")
            and child.right_edge.i < cue.i
        ):
            start = min(start, child.left_edge.i)
    for child in cue.rights:
        if child.dep_ in (
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
        ):
            end = max(end, child.right_edge.i + 1)
    return start, end


def _both_sides(cue: Token, start: int, end: int) -> list[tuple[int, int]]:
    """The tokens of `[start, end)` before an aside and those after it."""
    first, last = _aside_range(cue)
    pieces = [(start, first)] if start < first else []
    if last < end - 1 and cue.doc[last].text == ",":
        pieces.append((last + 1, end))
    return pieces


def around(according: Token) -> list[tuple[int, int]]:
    """The clause that an "according to" stands in, without it."""
    first, last = according.left_edge.i, according.right_edge.i + 1
    verb = according.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    pieces = [(a, b) for a, b in ((start, min(first, end)), (max(last, start), end)) if a < b]
    return [piece for piece in pieces if _wordy(according.doc, piece)]


def _wordy(doc: Doc, piece: tuple[int, int]) -> bool:
    """Whether some tokens are more than a conjunction, a relative pronoun or a mark."""
    return any(t.pos_ not in ("CCONJ", "SCONJ", "PUNCT", "SPACE", "PRON", "DET") for t in doc[piece[0] : piece[1]])
