"""Where a report comes from, as its own lines say it."""

from __future__ import annotations

import pytest

from foedera.model import Dateline
from foedera.read import Raw, assemble, document

LEAD = "Arland and Boria signed a treaty of friendship in Corvale, officials of both states said."
MORE = "The treaty runs for ten years and can be renewed by an exchange of notes between them."


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("MOSCOW, June 18, 2024. /TASS/. ", "Moscow", "2024-06-18", "TASS"),
        ("TORONTO (AP) - ", "Toronto", None, "Associated Press"),
        ("GAZA CITY, Gaza Strip (AP) — ", "Gaza City, Gaza Strip", None, "Associated Press"),
        ("Pyongyang, June 19, 2024 (KCNA) -- ", "Pyongyang", "2024-06-19", "KCNA"),
        ("KYIV/LONDON, 1 July 2023 (Reuters) - ", "Kyiv/London", "2023-07-01", "Reuters"),
        ("CORVALE, 5 May 2023 (Boria Wire) - ", "Corvale", "2023-05-05", "Boria Wire"),
        ("(CNN) — ", None, None, "CNN"),
        ("CNN — ", None, None, "CNN"),
        ("GENEVA (12 March 2021) – ", "Geneva", "2021-03-12", None),
        ("ST. PETERSBURG, Oct. 20, 2023 — ", "St. Petersburg", "2023-10-20", None),
        ("WASHINGTON, D.C. — ", "Washington, D.C.", None, None),
        ("BUENOS AIRES, Argentina – ", "Buenos Aires, Argentina", None, None),
    ],
)
def test_datelines(line: str, place: str | None, date: str | None, agency: str | None) -> None:
    doc = document(f"{line}{LEAD}\n\n{MORE}")
    assert doc.dateline == Dateline(place, date)
    assert (doc.agency, doc.published) == (agency, date)
    assert doc.published_basis == ("dateline" if date else None)
    head, body = doc.blocks[:2]
    assert (head.kind, body.kind) == ("dateline", "body")
    assert doc.text[head.start : head.end] == line.strip()
    assert doc.text[body.start : body.end] == LEAD


