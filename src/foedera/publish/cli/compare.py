"""`foedera compare`: where reports agree, add and differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

if TYPE_CHECKING:
    from foedera.analyse.compare import Point

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
    for verdict, title in _TITLES.items():
        rows = [
            (
                point.subject if not n else "",
                "" if n else f"{point.question} ({_REPEATED})" if _is_repeated(point) else point.question,
                chosen[v.report].name,
                v.said,
                v.evidence.text,
            )
            for point in points
            if point.verdict == verdict
            for n, v in enumerate(point.values)
        ]
        if rows:
            desk.table(title, ("On", "Question", "Report", "Says", "In the words"), rows)


def _is_repeated(point: Point) -> bool:
    """Whether reports agree because they repeat one source: that confirms nothing."""
    return point.verdict == "same" and point.independent == 1
