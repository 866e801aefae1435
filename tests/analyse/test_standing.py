"""How closely a bloc is bound on a day, by reference data."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.analyse.standing import standing
from foedera.reference import read_reference
from foedera.store import View, Writer
from foedera.store.reference import ReferenceSource, keep_reference, reference_pairs, reference_sources

if TYPE_CHECKING:
    from pathlib import Path

WEST, EAST = ("USA", "JPN", "KOR"), ("RUS", "CHN", "PRK")
ATOP = ReferenceSource("atop_member", "atop", "member", "5.1", 1815, 2018, "cite", "p", "0", 1)


def spell(cow1: int, cow2: int, **changes: object) -> dict[str, object]:
    row: dict[str, object] = {"key": "atop_member", "alliance": "1", "cow1": cow1, "cow2": cow2, "start": "1960"}
    row |= {"end": None, "defense": 1, "offense": 0, "neutral": 0, "nonagg": 0, "consul": 0}
    return row | {"bilateral": 1, "milinst": 2, "formal": 1} | changes


def test_a_covered_pair_without_an_alliance_counts_0_and_the_mean_is_exact() -> None:
    spells = pd.DataFrame([spell(2, 740), spell(2, 732)])
    assert standing(WEST, spells, ATOP, "2016-12-31").institutionalisation() == Fraction(4, 3)


def test_after_the_data_end_the_answer_is_of_their_last_day_and_before_them_there_is_none() -> None:
    spells = pd.DataFrame([spell(2, 740)])
    assert standing(WEST, spells, ATOP, "2024-06-18").as_of == "2018-12-31"
    early = standing(WEST, spells, ATOP, "1800")
    assert (early.as_of, early.pairs, early.institutionalisation()) == (None, (), None)


def test_an_alliance_counts_from_its_start_until_its_end() -> None:
    spells = pd.DataFrame([spell(2, 740, start="1960-01-19", end="1970-05")])
    bound = {on: standing(("USA", "JPN"), spells, ATOP, on).share("defence") for on in ("1960-01-18", "1960-01-19")}
    assert bound == {"1960-01-18": 0, "1960-01-19": 1}
    assert standing(("USA", "JPN"), spells, ATOP, "1970-05-10").share("defence") == 0  # not certain any more


def test_a_multilateral_treaty_counts_only_when_asked_for() -> None:
    spells = pd.DataFrame([spell(2, 740, bilateral=0, milinst=1)])
    pair = standing(("USA", "JPN"), spells, ATOP, "2000")
    assert (pair.institutionalisation(), pair.institutionalisation(multilateral=True)) == (0, 1)


def test_an_unknown_level_makes_no_mean() -> None:
    spells = pd.DataFrame([spell(2, 740, milinst=None)])
    assert standing(("USA", "JPN"), spells, ATOP, "2000").institutionalisation() is None


def test_a_state_that_the_system_does_not_have_is_unknown_not_unbound() -> None:
    # North Korea has no number before 1948.
    before = standing(("RUS", "PRK"), pd.DataFrame([spell(2, 740)]), ATOP, "1940")
    assert before.coverage == (0, 1)
    assert before.institutionalisation() is None


@pytest.mark.shared
def test_the_two_triangles_of_2016(shared: Path, tmp_path: Path) -> None:
    with Writer(tmp_path / "r.duckdb") as writer:
        keep_reference(writer, read_reference("atop", shared / "reference/atop-member-level.csv"))
        keep_reference(writer, read_reference("cow", shared / "reference/alliance_v4.1_by_dyad.csv"))
    with View(tmp_path / "r.duckdb") as view:
        spells = reference_pairs(view, [2, 740, 732, 365, 710, 731])
        atop, cow = reference_sources(view)
    west, east = (standing(bloc, spells, atop, "2024-06-18") for bloc in (WEST, EAST))
    assert (west.as_of, west.coverage) == ("2016-12-31", (3, 3))
    assert (west.institutionalisation(), east.institutionalisation()) == (Fraction(4, 3), 0)
    assert east.share("consultation") == Fraction(2, 3)
    assert standing(WEST, spells, cow, "2010").institutionalisation() is None  # COW does not grade it
    crossed = standing(WEST, spells, atop, "2016", against=EAST)
    assert crossed.share("nonaggression") == Fraction(4, 9)
    assert crossed.share("nonaggression", multilateral=True) == 1  # one treaty of amity covers every pair
