"""When two reports speak of the same state, organisation, bloc or place; `persons` holds when of the same person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.words import initials, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Entity, Reading


@dataclass(frozen=True, slots=True)
class Named:
    """Actors that are one where their code or their plain name is the same."""

    name: str

    def describe(self, reading: Reading) -> Iterator[tuple[str, Description]]:
        """The actors of this kind in a reading."""
        for entity in reading.entities:
            if entity.kind == self.name:
                yield entity.id, {"name": self._known_as(entity, reading)}

    def _known_as(self, entity: Entity, reading: Reading) -> str:
        words = [word for word in tokens(entity.name) if word != "the"]
        if entity.iso3:
            return entity.iso3
        if self.name == "organisation" and set(words) <= lexicon.words("en", "sameness", "offices"):
            # Every state has a foreign ministry: without its state, one report's is not another's.
            words = [*words, *tokens(entity.affiliation or reading.document.id)]
        return " ".join(words) or entity.name

    def keys(self, description: Description) -> Iterator[str]:
        """Nothing but itself is alike, or what it abbreviates."""
        words = description["name"].split()
        yield initials(words) if len(words) > 2 else description["name"]

    def likeness(self, a: Description, b: Description) -> Likeness | None:
        """One is the acronym of the other."""
        short, long = sorted((a["name"], b["name"]), key=len)
        if len(short) > 2 and self.name in ("organisation", "bloc") and short == initials(long.split()):
            return Likeness(0.9, (f"{short.upper()} is the acronym of {long}",))
        return None

    def conflict(self, a: Description, b: Description) -> str | None:
        """Two long names are two things, even where their acronyms are one."""
        return f"{a['name']} and {b['name']}" if " " in a["name"] and " " in b["name"] else None

    def leans(self, description: Description) -> int:
        """A name stands for itself."""
        return 0
