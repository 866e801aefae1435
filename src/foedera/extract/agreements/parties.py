"""Who the parties to an agreement are, by the words of its phrases and of the clauses around them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token
    from spacy.tokens import Span as Tokens

    from foedera.extract.entities import Actors


@functools.cache
def _names() -> tuple[dict[tuple[str, ...], str], frozenset[str]]:
    table: dict[tuple[str, ...], str] = {}
    seats = set()
    for code, entry in load("world", "states").items():
        if entry.get("ended"):
            code = entry.get("continued_by", code)
        for key in ("names", "adjectives", "people", "seats"):
            for name in entry.get(key, ()):
                table[tuple(name.lower().split())] = code
                if key == "seats":
                    seats.add(name.lower())
        table[tuple(entry["name"].lower().split())] = code
    return table, frozenset(seats)


def states_in(actors: Actors, tokens: Tokens | list[Token], *, seats: bool = True) -> list[tuple[int, str]]:
    """Temporary: (token, code) of each state."""
    table, seat_names = _names()
    words = [t.lower_ for t in tokens]
    raw = [t.text for t in tokens]
    found = []
    i = 0
    while i < len(words):
        for n in (4, 3, 2, 1):
            key = tuple(words[i : i + n])
            code = table.get(key)
            if code and key == ("us",) and raw[i] == "us":
                code = None
            if code and key == ("rok",):
                code = "KOR"
            if code and (seats or " ".join(key) not in seat_names):
                found.append((tokens[i].i, code))
                i += n - 1
                break
        i += 1
    return found


def unique(codes: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order."""
    return tuple(dict.fromkeys(codes))
