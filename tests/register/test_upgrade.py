"""A register of an older format is brought up to date: records stay, ids lead on, decisions hold, a copy is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from foedera.adding import decide
from foedera.errors import RegisterError, RegisterVersion
from foedera.resolve.upgrade import upgrade
from foedera.store import View, Writer
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from pathlib import Path


def report(name: str, words: str) -> Report:
    made = Report(f"They met and signed {words}.", "2024-06-18", name)
    made.act(made.agreement(words, parties=("RUS", "PRK")), "signed", f"signed {words}")
    made.meeting("They met", kind="meeting", participants=("Vladimir Putin", "Kim Jong Un"))
    return made


def as_format_1(path: Path) -> None:
    """Make a register what it was in format 1: other descriptions and ids, and no meetings among its things."""
    with duckdb.connect(str(path)) as old:
        for table, columns in {
            "profile": ["id"], "block": ["profile"], "described": ["profile"], "thing": ["profile", "id"],
            "same": ["a", "b"], "decision": ["a", "b"],
        }.items():  # fmt: skip
            old.execute(f"DELETE FROM \"{table}\" WHERE kind = 'meeting'")
            for column in columns:
                old.execute(f'UPDATE "{table}" SET "{column}" = \'old_\' || "{column}"')
        old.execute("UPDATE profile SET description = '{}'")
        old.execute("ALTER TABLE quotation DROP COLUMN speaker.together")
        old.execute("UPDATE register SET format = 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.duckdb"
    keep(path, report("a", "the Zenda Treaty"), report("b", "the Zenda Trade Treaty"), report("c", "the Hentzau Pact"))
    return path


def held(path: Path) -> tuple[list[str], list[str], int]:
    with View(path) as view:
        return [e.id for e in view.agreements()], list(view.meeting_groups()), len(view.acts())


def test_nobody_opens_it_unaware(path: Path) -> None:
    as_format_1(path)
    for opened in (View, Writer):
        with pytest.raises(RegisterVersion, match=r"format 1, .* foedera upgrade --register"):
            opened(path)


def test_it_becomes_what_a_new_one_would_be(path: Path) -> None:
    new = held(path)
    as_format_1(path)
    copy = upgrade(path)
    assert held(path) == new
    assert copy is not None
    with duckdb.connect(str(copy), read_only=True) as old:
        assert old.execute("SELECT format FROM register").fetchone() == (1,)
    assert upgrade(path) is None


def test_ids_that_were_cited_lead_on(path: Path) -> None:
    entries, _, _ = held(path)
    as_format_1(path)
    upgrade(path)
    with View(path) as view:
        assert [view.agreement(f"old_{thing}").id for thing in entries] == entries


def test_a_decision_holds(path: Path) -> None:
    one, other = decide(path, "same", "hentzau", "zenda")
    assert one == other
    as_format_1(path)
    upgrade(path)
    assert len(held(path)[0]) == 1


def test_a_copy_in_the_way_is_never_written_over(path: Path) -> None:
    as_format_1(path)
    path.with_name("r.duckdb.format1").write_text("mine")
    with pytest.raises(RegisterError, match=r"format1 is in the way"):
        upgrade(path)


def test_one_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no register"):
        upgrade(tmp_path / "none.duckdb")
    assert not list(tmp_path.iterdir())
