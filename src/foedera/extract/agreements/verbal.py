"""Deals that a text tells of without a word for them: "agreed to exchange prisoners", "agreed on a sea border",
"concluded talks on their fishing limits"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.edges import left_edge, right_edge
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.phrases import Phrase
from foedera.extract.agreements.words import content
from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup


_AGREED = frozenset({"agree", "agreed", "agrees", "agreeing"})
_TALKS = frozenset({"negotiations", "talks"})
_ON = frozenset({"on", "upon"})


def verbal(lookup: Lookup) -> Iterator[Phrase]:
    """A phrase for each verb with its object that is itself a deal, whether or not one is called so, and for each
    matter that is settled by agreeing on it."""
    for token in lookup.words(_AGREED | _TALKS):
        if token.lower_ in _AGREED or _is_concluded(token):
            yield from _matter(lookup, token)
    for noun in lookup.words(_objects()):
        verb = noun.head
        kind = _deals().get((verb.lemma_.lower(), noun.lower_)) if noun.dep_ == "dobj" else None
        if kind is not None and verb.i < noun.i and (kind == "exchange" or _is_agreed(verb)):
            yield _phrase(verb, noun, kind)


def _is_concluded(talks: Token) -> bool:
    """Whether talks are said to have led to something: "concluded negotiations on their border"."""
    return talks.dep_ in {"dobj", "nsubjpass"} and talks.head.lemma_.lower() in words(
        "en", "agreements_parties", "completing"
    )


def _matter(lookup: Lookup, above: Token) -> Iterator[Phrase]:
    """What is agreed on, or was talked about, where no noun calls it an agreement."""
    settled = words("en", "agreements_parties", "settled")
    for preposition in above.children:
        if preposition.lower_ not in _ON or preposition.dep_ != "prep":
            continue
        for noun in grammar.children(preposition, "pobj"):
            if noun.lower_ in settled:
                start, end = left_edge(noun, lookup.sentence(noun).start), right_edge(noun)
                inside = noun.doc[start:end]
                if not any(vocabulary().noun(t.lower_) for t in inside):
                    known = frozenset(t.lower_ for t in inside)
                    topics = content(inside)
                    named = vocabulary().singular["arrangement"]
                    yield Phrase(noun, named, start, end, "bare", topics=topics, words=known, told=True)


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
