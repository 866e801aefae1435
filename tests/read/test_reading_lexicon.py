"""The lexicon of provenance: every row means something, and every pattern can be tried."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from foedera.lexicon import load
from foedera.model import Document
from foedera.model.documents import BlockKind
from foedera.read.lines import _compile

ROWS = load("en", "provenance")["lines"]
SAYS = {"publisher", "original_publisher", "republished_by", "copyright", "authors"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["pattern"])[:40])
def test_a_line_has_a_kind_and_a_pattern_that_matches_no_plain_sentence(row: dict[str, str]) -> None:
    assert set(row) <= {"kind", "says", "where", "pattern"}
    assert row["kind"] in get_args(BlockKind)
    assert row.get("where", "ends") == "ends"
    assert row.get("says") in {None, *SAYS}
    assert not _compile(row["pattern"]).fullmatch("The two states signed a treaty of friendship on Monday.")


def test_what_a_line_says_is_a_field_of_the_document() -> None:
    assert {f.name for f in fields(Document)} >= SAYS - {"copyright"}


@pytest.mark.parametrize(
    "key", ["agencies", "not_places", "cities", "months", "weekdays", "bylines", "small_words", "english"]
)
def test_words_are_words_and_not_what_yaml_makes_of_them(key: str) -> None:
    def check(value: object) -> None:
        if isinstance(value, dict):
            check([*value, *value.values()])
        elif isinstance(value, list):
            for item in value:
                check(item)
        else:
            assert isinstance(value, str), value

    check(load("en", "provenance")[key])
