"""When a step was taken at something that is dated elsewhere: "the summit on 12 August", "at the summit"; "Parliament
passed the pact. The vote on 4 May was close".
"""

from __future__ import annotations

import functools
from itertools import islice
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.extract.dating_ties import head_of, near, stands_with
from foedera.extract.realis import lends_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model.records import Stage

_AT = ("at", "during", "in", "on")
_POINTS_BACK = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_REACH = 300  # tokens that "the summit" looks back
_TOLD = frozenset({"date", "interval", "time"})
_UP = 3
_NEXT = 2  # sentences behind a step in which it may be spoken of again


def date_of_occasion(layers: Layers, trigger: Token) -> str | None:
    """The date of the summit, visit or ceremony at which a step is taken, where that was told before."""
    nouns = [noun for noun in grammar.phrase(trigger, *_AT) if _is_known(noun)]
    for noun in nouns:
        for before in _told_before(layers, noun):
            days = {str(t.value).partition("T")[0] for t in near(layers, before) if t.value and t.kind in _TOLD}
            own = {day for day in days if _is_of(layers, before, day)}
            if own:
                return own.pop() if len(own) == 1 else None
    return None


@functools.cache
def _retelling() -> dict[str, frozenset[str]]:
    return {stage: frozenset(nouns) for stage, nouns in lexicon.load("en", "dating")["retold"].items()}


def date_of_retelling(layers: Layers, trigger: Token, stage: Stage) -> str | None:
    """The date with which one of the next sentences speaks of a step again; None where several days are told."""
    nouns = _retelling().get(stage)
    if nouns is None:
        return None
    at = layers.sentence_of[trigger.i]
    first = last = trigger.sent.end
    while last < len(layers.tokens) and layers.sentence_of[last] <= at + _NEXT:
        last = layers.tokens[last].sent.end
    again = (layers.tokens[i] for i in range(first, last) if layers.lemmas[i] in nouns)
    for noun in again:
        if noun.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ in _POINTS_BACK for c in noun.children):
            holders = {noun.i, noun.head.i} if noun.head.tag_ in {"VBD", "VBN"} else {noun.i}
            days = {
                t.value
                for t in near(layers, noun)
                if t.value and t.kind == "date" and stands_with(head_of(layers, t), holders)
            }
            if days:
                return days.pop() if len(days) == 1 else None
    return None


def _is_known(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon.words("en", "dating", "occasions") and any(
        c.lower_ in _POINTS_BACK for c in noun.children
    )


def _told_before(layers: Layers, noun: Token) -> Iterator[Token]:
    """Where the same occasion was spoken of before, the last first."""
    lemma, first = noun.lemma_.lower(), max(noun.sent.start - _REACH, 0)
    return (layers.tokens[i] for i in range(noun.i - 1, first - 1, -1) if layers.lemmas[i] == lemma)


def _is_of(layers: Layers, event: Token, day: str) -> bool:
    """Whether a date is told of the occasion itself: "the summit on Monday", "the summit will be held on Monday"."""
    holders = {event.i, *(t.i for t in islice(event.ancestors, _UP) if grammar.is_verb(t) and lends_time(t.lemma_))}
    times = (t for t in near(layers, event) if str(t.value).partition("T")[0] == day)
    return any(stands_with(head_of(layers, time), holders) for time in times)
