"""The register's agreements as spells: in force from the day reports state, and nothing invented beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.analyse.panels import panel
from foedera.analyse.spells import register_spells
from foedera.model import Act, Agreement, Reading
from foedera.resolve.resolver import resolve
from foedera.store import Filing, View, Writer
from tests.conftest import document

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.records import Realis, Stage


def register(path: Path, *steps: tuple[Stage, Realis, str | None]) -> Path:
    doc = document("The accord of Russia and North Korea.", "2026-01-01")
    accord = Agreement(
        "agr_1", "The accord", "agreement", (doc.span(0, 10),), parties=("PRK", "RUS"), multilateral=False
    )
    acts = tuple(
        Act(f"act_{i}", "agr_1", stage, realis, (doc.span(0, 10),), date=date)
        for i, (stage, realis, date) in enumerate(steps)
    )
    reading = Reading(doc, agreements=(accord,), acts=acts)
    with Writer(path) as writer, writer.transaction():
        writer.file([Filing("test", reading, "foedera", "none")])
        resolve(writer, [reading])
    return path


@pytest.mark.parametrize(
    ("steps", "years"),
    [
        ([("entered_into_force", "actual", "2024-12-04")], [2024, 2025, 2026]),
        ([("entered_into_force", "actual", "2023"), ("terminated", "actual", "2024-05")], [2023, 2024]),
        ([("entered_into_force", "planned", "2024-12-04")], []),
        ([("signed", "actual", "2024-06-19")], []),
        ([("entered_into_force", "actual", None)], []),
        ([("entered_into_force", "actual", "2025"), ("terminated", "planned", "2025-05")], [2025, 2026]),
    ],
)
def test_years_in_force(tmp_path: Path, steps: list[tuple[Stage, Realis, str | None]], years: list[int]) -> None:
    with View(register(tmp_path / "r.duckdb", *steps)) as view:
        spells, source = register_spells(view)
    assert spells.empty == (not years)
    if years:
        rows = panel(spells, source, "dyad-year")
        assert rows["year"].tolist() == years
        assert rows["defense"].isna().all()  # obligations are not read: unknown, not none
