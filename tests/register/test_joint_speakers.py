"""What several say together is found under each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.analyse.statements import statements
from foedera.model import Reading
from foedera.resolve.resolver import resolve
from foedera.store import Filing, View, Writer
from tests.register.reports import Report

if TYPE_CHECKING:
    from pathlib import Path


def test_a_statement_of_two_is_each_ones(tmp_path: Path) -> None:
    report = Report("Ann Lee and Bo Berg said that the talks went well.", "2024-06-18")
    lee, berg = report.entity("Ann Lee"), report.entity("Bo Berg")
    said = report.quotation("the talks went well", lee)
    speaker = replace(said.speaker, name="Ann Lee and Bo Berg", together=(lee.id, berg.id))
    reading = replace(report.reading, quotations=(replace(said, speaker=speaker),))
    assert isinstance(reading, Reading)
    with Writer(tmp_path / "r.duckdb") as writer, writer.transaction():
        writer.file([Filing("test", reading, "foedera", "none")])
        resolve(writer, [reading])
    with View(tmp_path / "r.duckdb") as view:
        for actor in view.actors("person"):
            (found,) = view.quotations(speaker=actor.id)
            assert actor.id in found.speaker.together
            assert statements(view, speaker=actor.name) == [found]
