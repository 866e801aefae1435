"""The parties of each agreement of a document: by its phrases, by its clauses, and by who stands beside it."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract.agreements.joiners import joiners
from foedera.extract.agreements.parties import helps, is_seat, opens_report, unique
from foedera.extract.venues import is_helper, is_venue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase
    from foedera.extract.entities import Actors

_OFTEN = 2  # sentences that name a state beside an agreement of many, for it to be the party spoken of
_CODE = 3  # letters of a state's code; other parties go by name
_PAIR = 2
_TWICE = 2
_SELDOM = 3  # times that a state is named which the report is not about
_REACH = 3  # sentences that an agreement is remembered
_MANY = 5  # named parties from which an agreement counts as multilateral
_WE = frozenset({"we", "our", "us"})
_ENOUGH = 50  # places of "we" that are looked at
_OPEN = frozenset({"global", "worldwide", "multilateral", "international", "universal"})


@dataclass
class Membership:
    """Answers, for one document, who the parties of an agreement are."""

    actors: Actors
    parties: Parties
    lookup: Lookup
    _places: dict[int, frozenset[str]] = field(default_factory=dict)
    _named: dict[int, frozenset[str]] = field(default_factory=dict)
    _beside: dict[int, Counter[str]] = field(default_factory=dict)
    _open: dict[int, bool] = field(default_factory=dict)

    def stated(self, cluster: Cluster) -> tuple[str, ...]:
        """Those whom the phrases name and those who conclude, join or leave the agreement in some clause; who is said
        not to join one of many is none of them."""
        out = self._outsiders(cluster)
        found = [c for p in cluster.phrases for c in (*p.parties, *p.concluders) if not (c in out and p.denied)]
        if not found and any(self._speaks_of_us(sentence) for sentence in self._sentences(cluster)):
            return self.we
        return unique(found)

    def _outsiders(self, cluster: Cluster) -> set[str]:
        """Who is said not to sign, ratify or join an agreement of many: "Spain has yet to ratify the convention"."""
        denied = {code for p in cluster.phrases if p.denied for code in p.concluders}
        return denied if denied and self.multilateral(cluster, ()) else set()

    @functools.cached_property
    def we(self) -> tuple[str, ...]:
        """The states that speak as "we": "We, Chile and Peru, ...", "As leaders of Chile and Peru, we ..."."""
        for token in self.lookup.words({"we"}):
            beside = _listed_after(token)
            leading = [c for c in token.head.children if c.dep_ == "prep" and c.lower_ == "as" and c.i < token.i]
            beside += [t for c in leading for t in c.children if t.dep_ == "pobj"]
            found = unique(code for t in beside for code in self.parties.meant(t))
            if len(found) > 1:
                return found
        return ()

    def likely(self, cluster: Cluster, stated: tuple[str, ...]) -> tuple[str, ...]:
        """Adds who else must be a party: of a standing agreement, or up to two states often named beside it."""
        settled = cluster.instrument
        if settled is not None and settled.parties:
            return unique([*stated, *(code for code in settled.parties if self.counts[code])])
        if len(stated) >= 2 or (stated and self.multilateral(cluster, stated)):
            return (*self._maker(cluster, stated), *stated)
        if cluster.partners and (maker := self._maker(cluster, stated)):
            return (*maker, *stated)
        # The other party need not be named in the sentence where the partners are.
        beside = self.beside(cluster) | self.counts if cluster.partners else self.beside(cluster)
        ranked = sorted(beside, key=lambda code: (-beside[code], -self.counts[code], code))
        partners = (code for p in cluster.phrases for code in (*p.siblings, *p.helpers))
        others = {*stated, *partners, *self._bystanders(cluster), *self._outsiders(cluster)}
        states = [code for code in ranked if code not in others and (len(code) <= _CODE or self.parties.fights(code))]
        if self._with_insurgents(cluster):
            states = [code for code in states if self.parties.fights(code) or not stated]
        if fighting := [code for code in states if self.parties.fights(code)]:
            alone = bool(stated) or fighting[0] not in states[:_PAIR]  # the other side of a state's war
            return (*stated, *(fighting[:1] if alone else states))[:_PAIR]
        if self.multilateral(cluster, stated):
            return tuple(code for code in states[:1] if beside[code] >= _OFTEN)
        titled = any(p.title and p.head.text[0].isupper() for p in cluster.phrases)
        most = 1 if titled and len(stated) + len(states) != 2 else 2  # who stands beside a title may only comment
        return (*stated, *states)[: max(most, len(stated))]

    def _with_insurgents(self, cluster: Cluster) -> bool:
        """Whether a sentence of its mentions speaks of rebels: then other states are hosts or mediators."""
        beside = any(self.lookup.number(p.head) in self._of_insurgents for p in cluster.phrases)
        return beside or (self._at_war_within and ("ceasefire" in cluster.families or "peace" in cluster.telling))

    @functools.cached_property
    def _of_insurgents(self) -> frozenset[int]:
        """The sentences that speak of rebels."""
        rebels = self.lookup.words(lexicon.words("en", "agreements_parties", "insurgents"))
        return frozenset(self.lookup.number(token) for token in rebels)

    @functools.cached_property
    def _at_war_within(self) -> bool:
        """Whether a report is about one country and those who fight its government."""
        first, second = [*self.counts.most_common(_PAIR), ("", 0), ("", 0)][:_PAIR]
        split = any(self.lookup.words(lexicon.words("en", "agreements_parties", "factions")))
        return split and first[1] >= _TWICE * second[1]

    def joined(self, clusters: list[Cluster], known: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        """The parties of each agreement, those of many with whoever joins them in a sentence that names no other."""
        found = {key: list(codes) for key, codes in known.items()}
        places: dict[int, list[Cluster]] = {}
        for cluster in clusters:
            for number in {self.lookup.number(p.head) for p in cluster.phrases}:
                places.setdefault(number, []).append(cluster)
        last, since = None, 0
        for number in range(min(places, default=0), self.lookup.size):
            here = [c for c in places.get(number, ()) if self.multilateral(c, known[id(c)]) is not False]
            last, since = (here[0], 0) if len(here) == 1 else (last, since + 1)
            if last is not None and since <= _REACH and not (since and number in places):
                found[id(last)] += self._joiners(number)
        return {key: unique(codes) for key, codes in found.items()}

    def _joiners(self, number: int) -> tuple[str, ...]:
        sentence = self.lookup.sentence_at(number)
        return unique(joiners(self.parties, sentence, frozenset(self.lookup.lower(sentence.start, sentence.end))))

    def completed(self, cluster: Cluster, parties: tuple[str, ...], pair: tuple[str, ...]) -> tuple[str, ...]:
        """The parties of an agreement of which at most one is told: the two whom the report is about, if it is one."""
        if len(parties) > 1 or self.multilateral(cluster, parties) or not set(parties) <= set(pair):
            return parties
        return pair or parties

    def pair(self, *known: Iterable[tuple[Cluster, tuple[str, ...]]]) -> tuple[str, ...]:
        """The two parties that a report is about: those of the agreement of two that it mentions most; else the two
        states that it names far more often than any other."""
        for found in known:
            of_two = ((c, codes) for c, codes in found if self._is_pair(codes))
            twos = [(len(c.phrases), codes) for c, codes in of_two if not self.multilateral(c, codes)]
            if twos:
                return max(twos, key=lambda item: item[0])[1]
        first, second, third = [*self.counts.most_common(3), *[("", 0)] * 3][:3]
        return (first[0], second[0]) if second[1] > max(_TWICE * third[1], _SELDOM) else ()

    def _is_pair(self, codes: tuple[str, ...]) -> bool:
        return len(codes) == _PAIR and all(len(code) <= _CODE or self.parties.fights(code) for code in codes)

    def multilateral(self, cluster: Cluster, parties: tuple[str, ...]) -> bool | None:
        """Whether the text presents an agreement as one of many parties."""
        if cluster.instrument is not None:
            return cluster.instrument.many
        if id(cluster) not in self._open:
            self._open[id(cluster)] = _is_open(cluster)
        if self._open[id(cluster)]:
            return True
        # A body stands for all its members: "the Mercosur-Singapore agreement".
        bodies = any(len(code) > _CODE for code in parties)
        return True if len(parties) >= _MANY and not bodies else (False if len(parties) > 1 else None)

    def _maker(self, cluster: Cluster, stated: tuple[str, ...]) -> tuple[str, ...]:
        """Who makes a deal "with" others, where only these are stated: the one other state named beside it."""
        partners = {code for p in cluster.phrases for code in p.partners}
        if set(stated) - partners or any(self._is_owned(p) for p in cluster.phrases):
            return ()
        others = {*stated, *self._bystanders(cluster), *(c for p in cluster.phrases for c in (*p.siblings, *p.helpers))}
        beside = [code for code in self.beside(cluster) if code not in others and len(code) <= _CODE]
        return tuple(beside) if len(beside) == 1 else ()

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a phrase tells by its own words whose deal it is: "the EU's deal with Chile"."""
        before = phrase.head.doc[phrase.start : phrase.head.i]
        return any(t.tag_ in {"POS", "PRP$"} or self.parties.of(t) for t in before)

    def beside(self, cluster: Cluster) -> Counter[str]:
        """In how many sentences of its mentions each state is named; counted once for each agreement."""
        known = self._beside.get(id(cluster))
        if known is None:
            codes = [code for sentence in self._sentences(cluster) for code in self._in(sentence)]
            known = self._beside[id(cluster)] = Counter(codes)
        return known

    def _bystanders(self, cluster: Cluster) -> set[str]:
        """The states that the sentences of its mentions name only as a place or helper: "was signed in Singapore"."""
        sentences = list(self._sentences(cluster))
        venues = {code for sentence in sentences for code in self._venues(sentence)}
        return venues.difference(*(self._in(sentence) - self._venues(sentence) for sentence in sentences))

    def _venues(self, sentence: Tokens) -> frozenset[str]:
        """The states that one sentence names only as a place."""
        known = self._places.get(sentence.start)
        if known is None:
            named = [(_stands_aside(t), codes) for t, codes in self.parties.within(sentence)]
            acting = {code for venue, codes in named if not venue for code in codes}
            places = {code for venue, codes in named if venue for code in codes}
            known = self._places[sentence.start] = frozenset(places - acting)
        return known

    def _sentences(self, cluster: Cluster) -> Iterable[Tokens]:
        return {self.lookup.number(p.head): self.lookup.sentence(p.head) for p in cluster.phrases}.values()

    def _speaks_of_us(self, sentence: Tokens) -> bool:
        return any(sentence.start <= i < sentence.end for i in self._us)

    @functools.cached_property
    def _us(self) -> tuple[int, ...]:
        return tuple(t.i for t in self.lookup.words(_WE))[:_ENOUGH]

    def _in(self, sentence: Tokens) -> frozenset[str]:
        known = self._named.get(sentence.start)
        if known is None:
            known = self._named[sentence.start] = frozenset(
                c for _, codes in self.parties.within(sentence) for c in codes
            )
        return known

    @functools.cached_property
    def counts(self) -> Counter[str]:
        """How often each state is named in the document, itself or by those who stand for it."""
        found = Counter[str]()
        for entity in self.actors.entities:
            if home := self.actors.home(entity):
                found[home] += len(entity.mentions)
        return found


