"""What holds for every text: exact offsets, round trips, no dependence on today or on what follows."""

from __future__ import annotations

import calendar
import datetime
import itertools
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera import lexicon
from foedera.model.dates import bounds
from foedera.times import find_times

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = sorted({str(word) for words in lexicon.load("en", "times")["words"].values() for word in words})
FIGURES = [
    "3",
    "18",
    "31",
    "99",
    "1999",
    "2024",
    "0800",
    "18th",
    "1990s",
    "'82",
    "16:30",
    "6pm",
    "18.06.2024",
    "7/8/07",
]
GLUE = [
    ".",
    ",",
    "-",
    "–",
    "(",
    ")",
    "'s",
    "\n",
    "\n\n",
    "the",
    "of",
    "and",
    "ago",
    "same",
    "treaty",
    "Putin",
    "signed",
]
PUBLISHED = st.sampled_from([None, "2024-06-18", "2024-06", "2024", "2020-02-29", "0001-01-01", "9999-12-31"])
pieces = st.lists(st.sampled_from(WORDS + FIGURES + GLUE), min_size=1, max_size=30).map(" ".join)
days = st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31))

MONTHS = calendar.month_name
STYLES: dict[str, Callable[[datetime.date], str]] = {
    "American": lambda d: f"{MONTHS[d.month]} {d.day}, {d.year}",
    "American with weekday": lambda d: f"{d:%A}, {MONTHS[d.month]} {d.day}, {d.year}",
    "American without comma": lambda d: f"{MONTHS[d.month]} {d.day} {d.year}",
    "American, two figures": lambda d: f"{MONTHS[d.month]} {d.day:02d}, {d.year}",
    "British": lambda d: f"{d.day} {MONTHS[d.month]} {d.year}",
    "British with weekday": lambda d: f"{d:%A} {d.day} {MONTHS[d.month]} {d.year}",
    "ISO": lambda d: d.isoformat(),
    "dotted": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "short month": lambda d: f"{d:%b}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
    "ordinal": lambda d: f"the {_ordinal(d.day)} of {MONTHS[d.month]}, {d.year}",
    "capitals": lambda d: f"{MONTHS[d.month].upper()} {d.day}, {d.year}",
    "treaty": lambda d: f"the {_ordinal(d.day)} day of {MONTHS[d.month]} {d.year}",
}


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 11 <= day <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


@given(pieces | st.text(max_size=200), PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_offsets_are_exact_and_in_order(text: str, published: str | None) -> None:
    found = find_times(text, published)
    assert all(text[t.start : t.end] == t.text and t.text == t.text.strip() for t in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(pieces, PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_every_value_is_edtf(text: str, published: str | None) -> None:
    for time in find_times(text, published):
        if time.value is not None:
            bounds(time.value)


@pytest.mark.parametrize("style", STYLES)
@given(day=days, published=PUBLISHED)
@settings(max_examples=40, deadline=None)
def test_a_date_written_out_is_read_back(style: str, day: datetime.date, published: str | None) -> None:
    found = find_times(f"The parties signed it on {STYLES[style](day)}.", published)
    assert [(t.timex, t.value) for t in found] == [(day.isoformat(), day.isoformat())]


@given(days, st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_an_interval_written_out_is_read_back(day: datetime.date, length: int) -> None:
    last = min(day + datetime.timedelta(days=length), datetime.date(2099, 12, 31))  # years of four digits to 2099
    found = find_times(f"It lasted from {STYLES['British'](day)} to {STYLES['British'](last)}.")
    expected = f"{day}/{last}"
    assert {t.value for t in found} == {expected}


@given(pieces, PUBLISHED, st.sampled_from(["The harvest was good.", "will be met on 3 May 1911 and said last week"]))
@settings(max_examples=200, deadline=None)
def test_times_do_not_change_when_another_paragraph_follows(text: str, published: str | None, other: str) -> None:
    before = find_times(text, published)
    after = find_times(f"{text}\n\n{other}", published)
    assert after[: len(before)] == before


@given(pieces, PUBLISHED)
@settings(max_examples=60, deadline=None)
def test_nothing_depends_on_today(text: str, published: str | None) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked for today's date")

    class NoToday(datetime.date):
        today = classmethod(refuse)  # type: ignore[assignment]

    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith(("foedera.times", "foedera.model.dates")) and hasattr(module, "date"):
                patch.setattr(module, "date", NoToday)
        patch.setattr("time.time", refuse)
        find_times(text, published)


@given(pieces)
@settings(max_examples=200, deadline=None)
def test_without_a_publication_date_nothing_is_counted_from_one(text: str) -> None:
    assert not [t for t in find_times(text) if t.basis and "publication" in t.basis and t.value]
