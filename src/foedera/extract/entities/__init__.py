"""Entities: the states, persons, organisations, blocs and places that a document speaks of, and who is meant where."""

from foedera.extract.entities.actors import Actors
from foedera.extract.entities.reading import read_actors

__all__ = ["Actors", "read_actors"]
