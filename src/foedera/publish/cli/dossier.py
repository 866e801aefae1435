"""`foedera dossier`: the page about one agreement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, Name, RegisterPath


def dossier(
    name: Name,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PAGE", help="Where to write it; - is standard output.")
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Write a page about an agreement, whose every cell leads to the words in the sources.

    Without -o the page is named after the agreement. With --json, where it was written and of what, as JSON.
    """
    from foedera.errors import FoederaError
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import agreement_called, looking
    from foedera.publish.dossier import page

    desk = Desk()
    with looking(desk, register, as_of, name=name) as view:
        entry = agreement_called(desk, view, name)
        html = page(view, entry.id, as_of=as_of)
    if output == Path("-"):
        sys.stdout.write(html)
        return
    target = output or Path(f"{_file_name(entry.name)}.html")
    try:
        target.write_text(html, encoding="utf-8")
    except OSError as error:
        raise FoederaError(f"{target}: the page can't be written ({error.strerror}); choose another with -o") from error
    if as_json:
        desk.write({"agreement": entry.id, "name": entry.name, "page": str(target), "reports": len(entry.reports)})
    else:
        desk.say(f"foedera: {entry.name}: a page from {len(entry.reports)} reports is in {target}")


def _file_name(name: str) -> str:
    kept = "".join(letter if letter.isalnum() else "-" for letter in name.casefold())
    return "-".join(part for part in kept.split("-") if part)[:80] or "dossier"
