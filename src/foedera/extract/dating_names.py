"""The date by which an agreement is named: "the 1987 treaty", "Treaty of Friendship (1961)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.dating_ties import PART_OF_NAME, head_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.annotate import Layers
    from foedera.extract.acts_mentions import Mention
    from foedera.model import Time


def date_of_name(layers: Layers, mentions: Iterable[Mention]) -> str | None:
    """The date that an agreement's own words give it: "the 1987 treaty", "Treaty of Friendship (1961)".

    Two dates for two agreements under one name ("the Declarations of 2000 and 2001") are either's.
    """
    found: dict[str, None] = {}
    for mention in mentions:
        tokens = layers.tokens[max(mention.first - 2, 0) : mention.last + 3]
        for time in layers.times_in(tokens[0].idx, tokens[-1].idx + len(tokens[-1])):
            if (
                time.kind in {"date", "interval"}
                and time.value
                and time.value[:4].isdigit()
                and _names(layers, time, mention)
            ):
                found |= dict.fromkeys(time.value.split("/") if " and " in time.text else [time.value])
    if len(found) > 1:
        years = sorted(found)
        return f"[{','.join(years)}]" if all(len(y) == 4 for y in years) and len(years) == 2 else None
    return next(iter(found), None)


def _names(layers: Layers, time: Time, mention: Mention) -> bool:
    """Whether a time is part of a name, or qualifies it: "the 1987 treaty", "Friday's accord", "Treaty (1961)"."""
    head = head_of(layers, time)
    if mention.first <= head.i <= mention.last:
        return True
    if head.dep_ in {*PART_OF_NAME, "poss"}:
        return mention.first <= head.head.i <= mention.last
    return layers.document.text[time.start - 1 : time.start] == "(" and head.i == mention.last + 2
