"""What is written as JSON Lines is what the record format says, record by record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from foedera.model.codec import document_to_plain, lines, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading

TEXT = (
    "“Peru and Chile will sign a border treaty on 3 May,” minister Ana Díaz told reporters in Lima.\n\n"
    "The treaty would replace the pact of 1929. Peru's president met his Chilean counterpart on Monday."
)


def test_every_line_is_its_record(read: Callable[..., Reading]) -> None:
    reading = read(TEXT, "2024-06-18")
    records: list[Any] = list(reading.records())
    assert {r.type for r in records} >= {"agreement", "act", "entity", "meeting", "quotation", "time"}
    assert [json.loads(line) for line in lines(reading)] == [
        document_to_plain(reading.document),
        *map(to_plain, records),
    ]


def test_a_line_starts_with_its_type(read: Callable[..., Reading]) -> None:
    assert {line[:8] for line in lines(read(TEXT))} == {'{"type":'}
