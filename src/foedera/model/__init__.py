"""The words of the house: documents, spans and one class a record type. No input or output here."""

from foedera.model.documents import Block, Dateline, Document
from foedera.model.failures import Failure
from foedera.model.reading import Reading
from foedera.model.records import (
    Act,
    Agreement,
    Claim,
    Entity,
    Link,
    Meeting,
    Quotation,
    Record,
    Speaker,
    Time,
)
from foedera.model.spans import Span

__all__ = [
    "Act", "Agreement", "Block", "Claim", "Dateline", "Document", "Entity", "Failure", "Link", "Meeting",
    "Quotation", "Reading", "Record", "Span", "Speaker", "Time",
]  # fmt: skip
