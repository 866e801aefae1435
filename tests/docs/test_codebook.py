"""The codebook names every type of record and every field."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest

from foedera.model import Act, Agreement, Claim, Document, Entity, Link, Meeting, Quotation, Speaker, Time
from foedera.model.records import AgreementKind, Certainty, MeetingKind, Realis, Relation, Stage, Stance, TimeKind

CODEBOOK = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
RECORDS = (Document, Time, Entity, Agreement, Act, Link, Meeting, Quotation, Claim)


def section(record: str) -> str:
    match = re.search(rf"^## {record}\n(.*?)(?=^## |\Z)", CODEBOOK, re.DOTALL | re.MULTILINE)
    assert match, f"docs/codebook.md has no section '## {record}'"
    return match[1]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type)
def test_every_field_of_a_record_is_in_its_section(record: type) -> None:
    words = set(re.findall(r"`(\w+)`", section(record.type)))
    missing = [field.name for field in dataclasses.fields(record) if field.name not in words]
    assert not missing, f"docs/codebook.md, section {record.type}, does not say what {missing} mean"


def test_every_field_of_a_speaker_is_in_the_section_of_quotations() -> None:
    words = set(re.findall(r"`(\w+)`", section("quotation")))
    assert {field.name for field in dataclasses.fields(Speaker)} <= words


@pytest.mark.parametrize("values", [AgreementKind, Certainty, MeetingKind, Realis, Relation, Stage, Stance, TimeKind])
def test_every_value_is_in_the_codebook(values: object) -> None:
    missing = [value for value in get_args(values) if f"`{value}`" not in CODEBOOK]
    assert not missing, f"docs/codebook.md does not name {missing}"
