"""The command, the spaCy component, and that the room itself needs no language model."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import spacy
from typer.testing import CliRunner

import foedera.annotate.components  # noqa: F401  makes the factory known
from foedera.publish.cli import app

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The two met on Tuesday. They will meet again in October.\n"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["times", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_writes_records(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    document, *times = map(json.loads, run(str(report), "--published", "2024-06-20", "--json").splitlines())
    assert document["type"] == "document"
    assert [(t["type"], t["text"], t["value"]) for t in times] == [
        ("time", "Tuesday", "2024-06-18"),
        ("time", "October", "2024-10"),
    ]
    assert all(TEXT[t["start"] : t["end"]] == t["text"] for t in times)


def test_the_command_shows_a_table(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    shown = run(str(report), "--published", "2024-06-20")
    assert "2024-06-18" in shown
    assert "publication date" in shown


def test_the_component_adds_records_and_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("foedera_times", config={"published": "2024-06-20"})
    doc = nlp(TEXT)
    assert [t.value for t in doc._.times] == ["2024-06-18", "2024-10"]
    assert [(span.text, span.label_) for span in doc.spans["times"]] == [("Tuesday", "date"), ("October", "date")]


def test_a_documents_own_date_goes_before_the_components() -> None:
    nlp = spacy.blank("en")
    times = nlp.add_pipe("foedera_times", config={"published": "2024-06-20"})
    doc = nlp.make_doc(TEXT)
    doc._.published = "2023-06-20"
    assert times(doc)._.times[0].value == "2023-06-20"


def test_the_room_needs_no_language_model() -> None:
    code = "import sys; from foedera.times import find_times; find_times('June 2024'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
