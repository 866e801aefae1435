"""`foedera bloc`: how closely a group of states is bound, held against another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

if TYPE_CHECKING:
    from foedera.analyse.blocs import BlocReport
    from foedera.analyse.standing import BlocStanding
    from foedera.publish.cli.console import Desk
    from foedera.store import View


def bloc(
    members: Annotated[
        str, typer.Argument(metavar="STATES", help="Members, by comma (USA,JPN,KOR), or a bloc that a report names.")
    ],
    against: Annotated[
        str | None, typer.Option(metavar="STATES", help="A bloc to hold it against: RUS,CHN,PRK.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day asked about; left out, that of the newest report.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PAGE", help="Write a page with pictures instead.")
    ] = None,
    around: Annotated[
        str | None, typer.Option(metavar="NAME", help="On the page, draw the network without and with this agreement.")
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show what binds the pairs of a bloc on a day, and what is claimed of it.

    The register and each file of reference data are kept apart. Institutionalisation is Leeds and Anac's (0 none,
    1 moderate, 2 high), averaged over the pairs, bilateral treaties only. Where the data end before the day, the
    answer is of their last day and says so.
    """
    from foedera.analyse.blocs import bloc_report
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking

    desk = Desk()
    with looking(desk, register, as_of, name=members) as view:
        day = on or as_of or _newest(view)
        report = bloc_report(view, members.split(","), against.split(",") if against else (), day)
        if output:
            _write(desk, view, report, output, around)
            return
    if as_json:
        desk.write({"verdicts": list(report.verdicts), **_plain(to_plain(report))})
        return
    _show(desk, report)


def _write(desk: Desk, view: View, report: BlocReport, output: Path, around: str | None) -> None:
    from foedera.errors import FoederaError
    from foedera.publish.bloc import bloc_page
    from foedera.publish.cli.looking import agreement_called

    html = bloc_page(view, report, around=agreement_called(desk, view, around).id if around else None)
    try:
        output.write_text(html, encoding="utf-8")
    except OSError as error:
        raise FoederaError(f"{output}: the page can't be written ({error.strerror}); choose another with -o") from error
    desk.say(f"foedera: the page about {'-'.join(report.bloc)} is in {output}")


def _newest(view: View) -> str:
    """The latest day on which a report of the register was published: what the register can speak of."""
    from foedera.errors import DateError
    from foedera.model.dates import bounds

    days = [bounds(r.document.published)[1] for r in view.reports() if r.document.published]
    known = [day for day in days if day]
    if not known:
        raise DateError("which day? The register has no dated report; give one with --on 2024-06-18")
    return max(known).isoformat()


def _plain(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def _show(desk: Desk, report: BlocReport) -> None:
    for by in report.references:
        for side in (by.bloc, by.against):
            if side:
                _standing(desk, side)
    if report.ties:
        desk.table(
            f"Agreements of the register between them ({report.on})",
            ("Pair", "Agreement", "Status", "Since", "In force", "Id"),
            [
                (
                    f"{tie.a}-{tie.b}",
                    tie.line.entry.name,
                    tie.line.status.stage.replace("_", " ") if tie.line.status else None,
                    tie.line.status.date if tie.line.status else None,
                    "yes" if tie.in_force else "not known to be",
                    tie.line.entry.id,
                )
                for tie in report.ties
            ],
        )
    if report.claims:
        desk.table(
            "Claims about them",
            ("Holder", "Claims", "In the words"),
            [
                (
                    claimed.holder,
                    "-".join(report.bloc if claimed.of_bloc else report.against)
                    + (" is " if claimed.claim.polarity == "positive" else " is not ")
                    + "more institutionalised",
                    claimed.claim.evidence[0].text,
                )
                for claimed in report.claims
            ],
        )
    known = [pair for pair in report.alignments if pair.kappa is not None or pair.distance is not None]
    if known:
        desk.table(
            "How alike their alliances and votes are (of whole portfolios: close allies can score low)",
            ("Pair", "Year", "κ binary", "S binary", "S valued", "UN session", "Ideal-point distance"),
            [
                (
                    f"{pair.a}-{pair.b}",
                    str(pair.year) if pair.year else None,
                    *(
                        None if value is None else f"{value:.3f}"
                        for value in (pair.kappa, pair.s_binary, pair.s_valued)
                    ),
                    str(pair.session) if pair.session else None,
                    None if pair.distance is None else f"{pair.distance:.3f}",
                )
                for pair in known
            ],
        )
    if not report.references:
        desk.say("foedera: no alliance data in the register; bring some with: foedera import atop FILE")
    for verdict in report.verdicts:
        desk.out.print(verdict, markup=False, soft_wrap=True)


def _standing(desk: Desk, side: BlocStanding) -> None:
    known, pairs = side.coverage
    desk.table(
        f"{'-'.join(side.members)} by {side.reference.title}, "
        + (f"as of {side.as_of}" if side.as_of else "not covered")
        + f", {known} of {pairs} pairs known",
        ("Pair", "Alliance", "From", "To", "Obligations", "Institutionalised", "Bilateral"),
        [
            (
                f"{pair.a}-{pair.b}",
                spell.alliance,
                spell.start,
                spell.end or "open",
                ", ".join(spell.obligations),
                None if spell.milinst is None else str(spell.milinst),
                None if spell.bilateral is None else "yes" if spell.bilateral else "no",
            )
            for pair in side.pairs
            for spell in pair.spells
        ]
        + [
            (f"{pair.a}-{pair.b}", "none" if pair.known else "not in the data", None, None, None, None, None)
            for pair in side.pairs
            if not pair.spells
        ],
    )
