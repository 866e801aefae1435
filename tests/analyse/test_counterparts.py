"""Agreements and their records in scholars' data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.analyse.counterparts import Counterpart, counterparts, differences
from foedera.analyse.events import events
from foedera.errors import ReferenceDataError
from foedera.model import Act, Agreement, Reading
from foedera.reference.files import ReferenceTable
from foedera.store import Filing, View, Writer
from foedera.store.reference import decide_reference, decided_references, keep_reference
from tests.conftest import document

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Russia and North Korea signed the Treaty of Friendship in 1961."


def cow(start: int, end: int | None, alliance: int = 264) -> ReferenceTable:
    row = {"version4id": alliance, "ccode1": 365, "ccode2": 731, "dyad_st_day": 6, "dyad_st_month": 7}
    row |= {"dyad_st_year": start, "dyad_end_day": None, "dyad_end_month": None, "dyad_end_year": end}
    row |= {"left_censor": 0, "right_censor": 0, "defense": 1, "neutrality": 0, "nonaggression": 1, "entente": 0}
    return ReferenceTable("cow", "dyad", "4.1", 1816, 2012, "Gibler", "d.csv", "0" * 64, pd.DataFrame([row]))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with one treaty of 1961."""
    from foedera.resolve.resolver import resolve

    doc = document(TEXT, "2024-06-18")
    treaty = Agreement("agr_1", "Treaty of Friendship", "treaty", (doc.span(34, 54),), parties=("PRK", "RUS"))
    act = Act("act_1", "agr_1", "signed", "actual", (doc.span(0, 62),), by=("RUS", "PRK"), date="1961")
    path = tmp_path / "r.duckdb"
    with Writer(path) as writer:
        reading = Reading(doc, agreements=(treaty,), acts=(act,))
        with writer.transaction():
            writer.file([Filing("test", reading, "foedera", "none")])
            resolve(writer, [reading])
        keep_reference(writer, cow(1961, 1995))
    return path


def found(path: Path) -> tuple[Counterpart, ...]:
    with View(path) as view:
        (entry,) = view.agreements()
        return counterparts(view, entry, events(view, entry.id), decided_references(view, entry.id))


def test_a_record_of_the_same_parties_and_year_is_suggested_with_its_reasons(register: Path) -> None:
    (suggested,) = found(register)
    assert suggested.id == "cow:264"
    assert suggested.reasons == ("binds PRK-RUS", "made in the same year, 1961")
    assert suggested.verdict is None


def test_another_year_is_not_suggested(register: Path) -> None:
    with Writer(register) as writer:
        keep_reference(writer, cow(1948, None, alliance=7))
    assert found(register) == ()


def decide(path: Path, record: str, verdict: str) -> None:
    with View(path) as view:
        (entry,) = view.agreements()
    with Writer(path) as writer:
        decide_reference(writer, entry.id, record, verdict)


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_persons_word_is_kept_and_can_be_changed(register: Path, verdict: str) -> None:
    decide(register, "cow:264", "same")
    decide(register, "cow:264", verdict)
    assert [c.verdict for c in found(register)] == [verdict]


def test_a_record_that_is_not_there_cannot_be_accepted(register: Path) -> None:
    with pytest.raises(ReferenceDataError, match="atop:9999"):
        decide(register, "atop:9999", "same")


def test_where_projects_differ_both_are_named(register: Path) -> None:
    atop = pd.DataFrame([dict.fromkeys(("milcon", "intcom", "base", "milaid", "subord", "contrib"), 0)] * 2)
    atop = atop.assign(**dict.fromkeys(("orgpurp1", "orgpurp2", "organ1", "organ2", "estmode", "pubsecr"), 0))
    atop = atop.assign(atopid=3440, member=[365, 731], yrent=1961, moent=7, dayent=6, yrexit=1996, moexit=9, dayexit=10)
    atop = atop.assign(bilat=1, defense=1, offense=0, neutral=0, nonagg=1, consul=0)
    with Writer(register) as writer:
        keep_reference(writer, ReferenceTable("atop", "member", "4.01", 1815, 2016, "Leeds", "m.csv", "0" * 64, atop))
    assert differences(found(register)) == ("atop:3440 ends 1996-09-10, cow:264 ends 1995",)
    decide(register, "cow:264", "different")
    assert differences(found(register)) == ()


def test_a_treaty_series_number_is_taken_on_a_persons_word(register: Path) -> None:
    decide(register, "unts:6045", "same")
    with View(register) as view:
        (entry,) = view.agreements()
        assert decided_references(view, entry.id) == {"unts:6045": "same"}
