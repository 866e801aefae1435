"""`foedera extract`: the records of each report, as JSON Lines."""

from __future__ import annotations

import sys

import typer

from foedera.publish.cli.exits import Exit
from foedera.publish.cli.options import Files, Json, Published, Workers


def extract(files: Files, published: Published = None, workers: Workers = 1, as_json: Json = True) -> None:
    """Write every record that is read in the reports, one JSON object a line.

    The output is JSON Lines with or without --json; the register is not touched.
    """
    from foedera.model.codec import lines
    from foedera.pipeline import read_files
    from foedera.publish.cli.console import Desk

    desk = Desk()
    with desk.progress("reading") as tick:
        for reading in read_files(files, published=published, workers=workers, failed=desk.failed):
            for line in lines(reading):
                sys.stdout.write(line + "\n")
            tick(reading.document.path)
            desk.note_date(reading.document)
    sys.stdout.flush()
    raise typer.Exit(Exit.SOME_FAILED if desk.failures else Exit.OK)
