"""The library: what the command line says, as Python objects and Arrow tables."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

from foedera import adding
from foedera.analyse import events as life
from foedera.analyse.overview import overview
from foedera.analyse.statements import statements as said
from foedera.analyse.status import Status, status
from foedera.model import Act, Claim, Document, Entity, Link, Meeting, Quotation, Reading
from foedera.pipeline import Extractor
from foedera.read import document
from foedera.resolve.lookup import find_agreement
from foedera.store import View

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyarrow as pa

    from foedera.adding import Added
    from foedera.analyse.events import Event
    from foedera.model import Failure
    from foedera.store import Actor, Entry, Report

T = TypeVar("T")


@functools.cache
def _extractor() -> Extractor:
    return Extractor()


def extract(text: str | Document, *, published: str | None = None, name: str = "text") -> Reading:
    """Everything that is read in a text: typed records, each with the words that support it.

    Args:
        text: a report, or a document that a reader made.
        published: its publication date (EDTF), where the text states none; without one, "Tuesday" stays unresolved.
        name: what to call the report; it becomes part of the records' ids.

    Raises:
        EmptyDocument: there is no text.
        DateError: `published` is not a date.
        LanguageModelMissing: no language pipeline is installed.
    """
    doc = text if isinstance(text, Document) else document(text, name=name, published=published)
    return next(_extractor().read([doc]))


def add(
    files: Iterable[str | Path],
    register: str | Path,
    *,
    published: str | None = None,
    workers: int = 1,
    failed: Callable[[Failure], None] | None = None,
) -> list[Added]:
    """Read reports and keep them in a register; the same as `foedera add`.

    What could not be read is handed to `failed` and does not stop the others.

    Raises:
        RegisterBusy: another process has the register open.
        RegisterError: it can't be made or written.
    """
    names = [str(file) for file in files]
    report = failed or (lambda failure: None)
    return list(adding.add_files(names, register, published=published, workers=workers, failed=report))


def open(path: str | Path, *, as_of: str | None = None) -> Register:
    """A register to look into; with `as_of`, from what had been published by the end of that day.

    Raises:
        RegisterError: there is no register at that path, or it can't be opened.
    """
    return Register(path, as_of=as_of)


class Table(Sequence[T], Generic[T]):
    """Things of a register: a sequence of objects that also comes as an Arrow table."""

    def __init__(self, objects: Callable[[], list[T]], arrow: Callable[[], pa.Table]) -> None:
        self._load, self._arrow = objects, arrow

    @functools.cached_property
    def _objects(self) -> list[T]:
        return self._load()

    def arrow(self) -> pa.Table:
        """The same as an Arrow table, one row a thing, with its report, extractor and language pipeline."""
        return self._arrow()

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._objects[index]

    def __len__(self) -> int:
        return len(self._objects)

    def __iter__(self) -> Iterator[T]:
        return iter(self._objects)

    def __repr__(self) -> str:
        return f"<{len(self)} {type(self[0]).__name__} objects>" if self else "<nothing>"


class Register:
    """A register, as of today or of an earlier day. Close it, or use it in a `with` statement.

    with foedera.open("foedera.duckdb") as register:
        for agreement in register.agreements: print(agreement.name, register.status(agreement))
        register.acts.arrow()                               # every act as an Arrow table
        register.timeline("North Korea treaty")             # its steps, each with every report that states it
    """

    def __init__(self, path: str | Path, *, as_of: str | None = None) -> None:
        self.view = View(path, as_of=as_of)
        self.agreements: Table[Entry] = Table(self._entries, self._entry_table)
        self.actors: Table[Actor] = Table(self.view.actors, lambda: self.view.record_table(Entity))
        self.acts = self._table(Act)
        self.links = self._table(Link)
        self.meetings = self._table(Meeting)
        self.statements = self._table(Quotation)
        self.claims = self._table(Claim)
        self.sources: Table[Report] = Table(self.view.reports, self.view.report_table)

    def _table(self, kind: type[T]) -> Table[T]:
        return Table(lambda: self.view.records(kind), lambda: self.view.record_table(kind))

    def _entries(self) -> list[Entry]:
        return [line.entry for line in overview(self.view)]

    def _entry_table(self) -> pa.Table:
        import pyarrow as pa

        return pa.Table.from_pylist([line.plain() for line in overview(self.view)])

    def agreement(self, name: str) -> Entry:
        """The agreement that a name, an id or some words about it mean.

        Raises:
            NameNotFound: none fits.
            NameAmbiguous: several do; its `candidates` lists them.
        """
        return find_agreement(self.view, name).entry

    def timeline(self, agreement: str | Entry) -> list[Event]:
        """The steps of an agreement by date, each with every report that states it."""
        return life.events(self.view, self._entry(agreement).id)

    def status(self, agreement: str | Entry) -> Status | None:
        """Where it stands, from steps stated as done; None where no report states one."""
        entry = self._entry(agreement)
        return status(entry, life.events(self.view, entry.id))

    def said(self, *, speaker: str | None = None, about: str | None = None) -> list[Quotation]:
        """The statements of a speaker, or about an agreement or actor."""
        return said(self.view, speaker=speaker, about=about)

    def dossier(self, agreement: str | Entry) -> str:
        """The page about an agreement, as HTML."""
        from foedera.publish.dossier import page

        return page(self.view, self._entry(agreement).id, as_of=self.view.as_of)

    def document(self, doc: str) -> Document:
        """The report that a span names as its `doc`, with its text."""
        return self.view.report(doc).document

    def _entry(self, agreement: str | Entry) -> Entry:
        return self.agreement(agreement) if isinstance(agreement, str) else agreement

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.view.close()
