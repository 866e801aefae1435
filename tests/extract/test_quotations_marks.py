"""Quotation marks: what stands between them, and what only looks like one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extract.quotations.marks import Marks, read_marks


def inside(text: str) -> list[str]:
    return [text[q.first : q.last] for q in read_marks(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" twice.', ["yes"]),
        ("He said “yes” twice.", ["yes"]),
        ("He said ‘yes’ twice.", ["yes"]),
        ("He said 'yes' twice.", ["yes"]),
        ("He said «yes» twice.", ["yes"]),
        ("He said „yes“ twice.", ["yes"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("He said ``yes'' twice.", ["yes"]),
        ("He said “it's ‘fine’ now”.", ["it's ‘fine’ now", "fine"]),
        ("The leaders’ plan for Moscow’s envoys", []),
        ("In the '90s it was 5'10\" long", []),
        ("‘The leaders’ summit is over,’ he said.", ["The leaders’ summit is over,"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
    ],
)
def test_marks(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_missing_closing_mark_leaves_the_stretch_open() -> None:
    (stretch,) = read_marks('He said: "We will sign.\n')
    assert stretch.open


@given(st.text(alphabet="ab \n.,'\"“”‘’«»„`", max_size=80))
def test_stretches_lie_in_the_text_and_do_not_cross(text: str) -> None:
    found = read_marks(text)
    for one in found:
        assert 0 <= one.start < one.first < one.last <= one.end <= len(text)
    top = [q for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in itertools.pairwise(top))


@given(st.text(alphabet="ab '\"“”‘’", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_asking_by_place_finds_what_a_search_finds(text: str, start: int, length: int) -> None:
    found = read_marks(text)
    wanted = tuple(q for q in found if q.start < start + length and start < q.end)
    assert Marks(found).across(start, start + length) == wanted
