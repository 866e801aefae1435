"""Bodies that many states have under one name: a bare "Senate" is the Senate of the state that the report means."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING

from foedera.lexicon import load
from foedera.lexicon.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

Place = tuple[int, int]
_OWNING = frozenset({"of", "in"})
_BESIDE = frozenset({"with", "against", "between"})
"""Prepositions of the other side: "a treaty with Chile" says nothing of whose Senate ratifies it."""
_SHORT = {"USA": "US", "GBR": "UK"}
_CLEARLY = 2
"""Times that a state must be named as often as the next, for the report to be about it."""


@functools.cache
def _bodies() -> dict[str, frozenset[str] | None]:
    """The states that have a body of each name; None where nearly every state can."""
    known = load("world", "institutions")["shared"]
    return {entry["name"]: frozenset(entry["states"]) if "states" in entry else None for entry in known}


def read_shared_bodies(cast: Cast) -> None:
    """Gives each bare name of such a body to the state that is meant there; where that is not told, to none."""
    for name, able in _bodies().items():
        body = cast.drafts.get(("organisation", name))
        if body is None:
            continue
        last, of_report = None, _of_report(cast, able)
        for place in sorted(set(body.mentions) - body.dropped):
            home = _only(_beside(cast, place), able) or _only(_before(cast, place), able) or last or of_report
            if home is not None:
                last = home
                body.mentions.remove(place)
                cast.name(_body_of(cast, name, home), *place)


def _body_of(cast: Cast, name: str, home: str) -> Draft:
    """The body as the report names it in full ("Brazil's Senate"), or under its state's adjective."""
    of_home = (d for (kind, _), d in cast.drafts.items() if kind == "organisation" and d.home == home)
    held = next((d for d in of_home if name.lower() in d.name.lower()), None)
    adjective = _SHORT.get(home) or (*states()[home].adjectives, states()[home].name)[0]
    return held or cast.draft("organisation", f"{adjective} {name}", home=home)


def _of_report(cast: Cast, able: frozenset[str] | None) -> str | None:
    """The one state that title and dateline name, or that the report names far more often than any other."""
    tokens = sorted(cast.named)
    headline = [i for i in tokens if cast.layers.kind(cast.doc[i]) in ("title", "heading", "dateline")]
    return _only(_named(cast, headline), able) or _most(_named(cast, tokens), able)


def _before(cast: Cast, place: Place) -> Iterator[str]:
    """The states in the words of the sentence before the name."""
    sentence = cast.layers.sentences[cast.layers.sentence_of[place[0]]]
    return _named(cast, range(sentence.start, place[0]))


def _beside(cast: Cast, place: Place) -> Iterator[str]:
    """ "Chile's Senate", "the Brazilian Congress", "the House of Commons in Canada"."""
    doc, before = cast.doc, place[0] - 1
    if before > 0 and doc[before].tag_ == "POS":
        before -= 1
    after = place[1] + 1 if place[1] < len(doc) and doc[place[1]].lower_ in _OWNING else place[1]
    after += after > place[1] and after < len(doc) and doc[after].lower_ == "the"
    for i in (before, after if after > place[1] else -1):
        draft = cast.named.get(i)
        if draft is not None and draft.home:
            yield draft.home


def _named(cast: Cast, tokens: Iterable[int]) -> Iterator[str]:
    """The states that some tokens name, or whose leaders, bodies and capitals they name, once a name."""
    until = 0
    for i in tokens:
        draft = cast.named.get(i)
        if draft is not None and i >= until and draft.home and not _is_other_side(cast, i):
            yield draft.home
            until = cast.extent(i)[1]


def _is_other_side(cast: Cast, i: int) -> bool:
    token = cast.doc[i]
    for _ in range(4):
        if token.dep_ not in ("conj", "compound", "amod", "nmod"):
            break
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in _BESIDE


def _only(homes: Iterable[str], able: frozenset[str] | None) -> str | None:
    found = {home for home in homes if _may_have(home, able)}
    return found.pop() if len(found) == 1 else None


def _most(homes: Iterable[str], able: frozenset[str] | None) -> str | None:
    """The state that is named clearly more often than any other that can have such a body."""
    counted = Counter(home for home in homes if _may_have(home, able)).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] < _CLEARLY * counted[1][1]):
        return None
    return counted[0][0]


def _may_have(home: str, able: frozenset[str] | None) -> bool:
    return home != "EU" and (able is None or home in able)
