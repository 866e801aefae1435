"""Who the parties to an agreement are, by the clauses around its mentions."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import codes_of, unique
from foedera.extract.agreements.words import HYPHENS, QUOTES
from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.extract.agreements.phrases import Phrase
    from foedera.extract.entities import Actors

_OWNING = ("compound", "amod", "poss", "nmod")
_LIST = frozenset({",", "and", "the", "&"})
_LONGEST = 80  # tokens of a list of parties


@functools.cache
def _lexicon() -> tuple[Mapping[str, frozenset[str]], frozenset[str], frozenset[str]]:
    """Verbs by the place of the agreement, nouns of the same sense, and the prepositions of partners."""
    data = load("en", "agreements_parties")
    verbs = {place: frozenset(found) for place, found in data["verbs"].items()}
    return verbs, frozenset(data["nouns"]), frozenset(data["partners"])


def concluding(actors: Actors, phrase: Phrase) -> tuple[str, ...]:
    """Those who sign, reach, join or leave the agreement in the clause of one of its mentions."""
    return unique([*_beside(actors, phrase), *_by_clause(actors, phrase)])


def is_sought(phrase: Phrase) -> bool:
    """Whether the clause speaks of an agreement only as sought or in the making: "failed to reach a deal"."""
    if phrase.title or phrase.form == "definite":
        return False
    return any(governor.lemma_.lower() in _verbs_of("seeking") for governor, _ in _governors(phrase.head))


def is_superseded(phrase: Phrase) -> bool:
    """Whether the clause speaks of an agreement as replaced or done away with: "to overhaul the treaty"."""
    return any(
        governor.lemma_.lower() in _verbs_of("superseding")
        for governor, place in _governors(phrase.head)
        if place == "object"
    )


def helping(actors: Actors, phrase: Phrase) -> tuple[str, ...]:
    """Those who only help others to the agreement in the clause: "a truce that Egypt brokered"."""
    found = [
        g for g, place in _governors(phrase.head) if place == "object" and g.lemma_.lower() in _verbs_of("helping")
    ]
    return unique(code for governor in found for token in _agents(governor, "object") for code in codes(actors, token))


@functools.cache
def _verbs_of(sense: str) -> frozenset[str]:
    return frozenset(load("en", "agreements_parties")[sense])


def _beside(actors: Actors, phrase: Phrase) -> list[str]:
    """A list of states set beside a name: "called AUKUS — Australia, the United Kingdom, and the United States"."""
    doc, i = phrase.head.doc, phrase.end
    while i < len(doc) and (
        doc[i].text in QUOTES or doc[i].lower_ in {"called", "dubbed"} or doc[i].lower_ in phrase.aliases
    ):
        i += 1
    if i >= len(doc) or doc[i].text not in HYPHENS | {"(", ":"}:
        return []
    found: list[str] = []
    for token in doc[i + 1 : i + _LONGEST]:
        codes = codes_of(actors, token)
        if not codes and token.lower_ not in _LIST:
            break
        found.extend(codes)
    return found if len(set(found)) > 1 else []


def _by_clause(actors: Actors, phrase: Phrase) -> Iterator[str]:
    verbs, _, partners = _lexicon()
    for governor, place in _governors(phrase.head):
        if (
            place != "owner"
            and governor.lemma_.lower() not in verbs.get(place, frozenset())
            and not _is_noun(governor, place)
        ):
            continue
        if place != "object" and grammar.children(governor, "neg"):
            continue  # "is not part of the pact"
        yield from (code for token in _agents(governor, place) for code in codes(actors, token))
        for path, token in grammar.phrases(governor):
            if path == "on" and token.lower_ == "behalf":
                yield from (
                    c for p, t in grammar.phrases(token) if p == "of" for j in joined(t) for c in codes(actors, j)
                )
            elif path in partners and not phrase.each:
                yield from (code for t in joined(token) for code in codes(actors, t))


def _is_noun(governor: Token, place: str) -> bool:
    return governor.pos_ in {"NOUN", "PROPN"} and place != "object" and governor.lemma_.lower() in _lexicon()[1]


def _governors(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs and nouns that act on an agreement, and the place it has with them: object or a preposition."""
    first = head
    for _ in range(4):
        if first.dep_ not in {"conj", "appos"}:
            break
        first = first.head
    first = _listed(first) or first
    above = first.head
    if first.dep_ == "dobj" or (first.dep_ == "nsubjpass" and above.pos_ == "VERB"):
        yield above, "object"
    elif first.dep_ == "pobj" and above.dep_ in {"prep", "agent", "prt"}:
        yield from _over(above)
    for child in first.children:
        if child.dep_ in {"relcl", "acl"}:
            yield from ((verb, "object") for verb in _chain(child) if first in grammar.objects(verb))


def _listed(head: Token) -> Token | None:
    """The plural that a list of examples belongs to: "agreements signed by Chile and Peru, such as [the treaty]"."""
    if head.dep_ == "pobj" and head.head.lower_ in {"as", "including", "like"}:
        above = head.head.head
        return above if vocabulary().noun(above.lower_) else None
    return None


def _over(preposition: Token) -> Iterator[tuple[Token, str]]:
    """What a preposition hangs on, and what that hangs on: "suspended compliance with", "pulled out of"."""
    governor, place = preposition.head, preposition.lower_
    yield governor, place
    if governor.dep_ in {"prep", "prt", "advmod"}:
        yield governor.head, place
    for _ in range(3):
        if not _is_noun(governor, place):
            return
        if governor.dep_ == "pobj" and governor.head.head.pos_ == "NOUN":
            governor = governor.head.head
            yield governor, place
        elif governor.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            yield governor.head, "owner"
            return
        else:
            return


def _chain(verb: Token) -> Iterator[Token]:
    """A verb and the infinitives that hang on it: "are planning to sign"."""
    for _ in range(4):
        yield verb
        below = grammar.children(verb, "xcomp")
        if not below:
            return
        verb = below[0]


def _agents(governor: Token, place: str) -> Iterator[Token]:
    if governor.pos_ in {"NOUN", "PROPN"}:
        yield from grammar.children(governor, *_OWNING)
        return
    if grammar.is_passive(governor) and place == "object":
        agents = [t for path, t in grammar.phrases(governor) if path == "by"]
    else:
        agents = _accused(governor) or grammar.subjects(governor)
    yield from (t for agent in agents for t in joined(agent))


def _accused(verb: Token) -> list[Token]:
    """Who is said to do what stands in a participle: "accused Ruritania of breaching the treaty"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "from", "for", "into"} and verb.head.head.pos_ == "VERB":
        return grammar.children(verb.head.head, "dobj")
    return []


def joined(token: Token) -> list[Token]:
    """A token and all that is listed with it, also where the tree takes a list for an apposition."""
    found = [token]
    for word in found:
        if len(found) > _LONGEST:
            break
        listed = [c for c in word.children if c.dep_ == "conj" or (c.dep_ == "appos" and c.pos_ == "PROPN")]
        found += [c for c in listed if vocabulary().noun(c.lower_) is None]
    return found


def codes(actors: Actors, token: Token, depth: int = 0) -> Iterator[str]:
    """The parties that a noun stands for, or that its modifiers name: "Russian lawmakers", "leaders of Chile and Peru"."""
    own = codes_of(actors, token)
    yield from own
    if own or depth > 1:
        return
    for child in grammar.children(token, *_OWNING):
        yield from (code for code in codes_of(actors, child) if len(code) <= 3)
    for path, part in grammar.phrases(token):
        if path in {"of", "from"}:
            yield from (code for t in joined(part) for code in codes(actors, t, depth + 1))
