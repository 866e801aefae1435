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
    joined: dict[str, list[str]] = {}
    for act in acts:
        if act.stage in _OF_PARTIES and act.realis != "denied":
            joined.setdefault(act.agreement, []).extend(code for code in act.by if _is_state(code))
    return tuple(_with(agreement, joined.get(agreement.id, ())) for agreement in agreements)


def _with(agreement: Agreement, states: Iterable[str]) -> Agreement:
    if not agreement.multilateral and len(agreement.parties) >= _PAIR:
        return agreement
    return dataclasses.replace(agreement, parties=tuple(dict.fromkeys((*agreement.parties, *states))))


def _is_state(name: str) -> bool:
    return name == "EU" or (len(name) == _CODE and name.isupper())
