"""Opening the register for a command that looks into it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from foedera.resolve.lookup import describe, find_agreement
from foedera.store import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from foedera.publish.cli.console import Desk
    from foedera.store import Entry

EMPTY = "the register has no reports yet; add some with: foedera add FILE..."


@contextlib.contextmanager
def looking(desk: Desk, register: Path, as_of: str | None = None, *, name: str | None = None) -> Iterator[View]:
    """The register as of a day; says what that leaves out, and what to do where there is nothing.

    With a `name`, the error about that name says so.
    """
    with View(register, as_of=as_of) as view:
        if view.undated:
            desk.say(f"foedera: {view.undated} reports without a publication date are left out by --as-of {as_of}")
        if name is None and not view.count():
            desk.say(f"foedera: nothing had been published by {as_of}" if as_of else f"foedera: {EMPTY}")
        yield view


def agreement_called(desk: Desk, view: View, name: str) -> Entry:
    """The agreement that a name means; where it was the likeliest of several, the others are named."""
    found = find_agreement(view, name)
    if found.others:
        others = "; ".join(f"{entry.id} {describe(entry)}" for entry in found.others[:5])
        desk.say(f"foedera: took {name!r} as {describe(found.entry)}; it also fits {others}")
    return found.entry
