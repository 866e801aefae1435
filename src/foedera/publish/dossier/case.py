"""A case: everything that the register holds on one agreement, gathered for a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from foedera.analyse.witnesses import owner_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.analyse.events import Event
    from foedera.model import Act, Agreement, Claim, Document, Entity, Link, Meeting, Quotation, Span
    from foedera.store import Entry

_NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True)
class Case:
    """One agreement with the documents that speak of it and what each says.

    `entry` is the agreement as the register knows it, `life` its steps. Ids of agreements and actors are the
    register's; `names` leads from ids and state codes to what a reader calls them. `copies` leads from a document
    that passes on another's text to that other: a copy is no second witness; `encounters` leads from the id of a
    meeting's record to that of the meeting in the register. `as_of` is the day that the register
    answers from: what was published later is not here, nor are the `undated` reports.
    """

    entry: Entry
    documents: tuple[Document, ...]
    life: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: _NO_NAMES)
    copies: Mapping[str, str] = field(default_factory=lambda: _NO_NAMES)
    encounters: Mapping[str, str] = field(default_factory=lambda: _NO_NAMES)
    as_of: str | None = None
    undated: int = 0
    made_by: str | None = None

    @property
    def id(self) -> str:
        """The agreement's id in the register."""
        return self.entry.id

    @property
    def name(self) -> str:
        """What the register calls the agreement."""
        return self.entry.name

    @property
    def accounts(self) -> tuple[Agreement, ...]:
        """What each document says that the agreement is."""
        return self.entry.records

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every step as each document states it."""
        return tuple(act for event in self.life for act in event.acts)

    def call(self, who: str) -> str:
        """What a reader calls a person, state or agreement: its name, or the text itself."""
        return self.names.get(who, who)

    def document(self, doc: str) -> Document:
        """The document of that id; raises KeyError where the case does not hold it."""
        return self.by_id[doc]

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}

    def witness(self, doc: str) -> str:
        """Whose word a document is: that of the house it comes from (of a copy, the original's), else its own."""
        original = self.document(self.copies.get(doc, doc))
        return owner_of(original.house) if original.house else original.id

    def published(self, doc: str) -> str:
        """When a document came out, to sort by; the undated last."""
        return self.document(doc).published or "9999"

    def order(self, doc: str) -> tuple[str, bool, str]:
        """A document's place among the others: by its date, a copy after its original."""
        return self.published(doc), doc in self.copies, self.document(doc).path


def source_name(document: Document) -> str:
    """What to call a document's source: its (re)publisher, else its agency, else the file it came as."""
    return document.republished_by or document.publisher or document.agency or document.name


def first_of(spans: tuple[Span, ...]) -> Span:
    """The span that stands first in its document."""
    return min(spans)
