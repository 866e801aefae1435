"""How a word takes the step that stands under it: "vowed to sign", "the signing failed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.words import lends_time, words_of_realis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.model.records import Realis


def effect_of(governor: Token) -> Realis | None:
    """How a word takes what it governs; an adjective is not the verb of the same form ("open")."""
    table = words_of_realis().adjectives if governor.pos_ == "ADJ" else words_of_realis().governors
    words = [*(f"{governor.lemma_} {p.lower_}" for p in grammar.children(governor, "prt")), governor.lemma_.lower()]
    if governor.dep_ == "pobj":  # "voted in favour of signing"
        words.insert(0, f"{governor.head.head.lemma_} {governor.head.lower_} {governor.lower_}")
    return next((table[w] for w in words if w in table), None)  # "call off" before "call"


def is_refuted(governor: Token) -> bool:
    """Whether what a clause says is said not to be so: "it is not true that"; "reports that" remain a claim."""
    words = words_of_realis()
    said = {t.lower_ for t in grammar.children(governor, "acomp", "attr")} if governor.lemma_ == "be" else set()
    return bool(said & words.untrue) or bool(said & words.true and grammar.children(governor, "neg"))


def effect_on_subject(verb: Token) -> Realis | None:
    """What an active verb says of its subject: "the signing failed", "ratification depends on", "is likely"."""
    if verb.lemma_ == "be":
        attributes = grammar.children(verb, "acomp", "attr", "advmod")
        return next((effect for a in attributes if (effect := words_of_realis().adjectives.get(a.lower_))), None)
    table, verbs = words_of_realis().of_subjects, [verb.lemma_, *(f"{verb.lemma_} {p.lower_}" for p in verb.children)]
    return next((table[v] for v in verbs if v in table), None)


def effect_of_being(node: Token, governor: Token) -> Realis:
    """ "is to sign" is a plan, "has to sign" a need; "the aim is to sign" is what an aim is."""
    if governor.lemma_ == "have":
        return "possible"
    if governor.tag_ == "VBD" and any(c.lower_ == "have" for c in grammar.children(node, "aux")):
        return "denied"  # "was to have signed"
    effects = [effect_of(subject) for subject in grammar.children(governor, "nsubj") if subject.pos_ == "NOUN"]
    return next((effect for effect in effects if effect), "planned")


def only_happens(verb: Token) -> bool:
    """Whether a verb only says that its subject goes on: "the signing took place", "talks began"."""
    alone = verb.lemma_ in words_of_realis().going_on and not grammar.children(verb, "dobj")
    return alone or lends_time(verb.lemma_)
