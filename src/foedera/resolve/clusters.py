"""Which descriptions are of one thing: the strongest likenesses first, and never against a conflict.

The answer depends on the set of descriptions alone, not on the order in which they came: likenesses are taken by
strength and then by name, and two groups join only where no member of one conflicts with a member of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

Edge = tuple[str, str, float]
"""Two profiles and how alike they are."""
WEAK = 0.7


def clusters(
    members: Iterable[str],
    edges: Iterable[Edge],
    conflict: Callable[[str, str], bool],
    leaning: Collection[str] = (),
) -> list[frozenset[str]]:
    """The groups that the members fall into.

    A leaning member tells so little that a weak likeness joins it only to the one group that it fits.
    """
    group = {member: {member} for member in members}
    ordered = sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))
    weak = [(a, b) for a, b, score in ordered if score <= WEAK and (a in leaning) != (b in leaning)]
    passed = set(weak)
    for a, b, _ in ordered:
        if (a, b) not in passed:
            _join(group, a, b, conflict)
    fits: dict[int, dict[int, tuple[str, str]]] = {}
    for a, b in weak:
        short, long = (a, b) if a in leaning else (b, a)
        if group[short] is not group[long]:
            fits.setdefault(id(group[short]), {})[id(group[long])] = (short, long)
    for found in fits.values():
        if len(found) == 1:
            _join(group, *next(iter(found.values())), conflict)
    return list({id(found): frozenset(found) for found in group.values()}.values())


def _join(group: dict[str, set[str]], a: str, b: str, conflict: Callable[[str, str], bool]) -> None:
    one, other = group[a], group[b]
    if one is other or any(conflict(x, y) for x in one for y in other):
        return
    one |= other
    for member in other:
        group[member] = one
