"""Reading scholars' files: what they are, what is missing in them, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.errors import ReferenceDataError
from foedera.reference import pairs_of, read_reference

if TYPE_CHECKING:
    from pathlib import Path

_NONE = ("milcon", "intcom", "base", "milaid", "subord", "contrib", "orgpurp1", "orgpurp2", "organ1", "organ2")
MEMBER: dict[str, object] = dict.fromkeys((*_NONE, "pubsecr", "offense", "neutral", "consul"), 0)
MEMBER |= {"atopid": 1, "member": 2, "bilat": 1, "defense": 1, "nonagg": 1, "estmode": 1, "version": 5.1}
MEMBER |= {"yrent": 1961, "moent": 7, "dayent": 6, "yrexit": 0, "moexit": 0, "dayexit": 0}


def members(tmp_path: Path, *changes: dict[str, object], suffix: str = ".csv") -> Path:
    rows = pd.DataFrame([MEMBER | change for change in changes])
    path = tmp_path / f"members{suffix}"
    if suffix == ".dta":
        rows.to_stata(path, write_index=False)
    else:
        rows.to_csv(path, index=False)
    return path


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".dta"])
def test_a_member_file_in_each_format(tmp_path: Path, suffix: str) -> None:
    table = read_reference("atop", members(tmp_path, {}, {"member": 20}, suffix=suffix))
    assert (table.unit, table.version, table.first_year, table.last_year) == ("member", "5.1", 1815, 2018)
    pairs = pairs_of(table)
    assert pairs is not None
    assert pairs[["cow1", "cow2", "start"]].values.tolist() == [[2, 20, "1961-07-06"]]


def test_the_end_year_0_is_still_open_not_the_year_0(tmp_path: Path) -> None:
    pairs = pairs_of(read_reference("atop", members(tmp_path, {}, {"member": 20})))
    assert pairs is not None
    assert pairs["end"].isna().all()


def test_a_pair_is_bound_while_both_are_members(tmp_path: Path) -> None:
    late = {"member": 20, "yrent": 1970, "moent": 0, "dayent": 0}
    early = {"yrexit": 1980, "moexit": 5, "dayexit": 0}
    pairs = pairs_of(read_reference("atop", members(tmp_path, early, late)))
    assert pairs is not None
    assert pairs[["start", "end"]].values.tolist() == [["1970", "1980-05"]]


def test_a_missing_code_is_not_none(tmp_path: Path) -> None:
    pairs = pairs_of(read_reference("atop", members(tmp_path, {"consul": None}, {"member": 20, "consul": None})))
    assert pairs is not None
    assert pairs["consul"].isna().all()


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = members(tmp_path, {})
    pd.read_csv(path).drop(columns="yrexit").to_csv(path, index=False)
    with pytest.raises(ReferenceDataError, match=r"members\.csv.*yrexit"):
        read_reference("atop", path)


def test_another_version_names_its_column(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="column version says 3"):
        read_reference("atop", members(tmp_path, {"version": 3.0}))


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 50, b"just one line of words\n"])
def test_what_is_no_such_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    with pytest.raises(ReferenceDataError, match=r"wrong\.csv"):
        read_reference("cow", path)


def test_an_unknown_project_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="there are atop, cow"):
        read_reference("polity", tmp_path / "x.csv")
    with pytest.raises(ReferenceDataError, match="no such file"):
        read_reference("atop", tmp_path / "x.csv")


@pytest.mark.shared
def test_where_the_sources_differ_both_stand(shared: Path) -> None:
    ends = {}
    for source, name in (("cow", "alliance_v4.1_by_member.csv"), ("atop", "atop-member-level.csv")):
        pairs = pairs_of(read_reference(source, shared / "reference" / name))
        assert pairs is not None
        treaty = pairs[(pairs["cow1"] == 365) & (pairs["cow2"] == 731) & (pairs["start"] == "1961-07-06")]
        ends[source] = treaty["end"].tolist()
    assert ends == {"cow": ["1995-09-07"], "atop": ["1996-09-10"]}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("source", "name", "key", "rows"),
    [
        ("atop", "atop-alliance-level.csv", "atop_alliance", 745),
        ("atop", "atop5_1_directed_dyad_year.csv.gz", "atop_dyad_year", 273_296),
        ("cow", "alliance_v4.1_by_dyad.csv", "cow_dyad", 3222),
        ("unga", "un_votes.csv.gz", "unga_votes", 870_109),
        ("unga", "IdealpointestimatesAll_Apr2020.csv", "unga_ideal_points", 10_469),
        ("scores", "benson-clinton-scores.csv", "scores_alliance", 492),
    ],
)
def test_files_as_their_projects_publish_them(shared: Path, source: str, name: str, key: str, rows: int) -> None:
    table = read_reference(source, shared / "reference" / name)
    assert (table.key, len(table.rows)) == (key, rows)
