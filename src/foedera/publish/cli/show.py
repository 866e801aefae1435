"""`foedera show`: all agreements of the register, or one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, OptionalName, RegisterPath

if TYPE_CHECKING:
    from foedera.publish.cli.console import Desk
    from foedera.store import Entry, View


def show(
    name: OptionalName = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show all agreements, or one with its steps, links and the words that state them."""
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import agreement_called, looking

    desk = Desk()
    with looking(desk, register, as_of, name=name) as view:
        if name is None:
            _all(desk, view, as_json=as_json)
        else:
            _one(desk, view, agreement_called(desk, view, name), as_json=as_json)


def _all(desk: Desk, view: View, *, as_json: bool) -> None:
    from foedera.analyse.overview import overview

    lines = overview(view)
    if as_json:
        desk.write([line.plain() for line in lines])
        return
    desk.table(
        f"{len(lines)} agreements in {view.count()} reports",
        ("Agreement", "Kind", "Parties", "Status", "Since", "Reports", "Id"),
        [
            (
                line.entry.name,
                line.entry.kind,
                ", ".join(line.entry.parties) or None,
                words(line.status.stage) if line.status else None,
                line.status.date if line.status else None,
                str(len(line.entry.reports)),
                line.entry.id,
            )
            for line in lines
        ],
    )


def _one(desk: Desk, view: View, entry: Entry, *, as_json: bool) -> None:
    from foedera.analyse.events import events
    from foedera.analyse.overview import Line
    from foedera.analyse.status import status
    from foedera.model.codec import to_plain

    life = events(view, entry.id)
    line, links = Line(entry, status(entry, life)), view.links(entry.id)
    if as_json:
        mentions = [to_plain(span) for record in entry.records for span in record.mentions]
        parts: dict[str, Any] = {"events": to_plain(life), "links": to_plain(links), "mentions": mentions}
        desk.write(line.plain() | parts)
        return
    _facts(desk, line)
    show_events(desk, view, "Steps", life)
    named = {found.id: found.name for found in view.agreements()}
    if links:
        desk.table(
            "Links",
            ("From", "Relation", "To", "Stated as", "In the words"),
            [
                (
                    named.get(k.source, k.source),
                    words(k.relation),
                    named.get(k.target, k.target),
                    k.realis,
                    k.evidence[0].text,
                )
                for k in links
            ],
        )


def _facts(desk: Desk, line: Any) -> None:
    entry, standing = line.entry, line.status
    since = f", {standing.date}" if standing and standing.date else ""
    facts = (
        ("kind", entry.kind),
        ("label", entry.label),
        ("parties", ", ".join(entry.parties) or None),
        ("status", f"{words(standing.stage)}{since}" if standing else "no report states any step as done"),
        ("also called", "; ".join(entry.names[1:6]) or None),
        ("reports", str(len(entry.reports))),
        ("id", entry.id),
    )
    desk.table(entry.name, ("", ""), [fact for fact in facts if fact[1] is not None])


def show_events(desk: Desk, view: View, title: str, life: list[Any]) -> None:
    """Steps as a table: when, what, how it is stated, by whom, and the words of the first report that states it."""
    reports = view.report_names()
    desk.table(
        title,
        ("Date", "Step", "Stated as", "By", "Sources", "In the words", "Report"),
        [
            (
                event.date,
                words(event.stage),
                event.realis,
                ", ".join(event.by) or None,
                f"{event.independent}"
                + (f" of {len(event.reports)}" if event.independent < len(event.reports) else ""),
                event.acts[0].evidence[0].text,
                reports[event.reports[0]],
            )
            for event in life
        ],
    )


def words(name: str) -> str:
    """A stage or relation as words."""
    return name.replace("_", " ")
