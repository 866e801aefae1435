"""Whole numbers in figures or words."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 6  # figures: nothing that is counted here has a million


def whole(words: Iterable[str]) -> int | None:
    """The number that one or more words give: "23", "twenty-three"; None where they give none."""
    counted = [word.lower() for word in words]
    if len(counted) == 1 and counted[0].isdecimal() and len(counted[0]) <= _LONGEST:
        return int(counted[0])
    return sum(_known().get(word, 0) for word in counted) or None


@functools.cache
def _known() -> dict[str, int]:
    named = load("en", "times")["words"]
    return {**named["CARDINAL"], **named["TENS"]}
