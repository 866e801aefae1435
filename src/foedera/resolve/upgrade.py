"""Bringing a register of an older format up to date."""

from __future__ import annotations

import itertools
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from foedera.errors import RegisterError
from foedera.resolve.resolver import describe
from foedera.store import Writer
from foedera.store.opening import FORMAT, OLDER

_TOGETHER = 64
_DERIVED = ("profile", "block", "described", "same", "thing")
"""What follows from the records, the history of ids and the decisions of persons, which are kept."""
_CHANGES = {1: (), 2: ("ALTER TABLE quotation ADD COLUMN speaker.together VARCHAR[]",)}
"""What turns the tables of a format into those of the next one."""


def upgrade(path: str | Path) -> Path | None:
    """Describe and resolve anew what a register of an older format holds; ids that were cited lead on.

    Returns where a copy of the old register is kept; None where it is up to date.

    Raises:
        RegisterError: there is no such register, or a copy of it is in the way.
        RegisterBusy: another process has it open.
        RegisterVersion: it is of a format that this Foedera doesn't know.
    """
    path = Path(path)
    if not path.exists():
        raise RegisterError(f"there is no register {path}; make one with: foedera add FILE...")
    with Writer(path, formats=(*OLDER, FORMAT)) as writer:
        found = writer.rows("SELECT format FROM register")[0][0]
    if found == FORMAT:
        return None
    copy = path.with_name(f"{path.name}.format{found}")
    if copy.exists():
        raise RegisterError(f"{copy} is in the way, where the old register is to be kept; move it away and try again")
    shutil.copy2(path, copy)
    with Writer(path, formats=OLDER) as writer, writer.transaction():
        for change in itertools.chain.from_iterable(_CHANGES[older] for older in range(found, FORMAT)):
            writer.rows(change)
        _resolve_anew(writer)
        writer.rows("UPDATE register SET format = ?", [FORMAT])
    return copy


def _resolve_anew(writer: Writer) -> None:
    was = _things(writer)
    for table in _DERIVED:
        writer.rows(f'DELETE FROM "{table}"')
    docs = [doc for (doc,) in writer.rows("SELECT id FROM main.document ORDER BY published_by NULLS LAST, id")]
    for n in range(0, len(docs), _TOGETHER):
        describe(writer, list(writer.readings(docs[n : n + _TOGETHER])))
    _lead_on(writer, was, _things(writer))


_Record = tuple[str, str, str]  # kind, document, record


def _things(writer: Writer) -> dict[_Record, str]:
    return {(kind, doc, record): thing for kind, doc, record, thing in writer.rows("SELECT * FROM identity")}


def _lead_on(writer: Writer, was: dict[_Record, str], now: dict[_Record, str]) -> None:
    """Old ids lead to what most of their records are now."""
    votes: dict[tuple[str, str], Counter[str]] = {}
    for record, old in was.items():
        if record in now:
            votes.setdefault((record[0], old), Counter())[now[record]] += 1
    rows = []
    for (kind, old), new in sorted(votes.items()):
        became = min(new, key=lambda thing: (-new[thing], thing))
        if became == old:
            continue
        writer.rows("UPDATE history SET became = ? WHERE kind = ? AND became = ?", [became, kind, old])
        reason = "described anew by a newer Foedera"
        rows.append({"kind": kind, "was": old, "became": became, "reason": reason, "decided_at": _now()})
    if rows:
        writer.insert("history", pa.Table.from_pylist(rows))


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
