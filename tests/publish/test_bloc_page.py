"""The page about a bloc: every line leads to its agreements and their words, and nothing of a source is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from foedera.analyse.blocs import BlocReport, bloc_report
from foedera.errors import ReferenceDataError
from foedera.model import Act, Agreement, Claim, Entity, Reading
from foedera.publish.bloc import bloc_page
from foedera.publish.bloc.pictures import pictures
from foedera.reference.files import ReferenceTable
from foedera.resolve.resolver import resolve
from foedera.store import Filing, View, Writer
from foedera.store.reference import keep_reference
from tests.conftest import document

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The <b>Accord</b> between Russia and North Korea entered into force on 4 December 2024. "
    "Anna Berg said the triangle of Washington and Tokyo is more institutionalised than that of Moscow and Pyongyang."
)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    doc = document(TEXT, "2024-12-05")

    def words(text: str) -> tuple[object, ...]:
        return (doc.span(TEXT.index(text), TEXT.index(text) + len(text)),)

    accord = Agreement("agr_1", "The <b>Accord</b>", "agreement", words("The <b>Accord</b>"), parties=("PRK", "RUS"))
    force = Act(
        "act_1",
        "agr_1",
        "entered_into_force",
        "actual",
        words("entered into force on 4 December 2024"),
        date="2024-12-04",
    )
    berg = Entity("e1", "person", "Anna Berg", words("Anna Berg"))
    west = Entity("e2", "bloc", "triangle of Washington and Tokyo", words("triangle of"), members=("USA", "JPN"))
    east = Entity("e3", "bloc", "that of Moscow and Pyongyang", words("that of"), members=("RUS", "PRK"))
    claim = Claim(
        "c1", "more_institutionalised_than", "e2", "e3", "e1", "positive", words("is more institutionalised than")
    )
    reading = Reading(doc, entities=(berg, west, east), agreements=(accord,), acts=(force,), claims=(claim,))
    path = tmp_path / "r.duckdb"
    with Writer(path) as writer:
        with writer.transaction():
            writer.file([Filing("test", reading, "foedera", "none")])
            resolve(writer, [reading])
        keep_reference(writer, _alliances())
    return path


def _alliances() -> ReferenceTable:
    names = "milcon intcom base milaid subord contrib orgpurp1 orgpurp2 organ1 organ2 estmode pubsecr"
    row: dict[str, object] = dict.fromkeys((*names.split(), "offense", "neutral", "nonagg", "consul"), 0)
    row |= {"atopid": 3375, "yrent": 1960, "moent": 1, "dayent": 19, "yrexit": None, "moexit": None, "dayexit": None}
    rows = pd.DataFrame([row | {"member": member, "bilat": 1, "defense": 1, "milcon": 3} for member in (2, 740)])
    return ReferenceTable("atop", "member", "5.1", 1815, 2018, "Leeds et al. 2002", "m.csv", "0" * 64, rows)


def report(view: View, on: str = "2024-12-31") -> BlocReport:
    return bloc_report(view, ["USA", "Japan"], ["RUS", "PRK"], on)


def test_the_verdict_says_what_it_agrees_with_and_how_far_it_reaches(register: Path) -> None:
    with View(register) as view:
        (verdict,) = report(view).verdicts
    assert verdict == (
        "ATOP 5.1, as of 2018-12-31, bilateral treaties only: USA-JPN 2, RUS-PRK 0 (0 none to 2 high); this agrees "
        "with Anna Berg: “is more institutionalised than”; with multilateral treaties 2 and 0, and nonaggression "
        "binds 0% and 0% of the pairs; nothing is known after 2018-12-31."
    )


@pytest.mark.parametrize(("on", "in_force"), [("2024-12-03", False), ("2024-12-04", True)])
def test_an_agreement_is_in_force_from_its_day(register: Path, on: str, in_force: bool) -> None:
    with View(register) as view:
        assert [tie.in_force for tie in report(view, on).ties] == [in_force]


def test_every_line_of_every_picture_leads_to_a_place_on_the_page(register: Path) -> None:
    with View(register) as view:
        page = bloc_page(view, report(view))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert {"pair-JPN-USA", "pair-PRK-RUS"} <= targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_words_of_sources_are_escaped(register: Path) -> None:
    with View(register) as view:
        page = bloc_page(view, report(view))
    assert "<b>Accord</b>" not in page
    assert "&lt;b&gt;Accord&lt;/b&gt;" in page
    assert "entered into force on 4 December 2024" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_before_and_after_an_agreement(register: Path) -> None:
    with View(register) as view:
        (entry,) = view.agreements()
        without, with_ = pictures(report(view), around=entry.id)[-2:]
    assert ([len(without.edges), len(with_.edges)]) == [0, 1]
    assert with_.edges[0].kind == "in-force"
    assert with_.words == "Russia and North Korea: in force by the reports"


def test_what_is_no_bloc_is_refused(register: Path) -> None:
    with View(register) as view:
        with pytest.raises(ReferenceDataError, match="Atlantis"):
            bloc_report(view, ["USA", "Atlantis"], [], "2024")
        with pytest.raises(ReferenceDataError, match="at least two"):
            bloc_report(view, ["USA"], [], "2024")


def test_a_bloc_can_be_called_by_the_name_that_a_report_gives_it(register: Path) -> None:
    with View(register) as view:
        assert set(bloc_report(view, ["Washington and Tokyo triangle"], [], "2024").bloc) == {"USA", "JPN"}
