"""From the register to the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html

from foedera.errors import NameNotFound
from foedera.model import Reading, Speaker
from foedera.publish.dossier import page
from foedera.resolve.resolver import resolve
from foedera.store import Filing, View, Writer
from tests.dossier.treaty import account, act, make_document, said

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model import Document

NAME = "Treaty of Aldgate"


def reading(document: Document, realis: str, words: str, **known: str) -> Reading:
    it = account(document, NAME, parties=("NOR", "SWE"))
    spoken = said(document, ["It is a good treaty"], "said", Speaker(name="Ida Holm"), about=(it.id,))
    step = replace(act(document, "signed", realis, words, **known), agreement=it.id)
    return Reading(document, agreements=(it,), acts=(step,), quotations=(spoken,))


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "foedera.duckdb"
    before = make_document(
        "before", f"Norway and Sweden will sign the {NAME} on Friday. “It is a good treaty”, Ida Holm said.",
        published="2031-03-03", publisher="North Post",
    )  # fmt: skip
    after = make_document(
        "after", f"Norway and Sweden signed the {NAME} on Friday. “It is a good treaty”, Ida Holm said again.",
        published="2031-03-08", publisher="South Post",
    )  # fmt: skip
    readings = [
        reading(before, "planned", "will sign", date="2031-03-07"),
        reading(after, "actual", "signed", date="2031-03-07"),
    ]
    with Writer(path) as writer, writer.transaction():
        writer.file([Filing(each.document.id, each, "foedera test", "no model") for each in readings])
        resolve(writer, readings)
    return path


def pages(register: Path, as_of: str | None = None) -> html.HtmlElement:
    with View(register, as_of=as_of) as view:
        (entry,) = view.agreements()
        return html.document_fromstring(page(view, entry.id, as_of=as_of))


def _track(tree: html.HtmlElement) -> dict[str, str]:
    return {
        station.findtext(".//strong"): station.xpath("string(.//span[@class='how'])")
        for station in tree.xpath("//li[contains(@class, 'station')]")
    }


def test_one_agreement_of_two_reports_makes_one_page(register: Path) -> None:
    tree = pages(register)
    assert tree.xpath("string(//h1)") == NAME
    assert _track(tree)["Signed"] == "done"
    assert len(tree.xpath("//article[@class='source']")) == 2
    assert "Norway" in tree.xpath("string(//p[@class='standfirst'])")
    assert tree.xpath("string(//section[@id='statements']//h3)") == "Ida Holm"
    assert "foedera test, no model" in tree.xpath("string(//footer)")


def test_what_was_known_before_the_signature(register: Path) -> None:
    tree = pages(register, "2031-03-05")
    assert _track(tree)["Signed"] == "planned"
    assert len(tree.xpath("//article[@class='source']")) == 1
    assert "5 March 2031" in tree.xpath("string(//p[@role='note'])")


def test_an_unknown_id_is_an_error_that_says_so(register: Path) -> None:
    with View(register) as view, pytest.raises(NameNotFound):
        page(view, "agr_nowhere")
