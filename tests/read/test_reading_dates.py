"""When a report was published, and what that rests on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from foedera.errors import DateError
from foedera.model import Document
from foedera.read import document, read

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said."


def row(tmp_path: Path, published_option: str | None = None, **fields: object) -> Document:
    file = tmp_path / "corpus.jsonl"
    file.write_text(json.dumps({"id": "a", "text": LEAD, **fields}))
    found = next(read([file], published=published_option))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    "written", ["2024-06-18", "2024-06-18T23:30:00Z", "20240618", "June 18, 2024", "Tue, 18 Jun 2024 10:00:00 GMT"]
)
def test_the_date_of_a_row(tmp_path: Path, written: str) -> None:
    doc = row(tmp_path, published=written)
    assert (doc.published, doc.published_basis) == ("2024-06-18", "row")


def test_a_row_goes_before_the_option(tmp_path: Path) -> None:
    assert row(tmp_path, "2020-01-01", published="2024-06-18").published == "2024-06-18"
    doc = row(tmp_path, "2020-01-01")
    assert (doc.published, doc.published_basis) == ("2020-01-01", "option")


def test_a_month_is_not_made_a_day(tmp_path: Path) -> None:
    assert row(tmp_path, published="2024-06").published == "2024-06"


def test_the_option_must_be_edtf() -> None:
    with pytest.raises(DateError, match="2024-06-18"):
        read([], published="18 June")


def test_a_dateline_with_its_year_goes_before_the_option() -> None:
    doc = document(f"CORVALE, 18 June 2024 (AP) - {LEAD}", published="2020-01-01")
    assert (doc.published, doc.published_basis) == ("2024-06-18", "dateline")


def test_a_dateline_without_a_year_alone_gives_no_date() -> None:
    doc = document(f"CORVALE, June 18 (AP) - {LEAD} They were at odds until July 6, 1961.")
    assert (doc.published, doc.published_basis) == (None, None)
    assert doc.dateline is not None
    assert doc.dateline.date is None


def test_a_dateline_takes_the_year_of_the_date_beside_it() -> None:
    doc = document(f"CORVALE, Dec. 31 (AP) - {LEAD}", published="2024-01-01")
    assert doc.dateline is not None
    assert (doc.published, doc.dateline.date) == ("2024-01-01", "2023-12-31")


def test_a_dateline_far_from_the_publication_keeps_its_year_unknown() -> None:
    doc = document(f"CORVALE, Aug. 5 (AP) - {LEAD}", published="2024-01-01")
    assert doc.dateline is not None
    assert doc.dateline.date is None


@pytest.mark.parametrize("option", ["2024", "2024-06"])
def test_a_year_that_is_inferred_says_so(option: str) -> None:
    doc = document(f"CORVALE, June 18 (AP) - {LEAD}", published=option)
    assert (doc.published, doc.published_basis) == ("2024-06-18", "dateline, year inferred")


def test_the_year_of_the_address_is_one(tmp_path: Path) -> None:
    doc = row(tmp_path, text=f"CORVALE, June 18 (AP) - {LEAD}", url="https://post.example/2024/06/treaty")
    assert (doc.published, doc.published_basis) == ("2024-06-18", "dateline, year inferred")


def test_the_year_of_a_copyright_line_is_none() -> None:
    doc = document(f"CORVALE, June 18 (AP) - {LEAD}\n\nCopyright 2019 The Corvale Post. All rights reserved.")
    assert doc.published is None


def test_the_day_of_the_address(tmp_path: Path) -> None:
    doc = row(tmp_path, url="https://post.example/2024/6/18/treaty")
    assert (doc.published, doc.published_basis) == ("2024-06-18", "metadata")


@pytest.mark.parametrize(
    "line",
    [
        "June 18, 2024",
        "Published: 18 June 2024, 4:05 p.m. ET",
        "By Jo Doe, June 18, 2024",
        "June 18, 2024 Updated June 20, 2024, 12:02 p.m. ET",
        "Tuesday, June 18, 2024",
        "Xinhua | Updated: 2024-06-18 20:13",
        "20:13 GMT 18.06.2024 (Updated: 20:40 GMT 18.06.2024)",
    ],
)
def test_the_day_of_a_byline_or_of_a_line_of_dates(line: str) -> None:
    doc = document(f"{line}\n\n{LEAD}\n\n{LEAD}")
    assert (doc.published, doc.published_basis) == ("2024-06-18", "byline")


@pytest.mark.parametrize("line", ["March 23-25, 2025", "June 31, 2024", "June 18", "In June 2024"])
def test_lines_that_give_no_day_of_publication(line: str) -> None:
    assert document(f"{line}\n\n{LEAD}\n\n{LEAD}").published is None
