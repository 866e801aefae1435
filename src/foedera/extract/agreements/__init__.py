"""Agreements of a document: every specific instrument or deal that it speaks of, with all the words that mention it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.clusters import gather
from foedera.extract.agreements.describe import describe
from foedera.extract.agreements.scan import scan

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement

__all__ = ["read_agreements"]


def read_agreements(layers: Layers, actors: Actors) -> tuple[Agreement, ...]:
    """The agreements of a document, in the order of their first mentions."""
    return describe(layers, actors, gather(layers.tokens, scan(layers, actors)))
