"""States that are named only for where something is done or who helped with it: they are no party and no side."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon import words
from foedera.lexicon.states import find_state, seat_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset({"in", "at", "near", "outside"})
_THROUGH = frozenset({"with", "through", "under", "after", "thanks", "to", "by"})
_NAMING = frozenset({"amod", "compound", "poss", "appos", "nmod"})

_ROW = 6  # names in a row of mediators

_words = functools.partial(words, "en", "agreements_parties")


def is_venue(token: Token) -> bool:
    """Whether a name only tells where something was done: "talks in the Netherlands", "met in the Russian capital"."""
    if _bracketed(token) or _after_city(token):
        return True
    beside = {token.head.lemma_.lower(), *(t.lemma_.lower() for t in token.doc[token.i + 1 : token.i + 2])}
    place = token.head if token.dep_ in _NAMING and beside & _words("sites") else token
    if place.dep_ != "pobj" or place.head.lower_ not in _WHERE:
        return False
    return place.i != token.i or place.head.head.lemma_.lower() in _words("scenes")


def is_helper(token: Token) -> bool:
    """Whether a name is that of who helped others to something: "talks brokered by Norway", "with Norwegian help"."""
    if _mediates(token) or is_aid(token.head.head if token.dep_ == "pobj" else token.head):
        return True
    verb = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "by" and verb.lemma_.lower() in _words("helping")


def _mediates(token: Token) -> bool:
    """Whether a name is said to be a mediator's: "Oman, the main mediator", "the brokers: Chile, Peru and Oman"."""
    first = token
    for _ in range(_ROW):
        if first.dep_ != "conj":
            break
        first = first.head
    called = [first.head] if first.dep_ in _NAMING else []
    called += [child for child in token.children if child.dep_ == "appos"]
    return any(t.lemma_.lower() in _words("mediators") for t in called)


def is_aid(noun: Token) -> bool:
    """Whether a noun only says who helped: "with the help of Norway", "under the auspices of the UN"."""
    return noun.dep_ == "pobj" and noun.lemma_.lower() in _words("aid") and noun.head.lower_ in _THROUGH


def _after_city(token: Token) -> bool:
    """Whether a name only tells in which state a place lies: "in Naivasha, Kenya"."""
    before = token.doc[max(0, token.i - 2) : token.i]
    if len(before) < 2 or before[1].text != "," or before[0].ent_type_ != "GPE" or token.ent_type_ != "GPE":
        return False
    place, state = before[0].text, find_state(token.text)
    return state is not None and find_state(place) is None and seat_of().get(place, state.key) == state.key


def _bracketed(token: Token) -> bool:
    """Whether a name in brackets tells where the place before it is: "in the city of Abeche (Chad)"."""
    around = token.doc[max(0, token.i - 2) : token.i + 2]
    return len(around) == 4 and around[1].text == "(" and around[3].text == ")" and around[0].ent_type_ == "GPE"
