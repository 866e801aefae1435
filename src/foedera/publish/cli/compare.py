"""`foedera compare`: where reports agree, add and differ."""

from __future__ import annotations

import itertools
from string import ascii_uppercase
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.analyse.compare import Point
    from foedera.model import Document

_LETTERS = (*ascii_uppercase, *(one + other for one in ascii_uppercase for other in ascii_uppercase))
_TITLES = {"differs": "They differ", "same": "They agree", "only": "One alone says"}
_REPEATED = "on one source"


def compare(
    reports: Annotated[
        list[str],
        typer.Argument(metavar="REPORT", show_default=False, help="Reports: a path, title, publisher or id."),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Compare what reports say: what they differ on, what all that speak to it agree on, what one alone says.

    Each with the passage of each report. Where reports agree only because they repeat one source (the same text, the
    same speaker, one announcement of what lies ahead), this is said.
    """
    from foedera.analyse.compare import compare as points_of
    from foedera.analyse.compare import find_report
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking

    desk = Desk()
    with looking(desk, register, as_of, name=reports[0]) as view:
        chosen = {found.document.id: found.document for found in (find_report(view, name) for name in reports)}
        if len(chosen) < 2:
            raise typer.BadParameter("give two reports or more to compare", param_hint="REPORT")
        points = points_of(view, list(chosen))
    if as_json:
        desk.write(to_plain(points))
        return
    letters = dict(zip(chosen, _LETTERS, strict=False))
    desk.table("Reports", ("", "Report", "By", "Published"), [(letters[d.id], *_source(d)) for d in chosen.values()])
    for verdict, title in _TITLES.items():
        found = [point for point in points if point.verdict == verdict]
        for thing, group in itertools.groupby(found, key=lambda point: (point.thing, point.subject)):
            rows = [row for point in group for row in _rows(point, letters)]
            desk.table(f"{title}: {thing[1]}", ("Question", "", "Says", "In the words"), rows)


def _source(document: Document) -> tuple[str, str | None, str | None]:
    return document.name, document.house, document.published


def _rows(point: Point, letters: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The answers to a question, report by report; the question and the report's letter stand where they change."""
    question = f"{point.question} ({_REPEATED})" if _is_repeated(point) else point.question
    last = None
    for n, value in enumerate(point.values):
        letter = letters[value.report]
        yield "" if n else question, "" if letter == last else letter, value.said, f"“{value.evidence.text}”"
        last = letter


def _is_repeated(point: Point) -> bool:
    """Whether reports agree because they repeat one source: that confirms nothing."""
    return point.verdict == "same" and point.independent == 1
