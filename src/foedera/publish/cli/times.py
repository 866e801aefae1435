"""`foedera times`: every time expression of each report, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from foedera.publish.cli.exits import Exit
from foedera.publish.cli.options import Files, Json, Published

if TYPE_CHECKING:
    from foedera.model import Document, Time
    from foedera.publish.cli.console import Desk

MAX_CHARACTERS = 50_000_000
"""Times are read in linear time without the language pipeline, whose limit does not hold here."""
_COLUMNS = ("at", "words", "value", "TIMEX3", "kind", "rests on")


def times(files: Files, published: Published = None, as_json: Json = False) -> None:
    """Show the dates, intervals, durations and vague times of reports; no language model is loaded.

    VALUE is the date or interval in EDTF, a dash where the words and the publication date do not give one.
    """
    from foedera.model import Document
    from foedera.publish.cli.console import Desk
    from foedera.read import read
    from foedera.times import read_times

    desk = Desk()
    for item in read(files, published=published, max_characters=MAX_CHARACTERS):
        if not isinstance(item, Document):
            desk.failed(item)
            continue
        desk.note_date(item)
        show = _lines if as_json else _table
        show(desk, item, read_times(item))
    raise typer.Exit(Exit.SOME_FAILED if desk.failures else Exit.OK)


def _lines(desk: Desk, document: Document, found: tuple[Time, ...]) -> None:
    """The time records as JSON Lines, the document record first."""
    import json

    from foedera.model.codec import document_to_plain, to_plain

    plain: list[dict[str, Any]] = [document_to_plain(document), *map(to_plain, found)]
    for record in plain:
        typer.echo(json.dumps(record, ensure_ascii=False))


def _table(desk: Desk, document: Document, found: tuple[Time, ...]) -> None:
    date = f"published {document.published} ({document.published_basis})" if document.published else "no date"
    rows = [(f"{t.start}", t.text, _value(t), t.timex, t.kind, t.basis or "its words") for t in found]
    desk.table(f"{document.path}: {date}, {len(rows)} times", _COLUMNS, rows)


def _value(time: Time) -> str | None:
    return f"{time.value} ({time.mod})" if time.value and time.mod else time.value
