"""Which tokens stand inside quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPEN, _CLOSE = {"“", "«", "„"}, {"”", "»"}


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """The indexes of the tokens inside quotation marks. A straight mark opens and closes; a new paragraph closes."""
    inside, found = False, set()
    for token in doc:
        text = token.text
        if text in _OPEN:
            inside = True
        elif text in _CLOSE:
            inside = False
        elif text in ('"', "''", "``"):
            inside = not inside
        elif token.is_space and "\n" in text:
            inside = False
        elif inside:
            found.add(token.i)
    return frozenset(found)
