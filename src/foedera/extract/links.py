"""Links of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Link


def read_links(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> tuple[Link, ...]:
    """The links of a document."""
    return ()
