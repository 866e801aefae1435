"""Reading the register: typed objects and Arrow tables, as of today or of an earlier day."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from foedera.errors import DateError, NameNotFound
from foedera.model import Act, Agreement, Claim, Document, Entity, Link, Meeting, Quotation, Time
from foedera.model.dates import bounds
from foedera.model.documents import HOUSE
from foedera.store.base import Connected
from foedera.store.columns import RECORDS, from_row
from foedera.store.entries import Actor, Entry, actor, entry
from foedera.store.naming import Names, rename, spans_of
from foedera.store.passages import Passage, find_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    import pyarrow as pa

    from foedera.model.records import EntityKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the register: a version of it, and what read it.

    `source` names the report whatever its version (its address, row id or resolved path); `version` counts from 1.
    """

    document: Document
    source: str
    version: int
    extractor: str
    model: str


class View(Connected):
    """A register to read from. Nothing here changes it.

    `as_of` (EDTF) answers from what had been published by the end of that day: reports published later count for
    nothing, nor do reports whose publication date is unknown (`undated` says how many those are).

        with View("foedera.duckdb") as view:
            for entry in view.agreements(): ...          # the agreements of the register, see `Entry`
            view.acts(entry.id)                          # acts of one agreement, from all reports
            view.links(entry.id), view.meetings(entry.id), view.quotations(about=entry.id), view.claims(entry.id)
            view.report(act.evidence[0].doc).document    # the report in which an act is read, with its text

    In all that is returned, ids of agreements, persons, organisations and blocs are those of the register, the same
    in every report (see `thing`); record ids stay those of the record. Evidence spans name their document.

    Raises:
        RegisterError: there is no register at that path, or it can't be opened.
        RegisterBusy: another process is writing to it.
        DateError: `as_of` is not a date.
    """

    def __init__(self, path: str | Path, *, as_of: str | None = None) -> None:
        self.as_of = as_of
        self._seen: dict[str, Report] = {}
        super().__init__(path, writing=False, by=_day(as_of) if as_of else None)

    @functools.cached_property
    def undated(self) -> int:
        """How many sources `as_of` leaves out because their publication date is unknown; 0 without `as_of`."""
        if self.as_of is None:
            return 0
        sql = "SELECT count(DISTINCT source) FROM document WHERE published_by IS NULL"
        return int(self.rows(sql)[0][0])

    # Reports

    def reports(self) -> list[Report]:
        """Every report that counts, by date of publication; the undated ones last."""
        return self._reports("SELECT * FROM visible ORDER BY published_by NULLS LAST, source")

    def versions(self, source: str) -> list[Report]:
        """Every version of a report, the first one first."""
        return self._reports("SELECT * FROM main.document WHERE source = ? ORDER BY version", [source])

    def report(self, doc: str) -> Report:
        """The report version with that document id, whether it still counts or not."""
        if doc not in self._seen:
            found = self._reports("SELECT * FROM main.document WHERE id = ?", [doc])
            if not found:
                raise NameNotFound(f"no report {doc} in {self.path}")
            self._seen[doc] = found[0]
        return self._seen[doc]

    def report_table(self) -> pa.Table:
        """Every report that counts as an Arrow table."""
        return self.table("SELECT * FROM visible ORDER BY published_by NULLS LAST, source")

    def count(self) -> int:
        """How many reports count."""
        return int(self.rows("SELECT count(*) FROM visible")[0][0])

    def report_names(self) -> dict[str, str]:
        """What each report that counts is called, without its text: for tables with a row for each record."""
        return dict(self.rows("SELECT id, name FROM visible"))

    def published(self) -> dict[str, str]:
        """When each report that counts was published, where that is known."""
        return dict(self.rows("SELECT id, published FROM visible WHERE published IS NOT NULL"))

    def houses(self) -> dict[str, str]:
        """The agency or publisher whose words each report that counts has, where that is known."""
        house = f"coalesce({', '.join(HOUSE)})"
        return dict(self.rows(f"SELECT id, {house} AS house FROM visible WHERE house IS NOT NULL"))

    def copies(self) -> dict[str, str]:
        """From each report that passes on another's text to the report that had it first: no second witness."""
        return {passage.doc: passage.origin for passage in self.passages() if passage.is_copy}

    def passages(self) -> list[Passage]:
        """Text that stands in two reports, by the report that had it later; for each the one that had most of it."""
        return find_passages(self)

    def _reports(self, sql: str, parameters: Sequence[Any] = ()) -> list[Report]:
        return [
            Report(from_row(Document, row), row["source"], row["version"], row["extractor"], row["model"])
            for row in self.table(sql, parameters).to_pylist()
        ]

    # Records

    def records(self, kind: type[T], where: str = "true", parameters: Sequence[Any] = ()) -> list[T]:
        """Records of one type from the reports that count, in the order of the reports' dates and of their words."""
        found = [from_row(kind, row) for row in self.record_table(kind, where, parameters).to_pylist()]
        names = self._names({span.doc for record in found for span in spans_of(record)})
        return [rename(record, names) for record in found]

    def record_table(self, kind: type[Any], where: str = "true", parameters: Sequence[Any] = ()) -> pa.Table:
        """The same as an Arrow table, each row with its report's date, source, version, extractor and model.

        Ids are those of the records; `identities` leads from them to the things of the register.
        """
        if kind not in RECORDS.values():
            raise TypeError(f"{kind!r} is no record type; they are {', '.join(RECORDS)}")
        return self.table(
            f"SELECT r.*, v.published AS reported, v.source AS report, v.version, v.extractor, v.model "
            f'FROM "{kind.type}" r JOIN visible v ON r.doc = v.id WHERE {where} '
            "ORDER BY v.published_by NULLS LAST, v.source, r.rowid",
            parameters,
        )

    def acts(self, agreement: str | None = None) -> list[Act]:
        """The acts of an agreement (of all, where none is given) as each report states them."""
        return self.records(Act, *_refers(("agreement",), agreement))

    def links(self, agreement: str | None = None) -> list[Link]:
        """The links from and to an agreement."""
        return self.records(Link, *_refers(("source", "target"), agreement))

    def quotations(
        self, *, speaker: str | None = None, about: str | None = None, docs: Iterable[str] | None = None
    ) -> list[Quotation]:
        """What was said, by an actor, about an agreement or actor (ids of the register), in some reports."""
        by, by_whom = _refers(("speaker.entity",), speaker, among="speaker.together")
        of, of_what = _refers((), about, among="about")
        where, which = ("true", []) if docs is None else ("list_contains(?, r.doc)", [list(docs)])
        return self.records(Quotation, f"{by} AND {of} AND {where}", [*by_whom, *of_what, *which])

    def claims(self, about: str | None = None) -> list[Claim]:
        """What holders assert of an agreement or actor, on either side of the predicate."""
        return self.records(Claim, *_refers(("subject", "object"), about))

    def meetings(self, agreement: str | None = None) -> list[Meeting]:
        """The meetings of the reports that speak of an agreement."""
        if agreement is None:
            return self.records(Meeting)
        return self.records(Meeting, "r.doc IN (SELECT doc FROM identity WHERE thing = ?)", [agreement])

    def meeting_groups(self, *, docs: Sequence[str] | None = None) -> dict[str, list[Meeting]]:
        """The records of each meeting, by the id that the register knows it by; with `docs`, of these reports."""
        where, which = ("true", []) if docs is None else ("list_contains(?, r.doc)", [list(docs)])
        return self._things(Meeting, None, where, which)

    def times(self, doc: str) -> list[Time]:
        """The times of a document."""
        return self.records(Time, "r.doc = ?", [doc])

    # Things of the register

    def agreements(self) -> list[Entry]:
        """Every agreement that a report speaks of, by the date of the first report."""
        return [entry(thing, found) for thing, found in self._things(Agreement).items()]

    def agreement(self, thing: str) -> Entry:
        """The agreement with that id, also one that was cited before two entries turned out to be one.

        Raises:
            NameNotFound: there is none.
        """
        found = self._things(Agreement, self.current_id(thing))
        if not found:
            raise NameNotFound(f"no agreement {thing} in {self.path}")
        return next(entry(name, records) for name, records in found.items())

    def actors(self, kind: EntityKind | None = None, *, docs: Sequence[str] | None = None) -> list[Actor]:
        """Every state, person, organisation, bloc and place, or those of one kind, by the date of the first report.

        With `docs`, those that these reports name, as these reports know them.
        """
        tests: list[tuple[str, Any]] = [("r.kind = ?", kind)] * (kind is not None)
        tests += [("list_contains(?, r.doc)", list(docs or ()))] * (docs is not None)
        where = " AND ".join(test for test, _ in tests) or "true"
        found = self._things(Entity, None, where, [value for _, value in tests])
        return [actor(thing, records) for thing, records in found.items()]

    def current_id(self, thing: str) -> str:
        """The id that a thing goes by now: of a profile, record or former id the thing it leads to."""
        found = self.rows(
            """SELECT id FROM thing WHERE profile = $1 OR id = $1
               UNION SELECT thing FROM identity WHERE record = $1
               UNION (SELECT became FROM history WHERE was = $1 ORDER BY decided_at DESC LIMIT 1) LIMIT 1""",
            [thing],
        )
        return str(found[0][0]) if found else thing

    def identities(self) -> pa.Table:
        """Which thing of the register each record of each report stands for: kind, doc, record, thing."""
        return self.table("SELECT i.* FROM identity i JOIN visible v ON i.doc = v.id ORDER BY ALL")

    def _things(
        self, kind: Any, thing: str | None = None, where: str = "true", parameters: Sequence[Any] = ()
    ) -> dict[str, list[Any]]:
        """The records of each thing, with their own ids."""
        rows = self.table(
            f"""SELECT r.*, i.thing FROM "{kind.type}" r JOIN visible v ON r.doc = v.id
                JOIN identity i ON i.doc = r.doc AND i.record = r.id
                WHERE {where} {"AND i.thing = ?" if thing else ""}
                ORDER BY v.published_by NULLS LAST, v.source, r.rowid""",
            [*parameters, *([thing] if thing else [])],
        ).to_pylist()
        found: dict[str, list[Any]] = {}
        for row in rows:
            found.setdefault(row["thing"], []).append(from_row(kind, row))
        return found

    def _names(self, docs: Iterable[str]) -> Names:
        """The thing that each record of some documents stands for."""
        sql = "SELECT doc, record, thing FROM identity WHERE list_contains(?, doc)"
        return {(doc, record): thing for doc, record, thing in self.rows(sql, [list(docs)])}


def _refers(columns: Sequence[str], thing: str | None, *, among: str | None = None) -> tuple[str, list[str]]:
    """A condition: one of the columns, or of the list `among`, refers to that thing of the register."""
    if thing is None:
        return "true", []
    tests = [f"r.{column} = i.record" for column in columns]
    if among:
        tests.append(f"list_contains(r.{among}, i.record)")
    match = " OR ".join(tests)
    return f"EXISTS (SELECT 1 FROM identity i WHERE i.doc = r.doc AND i.thing = ? AND ({match}))", [thing]


def _day(value: str) -> date:
    last = bounds(value)[1]
    if last is None:
        raise DateError(f"--as-of needs a day, such as 2024-06-18; {value} has no end")
    return last
