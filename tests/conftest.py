"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from foedera.annotate import load_language
from foedera.model import Document
from foedera.model.ids import text_hash

# The same examples on every run of continuous integration; new ones wherever a person runs the tests.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> spacy.Language:
    return load_language()


def document(text: str, published: str | None = None, name: str = "test.txt") -> Document:
    """A document of bare text, as the smallest tests need it."""
    return Document(Document.identify(name, text, published), name, name, text, text_hash(text), published=published)


@pytest.fixture(scope="session")
def read(nlp: spacy.Language) -> Callable[..., Reading]:
    """Reads a text: `read(text, published=None)` gives everything that Foedera finds in it."""
    from foedera.annotate import parse
    from foedera.pipeline import read_document

    def read(text: str, published: str | None = None) -> Reading:
        doc = document(text, published)
        return read_document(doc, next(parse(nlp, [doc])))

    return read


@pytest.fixture
def shared() -> Path:
    """The folder of measurement data; the test skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("no measurement data beside the project (../shared)")
    return SHARED