def _stands_aside(token: Token) -> bool:
    """Whether a name is only that of a helper or a place; a seat of government is a place with any "in"."""
    seat = token.dep_ == "pobj" and token.head.lower_ in {"in", "at"} and is_seat(token)
    return seat or _names_a_thing(token) or opens_report(token) or is_venue(token) or is_helper(token) or helps(token)


def _names_a_thing(token: Token) -> bool:
    """Whether a seat of government is part of another thing's name: "the Rome Statute", "at noon Moscow time"."""
    after = token.head
    if token.dep_ not in {"compound", "amod", "nmod"} or after.i <= token.i or not is_seat(token):
        return False
    return after.lower_ == "time" or (
        after.pos_ == "PROPN" and after.text[:1].isupper() and after.ent_type_ != "PERSON"
    )


def _listed_after(pronoun: Token) -> list[Token]:
    """The names set beside a "we": "We, Chile, Peru and the Republic of Korea, ..."."""
    doc, i = pronoun.doc, pronoun.i
    if i + 1 >= len(doc) or doc[i + 1].text not in {",", "—", "–"}:
        return []
    end = next((t.i for t in doc[i + 1 : i + 80] if t.pos_ in {"VERB", "AUX"} or t.is_sent_start), i + 80)
    return list(doc[i + 1 : end])


def _is_open(cluster: Cluster) -> bool:
    """Whether the words around an agreement show that it is one of many."""
    convention = not cluster.pairs and any(p.noun.family == "convention" for p in cluster.phrases)
    return bool(cluster.scope & _OPEN) or convention or cluster.joined or _is_of_alliance(cluster)


def _is_of_alliance(cluster: Cluster) -> bool:
    """Whether a title says that an agreement is of an organisation's members: "the ASEAN Trade in Goods Agreement"."""
    alliances = lexicon.words("en", "agreements_parties", "alliances")
    titles = (p.head.doc[p.start : p.head.i] for p in cluster.phrases if p.title and not p.pair and not p.parties)
    return any(t.text in alliances for title in titles for t in title)
