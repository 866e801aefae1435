"""Reference data in the register: kept, replaced, asked for, and never mixed with the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.errors import ReferenceDataError
from foedera.reference.files import ReferenceTable
from foedera.store import View, Writer
from foedera.store.reference import keep_reference, reference_pairs, reference_rows, reference_sources

if TYPE_CHECKING:
    from pathlib import Path


def dyads(*ends: int | None) -> ReferenceTable:
    rows = pd.DataFrame(
        {
            "version4id": range(len(ends)), "ccode1": 365, "ccode2": 731, "dyad_st_day": 6, "dyad_st_month": 7,
            "dyad_st_year": 1961, "dyad_end_day": None, "dyad_end_month": None, "dyad_end_year": ends,
            "left_censor": 0, "right_censor": 0, "defense": 1, "neutrality": 0, "nonaggression": 1, "entente": None,
            "version": 4.1,
        }
    )  # fmt: skip
    return ReferenceTable("cow", "dyad", "4.1", 1816, 2012, "Gibler 2009", "dyads.csv", "0" * 64, rows)


def test_what_was_brought_is_there_and_a_later_file_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    for ends in ((1995, None), (1995,)):
        with Writer(path) as writer:
            keep_reference(writer, dyads(*ends))
    with View(path) as view:
        (source,) = reference_sources(view)
        assert (source.title, source.first_year, source.last_year, source.rows) == ("COW 4.1", 1816, 2012, 1)
        assert len(reference_rows(view, "cow_dyad")) == 1
        (pair,) = reference_pairs(view, [365, 731]).to_dict("records")
        assert (pair["start"], pair["end"], pair["nonagg"]) == ("1961-07-06", "1995", 1)
        assert pd.isna(pair["consul"])
        assert reference_pairs(view, [2, 731]).empty
        assert view.reports() == []


def test_what_was_not_brought_says_how_to_bring_it(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.duckdb"):
        pass
    with View(tmp_path / "r.duckdb") as view, pytest.raises(ReferenceDataError, match="foedera import atop FILE"):
        reference_rows(view, "atop_member")
