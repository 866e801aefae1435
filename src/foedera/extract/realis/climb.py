"""The way up the tree from the word for a step: what governs it ("vowed to", "ahead of", "if") decides its realis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.extract.realis.adverbials import climb_adverbial
from foedera.extract.realis.bearings import climb_procedure, effect_on_step, is_event, is_on_the_way, leave_noun
from foedera.extract.realis.beside import weigh_beside
from foedera.extract.realis.clauses import (
    finite,
    is_bare_after,
    is_content,
    is_of_headline,
    is_seen,
    is_wish,
    law_above,
    ranked_by,
)
from foedera.extract.realis.moods import END, Mood, Way
from foedera.extract.realis.phrases import climb_preposition
from foedera.extract.realis.rulers import climb_governor
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage

_MAX = 14  # steps up the tree: deeper nesting than any sentence that people write
_DESCRIBING = frozenset({"relcl", "parataxis", "acl"})


def mood(trigger: Token, own: Realis = "actual", stage: Stage | None = None) -> Mood:
    """How the text states the step that a word stands for; `own` is what the word itself says of it."""
    state = Mood(
        own, stage=stage if stage in lexicon.load("en", "realis")["converted"] else None, told=stage, read=mood
    )
    node: Token | None = trigger
    for _ in range(_MAX):
        if node is None:
            break
        weigh_beside(state, node)
        node = _climb(state, node)
    sentence = trigger.sent
    if sentence[-1].text.startswith("?") or (len(sentence) > 1 and sentence[-2].text == "?"):
        state.weigh("possible", sentence[-1])
    return state


def _climb(state: Mood, node: Token) -> Token | None:
    """One step up: weighs how the word above takes this one; None where what is above has no bearing on it."""
    if node.dep_ == "conj":
        return _climb_conjunct(state, node)
    known = next((way for rule in _CLAUSES if (way := rule(state, node)) is not None), None)
    if known is not None:
        return known.up
    if is_on_the_way(state, node):
        return climb_procedure(state, node.head)
    return _BY_RELATION.get(node.dep_, climb_governor)(state, node)


def _climb_conjunct(state: Mood, node: Token) -> Token | None:
    """What is joined shares what its fellow has: "will sign and ratify" has one "will" for both."""
    head = node.head
    if not grammar.is_verb(node):
        return head
    told = finite(node) and node.tag_ != "VBN" and not is_bare_after(node, head)
    if not told and not grammar.children(node, "aux", "nsubj"):
        return head
    nor = next((c for c in grammar.children(head, "cc") if c.lower_ == "nor" and c.i < node.i), None)
    if nor is not None:  # "neither signed | nor ratified it"
        state.weigh("denied", nor)
    if grammar.infinitive(node) and not grammar.infinitive(head):  # "could agree to a freeze and | to extend it"
        state.weigh(effect_on_step(state, head) or "possible", head)
        return head
    while head.dep_ == "conj":
        head = head.head
    if grammar.children(node, "nsubj", "nsubjpass") and head.dep_ != "advcl":
        return None
    return _climb(state, head)


def _at_root(state: Mood, node: Token) -> Way | None:
    if node.dep_ != "ROOT":
        return None
    if node.tag_ != "VBZ" and grammar.infinitive(node):  # a headline: "Chile, Peru to sign accord"
        state.weigh("planned", node)
    return END


def _wished(state: Mood, node: Token) -> Way | None:
    """ "Demanded that Chile sign it"."""
    if not is_wish(node):
        return None
    state.weigh("planned" if effect_on_step(state, node.head) == "planned" else "possible", node.head)
    return END


def _by_law(state: Mood, node: Token) -> Way | None:
    """What a law or bill does to an agreement: done where it is signed into law ("signed a bill extending the pact");
    where it is only put forward or passed, a plan; a law that is merely named is one."""
    words, law = words_of_realis(), law_above(node)
    if law is None:
        return None
    verb = law.head if law.dep_ in {"dobj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in words.enacting:
        state.governors.append(verb)
        return Way(verb)
    bill = law.lemma_.lower() in words.bills or verb is not None or law.dep_ == "pobj"
    state.weigh("planned" if bill else state.outlook(law.head), law)
    return END


def _ranked(state: Mood, node: Token) -> Way | None:
    """ "Was the first to sign": it signed."""
    ranked = ranked_by(node) if grammar.infinitive(node) else None
    if ranked is None:
        return None
    state.weigh(state.outlook(grammar.clause_head(ranked.head)), ranked)
    return END


def _of_headline(state: Mood, node: Token) -> Way | None:
    """ "Neighbours to sign accord"."""
    if not (grammar.infinitive(node) and is_of_headline(node)):
        return None
    state.weigh("planned", node)
    return END


def _seen(state: Mood, node: Token) -> Way | None:
    """ "Want to see the treaty | ratified"."""
    if not is_seen(node):
        return None
    state.weigh(state.outlook(node.head.head), node.head.head)
    return END


def _happening(state: Mood, node: Token) -> Way | None:
    """ "In the way of the pact | entering into force"."""
    if not is_event(node):
        return None
    return Way((climb_preposition if node.head.dep_ == "pobj" else climb_governor)(state, node.head))


def _describing(state: Mood, node: Token) -> Way | None:
    """A clause that describes a noun, unless it is what the noun says or is for."""
    if node.dep_ not in _DESCRIBING or (node.dep_ == "acl" and (grammar.infinitive(node) or is_content(node))):
        return None
    leave_noun(state, node)
    return END


def _attributive(_: Mood, node: Token) -> Way | None:
    return END if node.dep_ == "amod" else None


def _beside_noun(_: Mood, node: Token) -> Way | None:
    """ "The pact, a result of long talks, was signed": what a noun says besides of another is stated as that is."""
    return Way(node.head) if node.dep_ == "appos" else None


_CLAUSES: tuple[Callable[[Mood, Token], Way | None], ...] = (
    _at_root,
    _wished,
    _by_law,
    _ranked,
    _of_headline,
    _seen,
    _happening,
    _describing,
    _attributive,
    _beside_noun,
)
"""What a clause itself may show of its step; the first that has something to say decides."""

_BY_RELATION: dict[str, Callable[[Mood, Token], Token | None]] = {
    "pobj": climb_preposition,
    "pcomp": climb_preposition,
    "advcl": climb_adverbial,
}
"""How the reader goes on from a word, by its relation to the one above; else that governs it."""
