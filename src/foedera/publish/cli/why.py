"""`foedera why`: why two things are one, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, Json, Name, RegisterPath

if TYPE_CHECKING:
    from foedera.publish.cli.console import Desk
    from foedera.resolve.why import Described, Reason

Second = Annotated[
    str | None, typer.Argument(metavar="NAME", show_default=False, help="Another; left out, why the first is one.")
]


def why(name: Name, other: Second = None, register: RegisterPath = DEFAULT_REGISTER, as_json: Json = False) -> None:
    """Say why two agreements, meetings, persons or bodies of the register are one or two, and by which descriptions.

    A meeting is named by its kind and some of its words: "visit Putin Pyongyang". The ids of descriptions can be given
    to `foedera decide`.
    """
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking
    from foedera.resolve.lookup import find_thing
    from foedera.resolve.why import why as reasons

    desk = Desk()
    with looking(desk, register, name=name) as view:
        first = find_thing(view, name)
        found = reasons(view, first, find_thing(view, other) if other else first)
    if as_json:
        desk.write(to_plain(found))
        return
    if other:
        desk.table("One thing" if found.same else "Two things", ("", ""), [("decided", said) for said in found.decided])
    _show(desk, "Described as", found.a)
    if not found.same:
        _show(desk, "and as", found.b)
    _reasons(desk, "What joins them", found.joins)
    _reasons(desk, "What parts them", found.parts)
    if not found.same and not found.joins and not found.parts:
        desk.say("foedera: nothing says that they are one, and nothing that they are not")


def _show(desk: Desk, title: str, descriptions: tuple[Described, ...]) -> None:
    rows = [(d.id, "; ".join(d.names), ", ".join(d.reports)) for d in descriptions]
    desk.table(title, ("Id", "Names", "Reports"), rows)


def _reasons(desk: Desk, title: str, found: tuple[Reason, ...]) -> None:
    if found:
        rows = [(r.a, r.b, "; ".join(r.reasons), None if r.score is None else f"{r.score:.2f}") for r in found]
        desk.table(title, ("Description", "and", "Because", "Strength"), rows)
