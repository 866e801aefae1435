"""Whether what a text calls a deal is one between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster


def grounded(cluster: Cluster, parties: tuple[str, ...], states: int) -> bool:
    """Whether the words of an agreement's mentions, and its parties, show that it is one between states."""
    if cluster.inside:
        return False
    lexicon = vocabulary()
    weight = max(p.noun.weight for p in cluster.phrases)
    matters = any(p.words & lexicon.matters for p in cluster.phrases)
    titled = any(p.title and (p.aliases or p.head.text[0].isupper()) for p in cluster.phrases)
    return weight + matters + titled + min(2, len(parties)) + (states >= 2) >= 2
