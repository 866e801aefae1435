"""Structural balance of a network of friends (+1) and foes (-1).

Heider 1946, Cartwright and Harary 1956: a triad is balanced if the product of its signs is positive. Estrada 2019 for
the walk index; Aref, S. and Wilson, M. C. 2018. "Measuring partial balance in signed networks." Journal of Complex
Networks 6 (4): 566-595, for the frustration index. A pair without a sign is no tie: its triads do not exist.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from foedera.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

LARGEST_EXACT = 24  # 2^23 partitions: seconds


@dataclass(frozen=True, slots=True)
class Balance:
    """Triads by how many of their ties are negative, and `index`, the share that is balanced (None without triads)."""

    by_negative: tuple[int, int, int, int]

    @property
    def triads(self) -> int:
        """All triads."""
        return sum(self.by_negative)

    @property
    def index(self) -> float | None:
        """T = (triads with no or two negative ties) / all triads."""
        return (self.by_negative[0] + self.by_negative[2]) / self.triads if self.triads else None


@dataclass(frozen=True, slots=True)
class Frustration:
    """The fewest ties that keep the network from splitting into two camps (`count`, L), the camps, and the ties (m)."""

    count: int
    camps: tuple[frozenset[Hashable], frozenset[Hashable]]
    ties: int

    @property
    def normalised(self) -> float | None:
        """F = 1 - L / (m / 2): 1 where two camps explain every tie; None without ties."""
        return 1 - self.count / (self.ties / 2) if self.ties else None


def signed_graph(signs: Mapping[tuple[Hashable, Hashable], int]) -> nx.Graph[Hashable]:
    """The network of the signs; each is +1 or -1, and a pair has one."""
    graph: nx.Graph[Hashable] = nx.Graph()
    for (a, b), sign in signs.items():
        if sign not in (1, -1):
            raise ReferenceDataError(f"the sign of {a} and {b} is {sign!r}; +1 or -1 was expected, no tie is left out")
        if graph.has_edge(a, b) and graph[a][b]["sign"] != sign:
            raise ReferenceDataError(f"{a} and {b} have both signs; a pair has one")
        graph.add_edge(a, b, sign=sign)
    return graph


def balance(signs: Mapping[tuple[Hashable, Hashable], int]) -> Balance:
    """The triads of a signed network by their number of negative ties."""
    graph = signed_graph(signs)
    counts = [0, 0, 0, 0]
    for triad in nx.enumerate_all_cliques(graph):
        if len(triad) > 3:
            break
        if len(triad) == 3:
            counts[sum(graph[a][b]["sign"] < 0 for a, b in itertools.combinations(triad, 2))] += 1
    return Balance((counts[0], counts[1], counts[2], counts[3]))


def walk_balance(signs: Mapping[tuple[Hashable, Hashable], int]) -> float | None:
    """W = sum exp(eigenvalues of the signed network) / the same of the unsigned one: closed walks of any length."""
    graph = signed_graph(signs)
    if not graph.number_of_edges():
        return None
    matrix = nx.to_numpy_array(graph, weight="sign")
    walks = [float(np.exp(np.linalg.eigvalsh(adjacency)).sum()) for adjacency in (matrix, np.abs(matrix))]
    return walks[0] / walks[1]


def frustration(signs: Mapping[tuple[Hashable, Hashable], int]) -> Frustration:
    """The line index of balance L, exact: the least of (negative ties inside a camp + positive ties between the two).

    Every split is tried, in Gray-code order so that each costs one state's ties.

    Raises:
        ReferenceDataError: more than 24 states; the exact index is for small networks.
    """
    graph = signed_graph(signs)
    nodes = sorted(graph, key=str)
    if len(nodes) > LARGEST_EXACT:
        raise ReferenceDataError(
            f"frustration is exact for up to {LARGEST_EXACT} states; this network has {len(nodes)}"
        )
    position = {node: i for i, node in enumerate(nodes)}
    neighbours = [[(position[b], graph[a][b]["sign"]) for b in graph[a]] for a in nodes]
    camp = [1] * len(nodes)
    cost = sum(1 for a, b in graph.edges if graph[a][b]["sign"] < 0)
    best, split = cost, list(camp)
    for step in range(1, 2 ** max(len(nodes) - 1, 0)):
        moved = (step & -step).bit_length() - 1
        for other, sign in neighbours[moved]:
            agreed = camp[moved] * camp[other] == sign
            cost += 1 if agreed else -1
        camp[moved] = -camp[moved]
        if cost < best:
            best, split = cost, list(camp)
    return Frustration(best, _camps(nodes, split), graph.number_of_edges())


def _camps(nodes: list[Hashable], split: Iterable[int]) -> tuple[frozenset[Hashable], frozenset[Hashable]]:
    sides: dict[int, set[Hashable]] = {1: set(), -1: set()}
    for node, side in zip(nodes, split, strict=True):
        sides[side].add(node)
    first, second = sorted(map(frozenset, sides.values()), key=lambda side: min(map(str, side), default="~"))
    return first, second
