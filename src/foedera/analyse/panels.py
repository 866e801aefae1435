"""Panels for statistics: member-years, dyad-years and directed dyad-years, with codes valid in each year.

A row is there for each year in which an alliance binds the pair (or the member) for at least a day. A pair without a
row has no alliance in a year that the data cover; outside those years nothing is known, and there are no rows.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from foedera.errors import ReferenceDataError
from foedera.lexicon.states import state_codes, states

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from foedera.store.reference import ReferenceSource

Unit = Literal["member-year", "dyad-year", "directed-dyad-year"]
OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
_VALUE_LABELS: dict[str, dict[int, str]] = {
    **{name: {0: "no", 1: "yes"} for name in OBLIGATIONS},
    "milinst": {0: "none", 1: "moderate", 2: "high"},
    "formal": {0: "none", 1: "public treaty or organisation", 2: "public treaty and organisation"},
}
MEANING = {
    "year": "calendar year",
    "source": "project and version of the data",
    "alliances": "number of alliances that bind them in that year",
    "cow": "Correlates of War number, valid in that year",
    "gw": "Gleditsch-Ward number, valid in that year",
    "iso": "ISO 3166-1 alpha-3 code; empty for states that are no more",
    "state": "name",
    "defense": "a defence obligation in force for at least a day",
    "offense": "an offence obligation",
    "neutral": "a neutrality obligation",
    "nonagg": "a nonaggression obligation",
    "consul": "an obligation to consult",
    "milinst": "highest military institutionalisation of those alliances (Leeds and Anac 2005)",
    "formal": "highest formality of those alliances (Leeds and Anac 2005)",
}


def panel(
    pairs: pd.DataFrame, reference: ReferenceSource, unit: Unit, years: tuple[int, int] | None = None
) -> pd.DataFrame:
    """The panel of a file of alliances.

    A code is the highest of the alliances in force in the year; missing where a missing code might be higher.

    Args:
        pairs: spells of pairs from the register (`reference_pairs`, of every state).
        reference: the file whose spells they are.
        unit: whose years the rows are.
        years: first and last year; None is all that the data cover.

    Raises:
        ReferenceDataError: the years asked for are outside of those covered.
    """
    first, last = _years(reference, years)
    spells = pairs[pairs["key"] == reference.key]
    yearly = _yearly(spells, first, last)
    keys = ["cow1", "cow2", "year"]
    if unit == "member-year":
        yearly, keys = pd.concat([_of(yearly, side) for side in ("cow1", "cow2")]).drop_duplicates(), ["cow", "year"]
    rows = _highest(yearly, keys)
    if unit == "directed-dyad-year":
        rows = pd.concat([rows, rows.rename(columns={"cow1": "cow2", "cow2": "cow1"})])
    sides = [key.removeprefix("cow") for key in keys if key.startswith("cow")]
    for side in sides:
        rows = _with_codes(rows, side)
    rows.insert(0, "source", reference.title)
    codes = [f"{name}{side}" for side in sides for name in ("state", "iso", "cow", "gw")]
    columns = ["year", *codes, "alliances", *OBLIGATIONS, "milinst", "formal", "source"]
    return rows[columns].sort_values(["year", *(f"cow{side}" for side in sides)]).reset_index(drop=True)


def _years(reference: ReferenceSource, years: tuple[int, int] | None) -> tuple[int, int]:
    if reference.first_year is None or reference.last_year is None:
        raise ReferenceDataError(f"{reference.title} does not say which years it covers; no panel can be made of it")
    first, last = years or (reference.first_year, reference.last_year)
    if first > last or first < reference.first_year or last > reference.last_year:
        raise ReferenceDataError(
            f"{reference.title} covers {reference.first_year} to {reference.last_year}; {first} to {last} was asked "
            "for, and outside of the data nothing is known"
        )
    return first, last


def _yearly(spells: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Each spell once for each of its years."""
    known = spells.dropna(subset=["start"])
    start = known["start"].str[:4].astype(int).clip(lower=first)
    end = known["end"].str[:4].astype("Int64").fillna(last).astype(int).clip(upper=last)
    count = (end - start + 1).clip(lower=0)
    rows = known.loc[known.index.repeat(count)].copy()
    offset = np.arange(len(rows)) - np.repeat(count.cumsum().to_numpy() - count.to_numpy(), count)
    rows["year"] = np.repeat(start.to_numpy(), count) + offset
    return rows


