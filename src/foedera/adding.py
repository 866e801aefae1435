"""Adding reports to a register: read, resolve and store, a batch of whole documents at a time."""

from __future__ import annotations

import functools
import hashlib
import time
from dataclasses import dataclass
from importlib import metadata, resources
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from foedera import engine
from foedera.annotate import installed_language
from foedera.errors import EvidenceError, FoederaError
from foedera.model import Document, Failure
from foedera.read import read
from foedera.resolve import resolve
from foedera.resolve.decisions import keep
from foedera.resolve.lookup import find_thing
from foedera.resolve.resolver import resolve_again
from foedera.resolve.why import described
from foedera.store import Filing, View, Writer, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from foedera.model import Reading
    from foedera.resolve.decisions import Verdict

Outcome = Literal["added", "changed", "again", "unchanged"]
"""What became of a report: new in the register; a new version of one that was; read again by a newer Foedera or
language pipeline; or already there."""

_LOOK_UP = 32
_TOGETHER = 64
_SECONDS = 5.0
"""Readings are stored so many at a time, or after so long: what a run that dies can lose of unreported work."""
_READS = ("annotate", "extract", "lexicon", "model", "read", "times")  # the rooms whose code decides what is read


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is in the register now."""

    path: str
    outcome: Outcome
    document: Document


def add_files(
    files: Iterable[str],
    register: str | Path,
    *,
    published: str | None = None,
    workers: int = 1,
    failed: Callable[[Failure], None],
) -> Iterator[Added]:
    """Read reports and keep them in a register, as a stream; an `Added` says that its report is stored for good.

    `failed` hears of each report that could not be read. Adding a report again changes nothing; a changed report
    becomes a new version. A run that dies leaves nothing half stored and can be run again.

    Raises:
        RegisterBusy: another process has the register open.
        RegisterError: it can't be made or written.
        DateError: `published` is no date.
    """
    from foedera.pipeline import make_reader

    documents = read(files, published=published)
    with Writer(register) as writer:
        adding = _Adding(writer, extractor_name(), installed_language() or "", failed)
        for item in engine.map(make_reader, adding.fresh(documents), workers=workers):
            yield from adding.take(item)
        yield from adding.store()


def decide(register: str | Path, verdict: Verdict, a: str, b: str, *, note: str | None = None) -> tuple[str, str]:
    """Keep a person's decision that two things (names or ids) are the same or different.

    Returns what each of them is from now on.

    Raises:
        NameNotFound: nothing has that name.
        NameAmbiguous: several things have.
        RegisterBusy: another process has the register open.
        FoederaError: the two are of different kinds, or the same description.
    """
    with View(register) as view:
        whole = [described(view, find_thing(view, name)) for name in (a, b)]
    one, other = whole[0][0], whole[1][0]
    if one.kind != other.kind:
        raise FoederaError(f"{a} is of the kind {one.kind} and {b} of the kind {other.kind}; give two of one kind")
    if one.id == other.id:
        raise FoederaError(f"{a} and {b} are one description ({one.id}); foedera why gives the ids to tell apart")
    pairs = [(one.id, other.id)]
    if verdict == "same":  # whoever says that two are one means all that each of them is now
        pairs += [(part[0].id, more.id) for part in whole for more in part[1:]]
    with Writer(register) as writer, writer.transaction():
        for pair in pairs:
            keep(writer, one.kind, verdict, *pair, note)
        resolve_again(writer, one.kind, {one.id, other.id})
        found = writer.rows("SELECT profile, id FROM thing WHERE profile = ? OR profile = ?", [one.id, other.id])
    now = dict(found)
    return now[one.id], now[other.id]


class _Adding:
    """A run of adding: what is known is passed by, what is read waits to be stored with others."""

    def __init__(self, writer: Writer, extractor: str, model: str, failed: Callable[[Failure], None]) -> None:
        self.writer, self.extractor, self.model, self.failed = writer, extractor, model, failed
        self.waiting: list[Reading] = []
        self.passed: list[Added] = []
        self.since = time.monotonic()

    def fresh(self, documents: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        """The documents that there is work on."""
        source = iter(documents)
        while batch := list(islice(source, _LOOK_UP)):
            reports = [(source_of(item), item) for item in batch if isinstance(item, Document)]
            known = self.writer.known(reports, extractor=self.extractor, model=self.model)
            for item in batch:
                if isinstance(item, Document) and item.id in known:
                    self.passed.append(Added(item.path, "unchanged", item))
                else:
                    yield item

    def take(self, item: Reading | Failure) -> Iterator[Added]:
        """Keep a reading for the next transaction, and store those that wait when they are many or old."""
        if isinstance(item, Failure):
            self.failed(item)
        else:
            self._keep(item)
        if len(self.waiting) >= _TOGETHER or time.monotonic() - self.since > _SECONDS:
            yield from self.store()

    def _keep(self, reading: Reading) -> None:
        try:
            check(reading)
        except EvidenceError as error:
            self.failed(Failure(reading.document.path, "EvidenceError", str(error)))
        else:
            self.waiting.append(reading)

    def store(self) -> Iterator[Added]:
        """Store what waits, in one transaction; only then is it reported as added."""
        filings = [Filing(source_of(r.document), r, self.extractor, self.model) for r in self.waiting]
        added: list[Added] = []
        if filings:
            outcomes = self._outcomes(filings)
            with self.writer.transaction():
                released = self.writer.file(filings)
                resolve(self.writer, self.waiting, released)
            added = [Added(r.document.path, outcomes[r.document.id], r.document) for r in self.waiting]
        self.waiting, self.passed, passed = [], [], self.passed
        self.since = time.monotonic()
        yield from passed
        yield from added

    def _outcomes(self, filings: list[Filing]) -> dict[str, Outcome]:
        documents, sources = self.writer.held([(filing.source, filing.reading.document.id) for filing in filings])
        found: dict[str, Outcome] = {}
        for filing in filings:
            doc = filing.reading.document.id
            found[doc] = "again" if doc in documents else "changed" if filing.source in sources else "added"
            sources.add(filing.source)
        return found


def source_of(document: Document) -> str:
    """What names a report whatever its version: its address, the resolved path of its file, or its row's id.

    What comes by standard input has no name, so its content stands for it.
    """
    if document.url:
        return document.url
    if document.path == "-":
        return document.id
    path = Path(document.path)
    try:
        return str(path.resolve()) if path.exists() else document.name
    except OSError:
        return document.name


@functools.cache
def extractor_name() -> str:
    """Name and version of what reads, as the register records it: the version and a hash of the code and lexicons.

    With another Foedera the same reports are read again.
    """
    digest = hashlib.sha256()
    for room in _READS:
        for path in sorted(Path(str(resources.files("foedera") / room)).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.read_bytes())
    return f"foedera {metadata.version('foedera')}+{digest.hexdigest()[:8]}"
