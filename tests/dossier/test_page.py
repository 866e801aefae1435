"""The page as a whole: what it holds, what it never holds."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from foedera.publish.dossier import Case, render
from foedera.store.entries import entry
from tests.dossier.treaty import account, make_document

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


class Html(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "html"


def test_page_of_the_treaty(page: str, snapshot: SnapshotAssertion) -> None:
    assert page == snapshot(extension_class=Html)


def test_the_same_case_gives_the_same_page(case: Case, page: str) -> None:
    assert render(case) == page


def test_nothing_is_loaded_from_elsewhere(tree: html.HtmlElement) -> None:
    loading = tree.xpath("//@src | //link/@href | //object | //iframe | //img | //form")
    assert loading == ["data:,"]
    assert "@import" not in tree.xpath("string(//style)")
    assert "url(" not in tree.xpath("string(//style)")


def test_content_security_policy_forbids_all_but_its_own_style_and_script(tree: html.HtmlElement) -> None:
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["style-src"])
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", rules["script-src"])
    assert not tree.xpath("//@style")


def test_headings_descend_without_gaps(tree: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_landmarks_and_labels_for_screen_readers(tree: html.HtmlElement) -> None:
    assert len(tree.xpath("//main")) == len(tree.xpath("//body/header")) == len(tree.xpath("//body/footer")) == 1
    assert tree.xpath("//nav/@aria-label")
    ids = set(tree.xpath("//@id"))
    assert set(tree.xpath("//@aria-labelledby")) <= ids
    assert all(table.xpath("caption") and table.xpath(".//th[@scope='col']") for table in tree.xpath("//table"))
    assert all(row.xpath("th[@scope='row']") for row in tree.xpath("//tbody/tr"))
    assert all(drawing.get("aria-label") for drawing in tree.xpath("//svg[@role='img']"))


def test_every_link_inside_the_page_has_a_target(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert inside <= set(ids)


@pytest.fixture
def bare() -> html.HtmlElement:
    document = make_document("bare.txt", "Two ministers spoke of an accord.")
    return html.document_fromstring(
        render(Case(entry("agr_1", [account(document, "an accord", kind="other")]), (document,)))
    )


def test_unknown_is_said_and_never_blank_or_zero(bare: html.HtmlElement) -> None:
    cells = bare.xpath("//dd | //td | //th")
    assert all(cell.text_content().strip() not in ("", "0", "None") for cell in cells)
    assert "None" not in bare.xpath("string(//body)")
    facts = {
        div.findtext("dt"): div.find("dd").text_content().strip() for div in bare.xpath("//dl[@class='facts']/div")
    }
    assert facts["Kind"] == facts["Parties"] == facts["Articles"] == facts["Partnership label"] == "not stated"
    assert facts["Status"] == "no step stated as done"


def test_every_cell_of_the_full_page_says_something(tree: html.HtmlElement) -> None:
    assert all(cell.text_content().strip() not in ("", "0", "None") for cell in tree.xpath("//dd | //td | //th"))


def test_as_of_is_announced(case: Case) -> None:
    early = Case(entry("agr_1", case.accounts[:1]), case.documents[:1], as_of="2024-06-17", undated=2)
    note = html.document_fromstring(render(early)).xpath("string(//p[@role='note'])")
    assert "17 June 2024" in note
    assert "2 whose date is not known" in note
