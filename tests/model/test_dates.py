"""EDTF values: bounds, precision and comparison, with the `edtf` library as oracle."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.errors import DateError
from foedera.model.dates import before, bounds, is_edtf, known_by, onset, overlap, precision, sort_key, within

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
day_values = days.map(date.isoformat)
month_values = days.map(lambda d: f"{d:%Y-%m}")
year_values = days.map(lambda d: f"{d:%Y}")
single = st.one_of(
    day_values,
    month_values,
    year_values,
    days.map(lambda d: f"{d.year // 10}X"),
    days.map(lambda d: f"{d.year // 100}XX"),
)
intervals = st.tuples(days, st.integers(0, 4000)).map(lambda p: f"{p[0]}/{p[0] + timedelta(p[1])}")
values = st.one_of(single, intervals, single.map(lambda v: f"{v}/.."), single.map(lambda v: f"../{v}"))


@given(single | intervals)
def test_bounds_are_those_of_the_edtf_library(value: str) -> None:
    parsed = edtf.parse_edtf(value)
    expected = tuple(date(*t[:3]) for t in (parsed.lower_strict(), parsed.upper_strict()))
    assert bounds(value) == expected


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1953/..", date(1953, 1, 1), None),
        ("../2024-12", None, date(2024, 12, 31)),
        ("[2024-06-07,2024-07-06]", date(2024, 6, 7), date(2024, 7, 6)),
        ("{2024-06-03,2024-06-10}", date(2024, 6, 3), date(2024, 6, 10)),
        ("1994~", date(1994, 1, 1), date(1994, 12, 31)),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ],
)
def test_bounds_of_other_forms(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "June", "2024-13", "2024-02-30", "2024-06-19/2024-06-18", "24-06-18", "[]", "/"])
def test_what_is_no_edtf_says_so(value: str) -> None:
    assert value == "/" or not is_edtf(value)
    if value != "/":
        with pytest.raises(DateError, match="not an EDTF date"):
            bounds(value)


@given(values, values)
def test_overlap_is_mutual_and_excluded_by_order(one: str, other: str) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert not (overlap(one, other) and (before(one, other) or before(other, one)))
    assert overlap(one, one)


@given(values)
def test_a_value_lies_within_itself(value: str) -> None:
    assert within(value, value)


@given(day_values, st.sampled_from([7, 4]))
def test_a_day_lies_within_its_month_and_year(day: str, length: int) -> None:
    assert within(day, day[:length])
    assert not within(day[:length], day)


@given(days, days)
def test_known_by_is_certain(day: date, by: date) -> None:
    assert known_by(day.isoformat(), by) == (day <= by)
    assert not known_by(f"{day}/..", by)
    assert not known_by(None, by)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-06-18", "day"), ("2024-06", "month"), ("2024-21", "season"), ("2024", "year"), ("202X", "decade"),
     ("20XX", "century"), ("2024-06-18/2024-07", "month"), ("1953/..", "year"), ("[2024-06-07,2024-07-06]", "day")],
)  # fmt: skip
def test_precision_is_that_of_the_least_exact_end(value: str, expected: str) -> None:
    assert precision(value) == expected


def test_onset() -> None:
    assert [onset(v) for v in ("1994/..", "../1994", "2024-06-18", "2015/2018")] == ["1994", None, "2024-06-18", "2015"]


@given(st.lists(st.none() | values, max_size=8))
def test_the_unknown_sorts_last(found: list[str | None]) -> None:
    ordered = sorted(found, key=sort_key)
    known = [value is not None for value in ordered]
    assert known == sorted(known, reverse=True)
