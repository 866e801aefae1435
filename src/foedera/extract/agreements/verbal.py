"""Deals that a text tells of by their verb alone: "agreed to exchange prisoners", "will stop fighting"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.phrases import Phrase
from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup


def verbal(lookup: Lookup) -> Iterator[Phrase]:
    """A phrase for each verb with its object that is itself a deal, whether or not one is called so."""
    for noun in lookup.words(_objects()):
        verb = noun.head
        kind = _deals().get((verb.lemma_.lower(), noun.lower_)) if noun.dep_ == "dobj" else None
        if kind is not None and verb.i < noun.i and (kind == "exchange" or _is_agreed(verb)):
            yield _phrase(verb, noun, kind)


def _phrase(verb: Token, noun: Token, kind: str) -> Phrase:
    known = frozenset(t.lower_ for t in noun.doc[verb.i : noun.i + 1])
    topics = frozenset({"prisoner"} if kind == "exchange" else ())
    return Phrase(noun, vocabulary().singular[kind], verb.i, noun.i + 1, "bare", topics=topics, words=known, told=True)


def _is_agreed(verb: Token) -> bool:
    """Whether it is what some agreed on: "agreed to stop fighting"; what stops of itself is no deal."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "agree" and not grammar.children(verb.head, "dobj")


@functools.cache
def _deals() -> Mapping[tuple[str, str], str]:
    """What a verb and its object are: ("swap", "prisoners") an exchange."""
    groups = load("en", "agreements_parties")["verbal"]
    return {(v, o): group["is"] for group in groups for v in group["verbs"] for o in group["objects"]}


@functools.cache
def _objects() -> frozenset[str]:
    return frozenset(noun for _, noun in _deals())
