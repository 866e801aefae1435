"""Entities and mentions of the two first reports, as the measuring script counts them."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "entities.py"


@pytest.mark.shared
def test_mentions_and_names_of_the_seeds(shared):
    bench = runpy.run_path(str(BENCH))
    figures = bench["measure"](shared / "gold/seeds.full.json")
    assert figures["mentions f1"] >= 0.85
    assert figures["names"] >= 0.85
