"""Polarity of a claim: whether its words deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "hardly", "without"})
_RAISING = frozenset({"want", "intend", "plan", "seem", "appear", "wish", "need", "try", "expect", "go", "allow", "be"})
_FALSE = frozenset({"deny", "refuse", "reject", "fail", "decline", "cease", "stop", "dispute", "avoid", "abstain"})


def is_negative(word: Token) -> bool:
    """Whether a word is denied: by "not" or "no" beside it, or by a verb above it ("do not want to", "denies that")."""
    for _ in range(4):
        if any(
            c.dep_ == "neg" or c.lower_ in _NO
            for c in word.children
            if c.dep_ in ("neg", "det", "nsubj", "cc", "advmod")
        ):
            return True
        above = word.head
        if above is word or word.dep_ not in (
            "xcomp",
            "attr",
            "acomp",
            "conj",
            "ccomp",
            "dobj",
            "pobj",
            "prep",
            "oprd",
        ):
            return False
        if word.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children):
            return False
        if word.dep_ == "ccomp":
            return above.lemma_ in _FALSE
        if word.dep_ == "xcomp" and above.lemma_ in _FALSE:
            return True
        if word.dep_ in ("dobj", "pobj", "prep") and above.pos_ not in ("VERB", "AUX", "ADP"):
            return False
        word = above
    return False
