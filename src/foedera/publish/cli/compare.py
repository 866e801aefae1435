"""`foedera compare`: where reports agree, add and differ."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

_TITLES = {"differs": "They differ", "same": "They agree", "only": "One alone says"}


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

    Each with the passage of each report. That reports agree does not make them independent: see `foedera sources`.
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
                point.question if not n else "",
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
