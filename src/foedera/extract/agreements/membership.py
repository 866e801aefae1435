"""The parties of each agreement of a document: by its phrases, by its clauses, and by who stands beside it."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract.agreements.concluding import codes, concluding, joined
from foedera.extract.agreements.parties import codes_of, unique

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.entities import Actors

_MANY = 5  # named parties from which an agreement counts as multilateral
_WE = frozenset({"we", "our", "us"})


@dataclass
class Membership:
    """Answers, for one document, who the parties of an agreement are."""

    layers: Layers
    actors: Actors

    def stated(self, cluster: Cluster) -> tuple[str, ...]:
        """Those whom the phrases name and those who conclude, join or leave the agreement in some clause."""
        found = [code for p in cluster.phrases for code in (*p.parties, *concluding(self.actors, p))]
        if not found and any(t.lower_ in _WE for p in cluster.phrases for t in p.head.sent):
            found = list(self.we)
        return unique(found)

    @functools.cached_property
    def we(self) -> tuple[str, ...]:
        """The states that speak as "we": "We, Chile and Peru, ...", "As leaders of Chile and Peru, we ..."."""
        for token in self.layers.tokens:
            if token.lower_ != "we":
                continue
            beside = [t for c in token.children if c.dep_ == "appos" for t in joined(c)]
            leading = [c for c in token.head.children if c.dep_ == "prep" and c.lower_ == "as" and c.i < token.i]
            beside += [t for c in leading for t in c.children if t.dep_ == "pobj"]
            found = unique(code for t in beside for code in codes(self.actors, t))
            if len(found) > 1:
                return found
        return ()

    def likely(self, cluster: Cluster, stated: tuple[str, ...]) -> tuple[str, ...]:
        """Fills up to two parties with the states most often named beside the agreement."""
        if len(stated) >= 2 or multilateral(cluster, stated):
            return stated
        beside = Counter[str]()
        for sentence in {p.head.sent.start: p.head.sent for p in cluster.phrases}.values():
            beside.update({code for t in sentence for code in codes_of(self.actors, t)})
        ranked = sorted(beside, key=lambda code: (-beside[code], -self.counts[code], code))
        return unique([*stated, *(code for code in ranked if code not in stated)])[:2]

    @functools.cached_property
    def counts(self) -> Counter[str]:
        """How often each state is named in the document."""
        return Counter(code for t in self.layers.tokens for code in codes_of(self.actors, t))


def multilateral(cluster: Cluster, parties: tuple[str, ...]) -> bool:
    """Whether the text presents an agreement as one of many parties."""
    scope = {"global", "worldwide", "multilateral", "international", "universal"}
    many = any(p.scope & scope or p.noun.family == "convention" for p in cluster.phrases)
    return many or len(parties) >= _MANY
