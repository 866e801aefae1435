"""Which descriptions are of one thing: the strongest likenesses first, and never against a conflict.

The answer depends on the set of descriptions alone, not on the order in which they came: likenesses are taken by
strength and then by name, and two groups join only where no member of one conflicts with a member of the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

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
    leaning: Collection[str] = (),
    decided: Decided = Decided(),
) -> list[frozenset[str]]:
    """The groups that the members fall into.

    A leaning member tells so little that a weak likeness joins it only to the one group that it fits.
    """
    group = {member: {member} for member in members}
    ordered = sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))
    weak = {(a, b) for a, b, score in ordered if score <= WEAK and (a in leaning) != (b in leaning)}

    def apart(a: str, b: str) -> bool:
        return decided.apart(a, b) or conflict(a, b)

    for a, b in decided.same:
        _join(group, a, b, decided.apart)
    for a, b, _ in ordered:
        if (a, b) not in weak:
            _join(group, a, b, apart)
    for a, b in _only_fit(group, [edge[:2] for edge in ordered if edge[:2] in weak], leaning):
        _join(group, a, b, apart)
    return list({id(found): frozenset(found) for found in group.values()}.values())


def _only_fit(
    group: dict[str, set[str]], weak: Iterable[tuple[str, str]], leaning: Collection[str]
) -> list[tuple[str, str]]:
    """The weak likenesses of groups that lean on one other group only."""
    fits: dict[int, dict[int, tuple[str, str]]] = {}
    for a, b in weak:
        short, long = (a, b) if a in leaning else (b, a)
        if group[short] is not group[long]:
            fits.setdefault(id(group[short]), {})[id(group[long])] = (short, long)
    return [pair for found in fits.values() if len(found) == 1 for pair in found.values()]


def _join(group: dict[str, set[str]], a: str, b: str, apart: Callable[[str, str], bool]) -> None:
    one, other = group[a], group[b]
    if one is other or any(apart(x, y) for x in one for y in other):
        return
    one |= other
    for member in other:
        group[member] = one
