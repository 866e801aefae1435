"""Armed movements, which can make a truce or a peace: by their names, and by what a report calls them."""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from foedera.extract.entities import Actors

_NEAR = 3  # words between a movement's name and what it is called
_FAR = 6  # words of "a far-left guerrilla group"
_OPENING = frozenset({",", "(", "–", "—"})


@functools.cache
def is_armed(name: str) -> bool:
    """Whether a name is that of an armed movement: "Sudan Liberation Movement"."""
    if any(name == body["name"] for body in load("world", "institutions")["armed"]):
        return True
    armed, parts = load("en", "agreements_parties")["armed"], name.lower().replace("’", "'").split()
    if not parts or not any(word in armed["causes"] for word in parts):
        return False
    led = any(head in armed["heads"] and after in {"for", "of"} for head, after in pairwise(parts[:_FAR]))
    return parts[-1] in armed["heads"] or led  # "National Movement for the Liberation of the Andes"


def called_armed(actors: Actors, doc: Doc, texts: Sequence[str]) -> frozenset[str]:
    """The names of those whom a report calls rebels: "rebel group X", "X guerrillas", "X, an armed group"."""
    calling = words("en", "agreements_parties", "rebels")
    places = [
        i
        for i, text in enumerate(texts)
        if text[:1].lower() + text[1:] in calling and (text.islower() or doc[i].is_sent_start)
    ]
    found = (entity for i in places for at in _named(doc, texts, i) if (entity := actors.at(doc[at])))
    return frozenset(e.name for e in found if e.kind == "organisation" and actors.home(e) is None)


def _named(doc: Doc, texts: Sequence[str], i: int) -> Iterator[int]:
    """The places where the name of those who are called rebels at a place may stand."""
    groups = words("en", "agreements_parties", "bodies")
    after = i + 1
    while after < min(len(doc), i + 1 + _NEAR) and texts[after].lower() in groups | {",", "the"}:
        after += 1
    yield from (at for at in (after, i - 1) if 0 <= at < len(doc) and texts[at][:1].isupper())
    for at in range(i - 1, max(0, i - _FAR), -1):
        if texts[at].lower() in {"a", "an", "the"}:
            before = at - 1
            if texts[before] in _OPENING:
                yield from (k for k in range(before - 1, max(-1, before - 4), -1) if texts[k][:1].isupper())
            return
