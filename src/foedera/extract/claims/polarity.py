"""Polarity of a claim: whether its words deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "hardly", "without"})
_BESIDE = frozenset({"neg", "det", "nsubj", "cc", "advmod"})
_UP = frozenset({"xcomp", "attr", "acomp", "conj", "ccomp", "dobj", "pobj", "prep", "oprd"})
_NOMINAL = frozenset({"dobj", "pobj", "prep"})
_GOVERNS = frozenset({"VERB", "AUX", "ADP"})
_ABOVE = 4  # steps up the tree
_FALSE = frozenset({"deny", "refuse", "reject", "fail", "decline", "cease", "stop", "dispute", "avoid", "abstain"})


def is_negative(word: Token) -> bool:
    """Whether a word is denied: by "not" or "no" beside it, or by a verb above it ("do not want to", "denies that")."""
    for _ in range(_ABOVE):
        if any(c.dep_ in _BESIDE and (c.dep_ == "neg" or c.lower_ in _NO) for c in word.children):
            return True
        above = word.head
        if above is word or word.dep_ not in _UP:
            return False
        if word.dep_ == "ccomp" or (word.dep_ == "xcomp" and above.lemma_ in _FALSE):
            return above.lemma_ in _FALSE
        own_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children)
        if (word.dep_ == "conj" and own_subject) or (word.dep_ in _NOMINAL and above.pos_ not in _GOVERNS):
            return False
        word = above
    return False
