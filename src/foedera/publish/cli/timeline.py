"""`foedera timeline`: the life of one agreement, step by step."""

from __future__ import annotations

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, Name, RegisterPath


def timeline(
    name: Name,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show the steps of an agreement by date: done, planned, possible, denied and claimed ones, kept apart."""
    from foedera.analyse.events import events
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import agreement_called, looking
    from foedera.publish.cli.show import show_events

    desk = Desk()
    with looking(desk, register, as_of, name=name) as view:
        entry = agreement_called(desk, view, name)
        life = events(view, entry.id)
        if as_json:
            desk.write({"agreement": entry.id, "name": entry.name, "events": to_plain(life)})
        else:
            show_events(desk, view, entry.name, life)
