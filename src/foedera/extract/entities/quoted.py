"""Which tokens stand inside quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPEN, _CLOSE = {"“", "«", "„"}, {"”", "»"}


def quoted_tokens(texts: Sequence[str]) -> frozenset[int]:
    """The indexes of the tokens inside quotation marks. A straight mark opens and closes; a new paragraph closes."""
    inside, found = False, set()
    for i, text in enumerate(texts):
        if text in _OPEN:
            inside = True
        elif text in _CLOSE:
            inside = False
        elif text in ('"', "''", "``"):
            inside = not inside
        elif "\n" in text and text.isspace():
            inside = False
        elif inside:
            found.add(i)
    return frozenset(found)
