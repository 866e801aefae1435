"""Codes with missing values: comparisons in three values, as the measures' NA rules need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from foedera.errors import ReferenceDataError

if TYPE_CHECKING:
    from collections.abc import Iterable


def need(frame: pd.DataFrame, columns: Iterable[str], measure: str) -> None:
    """Refuse a frame that lacks a column of the measure, naming it.

    Raises:
        ReferenceDataError: which column is missing, and what is there.
    """
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        there = ", ".join(map(str, frame.columns[:12])) + (" …" if len(frame.columns) > 12 else "")
        raise ReferenceDataError(
            f"{measure} needs the column{'s' * (len(missing) > 1)} {', '.join(missing)}; found {there}"
        )


def code(frame: pd.DataFrame, column: str) -> pd.Series:
    """A column of integer codes in which a missing code stays missing."""
    return pd.to_numeric(frame[column]).astype("Int64")


def known_true(condition: pd.Series) -> pd.Series:
    """True only where the condition is known to hold."""
    return condition.fillna(False).astype(bool)


def all_missing(frame: pd.DataFrame, columns: Iterable[str]) -> pd.Series:
    """True where every one of the codes is missing."""
    return frame[list(columns)].isna().all(axis=1)
