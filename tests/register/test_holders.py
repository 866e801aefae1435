"""Whose word a step rests on, as the register knows the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model import Act, Agreement, Entity, Reading
from foedera.resolve.resolver import resolve
from foedera.store import Filing, View, Writer
from tests.conftest import document

if TYPE_CHECKING:
    from pathlib import Path


def test_the_holder_of_an_act_is_the_registers_person(tmp_path: Path) -> None:
    doc = document("Anna Berg claimed that the accord was signed.", "2024-06-18")
    accord = Agreement("agr_1", "the accord", "agreement", (doc.span(23, 33),), parties=("FRA", "DEU"))
    berg = Entity("ent_1", "person", "Anna Berg", (doc.span(0, 9),))
    act = Act("act_1", "agr_1", "signed", "claimed", (doc.span(23, 44),), holder="ent_1")
    reading = Reading(doc, entities=(berg,), agreements=(accord,), acts=(act,))
    with Writer(tmp_path / "r.duckdb") as writer, writer.transaction():
        writer.file([Filing("test", reading, "foedera", "none")])
        resolve(writer, [reading])
    with View(tmp_path / "r.duckdb") as view:
        (person,) = view.actors("person")
        assert [found.holder for found in view.acts()] == [person.id]
