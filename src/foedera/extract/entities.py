"""Entities: the states, persons, organisations, blocs and places that a document speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model import Entity


@dataclass
class Actors:
    """The entities of one document and the way from words to them; the other extractors ask it who is meant."""

    entities: tuple[Entity, ...] = ()
    _by_token: dict[int, Entity] = field(default_factory=dict)

    def at(self, part: Token | Tokens) -> Entity | None:
        """The entity that a token, or the head of some tokens, stands for; pronouns and titles resolved."""
        return None

    def in_(self, part: Tokens) -> tuple[Entity, ...]:
        """Every entity named in some tokens, in their order, each once."""
        return ()

    def states(self, part: Token | Tokens) -> tuple[str, ...]:
        """The states (ISO 3166-1 alpha-3, or `EU`) that some tokens stand for: a state's name, nationality word,
        capital standing for its government, its leader, a hyphen compound ("Moscow-Pyongyang"), "the two countries"."""
        return ()


def read_actors(layers: Layers) -> Actors:
    """The entities of a document."""
    return Actors()
