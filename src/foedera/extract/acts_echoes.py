"""Steps that a sentence does not name again: "Chile signed the treaty; Peru did so in May, and Bolivia has not"."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_merge import Draft

_SENTENCES = 2  # from a step to what only points back to it
_HELPING = frozenset({"have", "do"})
_OBJECTS = ("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd")


def echoes(layers: Layers) -> list[Token]:
    """The verbs of a document that stand for a step told before."""
    verbs = words("en", "acts", "echoes", "verbs")
    return [t for i, lemma in enumerate(layers.lemmas) if lemma in verbs and _points_back(t := layers.tokens[i])]


def _points_back(token: Token) -> bool:
    """Whether a verb stands for the step told last: "did so", "has done likewise", "followed suit", "has not"."""
    if token.dep_ in {"aux", "auxpass"}:
        return False
    again = words("en", "acts", "echoes", "again")
    objects = grammar.children(token, *_OBJECTS)
    after = [token.nbor(1)] if token.i + 1 < len(token.doc) else []
    if any(t.lower_ in again for t in (*objects, *after)) or any(_is_like_another(t) for t in objects):
        return True
    return token.lemma_ in _HELPING and not objects and bool(grammar.children(token, "neg")) and _ends_clause(token)


def _is_like_another(deed: Token) -> bool:
    """Whether what was done is said to be like what another did: "a similar decision", "the same step"."""
    like = words("en", "acts", "echoes", "like")
    known = deed.lemma_ in words("en", "acts", "echoes", "deeds")
    return known and any(t.lower_ in like for t in grammar.children(deed, "amod"))


def _ends_clause(verb: Token) -> bool:
    """Whether nothing follows a helping verb and its "not" that it could help or own."""
    last = max([verb, *grammar.children(verb, "neg")], key=lambda t: t.i)
    after = verb.doc[last.i + 1] if last.i + 1 < len(verb.doc) else None
    return after is None or after.is_punct or after.lower_ in {"and", "but", "yet"}


def step_before(token: Token, told: list[Draft]) -> Draft | None:
    """The step that such a verb stands for: the last one before it that somebody took alone, of those `told` in the
    order of the text."""
    start = token.sent.start
    for _ in range(_SENTENCES):
        start = token.doc[start - 1].sent.start if start > 0 else 0
    first, last = (bisect.bisect_left(told, i, key=lambda d: d.trigger.i) for i in (start, token.i))
    before = [d for d in told[first:last] if d.frame.agent and grammar.is_verb(d.trigger)]
    return max(before, key=lambda d: d.trigger.i, default=None)
