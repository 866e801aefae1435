"""Which descriptions are of one thing: the strongest likenesses first, and never against a conflict.

The answer depends on the set of descriptions alone, not on the order in which they came: likenesses are taken by
strength and then by name, and two groups join only where no member of one conflicts with a member of the other.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

Edge = tuple[str, str, float]
"""Two profiles and how alike they are."""
WEAK = 0.7


@dataclass(frozen=True, slots=True)
class Decided:
    """What persons have decided of pairs: it beats every likeness and every conflict.

    `moved` leads from a profile that was decided on and counts no longer to the one that stands in its place.
    """

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[frozenset[str]] = frozenset()
    moved: tuple[tuple[str, str], ...] = ()

    def apart(self, a: str, b: str) -> bool:
        """Whether the two were said to be different things."""
        return frozenset((a, b)) in self.different

    def among(self, members: Collection[str]) -> Decided:
        """Those of pairs of these members."""
        return Decided(tuple(pair for pair in self.same if set(pair) <= set(members)), self.different)


def clusters(
    members: Iterable[str],
    edges: Iterable[Edge],
    conflict: Callable[[str, str], bool],
    *,
    leaning: Mapping[str, int] | None = None,
    decided: Decided = Decided(),
) -> list[frozenset[str]]:
    """The groups that the members fall into.

    A member that leans tells so little that a weak likeness to one that leans less joins it only to the one group
    that it fits; those that lean least find theirs first. Where it is told who leans, a weak likeness joins nobody
    who is as much like a third.
    """
    group = {member: {member} for member in members}
    leans = leaning or {}
    ordered = sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))
    weak: dict[int, list[tuple[str, str]]] = {}

    def apart(a: str, b: str) -> bool:
        return decided.apart(a, b) or conflict(a, b)

    for a, b in decided.same:
        _join(group, a, b, decided.apart)
    alike: dict[str, set[str]] = {}
    for a, b, _ in ordered:
        alike.setdefault(a, set()).add(b)
        alike.setdefault(b, set()).add(a)
    for a, b, score in ordered:
        more, less = sorted((a, b), key=lambda member: -leans.get(member, 0))
        if score <= WEAK and leans.get(more, 0) != leans.get(less, 0):
            weak.setdefault(leans[more], []).append((more, less))
        elif score >= WEAK or leaning is None or not _is_torn(group, (a, b), alike, apart):
            _join(group, a, b, apart)
    for _, pairs in sorted(weak.items()):
        for a, b in _only_fit(group, pairs, apart):
            _join(group, a, b, apart)
    return list({id(found): frozenset(found) for found in group.values()}.values())


def _only_fit(
    group: dict[str, set[str]], weak: Iterable[tuple[str, str]], apart: Callable[[str, str], bool]
) -> list[tuple[str, str]]:
    """The weak likenesses of groups that lean on one other group only, of those that they can be one with.

    Where two that are apart from one another lean on the same group, neither is known to be it.
    """
    fits: dict[int, dict[int, tuple[str, str]]] = {}
    for short, long in weak:
        if group[short] is not group[long] and not _are_apart(group[short], group[long], apart):
            fits.setdefault(id(group[short]), {})[id(group[long])] = (short, long)
    rivals: dict[int, list[tuple[str, str]]] = {}
    for found in fits.values():
        if len(found) == 1:
            [(target, pair)] = found.items()
            rivals.setdefault(target, []).append(pair)
    return [
        pair
        for pairs in rivals.values()
        if not any(_are_apart(group[a], group[b], apart) for (a, _), (b, _) in itertools.combinations(pairs, 2))
        for pair in pairs
    ]


def _is_torn(
    group: dict[str, set[str]], pair: tuple[str, str], alike: dict[str, set[str]], apart: Callable[[str, str], bool]
) -> bool:
    """Whether one of two that are weakly alike is as much like a third, which is apart from the other of them."""
    return any(
        _are_apart(group[third], group[other], apart) and not _are_apart(group[third], group[one], apart)
        for one, other in (pair, pair[::-1])
        for third in alike[one] - group[one] - group[other]
    )


def _are_apart(one: set[str], other: set[str], apart: Callable[[str, str], bool]) -> bool:
    return any(apart(x, y) for x in one for y in other)


def _join(group: dict[str, set[str]], a: str, b: str, apart: Callable[[str, str], bool]) -> None:
    one, other = group[a], group[b]
    if one is other or _are_apart(one, other, apart):
        return
    one |= other
    for member in other:
        group[member] = one
