"""Panels for statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.analyse.panels import codebook_of, panel, write_panel
from foedera.errors import ReferenceDataError
from foedera.store.reference import ReferenceSource

if TYPE_CHECKING:
    from pathlib import Path

ATOP = ReferenceSource("atop_member", "atop", "member", "5.1", 1815, 2018, "cite", "p", "0", 1)


def spells(*changes: dict[str, object]) -> pd.DataFrame:
    row: dict[str, object] = {"key": "atop_member", "alliance": "1", "cow1": 365, "cow2": 731, "start": "1989-07-06"}
    row |= {"end": "1991-09-10", "defense": 1, "offense": 0, "neutral": 0, "nonagg": 0, "consul": 0}
    row |= {"bilateral": 1, "milinst": 0, "formal": 1}
    return pd.DataFrame([row | change for change in changes])


def test_a_row_for_each_year_with_codes_valid_in_it() -> None:
    rows = panel(spells({"end": "1992-01-01"}), ATOP, "dyad-year", (1990, 1992))
    assert rows["year"].tolist() == [1990, 1991, 1992]
    assert rows["state1"].tolist() == ["Soviet Union", "Soviet Union", "Russia"]
    assert rows["iso1"].isna().tolist() == [True, True, False]
    assert rows["gw2"].tolist() == [731, 731, 731]


def test_directed_rows_stand_in_both_directions() -> None:
    rows = panel(spells({}), ATOP, "directed-dyad-year", (1990, 1990))
    assert rows[["cow1", "cow2"]].values.tolist() == [[365, 731], [731, 365]]


def test_a_member_of_two_alliances_has_one_row_a_year() -> None:
    rows = panel(spells({}, {"alliance": "2", "cow2": 710}), ATOP, "member-year", (1990, 1990))
    assert rows[["cow", "alliances"]].values.tolist() == [[365, 2], [710, 1], [731, 1]]


@pytest.mark.parametrize(("codes", "value"), [((0, None), None), ((1, None), 1), ((0, 0), 0)])
def test_a_missing_code_stays_missing_unless_another_settles_it(codes: tuple[object, ...], value: int | None) -> None:
    both = spells(*({"alliance": str(i), "consul": code} for i, code in enumerate(codes)))
    found = panel(both, ATOP, "dyad-year", (1990, 1990))["consul"].iloc[0]
    assert (None if pd.isna(found) else int(found)) == value


def test_an_alliance_without_an_end_runs_to_the_last_year_covered() -> None:
    assert panel(spells({"end": None}), ATOP, "dyad-year")["year"].max() == 2018


def test_years_outside_the_data_are_refused() -> None:
    with pytest.raises(ReferenceDataError, match="covers 1815 to 2018; 2010 to 2024"):
        panel(spells({}), ATOP, "dyad-year", (2010, 2024))


@pytest.mark.parametrize("ending", ["csv", "parquet", "dta"])
def test_a_written_panel_reads_back_with_its_codebook(tmp_path: Path, ending: str) -> None:
    rows = panel(spells({"consul": None}), ATOP, "dyad-year")
    path = tmp_path / f"panel.{ending}"
    codebook = write_panel(rows, path)
    readers = {"csv": pd.read_csv, "parquet": pd.read_parquet, "dta": pd.read_stata}
    back = readers[ending](path)
    assert back["cow1"].tolist() == [365, 365, 365]
    assert back["consul"].isna().all()
    if ending == "dta":
        assert back["defense"].tolist() == ["yes", "yes", "yes"]
    words = codebook.read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in words for name in rows)
    assert words == codebook_of(rows)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"\.xlsx"):
        write_panel(panel(spells({}), ATOP, "dyad-year"), tmp_path / "panel.xlsx")
