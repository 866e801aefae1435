"""Acts of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Act, Agreement, Quotation


def read_acts(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]) -> tuple[Act, ...]:
    """The acts of a document."""
    return ()
