"""What the resolver must know of each kind of thing: how documents describe it and when two descriptions are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Reading

Description = dict[str, Any]
"""How a document describes a thing, in plain values; documents that describe it alike share the description."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two descriptions may be of one thing, and how strong that is (0 to 1)."""

    score: float
    reasons: tuple[str, ...]


class Kind(Protocol):
    """A kind of thing. All of it is pure: the same descriptions always give the same answers."""

    @property
    def name(self) -> str:
        """How the register calls the kind."""
        ...

    def describe(self, reading: Reading) -> Iterable[tuple[str, Description]]:
        """The records of this kind in a reading, by id, each with its description."""
        ...

    def keys(self, description: Description) -> Iterable[str]:
        """Two descriptions that share no key are never compared."""
        ...

    def likeness(self, a: Description, b: Description) -> Likeness | None:
        """Why the two may be one thing, None where nothing says so."""
        ...

    def conflict(self, a: Description, b: Description) -> str | None:
        """Why the two can't be one thing, None where nothing forbids it."""
        ...

    def leans(self, description: Description) -> int:
        """How little a description tells: above 0 (a bare surname) it counts only with the one thing that it fits.

        What leans more leans on what leans less.
        """
        ...
