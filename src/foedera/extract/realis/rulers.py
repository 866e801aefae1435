"""How the verb, noun or adjective above a step takes it: "vowed to sign", "the signing failed", "said it had left"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.bearings import convert, effect_on_step
from foedera.extract.realis.beside import negation_of
from foedera.extract.realis.clauses import finite, is_condition, is_content, is_known, is_only_named, marked, past
from foedera.extract.realis.governors import effect_of, effect_of_being, effect_on_subject, is_refuted, only_happens
from foedera.extract.realis.moods import END, Mood, Way
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.model.records import Realis

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNDERGOES = frozenset({"dobj", "nsubjpass"})
_CLAUSAL_SUBJECTS = frozenset({"csubj", "csubjpass"})
_JOINING = frozenset({"ratified", "acceded"})
_ANNOUNCING = frozenset({"say", "announce", "confirm"})
_THAT = frozenset({"that"})


@dataclass(frozen=True)
class _Under:
    """A word, and the one that governs it; `says`: whether the word is the verb of a clause that the other reports."""

    node: Token
    governor: Token
    lemma: str
    says: bool


def climb_governor(state: Mood, node: Token) -> Token | None:
    """On from a word that another governs."""
    says = (node.dep_ == "ccomp" or is_content(node)) and finite(node) and not grammar.infinitive(node)
    under = _Under(node, node.head, node.head.lemma_.lower(), says)
    way = next((way for rule in _RULES if (way := rule(state, under)) is not None), None)
    return way.up if way is not None else _taken(state, under)


def _converting(state: Mood, under: _Under) -> Way | None:
    """ "Refused to sign"."""
    undergoes = under.node.dep_ in _UNDERGOES
    refused = undergoes and words_of_realis().conversions.get(under.lemma) == "rejected"
    may = grammar.infinitive(under.node) or under.governor.pos_ == "NOUN" or refused
    return Way(under.governor) if may and convert(state, under.governor, under.node) else None


def _consenting(state: Mood, under: _Under) -> Way | None:
    """ "The cabinet approved the ratification of it"."""
    consents = state.stage in _JOINING and under.lemma in words_of_realis().consents
    if not consents or under.node.dep_ not in _UNDERGOES:
        return None
    state.becomes, state.converter = "approved", under.governor
    state.governors.append(under.governor)
    return Way(under.governor)


def _open(state: Mood, under: _Under) -> Way | None:
    """ "It is unclear whether it will be signed"."""
    if not (under.says and is_condition(under.node)):
        return None
    state.weigh("possible", under.governor)
    return END


def _refuted(state: Mood, under: _Under) -> Way | None:
    """ "It is not true that it was signed"."""
    if not (under.says and is_refuted(under.governor)):
        return None
    state.weigh("denied", under.governor)
    return END


def _perceived(state: Mood, under: _Under) -> Way | None:
    """ "Next week will see them sign it"."""
    if under.node.dep_ != "ccomp" or under.lemma not in words_of_realis().perceiving or marked(under.node, _THAT):
        return None
    state.weigh(state.outlook(under.governor), under.governor)
    return END


def _told(state: Mood, under: _Under) -> Way | None:
    """ "Reported that it was signed"; not "reports that"."""
    words, governor = words_of_realis(), under.governor
    told = under.lemma in words.transparent and governor.pos_ != "NOUN"
    if not under.says or not (told or governor.pos_ not in {"VERB", "AUX", "NOUN"}):
        return None
    if under.lemma in _ANNOUNCING and negation_of(governor) is not None:
        state.weigh("possible", governor)
    state.reporter = governor
    mistaken = any(c.lower_ in words.mistaken for c in grammar.children(governor, "advmod"))
    state.weigh("denied" if mistaken else None, governor)
    return END


_RULES: tuple[Callable[[Mood, _Under], Way | None], ...] = (
    _converting,
    _consenting,
    _open,
    _refuted,
    _perceived,
    _told,
)
"""What the word above may make of a step besides its realis; the first that has something to say decides."""


def _taken(state: Mood, under: _Under) -> Token | None:
    """On from a word to one that says whether it is done, planned, possible or not done."""
    node, governor = under.node, under.governor
    effect = _effect(state, under)
    if (under.says and effect is None) or (node.dep_ in _SUBJECTS and governor.dep_ == "relcl"):
        return None
    if node.dep_ in _CLAUSAL_SUBJECTS and node.tag_ == "VBG":
        state.generic |= not past(governor)  # "extending the truce takes time" is said of none, "took time" of one
        return None
    if effect is None and node.dep_ in _SUBJECTS and node.pos_ == "NOUN" and not only_happens(governor):
        # "The signing did not end the dispute": it was signed; "a signing ends no dispute" is said of none.
        state.generic |= not is_known(node) and not past(governor)
        state.weigh(state.outlook(governor), governor)
        return None
    if effect is None and node.dep_ == "dobj" and is_known(node):  # "to justify its withdrawal": it withdrew
        state.weigh(state.outlook(governor, known=True), governor)
        return None
    state.weigh(effect, governor)
    state.governors.append(governor)
    return governor


def _effect(state: Mood, under: _Under) -> Realis | None:
    """How the word above takes the step; an infinitive or "-ing" form that nothing else is known of is open."""
    node, governor = under.node, under.governor
    infinitive = grammar.infinitive(node)
    if node.dep_ in _UNDERGOES and under.lemma in words_of_realis().performing:
        return "actual"
    if under.lemma in {"be", "have"} and node.dep_ != "nsubj":
        effect: Realis | None = effect_of_being(node, governor) if infinitive and node.dep_ != "acl" else None
    else:
        effect = effect_on_step(state, governor, effect_on_subject if node.dep_ == "nsubj" else effect_of)
    if effect is None and infinitive and grammar.is_passive(node) and governor.pos_ == "VERB":
        return "planned"  # "a text was finalised | to be signed in May"
    return "possible" if effect is None and (infinitive or is_only_named(node)) else effect
