"""How a preposition bears on the step behind it: "ahead of the signing", "without signing", "the prospect of"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.bearings import attachment, convert, effect_beside, effect_on_step
from foedera.extract.realis.clauses import is_known, past_only
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.extract.realis.moods import Mood
    from foedera.model.records import Realis

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ON = frozenset({"on", "over", "about"})


@dataclass(frozen=True)
class _Phrase:
    """A word behind a preposition: the preposition, as a path ("ahead of"), and the word that the phrase hangs on.

    `effect` is how that word takes the step, `verbal` and `known` whether the step's word is a verb, or a noun spoken
    of as known.
    """

    node: Token
    preposition: Token
    path: str
    above: Token
    effect: Realis | None
    verbal: bool
    known: bool


def climb_preposition(state: Mood, node: Token) -> Token | None:
    """On from a word behind a preposition."""
    if past_only(node):  # "beyond what they signed"
        return None
    phrase = _phrase(state, node)
    if any(rule(state, phrase) for rule in _RULES):
        return None
    _weigh_preposition(state, phrase)
    if _is_means(state, phrase):
        state.generic = True  # "by signing, they take a risk" says of no time that they signed
        return None
    if phrase.path in words_of_realis().temporal or not _is_governed(phrase):
        _weigh_time(state, phrase)
        return None
    return _climb_on(state, phrase)


def _phrase(state: Mood, node: Token) -> _Phrase:
    preposition = node.head
    path, above = preposition.lower_, attachment(preposition)
    if preposition.dep_ in {"prep", "advmod", "pcomp"} and above.pos_ in {"ADV", "ADP", "SCONJ"}:
        path, above = f"{above.lower_} {path}", above.head
    elif preposition.i > 0 and preposition.nbor(-1).dep_ == "advmod":  # "look forward to"
        path = f"{preposition.nbor(-1).lower_} {path}" if preposition.nbor(-1).lower_ == "forward" else path
    if above.dep_ == "prep":  # "received the treaty concerning borders | for ratification"
        above = above.head
    # "With its ratification the pact has ten parties" is no "has to".
    effect = None if above.lemma_ == "have" else effect_on_step(state, above)
    verbal, known = grammar.is_verb(node), is_known(node)
    return _Phrase(node, preposition, path, above, effect, verbal, known)


def _is_debated(state: Mood, phrase: _Phrase) -> bool:
    """ "A debate on ratification"."""
    debate = phrase.above.pos_ == "NOUN" and phrase.above.lemma_ in words_of_realis().debates
    if phrase.path not in _ON or not debate or phrase.verbal or state.told == "negotiated":
        return False
    state.weigh("possible", phrase.above)
    return True


def _is_of_none(state: Mood, phrase: _Phrase) -> bool:
    """ "A mechanism for ending the treaty", "open for signature": nobody is said to do it."""
    words, lemma = words_of_realis(), phrase.above.lemma_
    none = (phrase.verbal and lemma in words.entitling) or lemma in words.idle
    if phrase.path != "for" or not none:
        return False
    state.generic = True
    return True


def _is_deed(_: Mood, phrase: _Phrase) -> bool:
    """ "This action of extending the truce": it was extended."""
    deed = phrase.above.lemma_ in words_of_realis().deeds and is_known(phrase.above)
    return phrase.path == "of" and deed and phrase.verbal


def _is_handed_on(state: Mood, phrase: _Phrase) -> bool:
    """ "Sent to parliament for ratification"."""
    words, lemma = words_of_realis(), phrase.above.lemma_
    if phrase.path != "for" or lemma not in words.handed_on or (phrase.known and lemma not in words.submitting):
        return False
    state.weigh("planned", phrase.preposition)
    return True


def _is_left(state: Mood, phrase: _Phrase) -> bool:
    """ "Walked out before signing": they did not sign."""
    if phrase.path != "before" or not phrase.verbal or phrase.above.lemma_ not in words_of_realis().leaving:
        return False
    state.weigh("denied", phrase.above)
    return True


_RULES: tuple[Callable[[Mood, _Phrase], bool], ...] = (_is_debated, _is_of_none, _is_deed, _is_handed_on, _is_left)
"""Phrases that decide all by themselves; each says whether it did."""


def _weigh_preposition(state: Mood, phrase: _Phrase) -> None:
    takes = phrase.path == "for" and (
        phrase.effect or (grammar.is_verb(phrase.above) and (phrase.known or phrase.verbal))
    )
    if not takes and not (phrase.path == "against" and phrase.known):
        state.weigh(words_of_realis().prepositions.get(phrase.path), phrase.preposition)


def _is_means(state: Mood, phrase: _Phrase) -> bool:
    bare = phrase.verbal and state.realis == "actual" and phrase.path in {"by", "in"}
    return bare and phrase.above.tag_ not in {"VBD", "VBN"} and phrase.effect is None


def _is_governed(phrase: _Phrase) -> bool:
    """Whether the word above takes the step into its own meaning: "called for signing", "the prospect of signing"."""
    words, known = words_of_realis(), phrase.known and not phrase.verbal
    chosen = phrase.effect is not None and (not known or phrase.path in words.selected)
    return chosen or (not grammar.is_verb(phrase.above) and phrase.path in words.inside)


def _weigh_time(state: Mood, phrase: _Phrase) -> None:
    """What a step takes from the word that its phrase only stands beside."""
    words, path, above = words_of_realis(), phrase.path, phrase.above
    known = phrase.known and not phrase.verbal
    if path in words.alongside:
        state.governors.append(above)
    if path in words.temporal:
        over = known and path in words.over
        if not (path in words.over and grammar.children(phrase.preposition, "npadvmod")):  # "a week after signing"
            state.weigh(state.outlook(above, known=over), above)
    elif phrase.verbal:
        own = grammar.children(phrase.node, *_SUBJECTS)  # "with this being the third renewal"
        state.weigh("possible" if path in words.spoken_of and not own else state.outlook(above), above)
    else:
        # "requires consent from the one and | ratification by the other", "offered to assist in negotiations"
        loose = not known and (grammar.is_verb(above) or above.dep_ in {"dobj", *_SUBJECTS})
        beside = path != "for" and not loose
        state.weigh(effect_beside(above) if beside else state.outlook(above, known=not loose), above)


def _climb_on(state: Mood, phrase: _Phrase) -> Token:
    effect, above = phrase.effect, phrase.above
    if effect is None and phrase.verbal and above.lemma_.lower() not in words_of_realis().experiences:
        effect = "possible"  # "hopeful of signing", "the idea of signing"; not "the honour of signing"
    if above.pos_ != "NOUN" or not convert(state, above, phrase.node):
        state.weigh(effect, above)
        state.governors.append(above)
    return above
