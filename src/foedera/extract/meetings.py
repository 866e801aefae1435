"""Meetings of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Meeting


def read_meetings(layers: Layers, actors: Actors) -> tuple[Meeting, ...]:
    """The meetings of a document."""
    return ()
