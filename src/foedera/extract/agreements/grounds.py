"""Whether what a text calls a deal is one between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.entities import Actors


def grounded(layers: Layers, actors: Actors, cluster: Cluster) -> bool:
    """Whether the words of an agreement's mentions show that it is one between states."""
    words = vocabulary()
    score = 0.0
    for p in cluster.phrases:
        mods = {t.lower_ for t in p.modifiers} | {t.lower_ for t in p.complement}
        if mods & words.domestic_modifiers:
            score -= 3
        if mods & words.matters:
            score += 1
        if p.title:
            score += 2
        score += p.noun.weight * 0.5
    score += len(cluster.parties)
    return score >= 2
