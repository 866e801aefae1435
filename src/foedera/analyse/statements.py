"""What was said: found by who said it and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.errors import NameNotFound
from foedera.resolve.lookup import bears, find_actors, find_agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model import Quotation
    from foedera.store import View


def statements(view: View, *, speaker: str | None = None, about: str | None = None) -> list[Quotation]:
    """The statements of a speaker, about an agreement or actor, each named as loosely as one likes.

    A statement is about what its words name or what its reading says it is about.

    Raises:
        NameNotFound: nobody in the register goes by that name, or nothing.
        NameAmbiguous: several agreements do.
    """
    found = (
        view.quotations()
        if about is None
        else [q for thing in _things(view, about) for q in view.quotations(about=thing)]
    )
    if speaker is None:
        return list(dict.fromkeys(found))
    wanted = {actor.id for actor in find_actors(view, speaker)} if _known(view, speaker) else set()
    by = [
        q
        for q in found
        if wanted & {q.speaker.entity, *q.speaker.together} or (q.speaker.name and bears(q.speaker.name, speaker))
    ]
    if not by and not wanted:
        raise NameNotFound(f"nobody in {view.path} goes by {speaker!r}; list who speaks with: foedera statements")
    return list(dict.fromkeys(by))


def _known(view: View, name: str) -> bool:
    try:
        return bool(find_actors(view, name))
    except NameNotFound:
        return False


def _things(view: View, about: str) -> Iterator[str]:
    try:
        yield find_agreement(view, about).entry.id
        return
    except NameNotFound:
        if not _known(view, about):
            raise
    yield from (actor.id for actor in find_actors(view, about))
