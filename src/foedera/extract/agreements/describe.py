"""What an agreement is: its name, kind, label, parties, number of articles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.grounds import grounded
from foedera.extract.agreements.membership import Membership, multilateral
from foedera.model import Agreement
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.entities import Actors
    from foedera.model.records import AgreementKind


def describe(layers: Layers, actors: Actors, clusters: list[Cluster]) -> tuple[Agreement, ...]:
    """One record for each cluster of phrases that is an agreement between states."""
    out = []
    members = Membership(layers, actors)
    states = len({e.iso3 or e.name for e in actors.entities if e.kind == "state"})
    for c in clusters:
        parties = members.stated(c)
        if not grounded(c, len(parties), len(members.beside(c)), states):
            continue
        best = max(c.phrases, key=lambda p: (len(p.title), len(p.topics) + len(p.parties), -p.start))
        kind = _kind(c)
        name = best.tokens.text.strip()
        spans = sorted({layers.span(p.tokens) for p in c.phrases})
        out.append(
            Agreement(
                id=content_id("agr", layers.document.id, spans[0].start, spans[0].text),
                name=name,
                kind=kind,
                mentions=tuple(spans),
                parties=members.likely(c, parties),
                multilateral=multilateral(c, parties),
            )
        )
    return tuple(out)


_LOOSE = {"agreement": 1, "plan": 2, "other": 3}


def _kind(cluster: Cluster) -> AgreementKind:
    """What the text calls it: by its title, else by the most frequent word that says more than "agreement"."""
    called: Counter[AgreementKind] = Counter()
    for p in cluster.phrases:
        if p.head.text.lower() in p.aliases:
            continue
        called[p.noun.kind] += 3 if p.title and p.head.text[0].isupper() else 1
        called.update(k for lemma in p.inner if (k := vocabulary().singular[lemma].kind) not in _LOOSE)
    if not called:
        return "agreement"
    return max(called, key=lambda kind: (-_LOOSE.get(kind, 0), called[kind]))
