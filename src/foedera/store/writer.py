"""Writing to the register: one writer, whole documents, all of a transaction or nothing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from foedera.errors import DateError, EvidenceError
from foedera.model import Document, Reading
from foedera.model.dates import bounds
from foedera.store.base import Connected
from foedera.store.columns import RECORDS, from_row, schema, table, to_row
from foedera.store.naming import spans_of
from foedera.store.opening import FORMAT, our_errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Filing:
    """A reading on its way into the register: of which source, and what read it.

    `source` names the report whatever its version; `extractor` and `model` are names with versions.
    """

    source: str
    reading: Reading
    extractor: str
    model: str


_FILED = (
    pa.field("source", pa.string()),
    pa.field("version", pa.int32()),
    pa.field("published_by", pa.date32()),
    pa.field("extractor", pa.string()),
    pa.field("model", pa.string()),
)


_FIELD = {"entity": "entities"}
"""The field of a reading that holds records of a type, where that is not the type with an s."""


class Writer(Connected):
    """The one writer of a register; makes the file where there is none. `formats` are those that it can deal with.

    Raises:
        RegisterBusy: another process has the register open.
        RegisterError: it can't be made, opened or written.
    """

    def __init__(self, path: str | Path, *, formats: tuple[int, ...] = (FORMAT,)) -> None:
        super().__init__(path, writing=True, formats=formats)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept when it ends, or nothing of it."""
        with our_errors(self.path):
            self._connection.begin()
        try:
            yield
        except BaseException:
            with contextlib.suppress(Exception):
                self._connection.rollback()
            raise
        with our_errors(self.path):
            self._connection.commit()

    def known(self, reports: Sequence[tuple[str, Document]], *, extractor: str, model: str) -> set[str]:
        """The ids of those reports (source, document) that the register holds as read by that extractor and model.

        A report is the same where its id is (the same name, text and date), or where the last version of its source
        has the same text and date.
        """
        sql = """SELECT id, id FROM document WHERE list_contains($1, id) AND extractor = $3 AND model = $4
                 UNION ALL SELECT source || chr(0) || sha256 || chr(0) || coalesce(published, ''), id FROM visible
                 WHERE list_contains($2, source) AND extractor = $3 AND model = $4"""
        names = [document.id for _, document in reports], [source for source, _ in reports]
        held = {name for name, _ in self.rows(sql, [*names, extractor, model])}
        return {
            document.id
            for source, document in reports
            if document.id in held or "\0".join((source, document.sha256, document.published or "")) in held
        }

    def held(self, reports: Sequence[tuple[str, str]]) -> tuple[set[str], set[str]]:
        """Which of these documents, and which of their sources, the register holds, whoever read them."""
        sql = "SELECT id, source FROM document WHERE list_contains(?, source) OR list_contains(?, id)"
        found = self.rows(sql, [[source for source, _ in reports], [doc for _, doc in reports]])
        return {doc for doc, _ in found}, {source for _, source in found}

    def file(self, filings: Sequence[Filing]) -> set[tuple[str, str]]:
        """Store readings. A document that is here already has its records replaced; its version stays.

        A new text of a known source becomes its next version. Call it inside a transaction. Check the readings
        first. Returns the profiles (kind, id) that records described which may count no longer.
        """
        latest = {filing.reading.document.id: filing for filing in filings}
        versions = self._versions(latest)
        released = self._described(latest)
        self._forget(list(latest))
        self._file_documents(latest, versions)
        for name, kind in RECORDS.items():
            rows = [
                (doc, record)
                for doc, filing in latest.items()
                for record in filing.reading.records()
                if record.type == name
            ]
            if rows:
                self.insert(name, table(kind, rows))
        return released

    def readings(self, docs: Sequence[str]) -> Iterator[Reading]:
        """What was read in some documents (ids), as it was filed."""
        for doc in docs:
            (row,) = self.table("SELECT * FROM main.document WHERE id = ?", [doc]).to_pylist()
            found = {
                name: tuple(
                    from_row(kind, record)
                    for record in self.table(f'SELECT * FROM "{name}" WHERE doc = ? ORDER BY rowid', [doc]).to_pylist()
                )
                for name, kind in RECORDS.items()
            }
            yield Reading(
                from_row(Document, row), **{_FIELD.get(name, f"{name}s"): kept for name, kept in found.items()}
            )

    def insert(self, name: str, rows: pa.Table) -> None:
        """Put rows into a table, column by name."""
        with our_errors(self.path):
            self._connection.register("incoming", rows)
            self._connection.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM incoming')
            self._connection.unregister("incoming")

    def replace_table(self, name: str, rows: pa.Table) -> None:
        """Make a table of these rows, in the place of one that is there."""
        with our_errors(self.path):
            self._connection.register("incoming", rows)
            self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM incoming')
            self._connection.unregister("incoming")

    def _versions(self, filings: dict[str, Filing]) -> dict[str, int]:
        """The version that each document is or becomes."""
        found = self.rows(
            "SELECT id, source, version FROM document WHERE list_contains(?, source) OR list_contains(?, id)",
            [[filing.source for filing in filings.values()], list(filings)],
        )
        versions = {doc: version for doc, _, version in found}
        last: dict[str, int] = {}
        for _, source, version in found:
            last[source] = max(version, last.get(source, 0))
        for doc, filing in filings.items():
            if doc not in versions:
                versions[doc] = last[filing.source] = last.get(filing.source, 0) + 1
        return versions

    def _described(self, filings: dict[str, Filing]) -> set[tuple[str, str]]:
        """The profiles that these documents and other versions of their sources have described so far."""
        sql = """SELECT DISTINCT d.kind, d.profile FROM described d JOIN document v ON v.id = d.doc
                 WHERE list_contains(?, v.source) OR list_contains(?, v.id)"""
        return set(self.rows(sql, [[filing.source for filing in filings.values()], list(filings)]))

    def _forget(self, documents: list[str]) -> None:
        for name in ("document", *RECORDS, "described", "fingerprint"):
            column = "id" if name == "document" else "doc"
            self.rows(f'DELETE FROM "{name}" WHERE list_contains(?, {column})', [documents])

    def _file_documents(self, filings: dict[str, Filing], versions: dict[str, int]) -> None:
        rows: list[dict[str, Any]] = []
        for doc, filing in filings.items():
            document = filing.reading.document
            rows.append(
                {
                    **to_row(document),
                    "source": filing.source,
                    "version": versions[doc],
                    "published_by": published_by(document),
                    "extractor": filing.extractor,
                    "model": filing.model,
                }
            )
        columns = pa.schema([*schema(Document), *_FILED])
        self.insert("document", pa.Table.from_pylist(rows, schema=columns))


def published_by(document: Document) -> Any:
    """The day by whose end a document was out, as far as its publication date tells; None where it does not."""
    try:
        return bounds(document.published)[1] if document.published else None
    except DateError:
        return None


def check(reading: Reading) -> None:
    """No record of another document, and none whose words are not in this one.

    Raises:
        EvidenceError: there is one.
    """
    text, doc = reading.document.text, reading.document.id
    for record in reading.records():
        for span in spans_of(record):
            if span.doc != doc or text[span.start : span.end] != span.text:
                raise EvidenceError(
                    f"{reading.document.path}: a {record.type} rests on words that are not at "
                    f"{span.start}:{span.end} of the text: {span.text[:60]!r}; this is a fault of the extractor"
                )
