"""`foedera entities`: who and what the reports name, each once, under all its names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

if TYPE_CHECKING:
    from foedera.publish.cli.console import Desk
    from foedera.store import Actor, View

_AROUND = 40  # characters of the report on either side of a mention


class Sort(StrEnum):
    """What an entity is."""

    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    BLOC = "bloc"
    PLACE = "place"


def entities(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", show_default=False, help="A person, body, state or bloc; left out, all."),
    ] = None,
    kind: Annotated[Sort | None, typer.Option("--kind", help="Only those of one kind.")] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show the states, persons, bodies, blocs and places that reports name, each once; one with all its passages."""
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking
    from foedera.resolve.lookup import find_actors

    desk = Desk()
    with looking(desk, register, as_of, name=name) as view:
        known = find_actors(view, name) if name else view.actors()
        found = sorted((a for a in known if kind in (None, a.kind)), key=lambda a: (-_mentions(a), a.name, a.id))
        if as_json:
            desk.write(to_plain(found))
            return
        _list(desk, found)
        for actor in found if name else ():
            _show(desk, view, actor)


def _mentions(actor: Actor) -> int:
    return sum(len(record.mentions) for record in actor.records)


def _list(desk: Desk, found: list[Actor]) -> None:
    columns = ("Kind", "Name", "Also", "Code", "Roles", "Members", "Reports", "Mentions", "Id")
    rows = [
        (
            actor.kind,
            actor.name,
            "; ".join(actor.names[1:]) or None,
            actor.iso3,
            "; ".join((*actor.roles, *actor.affiliations)) or None,
            ", ".join(actor.members) or None,
            str(len(actor.reports)),
            str(_mentions(actor)),
            actor.id,
        )
        for actor in found
    ]
    desk.table(f"{len(found)} entities", columns, rows)


def _show(desk: Desk, view: View, actor: Actor) -> None:
    """Every passage that means somebody, pronouns and descriptions among them, with the words around it."""
    rows = []
    for record in actor.records:
        document = view.report(record.mentions[0].doc).document
        for n, mention in enumerate(record.mentions):
            around = document.text[max(0, mention.start - _AROUND) : mention.end + _AROUND]
            rows.append(("" if n else document.name, mention.text, f"… {' '.join(around.split())} …"))
    desk.table(actor.name, ("Report", "Words", "In"), rows)
