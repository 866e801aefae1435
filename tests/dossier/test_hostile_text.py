"""Text from sources can't act on the page, whatever it holds."""

from __future__ import annotations

import pytest
from lxml import html

from foedera.model import Act, Dateline, Document, Meeting, Quotation, Speaker
from foedera.publish.dossier import Case, render
from foedera.publish.dossier.provenance import safe_address
from foedera.store.entries import entry
from tests.dossier.treaty import account, at, make_document, steps

SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = '" onmouseover="alert(2)" x=\''
OVERRIDE = "\u202egnihton\u202c"
HOSTILE = f"{SCRIPT} {ATTRIBUTE} {OVERRIDE} </style></mark><img src=x onerror=alert(3)> {{{{ 7*7 }}}} \x00\x1b"


def hostile_document() -> Document:
    return make_document(
        HOSTILE, f"The pact {HOSTILE} was signed. {HOSTILE} “may {SCRIPT}” the end", title=HOSTILE, publisher=HOSTILE,
        agency=HOSTILE, authors=(HOSTILE,), republished_by=HOSTILE, original_publisher=HOSTILE,
        dateline=Dateline(HOSTILE, HOSTILE), published=HOSTILE, language=HOSTILE, url="javascript:alert(4)",
    )  # fmt: skip


def hostile_case() -> Case:
    document = hostile_document()
    words = at(document, f"The pact {HOSTILE} was signed")
    speaker = Speaker(None, HOSTILE, None, HOSTILE, HOSTILE)
    return Case(
        entry("agr_1", [account(document, words.text, label=HOSTILE, parties=(HOSTILE, "RUS"))]), (document,),
        life=steps((), [Act("a", "agr_1", "signed", "actual", (words,), (HOSTILE,), "2024", HOSTILE, HOSTILE)]),
        meetings=(Meeting("m", "visit", "actual", (words,), (HOSTILE,), HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        quotations=(
            Quotation("q", document.id, "direct", (at(document, f"may {SCRIPT}"),), None, speaker, HOSTILE,
                      channel=HOSTILE, hedges=(at(document, "may", "“"),)),
        ),
        names={"RUS": HOSTILE}, made_by=HOSTILE, as_of=HOSTILE,
    )  # fmt: skip


@pytest.fixture(scope="module")
def text() -> str:
    return render(hostile_case())


@pytest.fixture(scope="module")
def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_no_element_or_handler_enters(tree: html.HtmlElement) -> None:
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]


def test_no_link_but_to_the_page_itself_or_the_web(tree: html.HtmlElement) -> None:
    assert all(href.startswith(("#", "http://", "https://")) for href in tree.xpath("//a/@href"))


def test_direction_and_control_characters_are_shown_not_obeyed(text: str) -> None:
    assert not set(text) & {"\u202e", "\u202c", "\x00", "\x1b"}
    assert "[U+202E]gnihton[U+202C]" in text


def test_template_syntax_in_a_source_stays_text(text: str) -> None:
    assert "{{ 7*7 }}" in text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "http://[",
        "file:///x",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_address(url) is None


def test_a_web_address_stays() -> None:
    assert safe_address("https://outlet.example/a?b=c") == "https://outlet.example/a?b=c"
