"""A register that can't be used says so in one clear line, as an error of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from foedera.errors import RegisterBusy, RegisterError, RegisterVersion
from foedera.store import View, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HOLD = (
    "import sys; from foedera.store import Writer; w = Writer(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Path]:
    """A register that another process is writing to."""
    path = tmp_path / "r.duckdb"
    command = [sys.executable, "-c", _HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        yield path
        holder.communicate("")


def test_a_second_writer_is_told_who_writes(busy: Path) -> None:
    with pytest.raises(RegisterBusy, match=r"in use by process \d+; try again"):
        Writer(busy)


def test_nobody_reads_while_another_process_writes(busy: Path) -> None:
    with pytest.raises(RegisterBusy, match="in use"):
        View(busy)


def test_two_may_read_at_once(tmp_path: Path) -> None:
    Writer(tmp_path / "r.duckdb").close()
    with View(tmp_path / "r.duckdb"), View(tmp_path / "r.duckdb") as view:
        assert view.count() == 0


def test_no_register_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="make one with: foedera add"):
        View(tmp_path / "none.duckdb")


def test_something_else_in_its_place_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a register, but somebody's notes\n")
    for use in (View, Writer):
        with pytest.raises(RegisterError, match="not a DuckDB file"):
            use(text)
    assert text.read_text() == "not a register, but somebody's notes\n"
    with pytest.raises(RegisterError, match="is a folder"):
        Writer(tmp_path)


def test_another_duckdb_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine (x INTEGER)")
    for use in (View, Writer):
        with pytest.raises(RegisterError, match="not a register"):
            use(path)


def test_a_register_of_another_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    Writer(path).close()
    with duckdb.connect(str(path)) as later:
        later.execute("UPDATE register SET format = 999")
    for use in (View, Writer):
        with pytest.raises(RegisterVersion, match="format 999"):
            use(path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="folder does not exist"):
        Writer(tmp_path / "nowhere" / "r.duckdb")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_no_right_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RegisterError, match="no right"):
        Writer(tmp_path / "r.duckdb")


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    path.touch()
    Writer(path).close()
    with View(path) as view:
        assert view.count() == 0


def test_a_file_cut_short_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    Writer(path).close()
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(RegisterError):
        View(path)


_FILL = """
import resource, sys
from pathlib import Path
from foedera.errors import RegisterError
from tests.register.reports import Report, keep
path = Path(sys.argv[1])
keep(path, Report("The first.", name="first"))
room = path.stat().st_size + 100_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    for n in range(1000):
        keep(path, Report("".join(map(chr, range(0x4E00, 0x9FFF))) + str(n), name=str(n)))
        print(n, flush=True)
except RegisterError as error:
    print(error)
"""


def test_a_full_disk_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    run = subprocess.run([sys.executable, "-c", _FILL, str(path)], capture_output=True, text=True, check=True)
    *reported, error = run.stdout.splitlines()
    assert "nothing more can be written (file too large); make room and run it again" in error
    with View(path) as view:
        assert [report.source for report in view.reports()] == sorted(["first", *reported])
