"""Slots of a claim: which agreement or entity the words of its subject and object stand for."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from foedera.extract.claims.frames import persons
from foedera.extract.entities.titles import classes
from foedera.extract.grammar import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Span

_ANAPHORS = frozenset({"this", "it", "that", "which", "these", "they"})
_SPEAKERS = frozenset({"we", "i", "our", "my", "us"})
_WIDE = 80  # tokens of one phrase
_FAR = 600  # characters: a pronoun does not reach back further for its agreement
_CUT = frozenset({"relcl", "acl", "advcl", "ccomp"})


class Slots:
    """Answers what some words stand for, from maps made once a document."""

    def __init__(self, layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> None:
        self.layers = layers
        self.actors = actors
        self.kinds = {a.id: "agreement" for a in agreements} | {e.id: e.kind for e in actors.entities}
        places = sorted((m.start, m.end, a.id) for a in agreements for m in a.mentions)
        self._places = places
        self._starts = [start for start, _, _ in places]
        self.topic: tuple[str, ...] = ()
        self._parties = {a.id: a.parties for a in agreements}

    def resolve(self, head: Token, kinds: frozenset[str], *, anaphor: bool, holder: str | None) -> list[str]:
        """The agreements and entities that a phrase stands for: its head's, else those that it names."""
        found: list[str] = []
        for token in _unquoted(conjuncts(head)):
            own = self._one(token, kinds, anaphor=anaphor, holder=holder)
            found += self._inside(token, kinds) if own is None else own
        return list(dict.fromkeys(found))[:4]

    def _one(self, token: Token, kinds: frozenset[str], *, anaphor: bool, holder: str | None) -> list[str] | None:
        """What a word itself stands for, None where it stands for nothing known."""
        agreement = self._agreement_at(token)
        if agreement and "agreement" in kinds:
            return [agreement]
        entities = self.actors.all_at(token)
        if entities:
            return [e.id for e in entities if e.kind in kinds]
        if token.lower_ in _SPEAKERS and holder and "person" in kinds:
            return [holder]
        if anaphor and token.lower_ in _ANAPHORS and "agreement" in kinds and (last := self._last_agreement(token)):
            return [last]
        return None

    def _inside(self, head: Token, kinds: frozenset[str]) -> list[str]:
        """Those named within a phrase ("the provisions of the new treaty", "Russia's readiness to sign")."""
        lemma = head.lemma_.lower()
        if head.pos_ in ("PRON", "DET", "NUM") or lemma in persons() or lemma in classes():
            return []
        owners = self._owners(head, kinds)
        if owners:
            return owners
        tokens = [t for t in itertools.islice(head.subtree, _WIDE) if not self._in_clause(t, head)]
        agreements = [a for t in tokens if (a := self._agreement_at(t))] if "agreement" in kinds else []
        agreements = agreements or (self._goals(head) if "agreement" in kinds else [])
        if agreements:
            return agreements[:1]
        named = [e.id for t in tokens for e in self.actors.in_(t) if e.kind in kinds]
        return list(dict.fromkeys(named))[:3]

    def _owners(self, head: Token, kinds: frozenset[str]) -> list[str]:
        return [e.id for c in head.lefts if c.dep_ == "poss" for e in self.actors.all_at(c) if e.kind in kinds]

    def _goals(self, head: Token) -> list[str]:
        """The agreement that a noun has for its aim: "the readiness to sign the pact"."""
        aims = [c for c in head.rights if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB"]
        return [a for aim in aims for c in aim.rights if c.dep_ == "dobj" and (a := self._agreement_at(c))]

    def exactly(self, head: Token, kinds: frozenset[str]) -> list[str]:
        """What the head words of a phrase stand for, or whoever owns what they name ("Turkey's right to ...")."""
        found: list[str] = []
        for token in _unquoted(conjuncts(head)):
            found += self._one(token, kinds, anaphor=False, holder=None) or self._owners(token, kinds)
        return list(dict.fromkeys(found))

    def _in_clause(self, token: Token, head: Token) -> bool:
        for _ in range(12):
            if token == head:
                return False
            if token.dep_ in _CUT:
                return True
            token = token.head
        return True

    def names_agreement(self, span: Span) -> bool:
        """Whether the end of some words lies in the mention of an agreement."""
        return self._mentioned(span.end - 1) is not None

    def _agreement_at(self, token: Token) -> str | None:
        return self._mentioned(token.idx)

    def _mentioned(self, at: int) -> str | None:
        i = bisect_right(self._starts, at) - 1
        for start, end, agreement in self._places[max(0, i - 2) : i + 1]:
            if start <= at < end:
                return agreement
        return None

    def _last_agreement(self, token: Token) -> str | None:
        """The agreement that "this" or "it" stands for: the only one the quotation is about, else the last named."""
        about = [a for a in self.topic if self.kinds.get(a) == "agreement"]
        if len(about) == 1:
            return about[0]
        i = bisect_right(self._starts, token.idx) - 1
        if i >= 0 and token.idx - self._places[i][1] < _FAR:
            return self._places[i][2]
        return None

    def states_of(self, agreement: str) -> list[str]:
        """The state entities that are an agreement's parties."""
        parties = self._parties.get(agreement, ())
        return [e.id for e in self.actors.entities if e.iso3 in parties and e.iso3]


def _unquoted(heads: list[Token]) -> list[Token]:
    """Joined phrases without those before a quotation mark: there the parser joins two clauses."""
    last = heads[-1]
    return [h for h in heads if not any(t.is_quote for t in last.doc[h.i : last.i])] if last.i > heads[0].i else heads
