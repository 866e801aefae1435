"""The register's agreements as spells of pairs, in the shape of reference data, for panels.

A spell starts where a report states as done that the agreement entered into force, on a dated day, and ends where one
states as done that it was ended, replaced or left. An agreement without such a date has no spell: signed is not in
force. What an agreement obliges to is not read, so every obligation is missing, never 0.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pandas as pd

from foedera.analyse.events import events
from foedera.lexicon.states import state_codes
from foedera.model.dates import bounds
from foedera.reference.pairs import COLUMNS
from foedera.store.reference import ReferenceSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.analyse.events import Event
    from foedera.store import Entry, View

KEY = "register"
_ENDED = ("terminated", "replaced", "withdrawn")


def register_spells(view: View) -> tuple[pd.DataFrame, ReferenceSource]:
    """The spells of every pair of parties, and what they are: the years are those that the register can speak of."""
    rows = [row for entry in view.agreements() for row in _spells(entry, events(view, entry.id))]
    frame = pd.DataFrame(rows, columns=["key", *COLUMNS])
    numbers = ["cow1", "cow2", *COLUMNS[COLUMNS.index("defense") :]]
    frame = frame.astype(dict.fromkeys(numbers, "Int64"))
    first = min((int(str(start)[:4]) for start in frame["start"]), default=None)
    source = ReferenceSource(
        KEY, KEY, "pair", None, first, _last_year(view), f"the reports in {view.path}", str(view.path), "", len(frame)
    )
    return frame, source


def _last_year(view: View) -> int | None:
    """The year of the newest report: what happened after it no report can say."""
    days = [bounds(date)[1] for date in view.published().values()]
    return max((day.year for day in days if day), default=None)


def _spells(entry: Entry, life: Sequence[Event]) -> list[dict[str, object]]:
    start = _date(life, ("entered_into_force",))
    if start is None:
        return []
    end = _date(life, _ENDED, since=start)  # what is dated earlier ended something else, or errs
    spells = []
    for pair in itertools.combinations(entry.parties, 2):
        numbers = sorted(number for code in pair if (number := state_codes(code, start).cow) is not None)
        if len(numbers) == 2:
            bilateral = None if entry.multilateral is None else int(not entry.multilateral)
            spells.append(
                dict.fromkeys(["key", *COLUMNS])
                | {"key": KEY, "source": KEY, "alliance": entry.id, "cow1": numbers[0], "cow2": numbers[1]}
                | {"start": start, "end": end, "bilateral": bilateral}
            )
    return spells


def _date(life: Sequence[Event], stages: Sequence[str], *, since: str = "") -> str | None:
    """The first day since then on which one of these steps was taken, as reports state it; None where none is dated."""
    days = [
        bounds(event.date)[0] for event in life if event.realis == "actual" and event.stage in stages and event.date
    ]
    return min((day.isoformat() for day in days if day and day.isoformat() >= since), default=None)
