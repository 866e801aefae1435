"""Visits and meetings: done only where the text says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model import Reading


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The treaty may be signed after Emmanuel Macron's trip to Japan.", "planned"),
        ("The treaty was signed after Emmanuel Macron's trip to Japan.", "actual"),
    ],
)
def test_a_visit_that_only_dates_what_is_not_yet_done_is_not_done(
    read: Callable[..., Reading], text: str, realis: str
) -> None:
    assert [(m.kind, m.realis) for m in read(text, "2019-05-03").meetings] == [("visit", realis)]


def test_a_delegation_need_not_be_named(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "The delegation met for an hour with French President Emmanuel Macron in Paris.", "2019-05-03"
    ).meetings
    assert (found.kind, found.participants, found.realis) == ("meeting", ("Emmanuel Macron",), "actual")
