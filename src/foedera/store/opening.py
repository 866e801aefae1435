"""Opening a register: what DuckDB says becomes one of our errors, at this one place."""

from __future__ import annotations

import contextlib
import re
from importlib import resources
from typing import TYPE_CHECKING

import duckdb

from foedera.errors import RegisterBusy, RegisterError, RegisterVersion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 3
"""Of schema.sql and of what stands in its columns; it rises with every change of either.

1 to 2: descriptions of agreements say more, and meetings are things of the register.
2 to 3: statements name all who make them jointly, and descriptions of persons keep initials and "Jr.".
"""

OLDER = (1, 2)
"""Formats that `foedera upgrade` can read."""

_MAGIC = slice(8, 12)  # a DuckDB file has "DUCK" there, after a checksum
# A register stays on this machine: nothing is fetched. Sorting and hashing spill to disk beyond the limit.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "256MB",
    "threads": 2,
}


@contextlib.contextmanager
def our_errors(path: Path) -> Iterator[None]:
    """Turns DuckDB's errors about a register file into ours."""
    try:
        yield
    except duckdb.SerializationException as error:
        raise _of_another_version(path, str(error)) from error
    except (duckdb.BinderException, duckdb.ParserException, duckdb.CatalogException):
        raise  # a question that we asked wrongly: a bug, not the file's fault
    except duckdb.Error as error:
        raise _translate(path, str(error)) from error
    except OSError as error:
        raise RegisterError(f"{path}: {error.strerror or error}; choose another place with --register") from error


def _translate(path: Path, said: str) -> RegisterError:
    first = said.splitlines()[0] if said else "no reason given"
    if "Could not set lock" in said:
        holder = re.search(r"PID (\d+)", said)
        who = f"process {holder[1]}" if holder else "another process"
        return RegisterBusy(f"{path}: the register is in use by {who}; try again when that has ended")
    if "different configuration" in said:
        return RegisterBusy(f"{path}: the register is open for writing in this process; close that first")
    if "version number" in said:
        return _of_another_version(path, first)
    if "Permission denied" in said:
        return RegisterError(f"{path}: no right to open or write it; choose another place with --register")
    if "No such file or directory" in said:
        return RegisterError(f"{path}: its folder does not exist; make it, or choose another with --register")
    if "Could not write" in said or "No space left" in said:
        why = first.rpartition(": ")[2].lower()
        return RegisterError(
            f"{path}: nothing more can be written ({why}); make room and run it again: what was reported is kept"
        )
    return RegisterError(f"{path}: the register can't be used: {first}")


def _of_another_version(path: Path, said: str) -> RegisterVersion:
    return RegisterVersion(
        f"{path}: written by another version of DuckDB or Foedera ({said.splitlines()[0]}); "
        "open it with the version that made it, or add the reports to a new register"
    )


def connect(path: Path, *, writing: bool, formats: tuple[int, ...] = (FORMAT,)) -> duckdb.DuckDBPyConnection:
    """A connection to a register of one of these formats; one that writes makes the file where there is none.

    Raises:
        RegisterError: there is no register, it is no DuckDB file, or it can't be opened.
        RegisterBusy: another process writes to it.
        RegisterVersion: it has another format.
    """
    with our_errors(path):
        exists = _check_file(path, writing=writing)
        connection = duckdb.connect(str(path), read_only=not writing, config=_CONFIG)
        try:
            if not exists or (writing and not _tables(connection)):
                _create(connection)  # the latter: a run died between making the file and filling it
            _check_format(connection, path, formats)
        except BaseException:
            connection.close()
            raise
        return connection


def _check_file(path: Path, *, writing: bool) -> bool:
    """Whether the register exists; raises where something else is in its place."""
    if path.is_dir():
        raise RegisterError(f"{path} is a folder; a register is one file, such as {path / 'foedera.duckdb'}")
    if not path.exists():
        if writing:
            return False
        raise RegisterError(f"there is no register {path}; make one with: foedera add FILE...")
    if writing and path.stat().st_size == 0:
        path.unlink()  # DuckDB makes its file itself and refuses an empty one
        return False
    with path.open("rb") as file:
        head = file.read(12)
    if head[_MAGIC] != b"DUCK":
        raise RegisterError(f"{path} is not a register (not a DuckDB file); choose another with --register")
    return True


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    """All of the schema or, where this process dies, none of it."""
    connection.begin()
    connection.execute(resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO register VALUES (?)", [FORMAT])
    connection.commit()


def _check_format(connection: duckdb.DuckDBPyConnection, path: Path, formats: tuple[int, ...]) -> None:
    if "register" not in _tables(connection):
        raise RegisterError(f"{path} is a DuckDB file but not a register; choose another with --register")
    row = connection.execute("SELECT format FROM register").fetchone()
    found = row[0] if row else None
    if found in formats:
        return
    if found in OLDER:
        raise RegisterVersion(
            f"{path} has register format {found}, this Foedera uses format {FORMAT}; "
            f"bring it up to date (a copy of the old one is kept) with: foedera upgrade --register {path}"
        )
    raise RegisterVersion(
        f"{path} has register format {found}, this Foedera writes format {FORMAT}; "
        "use the Foedera that made it, or add the reports to a new register"
    )


def _tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
