"""Which descriptions are of one thing: the strongest likenesses first, and never against a conflict.

The answer depends on the set of descriptions alone, not on the order in which they came: likenesses are taken by
strength and then by name, and two groups join only where no member of one conflicts with a member of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Edge = tuple[str, str, float]
"""Two profiles and how alike they are."""


def clusters(
    members: Iterable[str], edges: Iterable[Edge], conflict: Callable[[str, str], bool]
) -> list[frozenset[str]]:
    """The groups that the members fall into."""
    group = {member: {member} for member in members}
    for a, b, _ in sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1])):
        one, other = group[a], group[b]
        if one is other or any(conflict(x, y) for x in one for y in other):
            continue
        one |= other
        for member in other:
            group[member] = one
    return list({id(found): frozenset(found) for found in group.values()}.values())
