"""EDTF dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.publish.dossier.dates import plain_date, shown_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-06-19", "19 June 2024"),
        ("2024-06", "June 2024"),
        ("1961", "1961"),
        ("2024-06-18/2024-06-19", "18–19 June 2024"),
        ("2024-05-30/2024-06-02", "30 May – 2 June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2000/2001", "2000 – 2001"),
        ("2024-06-18/..", "since 18 June 2024"),
        ("../2024", "until 2024"),
        ("[2000,2001]", "2000 or 2001"),
        ("{2000,2001}", "2000 and 2001"),
        ("2023-05~", "about May 2023"),
        ("2023?", "perhaps 2023"),
        ("196X", "196X"),
        (None, "not stated"),
        ("", "not stated"),
    ],
)
def test_a_date_in_words(edtf: str | None, words: str) -> None:
    assert plain_date(edtf) == words


@given(st.text(max_size=24))
def test_whatever_stands_for_a_date_can_be_shown(value: str) -> None:
    assert shown_date(value) is not None
    assert "<script" not in shown_date(value + "<script")
