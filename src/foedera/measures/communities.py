"""Blocs in a network of ties, with how sure they are.

Modularity (Newman and Girvan 2004) optimised by the Louvain method (Blondel et al. 2008, networkx). What it finds
depends on the resolution and on the order in which states are visited, so both are named and the stability is reported.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


@dataclass(frozen=True, slots=True)
class Blocs:
    """The blocs found. `stability` is the mean Rand index of `runs` further searches with other seeds against these."""

    members: tuple[frozenset[Hashable], ...]
    modularity: float | None
    resolution: float
    seed: int
    runs: int
    stability: float


def find_blocs(
    ties: Mapping[tuple[Hashable, Hashable], float], *, resolution: float = 1.0, seed: int = 0, runs: int = 20
) -> Blocs:
    """Blocs of states with more ties among them than their numbers of ties would lead one to expect.

    Args:
        ties: positive weights of pairs; a pair that is not there has no tie.
        resolution: above 1 smaller blocs, below 1 larger ones.
        seed: of the search that is reported.
        runs: how many further seeds the stability is measured with.
    """
    graph: nx.Graph[Hashable] = nx.Graph()
    for (a, b), weight in sorted(ties.items(), key=lambda item: tuple(map(str, item[0]))):
        graph.add_edge(a, b, weight=weight)
    found = _search(graph, resolution, seed)
    again = [_search(graph, resolution, seed + run) for run in range(1, runs + 1)]
    stability = sum(_rand_index(found, other) for other in again) / runs if runs else 1.0
    quality = (
        nx.community.modularity(graph, [set(bloc) for bloc in found], resolution=resolution) if graph.size() else None
    )
    return Blocs(found, quality, resolution, seed, runs, stability)


def _search(graph: nx.Graph[Hashable], resolution: float, seed: int) -> tuple[frozenset[Hashable], ...]:
    blocs = nx.community.louvain_communities(graph, weight="weight", resolution=resolution, seed=seed)
    return tuple(sorted(map(frozenset, blocs), key=lambda bloc: (-len(bloc), min(map(str, bloc)))))


def _rand_index(a: tuple[frozenset[Hashable], ...], b: tuple[frozenset[Hashable], ...]) -> float:
    """The share of pairs that both partitions treat alike (together in both, or apart in both)."""
    bloc_a = {node: i for i, bloc in enumerate(a) for node in bloc}
    bloc_b = {node: i for i, bloc in enumerate(b) for node in bloc}
    pairs = list(itertools.combinations(bloc_a, 2))
    alike = sum((bloc_a[x] == bloc_a[y]) == (bloc_b[x] == bloc_b[y]) for x, y in pairs)
    return alike / len(pairs) if pairs else 1.0
