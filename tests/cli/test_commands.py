"""The commands: data on standard output, messages on standard error, and exit codes that say how it went."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from foedera.model import Claim
from foedera.publish import cli
from foedera.publish.cli.exits import MEANINGS, Exit, exit_of
from tests.register.reports import Report, keep, treaty

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `foedera` with arguments in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["foedera", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return run


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "foedera.duckdb"
    report = Report("Ann Lee told Tass that the Zenda Treaty and the Hentzau Pact [b]hold[/b].", "2024-06-20", "c")
    zenda = report.agreement("the Zenda Treaty", parties=("RUR", "GRA"))
    report.link(zenda, "replaces", report.agreement("the Hentzau Pact"), "the Zenda Treaty and the Hentzau Pact")
    report.quotation("[b]hold[/b]", report.entity("Ann Lee"), about=(zenda.id,), told="Tass")
    keep(
        path,
        treaty("2024-06-18", "the Zenda Treaty", name="a", realis="planned"),
        treaty("2024-06-19", "the Zenda Treaty", name="b", date="2024-06-19"),
        report,
    )
    return path


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (["entities"], ["person", "Ann Lee"]),
        (["entities", "lee", "--kind", "person"], ["Ann Lee"]),
        (["show"], ["the Zenda Treaty", "signed", "2024-06-19", "GRA, RUR"]),
        (["show", "zenda"], ["signed the Zenda Treaty", "replaces", "the Hentzau Pact"]),
        (["timeline", "zenda"], ["planned", "actual"]),
        (["statements"], ["Ann Lee", "Tass", "[b]hold[/b]"]),
        (["statements", "--speaker", "lee"], ["Ann Lee"]),
        (["sources"], ["2024-06-18", "2024-06-19", "2024-06-20"]),
    ],
)
def test_what_a_command_shows_it_also_gives_as_json(run: Run, arguments: list[str], holds: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert [words for words in holds if words not in out] == []
    code, out, _ = run(*arguments, "--json")
    assert code == 0
    assert json.loads(out)


def test_a_claim_is_shown_with_its_holder_and_its_denial(run: Run, tmp_path: Path) -> None:
    report = Report("The Zenda Treaty is not aimed at others, Ann Lee said.", "2024-06-20", "d")
    zenda, lee = report.agreement("The Zenda Treaty"), report.entity("Ann Lee")
    words = (report.says("The Zenda Treaty is not aimed at others"),)
    report.parts["claims"] = [Claim("k", "not_directed_at", zenda.id, None, lee.id, "negative", words)]
    keep(tmp_path / "foedera.duckdb", report)
    code, out, _ = run("claims", "zenda", "--holder", "Ann Lee")
    assert code == 0
    assert "The Zenda Treaty NOT directed at" in " ".join(out.split())
    assert json.loads(run("claims", "--json")[1])[0]["polarity"] == "negative"
    assert "0 claims" in run("claims", "--as-of", "2024-06-01")[1]


def test_as_of_a_day_leaves_out_what_was_published_later(run: Run, register: Path) -> None:
    (before,) = json.loads(run("show", "--as-of", "2024-06-18", "--json")[1])
    (after,) = json.loads(run("show", "--as-of", "2024-06-19", "--json")[1])
    assert (before["status"], after["status"]) == (None, "signed")
    assert run("show", "--as-of", "2024-06-17")[2] == "foedera: nothing had been published by 2024-06-17\n"
    assert run("show", "--as-of", "soon")[0] == Exit.USAGE


def test_the_page_is_written_where_it_is_asked_for(run: Run, register: Path) -> None:
    code, out, err = run("dossier", "zenda", "-o", "page.html")
    assert (code, out) == (0, "")
    assert "page.html" in err
    assert "signed the Zenda Treaty" in (register.parent / "page.html").read_text()
    assert run("dossier", "zenda", "-o", "-")[1].startswith("<!")
    code, _, err = run("dossier", "zenda", "-o", "no/such/folder/page.html")
    assert (code, err.count("\n")) == (Exit.SET_UP, 1)


def test_an_empty_state_says_what_to_do(run: Run, tmp_path: Path) -> None:
    for command in (["show"], ["sources"], ["statements"], ["timeline", "x"], ["dossier", "x"]):
        code, _, err = run(*command)
        assert (code, err) == (
            Exit.REGISTER,
            "foedera: there is no register foedera.duckdb; make one with: foedera add FILE...\n",
        )
    keep(tmp_path / "foedera.duckdb")
    assert "add some with: foedera add FILE..." in run("show")[2]
    assert run("show", "x")[0] == Exit.NOT_FOUND


def test_a_name_that_fits_nothing_or_several_ends_with_its_own_code(run: Run, register: Path) -> None:
    assert run("timeline", "Antarctic Treaty")[0] == Exit.NOT_FOUND
    keep(register, treaty("2024-06-21", "the Hentzau Pact", name="d"))
    code, out, err = run("show", "treaty")
    assert (code, out) == (Exit.NOT_FOUND, "")
    assert "the Zenda Treaty" in err
    assert "the Hentzau Pact" in err


def test_reports_come_in_and_what_could_not_be_read_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Russia and North Korea signed a treaty on 19 June 2024.\n")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    code, out, err = run("add", "good.txt", "bad.txt", "none.txt", "--published", "2024-06-20")
    assert (code, out) == (Exit.SOME_FAILED, "")
    assert "1 added; 2 could not be read" in err
    assert [line.split(":")[1].strip() for line in err.splitlines()[:2]] == ["bad.txt", "none.txt"]
    code, out, err = run("add", "good.txt", "--published", "2024-06-20", "--json")
    assert (code, [json.loads(line)["outcome"] for line in out.splitlines()]) == (0, ["unchanged"])
    (tmp_path / "good.txt").write_text("Russia and North Korea ratified a treaty on 19 June 2024.\n")
    assert "1 changed" in run("add", "good.txt", "--published", "2024-06-20")[2]
    (entry,) = json.loads(run("show", "--json")[1])
    assert (entry["status"], len(entry["reports"])) == ("ratified", 1)


def test_how_to_give_a_date_is_said_once(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("They met on Tuesday in the capital.\n")
    for command in ("add", "extract"):
        err = run(command, "a.txt", "b.txt")[2]
        assert err.count("--published 2024-06-18") == 1


def test_records_are_json_lines_and_nothing_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia and North Korea signed a treaty on 19 June 2024.\n")
    code, out, _ = run("extract", "a.txt")
    kinds = [json.loads(line)["type"] for line in out.splitlines()]
    assert (code, kinds[0], "agreement" in kinds, "act" in kinds) == (0, "document", True, True)
    assert not (tmp_path / "foedera.duckdb").exists()


def test_every_error_of_ours_has_an_exit_code_and_every_code_a_meaning(run: Run) -> None:
    from foedera import errors

    def tree(kind: type[Exception]) -> list[type[Exception]]:
        return [kind, *(below for child in kind.__subclasses__() for below in tree(child))]

    for error in tree(errors.FoederaError):
        assert exit_of(error("what happened")) in MEANINGS
    shown = " ".join(run("--help")[1].split())
    assert all(str(int(code)) in shown for code in MEANINGS)


def child_cpu(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", "from foedera.publish.cli import main; main()", *arguments],
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_answers_at_once() -> None:
    # Processor time, not the clock: the machine may be busy with other things.
    assert min(child_cpu("--help") for _ in range(3)) < 0.3


def test_a_reader_that_goes_away_is_no_error(register: Path) -> None:
    script = "from foedera.publish.cli import main; main()"
    run: Any = subprocess.Popen(
        [sys.executable, "-c", script, "sources", "--json", "--register", str(register)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    run.stdout.close()
    assert run.stderr.read() == b""
    run.wait()
    run.stderr.close()
