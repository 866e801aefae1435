"""`foedera panel`: tables for statistics."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, Json, RegisterPath


def panel(
    data: Annotated[str, typer.Argument(metavar="DATA", help="register, or reference data: atop_member, cow_dyad …")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write it: .csv, .parquet or .dta.")
    ],
    unit: Annotated[
        str, typer.Option(metavar="UNIT", help="member-year, dyad-year or directed-dyad-year.")
    ] = "dyad-year",
    years: Annotated[
        str | None, typer.Option(metavar="FIRST-LAST", help="Years, such as 1946-2016; all that the data cover.")
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_json: Json = False,
) -> None:
    """Write a member-year, dyad-year or directed dyad-year panel with COW, GW and ISO codes, and its codebook."""
    from foedera.analyse.panels import panel as make
    from foedera.analyse.panels import write_panel
    from foedera.analyse.spells import KEY, register_spells
    from foedera.errors import ReferenceDataError
    from foedera.publish.cli.console import Desk
    from foedera.store import View
    from foedera.store.reference import reference_sources, reference_spells

    if unit not in ("member-year", "dyad-year", "directed-dyad-year"):
        raise typer.BadParameter("member-year, dyad-year or directed-dyad-year", param_hint="--unit")
    with View(register) as view:
        found = {source.key: source for source in reference_sources(view)}
        if data == KEY:
            spells, found[KEY] = register_spells(view)
            if spells.empty:
                raise ReferenceDataError(
                    f"no report in {register} dates an entry into force; there is nothing to put in a panel"
                )
        elif data in found:
            spells = reference_spells(view, data)
        else:
            there = ", ".join([KEY, *found])
            raise ReferenceDataError(
                f"no data {data!r} in {register}; there are: {there}; bring more with: foedera import"
            )
    rows = make(spells, found[data], unit, _years(years))  # type: ignore[arg-type]
    codebook = write_panel(rows, output)
    desk = Desk()
    if as_json:
        desk.write({"panel": str(output), "codebook": str(codebook), "rows": len(rows), "cite": found[data].citation})
    else:
        desk.say(f"foedera: {len(rows):,} rows in {output}, codebook in {codebook}; cite {found[data].citation}")


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _, last = text.partition("-")
    if not (first.isdigit() and last.isdigit()):
        raise typer.BadParameter("two years, such as 1946-2016", param_hint="--years")
    return int(first), int(last)
