"""Who has joined an agreement, or is about to: the states whose own steps make them its parties."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Act, Agreement

_OF_PARTIES = frozenset(
    {"signed", "approved", "ratified", "acceded", "provisionally_applied", "suspended", "withdrawn"}
)
"""Steps that only a party takes, or who is to be one."""
_PAIR = 2
_CODE = 3  # letters of a state's code


def with_joined(agreements: Iterable[Agreement], acts: Iterable[Act]) -> tuple[Agreement, ...]:
    """The agreements of a document, those of many with each state that is said to sign, ratify, join or leave them.

    A treaty between two has the parties that its own words name; one of many has whoever joins it, in whatever
    sentence that is told.
    """
    life: dict[str, list[Act]] = {}
    for act in acts:
        if act.realis != "denied":
            life.setdefault(act.agreement, []).append(act)
    return tuple(_with(agreement, life.get(agreement.id, [])) for agreement in agreements)


def _with(agreement: Agreement, acts: list[Act]) -> Agreement:
    many = agreement.multilateral or _is_open(agreement, acts)
    if not many and len(agreement.parties) >= _PAIR:
        return agreement
    states = (code for act in acts if act.stage in _OF_PARTIES for code in act.by if _is_state(code))
    parties = tuple(dict.fromkeys((*agreement.parties, *states)))
    return dataclasses.replace(agreement, parties=parties, multilateral=many or agreement.multilateral)


def _is_open(agreement: Agreement, acts: list[Act]) -> bool:
    """Whether states join an agreement or leave it one by one, which the two of a pair cannot."""
    if len(agreement.parties) == _PAIR:
        return False
    leaving = {code for act in acts if act.stage == "withdrawn" for code in act.by if _is_state(code)}
    alone = len(agreement.parties) < _PAIR and any(act.stage in {"acceded", "withdrawn"} for act in acts)
    return alone or len(leaving) > 1


def _is_state(name: str) -> bool:
    return name == "EU" or (len(name) == _CODE and name.isupper())
