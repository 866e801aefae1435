"""Readings built by hand: a text, and records over words of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.model import Act, Agreement, Document, Entity, Link, Meeting, Quotation, Reading, Span, Speaker
from foedera.model.ids import text_hash
from foedera.resolve import resolve
from foedera.store import Filing, Writer, check

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class Report:
    """A report under construction: `says` finds words in the text, the others put records over words."""

    def __init__(self, text: str, published: str | None = "2024-06-18", name: str = "report.txt") -> None:
        identity = Document.identify(name, text, published)
        self.document = Document(identity, name, name, text, text_hash(text), published=published)
        self.parts: dict[str, list[Any]] = {}

    def says(self, words: str) -> Span:
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def _keep(self, kind: str, record: Any) -> Any:
        self.parts.setdefault(kind, []).append(record)
        return record

    def _id(self, prefix: str, *parts: object) -> str:
        return "_".join([prefix, self.document.id[-6:], *map(str, parts)])

    def agreement(self, words: str, *, kind: str = "treaty", parties: Sequence[str] = (), **fields: Any) -> Agreement:
        span = self.says(words)
        record = Agreement(self._id("ag", span.start), words, kind, (span,), parties=tuple(parties), **fields)  # type: ignore[arg-type]
        return self._keep("agreements", record)  # type: ignore[no-any-return]

    def act(self, agreement: Agreement, stage: str, words: str, *, realis: str = "actual", **fields: Any) -> Act:
        span = self.says(words)
        identity = self._id("act", agreement.id, stage, realis, span.start)
        return self._keep("acts", Act(identity, agreement.id, stage, realis, (span,), **fields))  # type: ignore[arg-type, no-any-return]

    def link(self, source: Agreement, relation: str, target: Agreement, words: str) -> Link:
        identity = self._id("link", source.id, target.id)
        return self._keep("links", Link(identity, source.id, relation, target.id, "actual", (self.says(words),)))  # type: ignore[arg-type, no-any-return]

    def entity(self, words: str, kind: str = "person", **fields: Any) -> Entity:
        span = self.says(words)
        return self._keep("entities", Entity(self._id("en", span.start), kind, words, (span,), **fields))  # type: ignore[arg-type, no-any-return]

    def meeting(self, words: str, *, kind: str = "visit", realis: str = "actual", **fields: Any) -> Meeting:
        span = self.says(words)
        record = Meeting(self._id("meeting", kind, span.start), kind, realis, (span,), **fields)  # type: ignore[arg-type]
        return self._keep("meetings", record)  # type: ignore[no-any-return]

    def quotation(self, words: str, speaker: Entity, **fields: Any) -> Quotation:
        who = Speaker(span=speaker.mentions[0], name=speaker.name, entity=speaker.id)
        span = self.says(words)
        return self._keep(
            "quotations",
            Quotation(self._id("q", span.start), self.document.id, "indirect", (span,), speaker=who, **fields),
        )  # type: ignore[no-any-return]

    @property
    def reading(self) -> Reading:
        return Reading(self.document, **{kind: tuple(records) for kind, records in self.parts.items()})


def keep(path: Path, *reports: Report, source: str | None = None, extractor: str = "test 1") -> None:
    """Add reports to a register in one transaction; each report's source is its name unless another is given."""
    readings = [report.reading for report in reports]
    with Writer(path) as writer:
        for reading in readings:
            check(reading)
        with writer.transaction():
            filings = [Filing(source or r.document.name, r, extractor, "en_test 1") for r in readings]
            resolve(writer, readings, writer.file(filings))


def treaty(
    day: str, words: str, *, name: str, stage: str = "signed", realis: str = "actual", date: str | None = None
) -> Report:
    """A report that two states did something about a treaty of that name."""
    report = Report(f"Ruritania and Graustark {stage} {words}.", day, name)
    found = report.agreement(words, parties=("RUR", "GRA"))
    report.act(found, stage, f"{stage} {words}", realis=realis, date=date)
    return report


def ids(things: Iterable[Any]) -> list[str]:
    return [thing.id for thing in things]
