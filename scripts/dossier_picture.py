"""Takes the README's pictures of the dossier from the example reports, light and dark.

Needs a Chromium (on Debian: apt-get install chromium) and, for the look of the pictures here, a Palatino
(apt-get install fonts-urw-base35). Run it from the project's root: .venv/bin/python scripts/dossier_picture.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "img"
NAME = "Treaty on Comprehensive Strategic Partnership between Russia and North Korea"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip


def make_page(folder: Path) -> Path:
    """The dossier of the examples, made by the commands that anybody would use."""
    foedera = Path(sys.executable).with_name("foedera")
    register, page = folder / "foedera.duckdb", folder / "dossier.html"
    reports = ROOT / "examples" / "reports"
    subprocess.run([foedera, "add", reports, "--register", register], check=True)
    subprocess.run([foedera, "dossier", NAME, "--register", register, "-o", page], check=True)
    return page


def take(page: Path) -> None:
    """The head of the page, down to the track of its life."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for scheme in ("light", "dark"):
            tab = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme=scheme)
            tab.goto(page.as_uri())
            legend = tab.locator(".legend").bounding_box()
            height = int(legend["y"] + legend["height"] + 24) if legend else 900
            tab.set_viewport_size({"width": 1200, "height": height})
            tab.screenshot(path=PICTURES / f"dossier-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        take(make_page(Path(folder)))
