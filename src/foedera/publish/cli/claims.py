"""`foedera claims`: what holders assert of agreements, states and blocs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Claim
    from foedera.store import View


def claims(
    about: Annotated[
        str | None,
        typer.Argument(metavar="NAME", show_default=False, help="An agreement, state, body or bloc; left out, all."),
    ] = None,
    holder: Annotated[str | None, typer.Option("--holder", metavar="NAME", help="Only what this one asserts.")] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show what is claimed of agreements, states and blocs, by whom and how firmly; a claim is no fact."""
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking
    from foedera.resolve.lookup import find_actors

    desk = Desk()
    with looking(desk, register, as_of, name=about or holder) as view:
        things = set(_things(view, about)) if about else None
        holders = {actor.id for actor in find_actors(view, holder)} if holder else None
        about_it = [c for c in view.claims() if things is None or things & {c.subject, c.object}]
        found = [claim for claim in about_it if holders is None or claim.holder in holders]
        if as_json:
            desk.write(to_plain(found))
            return
        names = {actor.id: actor.name for actor in view.actors()} | {e.id: e.name for e in view.agreements()}
        reports = view.report_names()
        columns = ("Holder", "Claim", "Hedges", "In the words", "Report")
        rows = [(*_row(claim, names), reports[claim.evidence[0].doc]) for claim in found]
        desk.table(f"{len(found)} claims", columns, rows)


def _things(view: View, name: str) -> Iterator[str]:
    from foedera.errors import NameNotFound
    from foedera.resolve.lookup import find_actors, find_agreement

    try:
        yield find_agreement(view, name).entry.id
    except NameNotFound:
        yield from (actor.id for actor in find_actors(view, name))


def _row(claim: Claim, names: dict[str, str]) -> tuple[str | None, ...]:
    subject, target = names.get(claim.subject, claim.subject), names.get(claim.object or "", claim.object)
    said = f"{subject} {'NOT ' if claim.polarity == 'negative' else ''}{claim.asserted}"
    return (
        names.get(claim.holder, claim.holder) if claim.holder else "the report itself",
        f"{said} {target}" if target else said,
        ", ".join(hedge.text for hedge in claim.hedges) or None,
        " … ".join(span.text for span in claim.evidence),
    )
