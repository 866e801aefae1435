"""What was read in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.documents import Document
    from foedera.model.records import Act, Agreement, Claim, Entity, Link, Meeting, Quotation, Record, Time


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and every record read in it, in the order of its words."""

    document: Document
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    acts: tuple[Act, ...] = ()
    links: tuple[Link, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record, type by type."""
        yield from self.times
        yield from self.entities
        yield from self.agreements
        yield from self.acts
        yield from self.links
        yield from self.meetings
        yield from self.quotations
        yield from self.claims
