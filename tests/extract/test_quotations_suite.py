"""The suite of constructions, the spaCy component and the command: what users of quotations alone rely on."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from typer.testing import CliRunner

if TYPE_CHECKING:
    import spacy

BENCH = Path(__file__).resolve().parents[2] / "bench" / "quotation_suite.py"
FLOOR, CEILING = 226, 3  # quotations read right, and records too many: change them only for the better


def test_constructions_stay_at_their_level(nlp: spacy.Language) -> None:
    bench: dict[str, Any] = runpy.run_path(str(BENCH))
    suite = yaml.safe_load(bench["SUITE"].read_text(encoding="utf-8"))
    right = extra = 0
    for items in suite.values():
        _, hits, more, _ = bench["score"](items, nlp)
        right, extra = right + hits, extra + more
    assert right >= FLOOR
    assert extra <= CEILING


def test_component_gives_quotations_to_any_pipeline(nlp: spacy.Language) -> None:
    from foedera.extract.components import Quotations

    doc = Quotations()(nlp('"We are ready," the minister told reporters.'))
    assert [span.text for span in doc.spans["quotations"]] == ["We are ready,"]
    assert [span.text for span in doc.spans["speakers"]] == ["the minister"]
    assert doc._.quotations[0].told == "reporters"


def test_command_shows_a_table_by_speaker(tmp_path: Path) -> None:
    from foedera.publish.cli import app

    report = tmp_path / "report.txt"
    report.write_text('"We are ready," Boris Novak said. Keller denied the charge.', encoding="utf-8")
    result = CliRunner().invoke(app, ["quotes", str(report)])
    assert result.exit_code == 0
    assert "Boris Novak" in result.output
    assert "“We are ready,”" in result.output
    rows = CliRunner().invoke(app, ["quotes", "--json", str(report)]).output.splitlines()
    kinds = [json.loads(row)["type"] for row in rows if row.startswith("{")]
    assert kinds == ["document", "quotation", "quotation"]
