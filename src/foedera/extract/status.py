"""Status: how far a text says that an agreement has come, from what it asserts as done.

The rule for each transition, with the article of the Vienna Convention on the Law of Treaties (1969), is in
docs/status.md.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from foedera.model.stages import OF_ONE_STATE, RANK, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Act, Agreement
    from foedera.model.records import Stage


def status(agreement: Agreement, acts: Iterable[Act]) -> Stage | None:
    """The furthest step of an agreement that a text asserts as done; None where it asserts none.

    What one state does alone within a multilateral agreement (joining, leaving) is its own standing, not the
    agreement's; a stop that is dated before a later step no longer holds.
    """
    done = [act for act in acts if act.realis == "actual" and not _of_one_state(agreement, act)]
    standing = [act for act in done if not _taken_up_again(act, done)]
    return max((act.stage for act in standing), key=lambda stage: RANK[stage], default=None)


def with_status(agreements: Iterable[Agreement], acts: Iterable[Act]) -> tuple[Agreement, ...]:
    """The agreements of a document, each with its status."""
    life: dict[str, list[Act]] = {}
    for act in acts:
        life.setdefault(act.agreement, []).append(act)
    return tuple(dataclasses.replace(a, status=status(a, life.get(a.id, ()))) for a in agreements)


def _of_one_state(agreement: Agreement, act: Act) -> bool:
    return bool(agreement.multilateral and act.stage in OF_ONE_STATE and len(act.by) < 2)


def _taken_up_again(act: Act, done: Iterable[Act]) -> bool:
    """Whether a step that stopped an agreement was followed by one that carries it on."""
    if act.stage not in STOPS or act.date is None:
        return False
    return any(
        later.date is not None and later.date[:4] >= act.date[:4] and later.date > act.date
        for later in done
        if later.stage not in STOPS and RANK[later.stage] >= RANK["signed"]
    )
