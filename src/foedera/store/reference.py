"""Scholars' reference data in the register: kept beside what is read in reports, never mixed with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from foedera.errors import ReferenceDataError
from foedera.reference import pairs_of

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from foedera.reference import ReferenceTable
    from foedera.store.base import Connected
    from foedera.store.writer import Writer

UNLOADED = ("unts", "lnts", "wikidata")
"""Registers of treaties whose numbers a person may give an agreement though no file of theirs is read ("unts:6045")."""
_ABOUT = ("key", "source", "unit", "version", "first_year", "last_year", "citation", "path", "sha256")


@dataclass(frozen=True, slots=True)
class ReferenceSource:
    """A file of reference data in the register: what it is, how to cite it, and the years that it covers."""

    key: str
    source: str
    unit: str
    version: str | None
    first_year: int | None
    last_year: int | None
    citation: str
    path: str
    sha256: str
    rows: int

    @property
    def title(self) -> str:
        """How a reader knows it: "ATOP 4.01"."""
        return f"{self.source.upper()} {self.version}" if self.version else self.source.upper()


def keep_reference(writer: Writer, table: ReferenceTable) -> None:
    """Put a file of reference data into the register; it takes the place of an earlier one of its kind."""
    pairs = pairs_of(table)
    with writer.transaction():
        for name in ("reference", "reference_pair"):
            writer.rows(f'DELETE FROM {name} WHERE "key" = ?', [table.key])
        about = {name: [getattr(table, name)] for name in _ABOUT} | {"rows": [len(table.rows)]}
        writer.insert("reference", pa.table(about))
        writer.replace_table(f"reference_{table.key}", _arrow(table.rows))
        if pairs is not None:
            writer.insert("reference_pair", _arrow(pairs.assign(key=table.key)))


def reference_sources(view: Connected) -> list[ReferenceSource]:
    """The files of reference data in the register, by key."""
    columns = ", ".join(f'"{name}"' for name in (*_ABOUT, "rows"))
    return [ReferenceSource(*row) for row in view.rows(f'SELECT {columns} FROM reference ORDER BY "key"')]


def reference_rows(view: Connected, key: str) -> pd.DataFrame:
    """The rows of one file, as its project publishes them.

    Raises:
        ReferenceDataError: the register holds no such file; the message says how to bring it.
    """
    if key not in {source.key for source in reference_sources(view)}:
        source, _, unit = key.partition("_")
        raise ReferenceDataError(
            f"no {source.upper()} data at the level of {unit}; bring them: foedera import {source} FILE"
        )
    rows: pd.DataFrame = view.table(f'SELECT * FROM "reference_{key}"').to_pandas()
    return rows


def reference_pairs(view: Connected, states: Collection[int]) -> pd.DataFrame:
    """Every spell in which two of these states (COW numbers) are bound by an alliance, from every file of alliances."""
    sql = (
        "SELECT * FROM reference_pair WHERE list_contains(?, cow1) AND list_contains(?, cow2) "
        'ORDER BY "key", cow1, cow2, "start", alliance'
    )
    pairs: pd.DataFrame = view.table(sql, [list(states), list(states)]).to_pandas(integer_object_nulls=True)
    return pairs


def reference_spells(view: Connected, key: str) -> pd.DataFrame:
    """Every spell of one file of alliances, of whatever states.

    Raises:
        ReferenceDataError: it is no file of alliances.
    """
    spells: pd.DataFrame = view.table('SELECT * FROM reference_pair WHERE "key" = ?', [key]).to_pandas(
        integer_object_nulls=True
    )
    if spells.empty:
        raise ReferenceDataError(
            f"{key} holds no alliances; panels are made of atop_member, atop_alliance, cow_member, cow_dyad"
        )
    return spells


def decide_reference(writer: Writer, agreement: str, record: str, verdict: str, *, note: str | None = None) -> None:
    """Keep a person's word on whether a record of reference data ("atop:3440") is that agreement; the last one counts.

    Raises:
        ReferenceDataError: the record is not in the reference data of the register, nor a number of `UNLOADED`.
    """
    source, _, alliance = record.partition(":")
    if source in UNLOADED and alliance:
        _decide(writer, agreement, record, verdict, note)
        return
    known = writer.rows("SELECT count(*) FROM reference_pair WHERE source = ? AND alliance = ?", [source, alliance])
    if not known[0][0]:
        raise ReferenceDataError(
            f"no record {record!r} in the reference data of {writer.path}; ids look like atop:3440"
        )
    _decide(writer, agreement, record, verdict, note)


def _decide(writer: Writer, agreement: str, record: str, verdict: str, note: str | None) -> None:
    with writer.transaction():
        writer.rows("DELETE FROM reference_decision WHERE agreement = ? AND record = ?", [agreement, record])
        writer.rows("INSERT INTO reference_decision VALUES (?, ?, ?, ?, now())", [agreement, record, verdict, note])


def decided_references(view: Connected, agreement: str) -> dict[str, Any]:
    """What persons have decided of an agreement's records in reference data: "same" or "different" by record."""
    return dict(view.rows("SELECT record, verdict FROM reference_decision WHERE agreement = ?", [agreement]))


def _arrow(frame: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False)
