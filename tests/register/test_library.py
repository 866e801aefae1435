"""The library: a tested list of public names, loaded when used; objects and Arrow tables."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import foedera
from tests.register.reports import Report, keep, treaty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUBLIC = """\
Act Actor Added Agreement Claim DateError Document EmptyDocument Entity Entry Event EvidenceError Failure FoederaError \
LanguageModelMissing LexiconError Link MalformedRow Meeting NameAmbiguous NameNotFound NotFound NotText Quotation \
ReadError Reading Register RegisterBusy RegisterError RegisterVersion Report Span Speaker Status Table Time TooLarge \
add extract open"""


def test_the_public_names() -> None:
    assert " ".join(foedera.__all__) == PUBLIC
    assert dir(foedera) == foedera.__all__
    assert [name for name in foedera.__all__ if not getattr(foedera, name).__doc__] == []
    with pytest.raises(AttributeError, match="no public name 'nothing'"):
        foedera.nothing  # noqa: B018


def test_the_room_of_a_name_does_not_hide_the_function() -> None:
    code = "import foedera, foedera.pipeline, foedera.extract.acts; print(foedera.extract.__module__)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "foedera.library\n"
    )


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import foedera, sys; print(sorted({'spacy', 'duckdb', 'pyarrow', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[foedera.Register]:
    said = Report("Ann Lee hailed the Zenda Treaty.", "2024-06-20", "c")
    pact = said.agreement("the Zenda Treaty", parties=("RUR", "GRA"))
    said.quotation("hailed the Zenda Treaty", said.entity("Ann Lee"), about=(pact.id,))
    planned = treaty("2024-06-18", "the Zenda Treaty", name="a", realis="planned")
    keep(tmp_path / "r.duckdb", planned, treaty("2024-06-19", "the Zenda Treaty", name="b"), said)
    with foedera.open(tmp_path / "r.duckdb") as opened:
        yield opened


def test_a_register_comes_as_objects(register: foedera.Register) -> None:
    (entry,) = register.agreements
    assert register.agreement("zenda") == entry
    assert [act.realis for act in register.acts] == ["planned", "actual"]
    assert register.acts[0].agreement == entry.id
    assert [event.realis for event in register.timeline(entry)] == ["actual", "planned"]
    status = register.status("zenda")
    assert status
    assert status.stage == "signed"
    assert [statement.speaker.name for statement in register.said(about="zenda")] == ["Ann Lee"]
    words = register.statements[0].content[0]
    assert register.document(words.doc).text[words.start : words.end] == words.text
    assert len(register.sources) == 3
    assert register.dossier(entry).startswith("<!")


def test_and_as_arrow_tables(register: foedera.Register) -> None:
    acts = register.acts.arrow()
    assert acts.column("realis").to_pylist() == ["planned", "actual"]
    assert acts.column("evidence").to_pylist()[0][0]["text"] == "signed the Zenda Treaty"
    assert {"reported", "report", "version", "extractor", "model"} <= set(acts.column_names)
    assert register.agreements.arrow().column("status").to_pylist() == ["signed"]
    assert register.sources.arrow().num_rows == 3
    for table in (register.links, register.meetings, register.claims):
        assert (len(table), table.arrow().num_rows) == (0, 0)


def test_a_text_gives_typed_records() -> None:
    reading = foedera.extract("Russia and North Korea signed a treaty on Wednesday.", published="2024-06-20")
    assert {type(record) for record in reading.records()} >= {foedera.Act, foedera.Agreement, foedera.Time}
    (act,) = reading.acts
    assert (act.stage, act.date) == ("signed", "2024-06-19")


def test_files_are_added_and_failures_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia and North Korea signed a treaty.\n")
    failures: list[foedera.Failure] = []
    files = [tmp_path / "a.txt", tmp_path / "none.txt"]
    for outcome in ("added", "unchanged"):
        (added,) = foedera.add(files, tmp_path / "r.duckdb", published="2024-06-20", failed=failures.append)
        assert added.outcome == outcome
    assert [failure.kind for failure in failures] == ["NotFound", "NotFound"]
