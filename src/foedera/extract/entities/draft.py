"""The entities of a document while they are being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.lexicon.states import state_codes, states
from foedera.model import Entity
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.model.records import EntityKind

Gender = Literal["m", "f"]


@dataclass
class Draft:
    """One entity: what is known of it so far, and the tokens of every mention."""

    kind: EntityKind
    name: str
    home: str | None = None
    """Key of the state that it is, leads or belongs to."""
    gender: Gender | None = None
    roles: list[str] = field(default_factory=list)
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    label: str | None = None
    """How the record names it, where that is fuller than `name`."""
    is_leader: bool = False
    """Whether it is a leader known by name, who needs no introduction."""
    is_relative: bool = False
    """Whether the person was introduced as somebody's relative."""
    is_alliance: bool = False
    """Whether it is an organisation of states."""
    mentions: list[tuple[int, int]] = field(default_factory=list)

    first: int = 1 << 60
    """The token at which it is first mentioned."""
    dropped: set[tuple[int, int]] = field(default_factory=set)

    def add(self, start: int, end: int) -> None:
        """Another mention at the tokens `[start, end)`."""
        self.mentions.append((start, end))
        self.first = min(self.first, start)

    def drop(self, start: int, end: int) -> None:
        """The mention at the tokens `[start, end)` is part of another name."""
        self.dropped.add((start, end))

    def add_role(self, role: str) -> None:
        """Another role, verbatim, unless it was given before."""
        if role and role not in self.roles:
            self.roles.append(role)

    def entity(self, layers: Layers) -> Entity:
        """The record, with the codes valid on the document's date."""
        document = layers.document
        spans = tuple(sorted({layers.span_of(a, b) for a, b in set(self.mentions) - self.dropped}))
        codes = state_codes(self.home, document.published) if self.kind == "state" and self.home else None
        return Entity(
            id=content_id("ent", document.id, self.kind, self.name),
            kind=self.kind,
            name=self.label or self.name,
            mentions=spans,
            iso3=codes.iso3 if codes else None,
            cow=codes.cow if codes else None,
            gw=codes.gw if codes else None,
            roles=tuple(self.roles),
            members=self.members,
            affiliation=self.affiliation,
        )

    @property
    def is_state(self) -> bool:
        """Whether it is a state, or the European Union, which concludes agreements as states do."""
        return self.kind == "state" or (self.home == "EU" and self.name == states()["EU"].name)

    @property
    def party(self) -> str | None:
        """How its state stands among the parties of an agreement."""
        return states()[self.home].party if self.home else None
