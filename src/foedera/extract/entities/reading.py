"""The order in which a document's entities are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.entities.blocs import read_blocs
from foedera.extract.entities.bodies import read_known_bodies, read_publishers
from foedera.extract.entities.cast import Cast
from foedera.extract.entities.organisations import read_organisations
from foedera.extract.entities.persons import read_persons
from foedera.extract.entities.places import read_places
from foedera.extract.entities.reference import read_references
from foedera.extract.entities.shared import read_shared_bodies
from foedera.extract.entities.shortened import read_shortened
from foedera.extract.entities.states import read_states

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities.actors import Actors


def read_actors(layers: Layers) -> Actors:
    """The entities of a document: names first, then what refers back to them."""
    cast = Cast(layers)
    read_states(cast)
    read_known_bodies(cast)
    read_publishers(cast)
    read_persons(cast)
    read_organisations(cast)
    read_shortened(cast)
    read_places(cast)
    read_shared_bodies(cast)
    read_blocs(cast)
    read_references(cast)
    return cast.actors()
