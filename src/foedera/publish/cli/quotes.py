"""`foedera quotes`: who says what in each report."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import typer

from foedera.publish.cli.exits import Exit
from foedera.publish.cli.options import Files, Json, Published

if TYPE_CHECKING:
    from foedera.model import Quotation, Reading
    from foedera.publish.cli.console import Desk

_COLUMNS = ("at", "said", "form", "cue", "told", "firmness")


def quotes(files: Files, published: Published = None, as_json: Json = False) -> None:
    """Show who says what in reports, speaker by speaker; the register is not touched.

    With --json, quotation records as JSON Lines, each report's document record first.
    """
    from foedera.pipeline import read_files
    from foedera.publish.cli.console import Desk

    desk = Desk()
    show = _lines if as_json else _tables
    for reading in read_files(files, published=published, failed=desk.failed):
        show(desk, reading)
    raise typer.Exit(Exit.SOME_FAILED if desk.failures else Exit.OK)


def _lines(desk: Desk, reading: Reading) -> None:
    """The quotation records as JSON Lines, the document record first."""
    import json

    from foedera.model.codec import document_to_plain, to_plain

    for plain in (document_to_plain(reading.document), *map(to_plain, reading.quotations)):
        typer.echo(json.dumps(plain, ensure_ascii=False))


def _tables(desk: Desk, reading: Reading) -> None:
    """One table a speaker, in the order in which they first speak."""
    first = {_who(q): q.content[0].start for q in reversed(reading.quotations)}
    ordered = sorted(reading.quotations, key=lambda q: (first[_who(q)], q.content[0].start))
    if not ordered:
        desk.say(f"foedera: nothing is said in {reading.document.path}")
    for who, said in groupby(ordered, key=_who):
        rows = list(said)
        desk.table(f"{reading.document.name} · {_title(who, rows)}", _COLUMNS, map(_row, rows))


def _who(quotation: Quotation) -> str:
    speaker = quotation.speaker
    return speaker.name or (speaker.span.text if speaker.span else "somebody whom the text does not name")


def _title(who: str, said: list[Quotation]) -> str:
    """A speaker with role and affiliation, as the text gives them."""
    speaker = next((q.speaker for q in said if q.speaker.role), said[0].speaker)
    return ", ".join(part for part in (who, speaker.role, speaker.affiliation) if part)


def _row(quotation: Quotation) -> tuple[str | None, ...]:
    words = " … ".join(piece.text for piece in quotation.content)
    return (
        str(quotation.content[0].start),
        f"“{words}”" if quotation.form == "direct" else words,
        quotation.form,
        quotation.cue.text if quotation.cue else None,
        quotation.told,
        _firmness(quotation),
    )


def _firmness(quotation: Quotation) -> str | None:
    """The certainty and the words it rests on, and a report that keeps its distance."""
    hedges = ", ".join(hedge.text for hedge in quotation.hedges)
    stance = quotation.stance if quotation.stance not in (None, "neutral") else None
    return "; ".join(part for part in (quotation.certainty, hedges, stance) if part) or None