@pytest.mark.parametrize(
    "opening",
    [
        "NATO – The alliance of the north – has ", "Jo Doe (left) - He ", "In Corvale, June 18 - The day was ",
        "EXCLUSIVE – Arland has ",
        "FRANCE – The government ", "US – China talks ", "On June 18, 2024, Arland ", "The IAEA (Agency) - Its ",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dateline(opening: str) -> None:
    assert document(f"{opening}{LEAD}\n\n{MORE}").dateline is None


@pytest.mark.parametrize("place", ["ANKARA", "ISTANBUL", "SINGAPORE", "THE HAGUE"])
def test_a_place_alone_above_a_report(place: str) -> None:
    doc = document(f"{place}\n\n{LEAD}\n\n{MORE}")
    assert doc.dateline == Dateline(place.title(), None)
    assert [block.kind for block in doc.blocks] == ["dateline", "body", "body"]


def test_a_dateline_below_a_title_and_a_byline() -> None:
    doc = document(f"Arland and Boria Sign Treaty\nBy Jo Doe\nCORVALE (AP) - {LEAD}\n{MORE}")
    assert [block.kind for block in doc.blocks] == ["title", "byline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Doe", ("Jo Doe",)),
        ("By Jo Doe and Ann van der Berg", ("Jo Doe", "Ann van der Berg")),
        ("By JO DOE, Associated Press", ("JO DOE",)),
        ("By Jo Doe, Chief Political Correspondent", ("Jo Doe",)),
        ("By Jo Doe in Hong Kong", ("Jo Doe",)),
        ("Written by Jo Doe | June 18, 2024", ("Jo Doe",)),
        ("By Reuters Staff", ()),
        ("(Reporting by Jo Doe in Corvale and Ann Roe; Editing by Max Poe)", ("Jo Doe", "Ann Roe")),
        ("Reporting by Jo Doe.", ("Jo Doe",)),
        ("Ann Roe contributed to this report.", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    for text in (f"{line}\n\n{LEAD}\n\n{MORE}", f"{LEAD}\n\n{MORE}\n\n{line}"):
        doc = document(text)
        assert doc.authors == names
        assert "byline" in [block.kind for block in doc.blocks]


def test_a_writer_alone_above_the_outlet_and_the_dateline() -> None:
    doc = document(f"Jo Doe\n\nCORVALE TODAY\n\nCORVALE, Boria – {LEAD}\n\n{MORE}")
    assert doc.authors == ("Jo Doe",)
    assert [block.kind for block in doc.blocks[:3]] == ["byline", "byline", "dateline"]


def test_a_short_title_above_the_dateline_is_no_writer() -> None:
    doc = document(f"Peace Talks\n\nCORVALE (AP) - {LEAD}\n\n{MORE}")
    assert (doc.title, doc.authors) == ("Peace Talks", ())


def test_published_and_republished() -> None:
    doc = document(f"{LEAD}\n{MORE}\nBy Jo Doe\nPublished by Boria Globe\nRepublished by The Corvale Review")
    assert (doc.publisher, doc.original_publisher) == ("Boria Globe", "Boria Globe")
    assert doc.republished_by == "The Corvale Review"
    assert [block.kind for block in doc.blocks[2:]] == ["byline", "publication", "publication"]


def test_published_alone_is_the_publisher_and_no_republication() -> None:
    doc = document(f"{LEAD}\n{MORE}\nPublished by Boria Globe")
    assert (doc.publisher, doc.original_publisher, doc.republished_by) == ("Boria Globe", None, None)


def test_a_row_s_publisher_beside_the_first_one_is_the_republisher() -> None:
    raw = Raw(f"{LEAD}\n{MORE}\nOriginally published by Boria Globe", "a", "a", publisher="The Corvale Review")
    doc = assemble.assemble(raw)
    assert (doc.publisher, doc.original_publisher) == ("The Corvale Review", "Boria Globe")
    assert doc.republished_by == "The Corvale Review"


@pytest.mark.parametrize(
    "line",
    [
        "This article was originally published by Boria Globe.",
        "This article first appeared in Boria Globe on 5 May 2023.",
        "This story was originally published by Boria Globe and is reproduced here with permission.",
        "Originally published in Boria Globe",
        "Original source: Boria Globe",
        "The post Arland and Boria Sign Treaty appeared first on Boria Globe.",
    ],
)
def test_where_it_first_appeared(line: str) -> None:
    doc = document(f"{LEAD}\n\n{MORE}\n\n{line}")
    assert (doc.original_publisher, doc.publisher) == ("Boria Globe", None)
    assert doc.blocks[-1].kind == "publication"


def test_a_source_that_may_be_a_picture_s_is_no_publisher() -> None:
    doc = document(f"{LEAD}\n\n{MORE}\n\nSource: Boria Globe.")
    assert (doc.publisher, doc.original_publisher) == (None, None)
    assert doc.blocks[-1].kind == "publication"


def test_where_it_first_appeared_by_address() -> None:
    doc = document(f"{LEAD}\n\n{MORE}\n\nOriginally published at https://www.boria.example/2023/treaty")
    assert doc.original_publisher == "boria.example"


def test_the_agency_that_signs_is_the_publisher_where_no_other_is_named() -> None:
    assert document(f"CORVALE (AP) - {LEAD}").publisher == "Associated Press"
    doc = document(f"CORVALE (AP) - {LEAD}\n\n{MORE}\n\nCopyright © 2019 The Corvale Post, LLC.")
    assert (doc.publisher, doc.agency) == ("The Corvale Post", "Associated Press")


def test_a_report_that_says_nothing_about_itself() -> None:
    doc = document(f"{LEAD}\n{MORE}")
    assert (doc.title, doc.publisher, doc.agency, doc.authors, doc.dateline) == (None, None, None, (), None)
    assert (doc.published, doc.published_basis, doc.disclaimers) == (None, None, ())
