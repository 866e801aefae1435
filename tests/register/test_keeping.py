"""What the register keeps: every field of every record, each report once, and only its last version counts."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from foedera.errors import EvidenceError
from foedera.model import (
    Act,
    Agreement,
    Claim,
    Document,
    Entity,
    Link,
    Meeting,
    Quotation,
    Reading,
    Span,
    Speaker,
    Time,
)
from foedera.store import Filing, View, Writer, check
from foedera.store.columns import RECORDS, schema
from tests.register.reports import Report, keep, treaty


def everything() -> Reading:
    """A reading with every field of every record filled."""
    report = Report("On 5 May Ruritania signed the Pact, Ann Lee told Reuters.")
    doc, (may, pact, lee) = report.document.id, map(report.says, ("5 May", "the Pact", "Ann Lee"))
    spans = (may, pact)
    speaker = Speaker(lee, "Ann Lee", "e", "envoy", "the ministry", lee, lee, ("e", "f"))
    return Reading(
        dataclasses.replace(report.document, title="t", authors=("a", "b"), disclaimers=(lee,), encoding="utf-8"),
        times=(Time(doc, may.start, may.end, may.text, "2024-05", "2024-05", "date", "month", "inferred", "END"),),
        entities=(Entity("e", "person", "Ann Lee", (lee,), "RUR", 1, 2, ("envoy",), ("m",), "the ministry"),),
        agreements=(Agreement("a", "Pact", "treaty", (pact,), "partnership", ("RUR",), False, 3, "signed", "2024"),),
        acts=(Act("c", "a", "signed", "actual", spans, ("RUR",), "2024-05-05", "Strelsau", "e", "rule"),),
        links=(Link("l", "a", "replaces", "b", "planned", spans, False, "rule"),),
        meetings=(Meeting("m", "visit", "actual", spans, ("e",), "RUR", "Strelsau", "2024", "state", "rule"),),
        quotations=(
            Quotation(
                "q", doc, "direct", spans, lee, speaker, "Reuters", lee, "briefing", (may,), "certain", "claiming",
                "past", ("a",), "q0",
            ),
        ),
        claims=(Claim("k", "opposes", "a", "b", "e", "negative", spans, (may,)),),
    )  # fmt: skip


def test_every_field_comes_back_as_it_was_read(tmp_path: Path) -> None:
    reading = everything()
    for record in reading.records():
        blank = [f.name for f in dataclasses.fields(record) if getattr(record, f.name) in (None, ())]
        assert not blank, f"fill these fields of {record.type} in the test"
    with Writer(tmp_path / "r.duckdb") as writer, writer.transaction():
        writer.file([Filing("s", reading, "x 1", "en 1")])
    with View(tmp_path / "r.duckdb") as view:
        assert view.reports()[0].document == reading.document
        back = [record for kind in RECORDS.values() for record in view.records(kind)]
    assert back == list(reading.records())


@pytest.mark.parametrize("kind", [*RECORDS.values(), Document], ids=lambda kind: kind.type)
def test_every_field_has_its_column(kind: Any, tmp_path: Path) -> None:
    Writer(tmp_path / "r.duckdb").close()
    with View(tmp_path / "r.duckdb") as view:
        columns = {
            name for (name,) in view.rows("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [kind.type])
        }
    filed = {"source", "version", "published_by", "extractor", "model"} if kind is Document else set()
    assert columns == set(schema(kind).names) | filed


def dump(path: Path) -> list[Any]:
    """All that a register says, but for when."""
    tables = ["document", *RECORDS, "profile", "block", "described", "same", "thing", "fingerprint"]
    with View(path) as view:
        return [sorted(map(repr, view.table(f'SELECT * FROM "{name}"').to_pylist())) for name in tables]


def test_adding_the_same_report_again_changes_nothing(tmp_path: Path) -> None:
    path, report = tmp_path / "r.duckdb", treaty("2024-06-19", "the Zenda Treaty", name="a")
    keep(path, report)
    before = dump(path)
    keep(path, report)
    assert dump(path) == before


def test_a_known_report_is_known_by_its_text_under_any_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    keep(path, Report("The same words.", name="a.txt"), source="/reports/a.txt")
    within = Report("The same words.", name="reports/a.txt").document
    other = Report("Other words.", name="a.txt").document
    with Writer(path) as writer:
        reports = [("/reports/a.txt", within), ("/reports/b.txt", other)]
        assert writer.known(reports, extractor="test 1", model="en_test 1") == {within.id}
        assert writer.known(reports, extractor="test 2", model="en_test 1") == set()


def test_a_changed_report_becomes_a_version_and_the_old_one_no_longer_counts(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    keep(path, treaty("2024-06-18", "the Zenda Treaty", name="a", realis="planned"))
    keep(path, treaty("2024-06-18", "the renamed Hentzau Pact", name="a"))
    with View(path) as view:
        assert [report.version for report in view.versions("a")] == [1, 2]
        assert [entry.name for entry in view.agreements()] == ["the renamed Hentzau Pact"]
        assert [act.realis for act in view.acts()] == ["actual"]


def test_reading_again_with_another_extractor_replaces_the_records_and_keeps_the_version(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    for extractor in ("test 1", "test 2"):
        keep(path, treaty("2024-06-18", "the Zenda Treaty", name="a"), extractor=extractor)
    with View(path) as view:
        (report,) = view.reports()
        assert (report.version, report.extractor) == (1, "test 2")
        assert len(view.acts()) == 1


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path, report = tmp_path / "r.duckdb", treaty("2024-06-18", "the Zenda Treaty", name="a")

    def die() -> None:
        with Writer(path) as writer, writer.transaction():
            writer.file([Filing("a", report.reading, "x", "en")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        die()
    with View(path) as view:
        assert (view.reports(), view.acts()) == ([], [])


def test_words_that_are_not_in_the_text_are_refused() -> None:
    report = Report("Ruritania signed the Zenda Treaty.")
    wrong = Span(report.document.id, 0, 5, "Bogus")
    with pytest.raises(EvidenceError, match="fault of the extractor"):
        check(Reading(report.document, agreements=(Agreement("a", "Bogus", "treaty", (wrong,)),)))


_ADD_FOR_EVER = """
import itertools, sys
sys.path.insert(0, {here!r})
from pathlib import Path
from tests.register.reports import keep, treaty
for n in itertools.count():
    keep(Path({path!r}), *(treaty("2024-06-18", "the Zenda Treaty", name=f"report {{n}} {{m}}") for m in range(5)))
    print(n, flush=True)
"""


def test_a_run_that_is_killed_keeps_all_that_it_reported_and_half_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    code = _ADD_FOR_EVER.format(here=str(Path(__file__).parents[2]), path=str(path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        reported = [int(run.stdout.readline()) for _ in range(4)]
        run.kill()
        reported += [int(line) for line in run.stdout]
    with View(path) as view:
        held = {report.source for report in view.reports()}
        assert held >= {f"report {n} {m}" for n in reported for m in range(5)}
        assert len(held) % 5 == 0, "five reports were stored in each transaction"
        assert len(view.acts()) == len(held)
        assert len(view.agreements()[0].reports) == len(held)
    keep(path, treaty("2024-06-18", "the Zenda Treaty", name="after"))  # and it can be run again
