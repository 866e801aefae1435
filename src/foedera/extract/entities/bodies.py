"""Organisations: those known by name, and those whose name ends or begins with what they are."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from foedera.extract.entities.words import Gazetteer
from foedera.lexicon import load

if TYPE_CHECKING:
    from foedera.extract.entities.cast import Cast


@functools.cache
def _gazetteer() -> Gazetteer[dict[str, Any]]:
    known = load("world", "institutions")
    entries: dict[str, dict[str, Any]] = {}
    for group, kind in (
        ("bodies", "organisation"),
        ("international", "organisation"),
        ("armed", "organisation"),
        ("blocs", "bloc"),
    ):
        for entry in known[group]:
            value = {"kind": kind, **entry}
            for name in (entry["name"], *entry.get("names", ())):
                entries.setdefault(name, value)
    for name in known["outlets"]:
        entries.setdefault(name, {"kind": "organisation", "name": name.removeprefix("The ")})
    return Gazetteer(entries.items())


def read_known_bodies(cast: Cast) -> None:
    """Names every organisation, outlet and bloc of the lexicon; a longer name hides a state's name inside it."""
    for found in _gazetteer().find(cast.words):
        entry = found.value
        draft = cast.draft(entry["kind"], entry["name"], home=entry.get("state"))
        draft.members = tuple(entry.get("members", ()))
        cast.name(draft, found.start, found.end)


def read_other_bodies(cast: Cast) -> None:
    """Names every other organisation that the language pipeline found."""
    for ent in cast.doc.ents:
        if ent.label_ != "ORG" or ent.root.i in cast.named:
            continue
        start, end = ent.start, ent.end
        while start < end and cast.doc[start].lower_ in ("the", "a", "an"):
            start += 1
        while end > start and cast.doc[end - 1].lower_ in ("'s", "’s", "’", "'"):
            end -= 1
        if start < end and cast.doc[start].text[0].isupper():
            first = cast.named.get(start)
            home = first.home if first is not None and first.kind == "state" else None
            cast.name(cast.draft("organisation", cast.doc[start:end].text, home=home), start, end)
