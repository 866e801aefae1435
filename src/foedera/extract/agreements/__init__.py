"""Agreements of a document: every specific instrument or deal that it speaks of, with all the words that mention it.

The way there: `scan` finds the phrases that can speak of an agreement, `gather` puts together those that speak of the
same one, `describe` keeps those between states and says what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.describe import describe
from foedera.extract.agreements.gather import gather
from foedera.extract.agreements.lookup import Lookup
from foedera.extract.agreements.parties import Parties
from foedera.extract.agreements.scan import scan

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement

__all__ = ["read_agreements"]


def read_agreements(layers: Layers, actors: Actors) -> tuple[Agreement, ...]:
    """The agreements of a document, in the order of their first mentions."""
    parties = Parties(actors, layers.texts)
    lookup = Lookup(layers)
    clusters = gather(lookup, scan(layers, parties, lookup))
    return describe(layers, actors, parties, lookup, clusters)
