"""Times: every date, interval, duration, set, clock time and vague reference in a text, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model import Document, Time


def read_times(document: Document) -> tuple[Time, ...]:
    """The times of a document, in the order of its words."""
    return ()
