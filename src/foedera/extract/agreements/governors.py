"""The verbs and nouns that act on an agreement, and the place that it has with them: their object, or a preposition."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.progress import tells
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_LISTED = 16  # tokens between a plural and its examples

_nouns = functools.partial(words, "en", "agreements_parties", "nouns")


def governors(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs and nouns that act on an agreement, and the place it has with them: object or a preposition."""
    first = head
    among = _among(first)
    for _ in range(4):
        if first.dep_ not in {"conj", "appos"}:
            break
        first = first.head
        among = among or _among(first)
    first = _listed(first) or among or first
    above = first.head
    if first.dep_ == "dobj" or (first.dep_ == "nsubjpass" and above.pos_ == "VERB"):
        yield above, "object"
    elif first.dep_ == "pobj" and above.dep_ in {"prep", "agent", "prt"}:
        yield from _over(above)
    for child in first.children:
        if child.dep_ in {"relcl", "acl"}:
            yield from ((verb, "object") for verb in _chain(child) if first in grammar.objects(verb))
        elif child.dep_ == "prep" and child.lower_ == "with":  # "a pact with Peru, which was signed": Peru is not
            below = (c for t in grammar.children(child, "pobj") for c in grammar.children(t, "relcl"))
            yield from ((verb, "object") for verb in below if tells(verb, "dating") and grammar.is_passive(verb))


def is_doing(governor: Token, place: str) -> bool:
    """Whether a noun says what is done with an agreement: "the signing of the pact", "a party to the pact"."""
    return governor.pos_ in {"NOUN", "PROPN"} and place != "object" and governor.lemma_.lower() in _nouns()


def _listed(head: Token) -> Token | None:
    """The plural that a list of examples belongs to: "agreements signed by Chile and Peru, such as [the treaty]"."""
    if head.dep_ == "pobj" and head.head.lower_ in {"as", "including", "like"}:
        above = head.head.head
        for _ in range(5):  # the tree may hang the list on the last word before it
            if vocabulary().noun(above.lower_):
                return above
            above = above.head
    return None


def _among(head: Token) -> Token | None:
    """The plural that "among them" counts an agreement to: "old treaties, among them [the treaty]"."""
    doc, i = head.doc, head.i
    for token in head.children:
        if token.lower_ != "among" or not -_LISTED <= token.i - i < _LISTED:
            continue
        if doc[token.i + 1 : token.i + 2].text.lower() == "them":
            before = doc[max(head.sent.start, min(token.i, i) - _LISTED) : min(token.i, i)]
            return next((t for t in reversed(before) if vocabulary().plural.get(t.lower_)), None)
    return None


def _over(preposition: Token) -> Iterator[tuple[Token, str]]:
    """What a preposition hangs on, and what that hangs on: "suspended compliance with", "pulled out of"."""
    governor, place = preposition.head, preposition.lower_
    if governor.lower_ == "according":
        return  # "signed a deal, according to a statement"
    yield governor, place
    if governor.dep_ in {"prep", "prt", "advmod"}:
        yield governor.head, place
    for _ in range(3):
        if not is_doing(governor, place):
            return
        if governor.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            yield governor.head, "owner"
        if governor.dep_ != "pobj" or governor.head.head.pos_ != "NOUN":
            return
        governor = governor.head.head
        yield governor, place


def _chain(verb: Token) -> Iterator[Token]:
    """A verb and the infinitives that hang on it: "are planning to sign"."""
    for _ in range(4):
        yield verb
        below = grammar.children(verb, "xcomp")
        if not below:
            return
        verb = below[0]
