"""`foedera import`: scholars' reference data, brought by the user."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, Json, RegisterPath


def import_(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Whose files: atop, cow, unga or scores.")],
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="The project's files: CSV, CSV.gz or Stata .dta.")
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    as_json: Json = False,
) -> None:
    """Read scholars' alliance and vote data into the register's reference tables.

    Bring the files as their projects publish them; none ships with Foedera. A file takes the place of an earlier one
    of its kind. Reference data stand beside what reports say and are never mixed with it.
    """
    from foedera.errors import ReferenceDataError
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.exits import Exit
    from foedera.reference import read_reference
    from foedera.store import View, Writer
    from foedera.store.reference import keep_reference, reference_sources

    desk = Desk()
    brought = set()
    with Writer(register) as writer:
        for path in paths:
            try:
                table = read_reference(source, path)
            except ReferenceDataError as error:
                desk.failed(error)
                continue
            keep_reference(writer, table)
            brought.add(table.key)
    with View(register) as view:
        kept = [found for found in reference_sources(view) if found.key in brought]
    if as_json:
        from foedera.model.codec import to_plain

        desk.write(to_plain(kept))
    elif kept:
        desk.table(
            "Reference data",
            ("Data", "Level", "Rows", "Years covered", "Cite"),
            [
                (k.title, k.unit.replace("_", "-"), f"{k.rows:,}", _span(k.first_year, k.last_year), k.citation)
                for k in kept
            ],
        )
    raise typer.Exit(Exit.SOME_FAILED if desk.failures else Exit.OK)


def _span(first: int | None, last: int | None) -> str | None:
    return f"{first}–{last}" if first and last else None
