"""Which pairs of states an alliance binds, from when to when and to what: the one shape of ATOP's and COW's files.

A row is a spell: `cow1` < `cow2` are Correlates of War numbers, `start` and `end` are EDTF. `end` missing means still
in force at the end of what the data cover. Obligations, `bilateral` and the levels of institutionalisation are missing
where the file does not tell. ATOP's alliance file dates the alliance, its member file each member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from foedera.measures.institutions import leeds_anac

if TYPE_CHECKING:
    from foedera.reference.files import ReferenceTable

COLUMNS = (
    "source",
    "version",
    "alliance",
    "cow1",
    "cow2",
    "start",
    "end",
    "defense",
    "offense",
    "neutral",
    "nonagg",
    "consul",
    "bilateral",
    "milinst",
    "formal",
)
_OBLIGATIONS = ["defense", "offense", "neutral", "nonagg", "consul"]
_LEVELS = ["bilateral", "milinst", "formal"]


def pairs_of(table: ReferenceTable) -> pd.DataFrame | None:
    """The spells of every pair in a file of alliances; None for files of another kind."""
    shape = _SHAPES.get(table.key)
    if shape is None:
        return None
    spells = shape(table.rows).assign(source=table.source, version=table.version)
    spells["alliance"] = spells["alliance"].astype("Int64").astype("string")
    return spells[list(COLUMNS)].reset_index(drop=True)


def edtf(rows: pd.DataFrame, year: str, month: str, day: str) -> pd.Series:
    """A date in three columns as EDTF, as far as it is known; missing without a year."""
    parts = [pd.to_numeric(rows[column]).astype("Int64") for column in (year, month, day)]

    def written(y: Any, m: Any, d: Any) -> Any:
        if pd.isna(y):
            return pd.NA
        if pd.isna(m) or not 1 <= m <= 12:
            return f"{y:04d}"
        return f"{y:04d}-{m:02d}" if pd.isna(d) or not 1 <= d <= 31 else f"{y:04d}-{m:02d}-{d:02d}"

    return pd.Series([written(*date) for date in zip(*parts, strict=True)], index=rows.index, dtype="string")


def _atop_members(rows: pd.DataFrame) -> pd.DataFrame:
    return _joined(
        pd.DataFrame(
            {
                "alliance": rows["atopid"],
                "cow": rows["member"],
                "start": edtf(rows, "yrent", "moent", "dayent"),
                "end": edtf(rows, "yrexit", "moexit", "dayexit"),
                **{name: _code(rows, name) for name in _OBLIGATIONS},
                "bilateral": _code(rows, "bilat"),
                **_levels(rows),
            }
        )
    )


def _atop_alliances(rows: pd.DataFrame) -> pd.DataFrame:
    members = [column for column in map(str, rows) if column.startswith("mem") and column[3:].isdigit()]
    base = pd.DataFrame(
        {
            "alliance": rows["atopid"],
            "start": edtf(rows, "begyr", "begmo", "begday"),
            "end": edtf(rows, "endyr", "endmo", "endday"),
            **{name: _code(rows, name) for name in _OBLIGATIONS},
            "bilateral": _code(rows, "bilat"),
            **_levels(rows),
        }
    )
    long = base.join(rows[members]).melt(id_vars=list(base), value_vars=members, value_name="cow").dropna(subset="cow")
    return _joined(long.drop(columns="variable"))


def _cow_members(rows: pd.DataFrame) -> pd.DataFrame:
    return _joined(
        pd.DataFrame(
            {
                "alliance": rows["version4id"],
                "cow": rows["ccode"],
                "start": edtf(rows, "mem_st_year", "mem_st_month", "mem_st_day"),
                "end": edtf(rows, "mem_end_year", "mem_end_month", "mem_end_day"),
                **_cow_obligations(rows),
            }
        )
    )


def _cow_dyads(rows: pd.DataFrame) -> pd.DataFrame:
    low, high = rows[["ccode1", "ccode2"]].min(axis=1), rows[["ccode1", "ccode2"]].max(axis=1)
    return pd.DataFrame(
        {
            "alliance": rows["version4id"],
            "cow1": low.astype("Int64"),
            "cow2": high.astype("Int64"),
            "start": edtf(rows, "dyad_st_year", "dyad_st_month", "dyad_st_day"),
            "end": edtf(rows, "dyad_end_year", "dyad_end_month", "dyad_end_day"),
            **_cow_obligations(rows),
        }
    )


def _cow_obligations(rows: pd.DataFrame) -> dict[str, Any]:
    """COW's four types under ATOP's names: an entente is a promise to consult; offence is not coded."""
    names = {"defense": "defense", "neutral": "neutrality", "nonagg": "nonaggression", "consul": "entente"}
    unknown = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    coded = {name: _code(rows, column) for name, column in names.items()}
    return {"offense": unknown, **coded, **dict.fromkeys(_LEVELS, unknown)}


def _joined(members: pd.DataFrame) -> pd.DataFrame:
    """Every pair of members of an alliance, for the time that both were in it."""
    members = members.assign(cow=members["cow"].astype("Int64"))
    shared = members[["alliance", "cow", "start", "end"]]
    pairs = members.merge(shared, on="alliance", suffixes=("", "_2"))
    pairs = pairs[pairs["cow"] < pairs["cow_2"]].rename(columns={"cow": "cow1", "cow_2": "cow2"})
    # EDTF dates of one precision sort as text; a shorter one sorts before the days inside it, so it starts earlier.
    pairs["start"] = pairs["start"].where(pairs["start"] >= pairs["start_2"], pairs["start_2"])
    earlier = (pairs["end"] <= pairs["end_2"]).fillna(pairs["end_2"].isna())
    pairs["end"] = pairs["end"].where(earlier, pairs["end_2"])
    return pairs[(pairs["start"] <= pairs["end"]).fillna(True)].drop(columns=["start_2", "end_2"])


def _levels(rows: pd.DataFrame) -> dict[str, pd.Series]:
    levels = leeds_anac(rows)
    return {"milinst": levels["milinst"], "formal": levels["formal"]}


def _code(rows: pd.DataFrame, column: str) -> pd.Series:
    return pd.to_numeric(rows[column]).astype("Int64")


_SHAPES = {
    "atop_member": _atop_members,
    "atop_alliance": _atop_alliances,
    "cow_member": _cow_members,
    "cow_dyad": _cow_dyads,
}
