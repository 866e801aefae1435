"""Claims of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Claim, Quotation


def read_claims(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]) -> tuple[Claim, ...]:
    """The claims of a document."""
    return ()
