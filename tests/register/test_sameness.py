"""The same agreement and the same person across reports, and what is kept apart."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from foedera.model.ids import content_id
from foedera.store import View
from tests.register.reports import Report, keep

if TYPE_CHECKING:
    from collections.abc import Sequence


def named(
    words: str, *, published: str = "2024-06-18", parties: Sequence[str] = ("RUS", "PRK"), **fields: Any
) -> Report:
    """A report that speaks of one agreement, under these words."""
    report = Report(
        f"They spoke of {words} in the capital.", published, content_id("r", words, published, parties, fields)
    )
    report.agreement(words, parties=parties, **fields)
    return report


def entries(*reports: Report) -> int:
    """How many agreements these reports speak of between them."""
    with tempfile.TemporaryDirectory() as folder:
        keep(Path(folder) / "r.duckdb", *reports)
        with View(Path(folder) / "r.duckdb") as view:
            return len(view.agreements())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("the Panmunjom Declaration", kind="declaration"), named("Panmunjom declaration", kind="statement")),
        (named("the Paris climate accord", kind="agreement"), named("Paris Agreement", kind="agreement")),
        (
            named("NAFTA", parties=("USA", "CAN", "MEX"), kind="agreement"),
            named("the North American Free Trade Agreement", parties=("CAN", "USA"), kind="agreement"),
        ),
        (
            named("a comprehensive strategic partnership treaty", label="comprehensive strategic partnership"),
            named("a strategic partnership agreement", label="strategic partnership", kind="agreement"),
        ),
        (named("the treaty", date="1961"), named("the 1961 friendship treaty", date="1961-07-06")),
        (
            named("a trade deal", kind="agreement", parties=("CHN", "USA"), published="2019-12-01"),
            named("the US-China trade agreement", kind="agreement", parties=("USA", "CHN"), published="2020-01-15"),
        ),
        (
            named("the Intermediate-Range Nuclear Forces Treaty", parties=("USA", "RUS"), published="2018-10-20"),
            named("the INF treaty", parties=("RUS", "USA"), published="2019-08-02"),
        ),
        (
            named("the Zenda grain deal", kind="agreement", published="2022-07-22"),
            named("the Zenda Grain Deal", kind="agreement", published="2023-07-17"),
        ),
        (
            named("a deal", kind="agreement", published="2024-06-18"),
            named("a grain deal", kind="agreement", published="2024-06-20"),
        ),
        (
            named("a ceasefire", kind="ceasefire", parties=("IND", "PAK"), published="2025-05-10"),
            named("a US-brokered ceasefire", kind="ceasefire", parties=("IND", "PAK", "USA"), published="2025-05-11"),
        ),
        (
            named("the 2015 nuclear deal", kind="agreement", parties=("IRN", "USA", "GBR", "FRA"), multilateral=True),
            named("a nuclear pact from 2015", kind="agreement", parties=("IRN", "USA"), published="2019-05-08"),
        ),
        (
            named("the 2018 military agreement", kind="agreement", parties=("KOR", "PRK"), published="2023-11-23"),
            named("a military agreement", kind="agreement", parties=("KOR", "PRK"), published="2018-09-19"),
        ),
        (
            named("a maritime border deal", kind="agreement", parties=("ISR", "LBN"), published="2022-10-11"),
            named("an accord on a boundary", kind="agreement", parties=("ISR", "LBN"), published="2022-10-12"),
        ),
        (
            named("the truce", kind="ceasefire", parties=("Saudi-led coalition", "Houthis"), published="2022-04-02"),
            named("a truce", kind="ceasefire", parties=("SAU", "Houthis"), published="2022-04-03"),
        ),
    ],
    ids=[
        "title", "short title", "acronym", "label", "year", "matter", "acronym of a compound", "called by a place",
        "the only deal of these days", "mediator named", "year and matter", "news of its year", "words of one meaning",
        "a party named after who leads it",
    ],
)  # fmt: skip
def test_one_agreement_under_two_names(one: Report, other: Report) -> None:
    assert entries(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("the treaty of friendship", date="1961"), named("the treaty of friendship", date="2000")),
        (named("the friendship treaty", date="1961"), named("a treaty", published="2024-06-18")),
        (
            named("the 403-word joint statement", kind="statement", published="2018-06-12"),
            named("the agreement", kind="agreement", published="2018-06-12"),
        ),
        (
            named("the Washington Treaty", parties=("USA", "RUS")),
            named("the Washington Treaty", parties=("USA", "CHN")),
        ),
        (named("the Kyoto Protocol", kind="protocol"), named("the Kyoto Declaration", kind="declaration")),
        (named("the Phase One deal", kind="agreement"), named("the Phase Two deal", kind="agreement")),
        (
            named("a trade deal", kind="agreement", published="2018-01-01"),
            named("a trade deal", kind="agreement", published="2020-01-15"),
        ),
        (named("NAFTA", parties=("USA", "CAN", "MEX")), named("a revised NAFTA", parties=("USA", "CAN", "MEX"))),
        (
            named("a Phase One trade deal", kind="agreement", parties=("USA", "CHN")),
            named("a phase two trade deal", kind="agreement", parties=("USA", "CHN")),
        ),
        (
            named("the Treaty on Nuclear Arms in Zenda", parties=("USA", "RUS")),
            named("a nuclear arms treaty", parties=("USA", "RUS"), published="2021-02-03"),
        ),
        (
            named("the Joint Plan of Zenda", kind="plan", parties=("USA", "IRN")),
            named("the Joint Comprehensive Plan of Zenda", kind="plan", parties=("USA", "IRN")),
        ),
        (
            named("the Zenda ceasefire", kind="ceasefire", published="2012-11-22"),
            named("the Zenda ceasefire", kind="ceasefire", published="2025-01-19"),
        ),
        (
            named("the Zenda Agreement", kind="agreement", published="2025-04-24"),
            named("a deal", kind="agreement", published="2025-04-26"),
        ),
        (
            named("New START", parties=("USA", "RUS"), published="2021-01-26"),
            named("START I", parties=("USA", "RUS"), published="2021-01-26"),
        ),
    ],
    ids=[
        "years",
        "old and new",
        "a statement and an agreement of one summit",
        "pairs of states",
        "kinds",
        "numerals",
        "long apart",
        "successor",
        "phases",
        "title and matter",
        "version",
        "two ceasefires at one place",
        "a title and a deal",
        "numbered titles",
    ],
)
def test_two_agreements_under_one_name(one: Report, other: Report) -> None:
    assert entries(one, other) == 2


def test_two_that_replace_the_same_agreement_are_one() -> None:
    """ "The new trade deal" and "USMCA", where each report says that it replaces NAFTA."""
    reports = []
    for n, (words, parties) in enumerate([("a new trade deal", ("USA", "MEX")), ("USMCA", ("USA", "MEX", "CAN"))]):
        report = Report(f"They signed {words} to replace NAFTA.", "2018-12-02", f"{n}")
        new = report.agreement(words, kind="agreement", parties=parties)
        old = report.agreement("NAFTA", kind="agreement", parties=("USA", "MEX", "CAN"))
        report.link(new, "replaces", old, "to replace NAFTA")
        reports.append(report)
    assert entries(*reports) == 2


def beside_old(name: str, new: str, *old: str, link: bool = False) -> Report:
    """A report of a new deal and of older ones between the same parties."""
    report = Report(f"They signed {new} and spoke of {' and '.join(old)}.", "2018-12-02", name)
    made = report.agreement(new, kind="agreement", parties=("USA", "MEX"))
    for words in old:
        known = report.agreement(words, kind="agreement", parties=("USA", "MEX", "CAN"))
        if link:
            report.link(made, "replaces", known, words)
    return report


def test_the_new_deal_comes_after_the_one_older_deal_of_its_parties() -> None:
    named_so = beside_old("a", "the Zenda Agreement", "NAFTA", link=True)
    assert entries(named_so, beside_old("b", "a new trade deal", "NAFTA")) == 2
    assert entries(named_so, beside_old("b", "a trade deal", "NAFTA")) == 3
    assert entries(named_so, beside_old("b", "a new trade deal", "NAFTA", "the Hentzau Pact")) == 4


def test_a_deal_that_fits_two_is_neither() -> None:
    fields = {"kind": "agreement", "parties": ("USA", "CHN")}
    bare, climate, visa = (named(words, **fields) for words in ("a deal", "a climate deal", "a visa pact"))  # type: ignore[arg-type]
    assert entries(bare, climate) == 1
    assert entries(bare, climate, visa) == 3


def test_of_two_deals_that_one_report_tells_apart_neither_is_the_only_one_of_the_days() -> None:
    report = Report("They made a deal and an understanding.", "2014-11-12", "both")
    for words in ("a deal", "an understanding"):
        report.agreement(words, kind="agreement", parties=("USA", "CHN"))
    assert (
        entries(report, named("a climate deal", kind="agreement", parties=("USA", "CHN"), published="2014-11-13")) == 3
    )


def test_what_one_report_tells_apart_stays_apart() -> None:
    report = Report("A trade deal and a digital trade pact were signed.", "2024-06-18", "both")
    report.agreement("trade deal", kind="agreement", parties=("USA", "CHN"))
    report.agreement("digital trade pact", kind="agreement", parties=("USA", "CHN"))
    third = named("a trade accord", kind="agreement", parties=("USA", "CHN"))
    assert entries(report, third) == 2


def persons(*names: str) -> list[tuple[str, ...]]:
    reports = []
    for n, name in enumerate(names):
        reports.append(Report(f"{name} arrived.", "2024-06-18", f"{n}"))
        reports[-1].entity(name)
    with tempfile.TemporaryDirectory() as folder:
        keep(Path(folder) / "r.duckdb", *reports)
        with View(Path(folder) / "r.duckdb") as view:
            return sorted(tuple(sorted(actor.names)) for actor in view.actors("person"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yury Ushakov", "Yuri Ushakov"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Donald J. Trump", "Donald Trump"),
        ("Kim Jong Un", "Kim"),
        ("Vladimir Putin", "Putin"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert len(persons(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Xi Jinping", "Xi Zhongxun"),
        ("George Bush", "Barbara Bush"),
        ("Ann Lee", "Ann Leeds"),
    ],
)
def test_two_persons_of_one_surname(one: str, other: str) -> None:
    assert len(persons(one, other)) == 2


def test_a_surname_that_two_bear_is_nobody_s() -> None:
    assert persons("George Bush", "Bush", "Barbara Bush") == [("Barbara Bush",), ("Bush",), ("George Bush",)]
