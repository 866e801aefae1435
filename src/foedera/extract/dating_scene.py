"""What is told beside a step as part of the same scene, and so happened on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis import marked

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"during", "after", "before", "following", "since", "earlier", "later"})  # a time of its own
_WHERE = frozenset({"where"})
_MEANWHILE = frozenset({"as", "when", "while"})
_POINTS_BACK = frozenset({"they", "he", "she", "it", "both", "we"})
_OF_ITS_OWN = frozenset({"aux", "mark", "advmod", "nsubj"})
_ALL_OF = frozenset({"side", "party", "country", "nation", "state", "government", "leader", "minister", "president"})


def scene(trigger: Token) -> list[Token]:
    """The verb of the past that a verb of the past goes on from: "they met on Monday and signed it"."""
    if _goes_along(trigger):
        return [trigger.head]
    if trigger.tag_ != "VBD" and not grammar.is_passive(trigger):
        return []
    if trigger.dep_ == "conj":
        return [trigger.head] if trigger.head.tag_ == "VBD" else []
    if trigger.dep_ in {"relcl", "advcl"} and marked(trigger, _WHERE):
        return [grammar.clause_head(trigger.head)]
    if trigger.dep_ == "advcl" and marked(trigger, _MEANWHILE):
        return _beside(trigger.head)
    quoted = trigger.dep_ == "ccomp" and trigger.i < trigger.head.i  # "they signed it, the ministry said"
    return _verb_before(trigger) if quoted or trigger.dep_ == "ROOT" else []


def _beside(verb: Token) -> list[Token]:
    """What went on while something else did: "said on Monday | that he would go | as he met her"."""
    while verb.dep_ == "ccomp" and verb.tag_ == "VB":
        verb = verb.head
    return [verb] if verb.tag_ == "VBD" else []


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
    same = now[0].lower_ in _POINTS_BACK or now[0].lower_ in named or _is_of_all(now[0])
    return [last] if same else []


def _goes_along(verb: Token) -> bool:
    """Whether a verb only goes on with what the verb above tells: "signed a pact on Friday, | agreeing to a truce"."""
    along = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.tag_ == "VBD" and verb.head.i < verb.i
    return along and verb.nbor(-1).lower_ == "," and not any(c.dep_ in _OF_ITS_OWN for c in verb.children)


def _is_of_all(noun: Token) -> bool:
    """Whether a noun points back to all who were named: "the two sides", "the four nations", "both governments"."""
    words = {c.lower_ for c in noun.children}
    counted = "both" in words or ("the" in words and bool(grammar.children(noun, "nummod")))
    return noun.lemma_.lower() in _ALL_OF and counted
