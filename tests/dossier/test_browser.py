"""The page in a real Chromium: links both ways, keyboard, phone, dark, print, hostile text."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from foedera.publish.dossier import render
from tests.dossier.test_hostile_text import hostile_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LIT = "rgb(240, 197, 68)"  # --lit of the light page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, page: str) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "page.html"
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def visit(chromium: Browser, file: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page; asserts at the end that it asked for nothing else and that nothing went wrong."""
    troubles: list[str] = []
    contexts = []

    def visit(path: Path = file, **settings: object) -> Page:
        settings = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **settings}
        contexts.append(chromium.new_context(**settings))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.on("request", lambda request: troubles.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [trouble for trouble in troubles if not trouble.startswith("data:")] == []


def _lit(page: Page, anchor: str) -> list[str]:
    """The background of every piece of the words of a note."""
    return page.eval_on_selector_all(f".{anchor}", "marks => marks.map(mark => getComputedStyle(mark).backgroundColor)")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_evidence_link_leads_to_its_words_and_back(visit: Callable[..., Page], script: bool) -> None:
    page = visit(java_script_enabled=script)
    link = page.locator("#life tbody a.ref").first
    anchor, cell = link.get_attribute("href"), link.get_attribute("id")
    assert anchor
    link.click()
    assert page.url.endswith(anchor)
    assert set(_lit(page, anchor[1:])) == {LIT}
    assert page.locator(anchor).bounding_box()["y"] < 900  # type: ignore[index]
    page.locator(f"a.back[href='#{cell}']").click()
    assert page.url.endswith(f"#{cell}")
    assert page.locator(f"#{cell}").bounding_box()["y"] < 900  # type: ignore[index]


def test_every_piece_of_overlapping_words_is_lit(visit: Callable[..., Page]) -> None:
    page = visit()
    counts = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('a.ref')].map(a => a.hash.slice(1))"
        ".map(e => [e, document.querySelectorAll('.' + e).length]))"
    )
    split = [anchor for anchor, pieces in counts.items() if pieces > 1]
    assert split
    for anchor in split:
        page.evaluate("anchor => { location.hash = anchor }", anchor)
        page.wait_for_function("anchor => document.querySelector(':target')?.id === anchor", arg=anchor)
        assert set(_lit(page, anchor)) == {LIT}


def test_the_keyboard_reaches_words_and_returns(visit: Callable[..., Page]) -> None:
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#facts a.ref')"):
            break
    cell = page.evaluate("document.activeElement.id")
    assert page.locator(".tooltip").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == cell


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_no_page_is_wider_than_its_screen(visit: Callable[..., Page], width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shapes = page.eval_on_selector_all(
        "svg.picture", "all => all.filter(one => one.getBoundingClientRect().width > 0).length"
    )
    assert shapes == 1


CONTRAST = """
() => {
  const parse = color => (color.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest('svg, script, .skip')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) poor.push(element.className + ': ' + element.textContent.slice(0, 30));
  }
  return poor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Callable[..., Page], scheme: str) -> None:
    """At least 4.5 to 1, the contrast that WCAG 2 asks of text (level AA)."""
    assert visit(color_scheme=scheme).evaluate(CONTRAST) == []


def test_dark_is_dark(visit: Callable[..., Page]) -> None:
    assert (
        visit(color_scheme="dark").evaluate("getComputedStyle(document.documentElement).backgroundColor")
        == "rgb(22, 23, 27)"
    )


def test_what_the_accessibility_tree_names(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 390, "height": 800})
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("table").count() >= 4  # tables stay tables where they look like cards
    assert page.get_by_role("rowheader").count() > 10
    assert page.get_by_role("img").get_attribute("aria-label", timeout=2000)
    unnamed = page.eval_on_selector_all("a", "all => all.filter(a => !(a.ariaLabel || a.textContent.trim())).length")
    assert unnamed == 0


def test_the_browser_mends_nothing(visit: Callable[..., Page]) -> None:
    """Elements where they may not stand leave empty paragraphs and lists behind."""
    assert visit().locator("main :is(p, li, dd, td):empty").count() == 0
    assert visit().locator("p :is(details, ul, div, p)").count() == 0


def test_it_prints(visit: Callable[..., Page]) -> None:
    page = visit()
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_text_does_nothing(visit: Callable[..., Page], tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(hostile_case()), encoding="utf-8")
    page = visit(path)
    assert page.locator("img").count() == 0
    page.mouse.move(300, 300)
    assert "<script>alert(1)</script>" in page.title()
