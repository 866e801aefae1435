"""Fixtures of the dossier's tests: a case made by hand, and its page taken apart."""

from __future__ import annotations

import pytest
from lxml import html

from foedera.publish.dossier import Case, render
from tests.dossier.treaty import treaty_case


@pytest.fixture(scope="session")
def case() -> Case:
    return treaty_case()


@pytest.fixture(scope="session")
def page(case: Case) -> str:
    return render(case)


@pytest.fixture(scope="session")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)
