"""`foedera statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath


def statements(
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Only what this person or body said.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Only what is about this agreement or actor.")
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show what was said, by whom, to whom, and how firmly."""
    from foedera.analyse.statements import statements as said
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking

    desk = Desk()
    with looking(desk, register, as_of, name=speaker or about) as view:
        found = said(view, speaker=speaker, about=about)
        if as_json:
            desk.write(to_plain(found))
            return
        reports, published = view.report_names(), view.published()
        desk.table(
            f"{len(found)} statements",
            ("Reported", "Speaker", "Role", "Told", "Certainty", "In the words", "Report"),
            [
                (
                    published.get(quotation.doc),
                    quotation.speaker.name or (quotation.speaker.span.text if quotation.speaker.span else None),
                    quotation.speaker.role,
                    quotation.told,
                    quotation.certainty,
                    " … ".join(piece.text for piece in quotation.content),
                    reports[quotation.doc],
                )
                for quotation in found
            ],
        )
