"""An agreement of the register and its records in scholars' data: suggested with reasons, decided by a person.

A suggestion is only that. Where the sources differ (COW ends the treaty of 1961 on 1995-09-07, ATOP on 1996-09-10) all
stand side by side, and nothing of reference data becomes a fact of the register.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.analyse.standing import Spell, spell_of
from foedera.lexicon.states import find_state
from foedera.model.dates import bounds, overlap
from foedera.store.reference import ReferenceSource, reference_pairs, reference_sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from foedera.analyse.events import Event
    from foedera.store import Entry, View

Verdict = Literal["same", "different"]
ENDING = ("replaced", "terminated", "withdrawn")
FOUNDING = ("signed", "text_agreed", "entered_into_force")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A record of reference data that may be the agreement: `id` is for deciding ("atop:3440").

    `verdict` is a person's word on it, None where nobody has decided.
    """

    id: str
    reference: ReferenceSource
    spell: Spell
    reasons: tuple[str, ...]
    verdict: Verdict | None


def counterparts(
    view: View, entry: Entry, life: Sequence[Event], decided: Mapping[str, Verdict]
) -> tuple[Counterpart, ...]:
    """Records of alliances between parties of the agreement that began when it was made.

    Args:
        view: the register with its reference data.
        entry: the agreement.
        life: its events: their dates say when it was made.
        decided: what persons have decided of it, by counterpart id.
    """
    years = _made(entry, life)
    numbers = {number for party in entry.parties if (state := find_state(party)) for number, _, _ in state.cow}
    sources = {source.key: source for source in reference_sources(view)}
    found: dict[str, Counterpart] = {}
    for row in reference_pairs(view, sorted(numbers)).to_dict("records"):
        source, spell = sources[row["key"]], spell_of(row)
        name = f"{source.source}:{spell.alliance}"
        reasons = _reasons(spell, years, entry)
        if name not in found and (reasons or name in decided):
            pair = f"binds {'-'.join(sorted(entry.parties))}" if len(entry.parties) == 2 else "binds two of the parties"
            found[name] = Counterpart(name, source, spell, (pair, *reasons), decided.get(name))
    return tuple(
        sorted(found.values(), key=lambda c: (c.verdict != "same", c.verdict == "different", -len(c.reasons), c.id))
    )


def _made(entry: Entry, life: Sequence[Event]) -> tuple[str, ...]:
    """When the agreement was made: the date that names it, and those of steps stated as done."""
    dates = [event.date for event in life if event.realis == "actual" and event.stage in FOUNDING and event.date]
    return tuple(dict.fromkeys([*([entry.date] if entry.date else []), *dates]))


def _reasons(spell: Spell, dates: Sequence[str], entry: Entry) -> tuple[str, ...]:
    if not spell.start:
        return ()
    reasons = []
    same_day = [date for date in dates if len(date) == 10 and overlap(date, spell.start) and len(spell.start) == 10]
    same_year = [date for date in dates if overlap(date, spell.start[:4])]
    if same_day:
        reasons.append(f"made on the same day, {spell.start}")
    elif same_year:
        reasons.append(f"made in the same year, {spell.start[:4]}")
    if reasons and spell.bilateral is not None and entry.multilateral is not None:
        if spell.bilateral == entry.multilateral:
            return ()  # one is bilateral, the other is not
        reasons.append("bilateral in both" if spell.bilateral else "multilateral in both")
    return tuple(reasons)


def ending(life: Sequence[Event]) -> tuple[Event, ...]:
    """What the reports say of the agreement's end, however they put it: it stands beside the dates of the data."""
    return tuple(event for event in life if event.stage in ENDING)


def differences(found: Sequence[Counterpart]) -> tuple[str, ...]:
    """What the accepted or suggested records of different projects say differently of one agreement, in words."""
    words = []
    shown = [counterpart for counterpart in found if counterpart.verdict != "different"]
    for a, b in itertools.combinations(shown, 2):
        if a.reference.source == b.reference.source:
            continue
        for name, one, other in (("starts", a.spell.start, b.spell.start), ("ends", a.spell.end, b.spell.end)):
            if one != other and not (one and other and bounds(one) == bounds(other)):
                words.append(f"{a.id} {name} {one or 'open'}, {b.id} {name} {other or 'open'}")
    return tuple(words)
