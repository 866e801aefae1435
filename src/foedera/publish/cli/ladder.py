"""`foedera ladder`: what a state and its partners call their relations."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath


def ladder(
    state: Annotated[str, typer.Argument(metavar="STATE", help="A state by name or code: Russia, RUS.")],
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show a state's partnership labels by partner and date, verbatim.

    A label is no obligation. The rank is the state's own, where its order is known; only the coarse level (0 to 4)
    can be held against other states' labels.
    """
    from foedera.analyse.ladder import ladder as rungs_of
    from foedera.analyse.overview import overview
    from foedera.errors import NameNotFound
    from foedera.lexicon.states import find_state
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking

    desk = Desk()
    found = find_state(state)
    if found is None:
        raise NameNotFound(f"no state {state!r}; give its name or its ISO 3166-1 alpha-3 code")
    with looking(desk, register, as_of) as view:
        rungs = rungs_of(found.key, overview(view))
    if as_json:
        desk.write(to_plain(rungs))
        return
    if not rungs:
        desk.say(f"foedera: no agreement of {found.name} in the register has a partnership label")
        return
    desk.table(
        f"Partnership labels of {found.name}",
        ("Partner", "Label", "Coarse level", "Own rank", "Date", "Agreement"),
        [
            (
                rung.partner,
                rung.label.text,
                None if rung.label.level is None else str(rung.label.level),
                None if rung.rank is None else str(rung.rank),
                rung.date,
                rung.agreement,
            )
            for rung in rungs
        ],
    )
    desk.say("foedera: ranks are a state's own and are not compared across states; a label is no obligation")
