"""When a step happened that is told by how long before or after something else: "a day after they signed it"."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.dating_ties import head_of, near, stands_with
from foedera.extract.realis import present
from foedera.model.dates import precision
from foedera.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model import Time

_AGO = {"after": "{} ago", "before": "{} from now"}  # how far off a step is from the day of what it stands beside
_BACK = {"after": "{} from now", "before": "{} ago"}  # ... and what it stands beside from the day of the step
_CLAUSES = frozenset({"mark", "prep"})


def date_by_offset(layers: Layers, trigger: Token) -> str | None:
    """The date of a step of which only its distance is told: "comes a day after they signed it", "signed it two days
    after talks that began on 3 May".
    """
    for time in near(layers, trigger):
        after = _next(layers, time) if time.kind == "duration" else None
        if after is None or after.lower_ not in _AGO or after.dep_ not in _CLAUSES:
            continue
        for below in _hung_on(after):
            main = grammar.clause_head(after.head if after.dep_ == "prep" else after.head.head)
            if below == trigger and main != trigger:
                day = _day_of(layers, main, outside=below)
                return _counted(_AGO[after.lower_], time, day) if day else None
            if main == trigger and below != trigger:
                day = _day_of(layers, below)
                return _counted(_BACK[after.lower_], time, day) if day else None
    return None


def _next(layers: Layers, time: Time) -> Token | None:
    """The word behind a time."""
    at = bisect.bisect_left(layers.starts, time.end)
    return layers.tokens[at] if at < len(layers.tokens) else None


def _hung_on(after: Token) -> list[Token]:
    """What is told to come after or before: the verb of its clause, or the noun or "-ing" form behind it."""
    return [after.head] if after.dep_ == "mark" else grammar.children(after, "pobj", "pcomp")


def _day_of(layers: Layers, event: Token, *, outside: Token | None = None) -> str | None:
    """The single day told with an event; of a report in the present ("comes a day after"), that of publication."""
    below = {t.i for t in outside.subtree} if outside is not None else set()
    times = [(t, head_of(layers, t)) for t in near(layers, event) if t.value and t.kind in {"date", "time"}]
    days = {str(t.value)[:10] for t, head in times if head.i not in below and stands_with(head, {event.i})}
    if not days and outside is not None and event.tag_ == "VBZ" and present(event):
        return layers.document.published
    return days.pop() if len(days) == 1 else None


def _counted(phrase: str, time: Time, day: str) -> str | None:
    if precision(day) != "day" or "/" in day:
        return None
    found = find_times(phrase.format(time.text), day)
    return found[0].value if len(found) == 1 else None
