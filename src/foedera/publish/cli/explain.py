"""`foedera explain`: which words, frame and rule made a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.exits import Exit
from foedera.publish.cli.options import DEFAULT_REGISTER, Json, Published, RegisterPath

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model import Document
    from foedera.model.records import Act, Link, Meeting

What = Annotated[
    str,
    typer.Argument(
        metavar="FILE:OFFSET|ID",
        show_default=False,
        help="A place in a report, in characters from 0; or the id of an act, link or meeting of the register.",
    ),
]
_PLACE = re.compile(r"(?P<file>.+):(?P<offset>\d+)", re.DOTALL)


def explain(
    what: What,
    register: RegisterPath = DEFAULT_REGISTER,
    published: Published = None,
    as_json: Json = False,
) -> None:
    """Say which words, which frame of the lexicon and which rule made the records at a place.

    Acts, links and meetings are explained; nothing is looked up that the report does not say.
    """
    from foedera.model.codec import to_plain
    from foedera.pipeline import Extractor
    from foedera.publish.cli.console import Desk

    desk = Desk()
    place = _PLACE.fullmatch(what)
    document, offset = _in_file(place, published) if place else _in_register(what, register)
    found = Extractor().explain(document, offset)
    if as_json:
        desk.write(to_plain(found))
        return
    if not found:
        desk.say(f"foedera: no act, link or meeting is read at {offset} of {document.path}")
        raise typer.Exit(Exit.NOT_FOUND)
    for one in found:
        desk.out.print(f"{one.record}: {one.says}", markup=False)
        desk.out.print(f"frame {one.frame!r} of lexicon/en/{one.lexicon}, as in: {one.example}", markup=False)
        desk.table("", ("Taken for", "Words", "At"), [(role, s.text, f"{s.start}:{s.end}") for role, s in one.parts])


def _in_file(place: re.Match[str], published: str | None) -> tuple[Document, int]:
    from foedera.errors import ReadError
    from foedera.model import Document
    from foedera.read import read

    document = next(iter(read([place["file"]], published=published)))
    if not isinstance(document, Document):
        raise ReadError(str(document))
    return document, int(place["offset"])


def _in_register(thing: str, register: Path) -> tuple[Document, int]:
    from foedera.errors import NameNotFound
    from foedera.model import Act, Link, Meeting
    from foedera.store import View

    kinds: tuple[type[Act | Link | Meeting], ...] = (Act, Link, Meeting)
    with View(register) as view:
        for kind in kinds:
            for record in view.records(kind, "r.id = ?", [thing]):
                return view.report(record.evidence[0].doc).document, record.evidence[0].start
    raise NameNotFound(f"{thing!r} is neither FILE:OFFSET nor the id of an act, link or meeting in {register}")
