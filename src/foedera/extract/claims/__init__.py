"""Claims: what holders assert about agreements, states and blocs. A claim is never a fact of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.claims.reading import Reader

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Claim, Quotation


def read_claims(
    layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]
) -> tuple[Claim, ...]:
    """The claims of a document, in the order of its words, each with its holder (None: the report itself)."""
    return Reader(layers, actors, agreements, quotations).read()
