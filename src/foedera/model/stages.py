"""How far each step carries an agreement, and which steps lie ahead: the ground of every status.

The stages follow the Vienna Convention on the Law of Treaties (1969); docs/status.md gives the rule for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.records import Realis, Stage

RANK: dict[Stage, int] = {
    "proposed": 0, "negotiated": 1, "text_agreed": 2, "draft_approved": 3, "rejected": 4, "signed": 5, "approved": 6,
    "ratified": 7, "acceded": 7, "provisionally_applied": 8, "entered_into_force": 9, "amended": 9, "extended": 9,
    "suspended": 10, "withdrawn": 11, "terminated": 12, "replaced": 13,
}  # fmt: skip
"""One that is amended or extended is in force."""

STOPS: frozenset[Stage] = frozenset({"rejected", "suspended", "withdrawn"})
"""What a later step can undo."""

OF_ONE_STATE: frozenset[Stage] = frozenset({"acceded", "withdrawn", "rejected", "suspended"})
"""What one state can do alone within an agreement of many: its own standing, not the agreement's."""

AHEAD: frozenset[Realis] = frozenset({"planned", "possible"})
"""How a text puts what has not happened yet."""
