"""Agreements of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement


def read_agreements(layers: Layers, actors: Actors) -> tuple[Agreement, ...]:
    """The agreements of a document."""
    return ()
