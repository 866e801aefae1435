"""What is told beside a step as part of the same scene, and so happened on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis import marked

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"during", "after", "before", "following", "since", "earlier", "later"})  # a time of its own
_WHERE = frozenset({"where"})
_POINTS_BACK = frozenset({"they", "he", "she", "it", "both", "we"})


def scene(trigger: Token) -> list[Token]:
    """The verb of the past that a verb of the past goes on from: "they met on Monday and signed it"."""
    if trigger.tag_ != "VBD" and not grammar.is_passive(trigger):
        return []
    if trigger.dep_ == "conj":
        return [trigger.head] if trigger.head.tag_ == "VBD" else []
    if trigger.dep_ in {"relcl", "advcl"} and marked(trigger, _WHERE):
        return [grammar.clause_head(trigger.head)]
    quoted = trigger.dep_ == "ccomp" and trigger.i < trigger.head.i  # "they signed it, the ministry said"
    return _verb_before(trigger) if quoted or trigger.dep_ == "ROOT" else []


def _verb_before(verb: Token) -> list[Token]:
    """The verb of the sentence before, where both tell what the same persons did."""
    start = verb.sent.start
    last = verb.doc[start - 1].sent.root if start else verb
    quoted = [c for c in grammar.children(last, "ccomp") if c.i < last.i]  # "they signed it, the ministry said"
    last = quoted[0] if quoted else last
    if last.tag_ != "VBD" or last is verb or last.lemma_ in {"say", "tell", "return"}:
        return []
    if any(c.lower_ in _OWN for c in verb.children):
        return []
    before, now = grammar.children(last, "nsubj"), grammar.children(verb, "nsubj")
    if not before or not now:
        return []
    named = {t.lower_ for t in before[0].subtree if t.pos_ in {"PROPN", "NOUN"}}
    same = now[0].lower_ in _POINTS_BACK or now[0].lower_ in named
    return [last] if same else []
