"""`foedera add`: reports into the register."""

from __future__ import annotations

import json
import sys
from collections import Counter

import typer

from foedera.publish.cli.exits import Exit
from foedera.publish.cli.options import DEFAULT_REGISTER, Files, Json, Published, RegisterPath, Workers

_SAID = {
    "added": "{n} added",
    "changed": "{n} changed (a new version; the old one is kept and no longer counts)",
    "again": "{n} read again by this version of Foedera",
    "unchanged": "{n} already there",
}


def add(
    files: Files,
    register: RegisterPath = DEFAULT_REGISTER,
    published: Published = None,
    workers: Workers = 1,
    as_json: Json = False,
) -> None:
    """Read reports and keep what they say in the register.

    Adding the same report again changes nothing; a changed report becomes a new version. A run that was broken off
    can simply be run again. With --json, one line for each report as soon as it is stored.
    """
    from foedera.adding import add_files
    from foedera.publish.cli.console import Desk

    desk, counts = Desk(), Counter[str]()
    try:
        with desk.progress("adding") as tick:
            for added in add_files(files, register, published=published, workers=workers, failed=desk.failed):
                counts[added.outcome] += 1
                tick(added.path)
                desk.note_date(added.document)
                if as_json:
                    line = {"path": added.path, "outcome": added.outcome, "document": added.document.id}
                    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
                    sys.stdout.flush()
    finally:
        said = "; ".join(_SAID[outcome].format(n=counts[outcome]) for outcome in _SAID if counts[outcome])
        failed = f"; {desk.failures} could not be read" if desk.failures else ""
        desk.say(f"foedera: {register}: {said or 'nothing added'}{failed}")
    raise typer.Exit(Exit.SOME_FAILED if desk.failures else Exit.OK)
