"""Who acts: the persons and states behind a word, as acts and meetings name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.enumerated import enumerated
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from foedera.extract.entities import Actors
    from foedera.model import Agreement

_TWO = 2
_FAR = 30  # words between a step and those it is between
_OWN = frozenset({"its", "their"})
_DOERS = frozenset({"nsubj", "nsubjpass"})


def named(actors: Actors, tokens: Iterable[Token]) -> dict[str, str | None]:
    """The actors behind some words by name, each with the state it is or acts for: a person where the words mean a
    person, else states (ISO 3166-1 alpha-3), also those whose body or officials the words mean."""
    names: dict[str, str | None] = {}
    for token in tokens:
        entity = actors.at(token)
        persons = [e for e in actors.all_at(token) if e.kind == "person"]
        if persons:
            names.update((person.name, actors.home(person)) for person in persons)
            continue
        if entity is not None and entity.kind == "bloc" and entity.iso3 is None and entity.name != "European Union":
            continue
        states = actors.states(token) or states_behind(actors, token) or enumerated(token, actors.states)
        names.update((state, state) for state in states)
    return names


def parties_among(actors: Actors, tokens: Iterable[Token], agreement: Agreement) -> tuple[str, ...]:
    """The parties to an agreement that are no states, of those who act: a movement, an organisation."""
    acting = (entity.name for token in tokens if (entity := actors.at(token)) is not None)
    return tuple(dict.fromkeys(name for name in acting if name in agreement.parties))


def sides(actors: Actors, trigger: Token, agreement: Agreement) -> dict[str, str | None]:
    """All parties to an agreement, where a clause that tells a step and not whose it is names them: "was signed between
    Chile and Peru", "Chile and Peru announced the signing"; nobody where it names others, or some."""
    if len(agreement.parties) < _TWO:
        return {}
    places = [grammar.subjects(grammar.clause_head(trigger))] if not grammar.is_verb(trigger) else []
    around = trigger.doc[max(trigger.sent.start, trigger.i - _FAR) : min(trigger.sent.end, trigger.i + _FAR)]
    places += [grammar.children(t, "pobj") for t in around if t.lower_ in {"between", "among"}]
    for heads in places:
        parts = [part for head in heads for part in grammar.conjuncts(head)]
        found = named(actors, parts) | {name: name for name in parties_among(actors, parts, agreement)}
        if set(found) == set(agreement.parties):
            return found
    return {}


def owners(tokens: Iterable[Token]) -> list[Token]:
    """Some words for those who act, with who is meant by "its": "Fiji announced its exit" is of Fiji."""
    return [owner for token in tokens for owner in (_owner(token) if token.tag_ == "PRP$" else [token])]


def _owner(pronoun: Token) -> list[Token]:
    verb = grammar.clause_head(pronoun.head)
    if verb.lemma_ in words("en", "acts", "classes", "judging"):  # "congratulated Fiji on its accession"
        judged = [t for t in grammar.children(verb, "dobj") if t.i < pronoun.i]
        if judged:
            return judged
    if (
        pronoun.lower_ not in _OWN
        or verb == pronoun.head
        or any(s.is_ancestor(pronoun) for s in verb.children if s.dep_ in _DOERS)
    ):
        return [pronoun]
    return [t for subject in grammar.subjects(verb) for t in grammar.conjuncts(subject)] or [pronoun]


def states_behind(actors: Actors, token: Token) -> tuple[str, ...]:
    """The states of a body or of officials: "the Russian parliament", "delegations from Canada and Mexico"."""
    owners = grammar.children(token, "amod", "compound", "poss", "nmod")
    owners += [t for path, head in grammar.phrases(token) if path in {"of", "from"} for t in grammar.conjuncts(head)]
    joined = [part for owner in owners for part in grammar.conjuncts(owner)]
    return tuple(dict.fromkeys(state for owner in joined for state in actors.states(owner)))
