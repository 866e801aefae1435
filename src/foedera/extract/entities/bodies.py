"""Organisations and blocs that the lexicon of the world knows by name."""

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
        ("shared", "organisation"),
        ("international", "organisation"),
        ("armed", "organisation"),
        ("blocs", "bloc"),
    ):
        for entry in known[group]:
            value = {"kind": kind, "group": group, **entry}
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
        draft.is_alliance = entry.get("group") == "international"
        draft.members = tuple(entry.get("members", ()))
        cast.name(draft, found.start, found.end)


def read_publishers(cast: Cast) -> None:
    """Names the publishers and the agency where the report's own lines give them."""
    document = cast.layers.document
    names = {document.publisher, document.original_publisher, document.republished_by, document.agency} - {None}
    if not names:
        return
    bare = {name.removeprefix("The ") for name in names if name}
    for found in Gazetteer((name, name) for name in bare).find(cast.words):
        if found.start not in cast.named:
            cast.name(cast.draft("organisation", found.value), found.start, found.end)
