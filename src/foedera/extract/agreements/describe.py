"""What an agreement is: its name, kind, label, parties, number of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model import Agreement
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.entities import Actors


def describe(layers: Layers, actors: Actors, clusters: list[Cluster]) -> tuple[Agreement, ...]:
    """One record for each cluster of phrases."""
    out = []
    for c in clusters:
        best = max(c.phrases, key=lambda p: (len(p.title), len(p.topics) + len(p.parties), -p.start))
        name = best.tokens.text.strip()
        spans = sorted({layers.span(layers.tokens[s:e]) for s, e in c.spans()})
        out.append(
            Agreement(
                id=content_id("agr", layers.document.id, c.key()),
                name=name,
                kind=best.noun.kind,
                mentions=tuple(spans),
                parties=tuple(c.parties),
            )
        )
    return tuple(out)
