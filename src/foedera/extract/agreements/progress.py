"""How far a clause says that an agreement has come: sought, yet to be made, made, yet to be signed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_SENSES = (
    "dating",
    "helping",
    "seeking",
    "making",
    "superseding",
    "lapsing",
    "binding",
    "presupposing",
    "concluding",
    "joining",
    "reaching",
)
_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_UNTIL = frozenset({"once", "if", "when", "until", "unless"})  # "once a final deal has been signed"

_lexicon = functools.partial(words, "en", "agreements_parties")


@functools.cache
def _senses() -> Mapping[str, frozenset[str]]:
    """What each verb tells of the agreement it acts on, or of that which is its subject."""
    found: dict[str, set[str]] = {}
    for sense in _SENSES:
        for verb in load("en", "agreements_parties")[sense]:
            found.setdefault(verb, set()).add(sense)
    return {verb: frozenset(senses) for verb, senses in found.items()}


def tells(governor: Token, sense: str) -> bool:
    """Whether a verb tells something of the agreement it acts on: that it is sought, replaced, concluded."""
    return sense in _senses().get(governor.lemma_.lower(), frozenset())


def is_sought(governor: Token) -> bool:
    """Whether the agreement that a verb acts on does not exist yet: "seek a treaty", "failed to reach a deal"."""
    return tells(governor, "seeking") or (tells(governor, "making") and governor.tag_ in {"VB", "VBG"})


@functools.cache
def _sought_in() -> frozenset[str]:
    return _lexicon("talks") | _lexicon("seeking_nouns")


def is_pending(governor: Token, place: str) -> bool:
    """Whether an agreement is yet to be made as the report is written: "they aim to conclude a treaty", "subject to the
    finalisation of a treaty"; "talks to reach a deal" may have led to one since."""
    top = governor
    for _ in range(4):
        if top.dep_ not in {"xcomp", "conj"}:
            break
        top = top.head
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in _sought_in():
        return place != "of"  # "negotiations for a deal"; "the negotiation of a treaty" may have led to it
    if governor.lemma_.lower() in _lexicon("making_nouns"):
        return grammar.clause_head(governor).tag_ in {"VBZ", "VBP"}
    if tells(governor, "concluding") and any(c.lower_ in _UNTIL for c in governor.children):
        return governor.tag_ != "VBD" and not any(t.lower_ == "had" for t in grammar.children(governor, "aux"))
    hanging = top.i == governor.i and governor.tag_ == "VB" and not _has_modal(top)
    return is_sought(governor) and not hanging and (top.tag_ in {"VBZ", "VBP"} or _has_modal(top))


def _has_modal(verb: Token) -> bool:
    return any(t.tag_ == "MD" for t in grammar.children(verb, "aux", "auxpass"))


def is_done(governor: Token, place: str) -> bool:
    """Whether an agreement is told as made: "signed a treaty", "the signing of a treaty"; not "may sign"."""
    if governor.pos_ == "NOUN":
        return place == "of" and governor.lemma_.lower() in _lexicon("concluding_nouns")
    if place != "object" and governor.lemma_.lower() != "agree":
        return False
    helping = grammar.children(governor, "aux", "auxpass", "neg")
    undone = any(t.tag_ in {"MD", "TO"} or t.dep_ == "neg" or t.lemma_ == "do" for t in helping)
    return tells(governor, "concluding") and governor.tag_ in _FINITE and not undone


def is_ahead(governor: Token) -> bool:
    """Whether a signature is yet to come: "will sign", "plan to sign"; "did not sign" tells nothing."""
    auxiliaries = grammar.children(governor, "aux", "auxpass")
    infinitive = governor.tag_ == "VB" or (governor.tag_ == "VBN" and any(t.tag_ == "VB" for t in auxiliaries))
    return tells(governor, "dating") and infinitive and not any(t.lemma_ in {"do", "have"} for t in auxiliaries)


def is_denied(governor: Token) -> bool:
    """Whether who acts on an agreement is said not to, or to refuse: "did not sign", "has yet to ratify", "declined to
    join", "its refusal to sign"."""
    above = governor
    for _ in range(4):
        if any(t.i < governor.i and (t.dep_ == "neg" or t.lower_ in {"yet", "never"}) for t in above.children):
            return True
        if above.lemma_.lower() in _lexicon("refusing"):
            return True
        if above.dep_ not in {"xcomp", "acl", "conj", "pcomp", "prep", "attr"}:
            return False
        above = above.head
    return False
