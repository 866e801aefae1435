"""What the clause around a mention tells about an agreement: who concludes it, who helps, whether it exists yet."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.doers import agents_of
from foedera.extract.agreements.nouns import normal, vocabulary
from foedera.extract.agreements.parties import helpers as brokers
from foedera.extract.agreements.parties import joined, seats_of, unique
from foedera.extract.agreements.progress import is_ahead, is_done, is_pending, is_sought, tells
from foedera.extract.agreements.words import HYPHENS, QUOTES, years
from foedera.extract.venues import is_aid
from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase

_FILLERS = frozenset({",", "and", "the", "&"})
_LONGEST = 80  # tokens of a list of parties
_LISTED = 16  # tokens between a plural and its examples


def read_clause(parties: Parties, phrase: Phrase) -> list[Token]:
    """Notes in a phrase what its clause tells; gives the verbs that act on it."""
    governors = list(_governors(phrase.head))
    acting = [g for g, place in governors if place == "object"]
    phrase.verbs = frozenset(g.lemma_.lower() for g in acting if not _by_one(g))
    known = phrase.title or phrase.form == "definite"
    phrase.making = not known and any(is_sought(g) for g, _ in governors)
    phrase.pending = not known and any(is_pending(g, place) for g, place in governors)
    phrase.done = any(is_done(g, place) for g, place in governors)
    phrase.lived = any(tells(g, "presupposing") for g, _ in governors)
    superseding = [g for g in acting if tells(g, "superseding")]
    if superseding:
        phrase.marks |= {"old"}
        phrase.supplanters = tuple(t.i for g in superseding for t in agents_of(g, "object"))
    if any(tells(verb, "lapsing") for verb in _own_verbs(phrase.head)):
        phrase.marks |= {"spent"}
    phrase.years |= {year for g in acting if tells(g, "dating") and not by_one_state(parties, g) for year in _year(g)}
    phrase.joined = any(tells(g, "joining") for g, place in governors if place == "to")
    phrase.places = frozenset(normal(t.text) for g in (phrase.head, *acting) for t in _where(g))
    helpers = [g for g in acting if tells(g, "helping")]
    phrase.helpers = unique(c for g in helpers for t in agents_of(g, "object") for c in parties.meant(t))
    hosts = (*phrase.helpers, *brokers(list(phrase.head.doc[phrase.start : phrase.head.i])))
    phrase.places |= {normal(seat) for code in hosts for seat in seats_of(code)}
    found = (*_beside(parties, phrase), *_concluding(parties, phrase, governors))
    phrase.concluders = unique(code for code in found if code not in phrase.siblings)
    phrase.ahead = len(phrase.concluders) > 1 and any(is_ahead(g) for g in acting)
    return acting


@functools.cache
def _lexicon() -> tuple[Mapping[str, frozenset[str]], frozenset[str], frozenset[str]]:
    """Verbs by the place of the agreement, nouns of the same sense, and the prepositions of partners."""
    data = load("en", "agreements_parties")
    verbs = {place: frozenset(found) for place, found in data["verbs"].items()}
    return verbs, frozenset(data["nouns"]), frozenset(data["partners"])


def _by_one(verb: Token) -> bool:
    """Whether one person does it: what a president signs alone may be a law or an order."""
    if grammar.is_passive(verb):
        return False
    agents = [t for agent in grammar.subjects(verb) for t in joined(agent)]
    return len(agents) == 1 and agents[0].tag_ in {"NN", "NNP", "PRP"} and not _has_partner(verb)


def by_one_state(parties: Parties, verb: Token) -> bool:
    """Whether one state does it by itself: the year in which Chile signed a treaty of many is not the treaty's own."""
    if grammar.is_passive(verb) or _has_partner(verb):
        return False
    agents = [t for agent in grammar.subjects(verb) for t in joined(agent)]
    return len(agents) == 1 and len(parties.of(agents[0])) == 1 and not parties.is_person(agents[0])


def _has_partner(verb: Token) -> bool:
    return any(path in _lexicon()[2] for path, _ in grammar.phrases(verb))


def _own_verbs(head: Token) -> list[Token]:
    """The verbs of which an agreement is the subject, also in a clause that hangs on it: "which had lapsed"."""
    own = [head.head] if head.dep_ == "nsubj" else []
    return [*own, *(c for c in head.children if c.dep_ == "relcl" and head in grammar.subjects(c))]


def _is_noun(governor: Token, place: str) -> bool:
    return governor.pos_ in {"NOUN", "PROPN"} and place != "object" and governor.lemma_.lower() in _lexicon()[1]


