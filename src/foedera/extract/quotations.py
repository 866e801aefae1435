"""Quotations of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Quotation


def read_quotations(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> tuple[Quotation, ...]:
    """The quotations of a document."""
    return ()
