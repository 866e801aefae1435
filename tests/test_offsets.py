"""Every record of every report rests on words that stand where it says."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

    from foedera.model import Reading

EXAMPLES = Path(__file__).resolve().parents[1] / "examples/reports"

# Pieces that speak of agreements, people and times, in scripts and signs that move offsets about.
PIECES = st.sampled_from(
    [
        "Norland and Sudria signed a treaty of friendship on 3 May 2019.",
        "“We will not ratify it,” said Foreign Minister Zoë Müller-Łęcka.",
        "The pact — known as the RDP — may be replaced next year 🤝.",
        "According to the ministry, “the accord,” he said, “is dead”.",
        "ПЕКИН / 北京, June 18 (Wire) -- The two leaders met in Geneva.",
        "It entered into force on Tuesday; he denied that it had been amended.",
        *("\r\n\r\n", "\n\n", "\t", "   ", "\u00a0", "\u200b", "\u202e", "''", "“", "‘", "«"),
        *("By A. Writer", "e\u0301\u0301", "\ufeff"),
    ]
)  # fmt: skip


def spans(value: Any) -> Iterator[Span]:
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))


def check(reading: Reading) -> int:
    """Assert that each span is in the text; how many there were."""
    text, count = reading.document.text, 0
    for record in reading.records():
        for span in spans(record):
            assert span.doc == reading.document.id
            assert text[span.start : span.end] == span.text, record
            count += 1
    for time in reading.times:
        assert text[time.start : time.end] == time.text
    return count


def test_every_span_of_the_examples_is_in_its_text(request: pytest.FixtureRequest) -> None:
    from foedera.pipeline import read_files

    failures: list[Exception] = []
    counts = [check(reading) for reading in read_files([str(EXAMPLES)], failed=failures.append)]
    assert not failures
    assert len(counts) == 9
    assert min(counts) > 10


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=12), joint=st.sampled_from([" ", "\n", ""]))
def test_offsets_hold_for_any_text(read: Callable[..., Reading], pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    if text.strip():
        check(read(text, "2024-06-18"))


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=300))
def test_no_text_breaks_the_reader(read: Callable[..., Reading], text: str) -> None:
    check(read(text))
