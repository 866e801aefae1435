"""Who concludes an agreement: who signs, reaches, joins or leaves it, or is listed beside its name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.doers import agents_of
from foedera.extract.agreements.governors import is_doing
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import joined
from foedera.extract.agreements.progress import tells
from foedera.extract.agreements.words import HYPHENS, QUOTES
from foedera.extract.venues import is_aid
from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase

_FILLERS = frozenset({",", "and", "the", "&"})
_CODE = 3  # letters of a state's code; other parties go by name
_LONGEST = 80  # tokens of a list of parties

_of_partners = functools.partial(words, "en", "agreements_parties", "partners")


def concluding(parties: Parties, phrase: Phrase, governors: list[tuple[Token, str]]) -> Iterator[str]:
    """Those who sign, reach, join or leave the agreement."""
    verbs = _verbs()
    makers = [t for path, by in grammar.phrases(phrase.head) if path == "by" for t in joined(by)]
    yield from (code for t in makers for code in parties.meant(t) if len(code) <= _CODE)
    for governor, place in governors:
        verb = place == "owner" or governor.lemma_.lower() in verbs.get(place, frozenset())
        if not verb and not is_doing(governor, place):
            continue
        if place != "object" and _is_negated(governor):
            continue  # "is not part of the pact"
        agents = () if any(t.lower_ == "behalf" for t in _on(governor)) else agents_of(governor, place)
        who = (*agents, *_partners(governor, phrase))
        doers = (t for t in who if vocabulary().noun(t.lower_) is None)  # "replaced by the Samoa Agreement"
        named = (code for t in doers for code in parties.meant(t))
        yield from (code for code in named if len(code) <= _CODE or tells(governor, "binding") or parties.fights(code))


def _on(verb: Token) -> list[Token]:
    """What stands after "on" with a verb: who signs "on behalf of the Union" does not do so for the own state."""
    return [t for path, t in grammar.phrases(verb) if path == "on"]


def _is_negated(governor: Token) -> bool:
    """Whether somebody is said not to be or do something: "is not | a party to"."""
    copula = governor.head if governor.dep_ == "attr" else governor
    return bool(grammar.children(governor, "neg") or grammar.children(copula, "neg"))


def listed_beside(parties: Parties, phrase: Phrase) -> list[str]:
    """A list of states set beside a name: "the pact, known as FGI — France, Germany and Italy"."""
    doc, i = phrase.head.doc, phrase.end
    skipped = {"called", "dubbed", *phrase.aliases}
    while i < len(doc) and (doc[i].text in QUOTES or doc[i].lower_ in skipped):
        i += 1
    if i >= len(doc) or doc[i].text not in HYPHENS | {"(", ":"}:
        return []
    found: list[str] = []
    for token in doc[i + 1 : i + _LONGEST]:
        codes = parties.of(token)
        if not codes and token.lower_ not in _FILLERS:
            break
        found.extend(codes)
    return found if len(set(found)) > 1 else []


def by_one_state(parties: Parties, verb: Token) -> bool:
    """Whether one state does it by itself: the year in which Chile signed a treaty of many is not the treaty's own."""
    if grammar.is_passive(verb) or _has_partner(verb):
        return False
    agents = [t for agent in grammar.subjects(verb) for t in joined(agent)]
    return len(agents) == 1 and len(parties.of(agents[0])) == 1 and not parties.is_person(agents[0])


def by_one(verb: Token) -> bool:
    """Whether one person does it: what a president signs alone may be a law or an order."""
    if grammar.is_passive(verb):
        return False
    agents = [t for agent in grammar.subjects(verb) for t in joined(agent)]
    return len(agents) == 1 and agents[0].tag_ in {"NN", "NNP", "PRP"} and not _has_partner(verb)


@functools.cache
def _verbs() -> Mapping[str, frozenset[str]]:
    """The verbs of those who conclude, by the place that the agreement has with them."""
    return {place: frozenset(found) for place, found in load("en", "agreements_parties")["verbs"].items()}


def _has_partner(verb: Token) -> bool:
    return any(path in _of_partners() for path, _ in grammar.phrases(verb))


def _partners(governor: Token, phrase: Phrase) -> Iterator[Token]:
    """Those with whom, between whom or on whose behalf something is done."""
    for path, token in grammar.phrases(governor):
        if path == "on" and token.lower_ == "behalf":
            yield from (t for inner, owner in grammar.phrases(token) if inner == "of" for t in joined(owner))
        elif path in _of_partners() and not phrase.each and not is_aid(token):
            yield from joined(token)
