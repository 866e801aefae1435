"""When a step happens: the time expression that stands with its words."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.realis import Mood
    from foedera.model import Time

_MAX = 12


def date_of(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The EDTF date of a step; None where no time stands with it. A time in tokens `within` (a name) is not it."""
    holders = {trigger.i, *(t.i for t in mood.governors if mood.realis == "actual" or _lends_time(t))}
    best: tuple[int, str] | None = None
    for time in _near(layers, trigger):
        if time.value is None or time.kind not in {"date", "interval"}:
            continue
        head = _token_at(layers, time.start)
        if head.i in within:
            continue
        if _stands_with(head, holders):
            distance = abs(head.i - trigger.i)
            if best is None or distance < best[0]:
                best = (distance, time.value)
    return best[1] if best else None


def _lends_time(governor: Token) -> bool:
    """Whether a time beside a governor is the step's own: "is set on Friday to sign" is, "vowed on Friday to" not."""
    return governor.tag_ == "VBN" and governor.lemma_ in {"set", "expect", "schedule", "due", "slate"}


def _near(layers: Layers, trigger: Token) -> tuple[Time, ...]:
    sentence = trigger.sent
    return layers.times_in(sentence.start_char, sentence.end_char)


def _token_at(layers: Layers, offset: int) -> Token:
    tokens = layers.tokens
    low = bisect.bisect_right(tokens, offset, key=lambda t: t.idx) - 1
    return tokens[max(low, 0)]


def _stands_with(token: Token, holders: set[int]) -> bool:
    """Whether a time hangs on one of some words without another clause between."""
    for _ in range(_MAX):
        if token.i in holders:
            return True
        if token.head is token or (token.pos_ == "VERB" and token.dep_ != "pcomp"):
            return False
        token = token.head
    return False
