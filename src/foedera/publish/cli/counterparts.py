"""`foedera counterparts`: an agreement's records in scholars' data."""

from __future__ import annotations

from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, Json, Name, RegisterPath

Ids = Annotated[list[str] | None, typer.Option(metavar="ID", help="A record of reference data, such as atop:3440.")]


def counterparts(
    name: Name,
    accept: Ids = None,
    refuse: Ids = None,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why, kept with the decision.")] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_json: Json = False,
) -> None:
    """Show which ATOP and COW records may be an agreement of the register, with the reasons, and where they differ.

    Suggestions are accepted or refused for good with --accept and --refuse; a number in the United Nations Treaty
    Series or Wikidata (unts:6045, wikidata:Q1) can be given with --accept. Reference data never become facts of the
    register: they stand beside what the reports say.
    """
    from foedera.analyse.counterparts import counterparts as find
    from foedera.analyse.counterparts import differences, ending
    from foedera.analyse.events import events
    from foedera.model.codec import to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import agreement_called, looking
    from foedera.publish.cli.show import show_events
    from foedera.store import Writer
    from foedera.store.reference import UNLOADED, decide_reference, decided_references

    desk = Desk()
    with looking(desk, register, name=name) as view:
        entry = agreement_called(desk, view, name)
    with Writer(register) as writer:
        for verdict, ids in (("same", accept), ("different", refuse)):
            for reference in ids or ():
                decide_reference(writer, entry.id, reference, verdict, note=note)
    with looking(desk, register, name=name) as view:
        life = events(view, entry.id)
        decided = decided_references(view, entry.id)
        found = find(view, entry, life, decided)
        numbers = [name for name, verdict in decided.items() if verdict == "same" and name.split(":")[0] in UNLOADED]
        if as_json:
            plain = {"counterparts": to_plain(found), "differences": list(differences(found))}
            desk.write({"agreement": entry.id, "numbers": numbers, **plain, "ending": to_plain(ending(life))})
            return
        if ending(life):
            show_events(desk, view, f"What the reports say of the end of {entry.name}", list(ending(life)))
    if numbers:
        desk.say(f"foedera: registered as {', '.join(numbers)}, by a person's word")
    if not found:
        desk.say(
            "foedera: no record of the reference data in the register fits; bring data with: foedera import atop FILE"
        )
        return
    desk.table(
        f"Records of {entry.name} in reference data",
        ("Id", "Data", "From", "To", "Obligations", "Because", "Decided"),
        [
            (
                c.id,
                c.reference.title,
                c.spell.start,
                c.spell.end or "open",
                ", ".join(c.spell.obligations),
                "; ".join(c.reasons),
                c.verdict,
            )
            for c in found
        ],
    )
    for words in differences(found):
        desk.say(f"foedera: the sources differ: {words}")
