"""The example reports that ship with the project, all the way from files to records and to the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from typer.testing import CliRunner

from foedera.annotate import language_name
from foedera.publish.cli import app
from tests.dossier.treaty import REPORTS

if TYPE_CHECKING:
    from pathlib import Path

    import spacy
    from syrupy.assertion import SnapshotAssertion

ROOT = REPORTS.parents[1]
TAKEN_WITH = "en_core_web_md"  # the language pipeline of the snapshots; another reads some sentences otherwise


class Lines(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "jsonl"


class Html(Lines):
    file_extension = "html"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "foedera.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        run("add", "examples/reports", "--register", str(path))
    return path


def text(register: Path, *options: str) -> str:
    name = "Treaty on Comprehensive Strategic Partnership between Russia and North Korea"
    return run("dossier", name, "--register", str(register), "-o", "-", *options)


def page(register: Path, *options: str) -> html.HtmlElement:
    return html.document_fromstring(text(register, *options))


def track(tree: html.HtmlElement) -> dict[str, str]:
    return {
        station.findtext(".//strong"): station.xpath("string(.//span[@class='how'])").split(",")[0]
        for station in tree.xpath("//li[contains(@class, 'station')]")
    }


def test_all_nine_reports_are_of_one_agreement(register: Path) -> None:
    assert len(page(register).xpath("//article[@class='source']")) == 9


def test_the_treaty_is_signed_and_in_force(register: Path) -> None:
    tree = page(register)
    assert (track(tree)["Signed"], track(tree)["Ratified"], track(tree)["In force"]) == ("done", "done", "done")
    assert "4 December 2024" in tree.xpath("string(//p[@class='standfirst'])")


def test_on_the_eve_nothing_is_signed(register: Path) -> None:
    stages = track(page(register, "--as-of", "2024-06-18"))
    assert stages["Signed"] != "done"
    assert stages["In force"] != "done"


def test_signed_is_not_ratified(register: Path) -> None:
    stages = track(page(register, "--as-of", "2024-06-20"))
    assert stages["Signed"] == "done"
    assert stages["Ratified"] != "done"
    assert stages["In force"] != "done"


def test_a_copy_is_marked_as_one(register: Path) -> None:
    assert "copy of" in page(register).xpath("string(//section[@id='sources'])")


def test_every_link_of_the_real_page_has_a_target(register: Path) -> None:
    tree = page(register)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@pytest.fixture
def same_pipeline(nlp: spacy.Language) -> None:
    if TAKEN_WITH not in language_name(nlp):
        pytest.skip(f"the snapshots were taken with {TAKEN_WITH}, this is {language_name(nlp)}")


@pytest.mark.usefixtures("same_pipeline")
def test_records_of_the_examples(snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run("extract", "examples/reports") == snapshot(extension_class=Lines)


@pytest.mark.usefixtures("same_pipeline")
def test_page_of_the_examples(register: Path, snapshot: SnapshotAssertion) -> None:
    page = re.sub(r"\+[0-9a-f]{8}\b", "+extractor", text(register))  # which changes with any rule
    assert page == snapshot(extension_class=Html)
