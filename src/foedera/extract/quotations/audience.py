"""Audience and channel: whom something is told, and on which occasion or through which medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.phrases import phrase
from foedera.extract.quotations.sayings import channels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.drafts import Draft
    from foedera.model import Span

_OUTLET = {"ORG", "WORK_OF_ART"}
_SPOKEN = {"speak", "talk", "address", "write", "testify"}


def read_told(layers: Layers, draft: Draft) -> Span | None:
    """The words that name who is told: the verb's own, or those of its circumstances; None where there are none."""
    cue = draft.cue
    if cue is None:
        return None
    listener = cue.told if cue.told is not None and not _within(cue.told, draft) else None
    listener = listener or next(_listeners(cue.head), None)
    if listener is None or listener.i == (draft.speaker.i if draft.speaker else -1):
        return None
    return layers.span(layers.tokens[slice(*phrase(listener))])


def _within(token: Token, draft: Draft) -> bool:
    return any(a <= token.idx < b for a, b in draft.pieces)


def _listeners(cue: Token) -> Iterator[Token]:
    """Those who are told in a circumstance of the cue: "in an interview with X", "speaking to X", "in The Times"."""
    for head in _governing(cue):
        for child in head.children:
            if child.dep_ in ("advcl", "partmod", "acl") and child.lemma_ in _SPOKEN and child.tag_ == "VBG":
                yield from _objects_of(child, ("to", "with"))
            elif child.dep_ == "prep" and child.lower_ in ("in", "during", "at", "with", "on"):
                yield from _occasion(child)
        for noun in head.children:
            if noun.dep_ == "nsubj":
                yield from (t for p in noun.rights if p.lower_ == "in" for t in p.rights if t.ent_type_ in _OUTLET)


def _governing(cue: Token) -> Iterator[Token]:
    """The cue, and the verbs it is joined to in the same sentence."""
    yield cue
    head = cue
    for _ in range(3):
        if head.dep_ not in ("conj", "advcl") or head.head == head or head.head.pos_ != "VERB":
            return
        head = head.head
        yield head


def _occasion(preposition: Token) -> Iterator[Token]:
    for noun in preposition.rights:
        if noun.dep_ != "pobj":
            continue
        if noun.lemma_.lower() in (
            "interview",
            "briefing",
            "conversation",
            "speech",
            "address",
            "letter",
            "call",
            "article",
            "remark",
            "testimony",
        ):
            yield from _objects_of(noun, ("with", "to", "for", "before"))
        elif preposition.lower_ == "in" and noun.ent_type_ in _OUTLET and noun.text[:1].isupper():
            yield noun


def _objects_of(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    for child in head.rights:
        if child.lower_ in prepositions and child.dep_ in ("prep", "dative"):
            yield from (t for t in child.rights if t.dep_ == "pobj")


def read_channel(layers: Layers, draft: Draft) -> str | None:
    """The occasion or medium that the cue's own clause names: interview, briefing, tweet, decree, article, ..."""
    table = channels()
    if draft.cue is None:
        return None
    head = draft.cue.head
    if (own := table.get(head.lower_)) is not None and head.pos_ == "VERB":
        return own
    if draft.speaker is not None and (paper := table.get(draft.speaker.lemma_.lower())) is not None:
        return paper
    for verb in _governing(head):
        for child in verb.children:
            if child.dep_ in ("prep", "advcl", "npadvmod"):
                near = layers.tokens[child.left_edge.i : min(child.right_edge.i, child.left_edge.i + 12) + 1]
                for token in near:
                    if token.dep_ == "pobj" and not _within(token, draft) and (named := _medium(token, table)):
                        return named
    return None


def _medium(noun: Token, table: dict[str, str]) -> str | None:
    """The channel that a noun names, with the word before it where that tells more ("news conference")."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    return table.get(f"{before} {noun.lower_}") or table.get(noun.lower_)