def _of(yearly: pd.DataFrame, side: str) -> pd.DataFrame:
    other = "cow2" if side == "cow1" else "cow1"
    return yearly.drop(columns=other).rename(columns={side: "cow"})


def _highest(yearly: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    codes = [*OBLIGATIONS, "milinst", "formal"]
    values = yearly[[*keys, "alliance"]].copy()
    for name in codes:
        top = max(_VALUE_LABELS[name])
        value = yearly[name].astype("Float64")
        values[name] = value
        values[f"{name}?"] = value.isna()
        values[f"{name}!"] = (value == top).fillna(False)
    grouped = values.groupby(list(keys))
    rows = grouped[codes].max()
    for name in codes:
        unsure = grouped[f"{name}?"].any() & ~grouped[f"{name}!"].any()
        rows[name] = rows[name].mask(unsure).astype("Int64")
    rows["alliances"] = grouped["alliance"].nunique()
    return rows.reset_index()


@functools.cache
def _by_number() -> pd.DataFrame:
    """A row for each state, number of the Correlates of War system, and year up to 2100."""
    rows = [
        {"cow": number, "year": year, "start": start, "name": state.name, "iso3": state.iso3, "gw": _gw(key, year)}
        for key, state in states().items()
        for number, start, end in state.cow
        for year in range(start, (end or 2100) + 1)
    ]
    # Of two states with one number the later one has it in its years (the Soviet Union within Russia's).
    latest = pd.DataFrame(rows).sort_values("start").drop_duplicates(["cow", "year"], keep="last")
    return latest.drop(columns="start").astype({"gw": "Int64", "cow": "Int64"})


def _gw(key: str, year: int) -> int | None:
    return state_codes(key, str(year)).gw


def _with_codes(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    names = {"cow": f"cow{side}", "name": f"state{side}", "iso3": f"iso{side}", "gw": f"gw{side}"}
    return rows.astype({f"cow{side}": "Int64"}).merge(
        _by_number().rename(columns=names), on=[f"cow{side}", "year"], how="left"
    )


def write_panel(rows: pd.DataFrame, path: Path) -> Path:
    """Write a panel as CSV, Parquet or Stata .dta, by the file's ending, and its codebook beside it.

    Returns:
        Where the codebook is.

    Raises:
        ReferenceDataError: another ending.
    """
    writers = {".csv": _write_csv, ".parquet": _write_parquet, ".dta": _write_stata}
    if path.suffix not in writers:
        raise ReferenceDataError(
            f"{path}: panels are written as {', '.join(writers)}; found the ending {path.suffix!r}"
        )
    writers[path.suffix](rows, path)
    codebook = path.with_suffix(".codebook.md")
    codebook.write_text(codebook_of(rows), encoding="utf-8")
    return codebook


def _write_csv(rows: pd.DataFrame, path: Path) -> None:
    rows.to_csv(path, index=False)


def _write_parquet(rows: pd.DataFrame, path: Path) -> None:
    rows.to_parquet(path, index=False)


def _write_stata(rows: pd.DataFrame, path: Path) -> None:
    texts = [name for name in rows if not pd.api.types.is_numeric_dtype(rows[name])]
    plain = rows.copy()
    for name in plain:
        text = name in texts
        plain[name] = plain[name].fillna("").astype(str) if text else plain[name].astype("Float64").astype(float)
    labels: dict[Any, Any] = {name: values for name, values in _VALUE_LABELS.items() if name in plain}
    plain.to_stata(path, write_index=False, value_labels=labels, variable_labels=_labels(plain), version=118)


def _labels(rows: pd.DataFrame) -> dict[Any, str]:
    return {name: MEANING[_stem(name)][:80] for name in map(str, rows.columns)}


def _stem(name: str) -> str:
    return name.rstrip("12") if name.rstrip("12") in MEANING else name


def codebook_of(rows: pd.DataFrame) -> str:
    """What each column of a panel means, its values, and how many are missing."""
    lines = [
        f"# Codebook\n\n{len(rows)} rows. {__doc__.split(chr(10), 2)[2].strip()}\n",
        "| column | meaning | values | missing |",
    ]
    lines.append("|---|---|---|---|")
    for name in map(str, rows.columns):
        labels = _VALUE_LABELS.get(name, {})
        values = ", ".join(f"{value} {word}" for value, word in labels.items())
        lines.append(f"| `{name}` | {MEANING[_stem(name)]} | {values} | {int(rows[name].isna().sum())} |")
    return "\n".join(lines) + "\n"
