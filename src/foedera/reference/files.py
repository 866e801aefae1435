"""Reading the files as their projects publish them: CSV (also compressed) and Stata .dta.

What each file looks like is data (`lexicon/world/reference.yaml`). Unknown stays unknown: the sentinels a project uses
for "still open" or "not known" become missing, and a missing code never becomes 0.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from foedera.errors import ReferenceDataError
from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_VOTES = {"yes": 1, "abstain": 2, "no": 3, "absent": None}
_FIRST_SESSION = 1945  # the year before session 1 of the General Assembly


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """One file of reference data: its rows under canonical lower-case column names, and what it is.

    `first_year` and `last_year` are the years that it covers: outside of them nothing is known, which is not "none".
    """

    source: str
    unit: str
    version: str | None
    first_year: int | None
    last_year: int | None
    citation: str
    path: str
    sha256: str
    rows: pd.DataFrame

    @property
    def key(self) -> str:
        """Which table of reference data it is ("atop_member"); a later file takes its place."""
        return f"{self.source}_{self.unit}"


def sources() -> tuple[str, ...]:
    """The projects whose files can be read."""
    return tuple(load("world", "reference"))


def read_reference(source: str, path: Path) -> ReferenceTable:
    """Read a project's file.

    Raises:
        ReferenceDataError: no such project or file, not a table, a missing column (named), another version.
    """
    formats = load("world", "reference")
    if source not in formats:
        raise ReferenceDataError(f"no reference data called {source!r}; there are {', '.join(formats)}")
    format_ = formats[source]
    rows = _table(path)
    unit = _unit(source, format_["units"], rows, path)
    rows = _known(rows, format_["units"][unit])
    version, first, last = _coverage(format_, rows, path)
    return ReferenceTable(
        source=source,
        unit=unit,
        version=version,
        first_year=first,
        last_year=last,
        citation=format_["cite"],
        path=str(path),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        rows=rows,
    )


def _table(path: Path) -> pd.DataFrame:
    """The file as a frame with lower-case column names; foreign errors become ours here."""
    try:
        rows = pd.read_stata(path, convert_categoricals=False) if path.suffix == ".dta" else _csv(path)
    except FileNotFoundError:
        raise ReferenceDataError(f"{path}: there is no such file") from None
    except PermissionError:
        raise ReferenceDataError(f"{path}: no right to read it") from None
    except (ValueError, OSError, EOFError, pd.errors.ParserError) as error:
        raise ReferenceDataError(
            f"{path}: not a table that can be read ({str(error).splitlines()[0]}); expected CSV, CSV.gz or Stata .dta"
        ) from error
    rows.columns = pd.Index([str(column).strip().lower() for column in rows.columns])
    return rows


def _csv(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, encoding="utf-8", low_memory=False)
    except UnicodeDecodeError:
        return pd.read_csv(path, encoding="latin-1", low_memory=False)


def _unit(source: str, units: dict[str, Any], rows: pd.DataFrame, path: Path) -> str:
    """Which of the project's files it is: the first whose marking columns are all there."""
    for name, unit in units.items():
        renamed = _renamed(rows, unit)
        if set(unit["marks"]) <= set(renamed.columns):
            missing = [column for column in unit["needs"] if column not in renamed.columns]
            if missing:
                raise ReferenceDataError(
                    f"{path}: looks like {source.upper()} at the level of {name}, but the column "
                    f"{', '.join(missing)} is missing; take the file as the project publishes it"
                )
            return name
    expected = "; or ".join(f"{name}: {', '.join(unit['marks'])}" for name, unit in units.items())
    found = ", ".join(map(str, rows.columns[:8]))
    raise ReferenceDataError(f"{path}: not a file of {source.upper()}: found the columns {found}; expected {expected}")


def _renamed(rows: pd.DataFrame, unit: dict[str, Any]) -> pd.DataFrame:
    names = {
        other: name
        for name, others in unit.get("names", {}).items()
        for other in others
        if other in rows.columns and name not in rows.columns
    }
    return rows.rename(columns=names)


def _known(rows: pd.DataFrame, unit: dict[str, Any]) -> pd.DataFrame:
    """Canonical names, and the project's sentinels made missing."""
    rows = _renamed(rows, unit).copy()
    if "vote" in rows and not pd.api.types.is_numeric_dtype(rows["vote"]):
        rows["vote"] = rows["vote"].astype(str).str.lower().map(_VOTES)
    for column, sentinels in unit["missing"].items():
        if column in rows:
            rows[column] = rows[column].mask(rows[column].isin(sentinels))
    return rows


def _coverage(format_: dict[str, Any], rows: pd.DataFrame, path: Path) -> tuple[str | None, int | None, int | None]:
    """The file's version and the years that it covers."""
    versions = format_["versions"]
    found: list[Any] = rows["version"].dropna().unique().tolist() if "version" in rows and versions else []
    if found:
        version = f"{float(found[0]):.2f}".rstrip("0").rstrip(".") if _is_number(found[0]) else str(found[0])
        for start, (first, last) in versions.items():
            if version.startswith(start):
                return version, first, last
        raise ReferenceDataError(
            f"{path}: column version says {version}; this reads version {' and '.join(versions)} of {format_['title']}"
        )
    years = _years(rows)
    return None, min(years, default=None), max(years, default=None)


def _years(rows: pd.DataFrame) -> Iterable[int]:
    if "year" in rows:
        return (int(rows["year"].min()), int(rows["year"].max()))
    if "session" in rows:
        return (_FIRST_SESSION + int(rows["session"].min()), _FIRST_SESSION + int(rows["session"].max()))
    return ()


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True
