"""The two reports that the project began with, read once; the tests skip where they are missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import SHARED

if TYPE_CHECKING:
    from foedera.model import Agreement, Quotation, Reading, Span


@dataclass(frozen=True)
class Seeds:
    """Both readings, and where each segment and statement of the full gold stands."""

    readings: dict[str, Reading]
    gold: dict[str, Any]

    def place(self, name: str) -> tuple[str, int, int]:
        """Report, start and end of a segment ("B7.1") or statement ("A-S2")."""
        for item in self.gold["segments"]:
            if item["id"] == name:
                return item["span"]["doc"], item["span"]["start"], item["span"]["end"]
        for item in self.gold["statements"]:
            if item["id"] == name:
                return item["content"]["doc"], item["content"]["start"], item["content"]["end"]
        raise KeyError(name)

    def quotations(self, name: str) -> list[Quotation]:
        """The quotations whose words overlap a segment or statement."""
        report, start, end = self.place(name)
        return [q for q in self.readings[report].quotations if any(touches(s, start, end) for s in q.content)]

    def treaty(self, report: str) -> Agreement:
        """The treaty of 2024: in A the first agreement named, in B the one whose draft was approved."""
        _, start, end = self.place("A1.1" if report == "A" else "B1.1")
        return next(a for a in self.readings[report].agreements if any(touches(m, start, end) for m in a.mentions))


def touches(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("no measurement data beside the project (../shared)")
    from foedera.pipeline import read_files

    paths = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))
    readings = list(read_files(paths, published="2024-06-18", failed=lambda failure: pytest.fail(str(failure))))
    gold = json.loads((SHARED / "gold/seeds.full.json").read_text(encoding="utf-8"))
    return Seeds(dict(zip("AB", readings, strict=True)), gold)