def _year(governor: Token) -> frozenset[str]:
    """The year that dates an agreement: "signed the treaty in 1961"."""
    return years(t for path, t in grammar.phrases(governor) if path == "in")


def _where(governor: Token) -> Iterator[Token]:
    """The names of places where something is done: "signed a deal in Doha"."""
    return (t for path, t in grammar.phrases(governor) if path in {"in", "at"} and t.pos_ == "PROPN")


def _beside(parties: Parties, phrase: Phrase) -> list[str]:
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


def _concluding(parties: Parties, phrase: Phrase, governors: list[tuple[Token, str]]) -> Iterator[str]:
    """Those who sign, reach, join or leave the agreement."""
    verbs = _lexicon()[0]
    for governor, place in governors:
        verb = place == "owner" or governor.lemma_.lower() in verbs.get(place, frozenset())
        if not verb and not _is_noun(governor, place):
            continue
        if place != "object" and grammar.children(governor, "neg"):
            continue  # "is not part of the pact"
        named = (code for t in (*agents_of(governor, place), *_partners(governor, phrase)) for code in parties.meant(t))
        yield from (code for code in named if len(code) <= 3 or tells(governor, "binding") or parties.fights(code))


def _partners(governor: Token, phrase: Phrase) -> Iterator[Token]:
    """Those with whom, between whom or on whose behalf something is done."""
    for path, token in grammar.phrases(governor):
        if path == "on" and token.lower_ == "behalf":
            yield from (t for inner, owner in grammar.phrases(token) if inner == "of" for t in joined(owner))
        elif path in _lexicon()[2] and not phrase.each and not is_aid(token):
            yield from joined(token)


def _governors(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs and nouns that act on an agreement, and the place it has with them: object or a preposition."""
    first = head
    among = _among(first)
    for _ in range(4):
        if first.dep_ not in {"conj", "appos"}:
            break
        first = first.head
        among = among or _among(first)
    first = _listed(first) or among or first
    above = first.head
    if first.dep_ == "dobj" or (first.dep_ == "nsubjpass" and above.pos_ == "VERB"):
        yield above, "object"
    elif first.dep_ == "pobj" and above.dep_ in {"prep", "agent", "prt"}:
        yield from _over(above)
    for child in first.children:
        if child.dep_ in {"relcl", "acl"}:
            yield from ((verb, "object") for verb in _chain(child) if first in grammar.objects(verb))
        elif child.dep_ == "prep" and child.lower_ == "with":  # "a pact with Peru, which was signed": Peru is not
            below = (c for t in grammar.children(child, "pobj") for c in grammar.children(t, "relcl"))
            yield from ((verb, "object") for verb in below if tells(verb, "dating") and grammar.is_passive(verb))


def _listed(head: Token) -> Token | None:
    """The plural that a list of examples belongs to: "agreements signed by Chile and Peru, such as [the treaty]"."""
    if head.dep_ == "pobj" and head.head.lower_ in {"as", "including", "like"}:
        above = head.head.head
        for _ in range(5):  # the tree may hang the list on the last word before it
            if vocabulary().noun(above.lower_):
                return above
            above = above.head
    return None


def _among(head: Token) -> Token | None:
    """The plural that "among them" counts an agreement to: "old treaties, among them [the treaty]"."""
    doc, i = head.doc, head.i
    for token in head.children:
        if token.lower_ != "among" or not -_LISTED <= token.i - i < _LISTED:
            continue
        if doc[token.i + 1 : token.i + 2].text.lower() == "them":
            before = doc[max(head.sent.start, min(token.i, i) - _LISTED) : min(token.i, i)]
            return next((t for t in reversed(before) if vocabulary().plural.get(t.lower_)), None)
    return None


def _over(preposition: Token) -> Iterator[tuple[Token, str]]:
    """What a preposition hangs on, and what that hangs on: "suspended compliance with", "pulled out of"."""
    governor, place = preposition.head, preposition.lower_
    if governor.lower_ == "according":
        return  # "signed a deal, according to a statement"
    yield governor, place
    if governor.dep_ in {"prep", "prt", "advmod"}:
        yield governor.head, place
    for _ in range(3):
        if not _is_noun(governor, place):
            return
        if governor.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            yield governor.head, "owner"
        if governor.dep_ != "pobj" or governor.head.head.pos_ != "NOUN":
            return
        governor = governor.head.head
        yield governor, place


def _chain(verb: Token) -> Iterator[Token]:
    """A verb and the infinitives that hang on it: "are planning to sign"."""
    for _ in range(4):
        yield verb
        below = grammar.children(verb, "xcomp")
        if not below:
            return
        verb = below[0]
