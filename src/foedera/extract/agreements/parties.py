"""Who is a party: the states and bodies that the words of a phrase or clause name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from foedera.extract.entities import Actors


@functools.cache
def _short_names() -> tuple[dict[str, str], frozenset[str]]:
    """The code of each one-word name of a state, and the names that are seats of government."""
    codes: dict[str, str] = {}
    seats: set[str] = set()
    for code, entry in load("world", "states").items():
        code = entry.get("continued_by", code)
        for name in (
            entry["name"],
            *(n for key in ("names", "adjectives", "people", "seats") for n in entry.get(key, ())),
        ):
            codes.setdefault(name.lower(), code)
        seats.update(seat.lower() for seat in entry.get("seats", ()))
    return codes, frozenset(seats)


@functools.cache
def _bodies() -> frozenset[str]:
    """Organisations and armed parties that can be a party to an agreement."""
    known = load("world", "institutions")
    return frozenset(body["name"] for group in ("international", "armed") for body in known[group])


def codes_of(actors: Actors, token: Token) -> tuple[str, ...]:
    """The states or bodies that one word stands for; a compound names two ("U.S.-ROK", "Israel-Hamas")."""
    codes, _ = _short_names()
    if "-" in token.text or "–" in token.text:
        parts = [p for p in token.text.replace("–", "-").split("-") if p]
        found = [codes[p.lower()] for p in parts if p.lower() in codes and p[0].isupper()]
        if found:
            return unique([*found, *actors.states(token)])
    if token.text[:1].isupper() and (code := _two_words(token)):
        return (code,)  # "Japan and the European Union" may pass for one name
    if found_states := actors.states(token):
        return found_states
    entity = actors.at(token)
    if entity is not None and entity.kind == "organisation" and entity.name in _bodies():
        return (entity.name,)
    return ()


def _two_words(token: Token) -> str | None:
    """The state of a name of two words that a word is part of."""
    codes, doc = _short_names()[0], token.doc
    pairs = (doc[i : i + 2].text.lower() for i in (token.i - 1, token.i) if i >= 0)
    return next((codes[pair] for pair in pairs if pair in codes), None)


def names_state(word: str) -> bool:
    """Whether a word is a name or seat of a state, however it is written ("MOSCOW")."""
    return word.lower() in _short_names()[0]


def is_seat(token: Token) -> bool:
    """Whether a word is a seat of government, which before "agreement" is where it was made ("Paris Agreement")."""
    return token.lower_ in _short_names()[1] or token.lower_ in _city_states()


@functools.cache
def _city_states() -> frozenset[str]:
    return frozenset(load("en", "agreements_parties")["city_states"])


def is_person(actors: Actors, token: Token) -> bool:
    """Whether a word stands for a person."""
    entity = actors.at(token)
    return entity is not None and entity.kind == "person"


def named(actors: Actors, tokens: Sequence[Token]) -> list[tuple[Token, tuple[str, ...]]]:
    """Each word before an agreement noun that names a party: states and nationalities, a lone seat only in a compound."""
    found = [
        (t, codes) for t in tokens if not is_person(actors, t) and not _helps(t) and (codes := codes_of(actors, t))
    ]
    seats = [t for t, _ in found if is_seat(t) and t.dep_ != "poss"]
    joined = len(found) >= 2 and any(t.text in {"-", "–", "—"} for t in tokens)
    return [(t, codes) for t, codes in found if joined or t not in seats]


def _helps(token: Token) -> bool:
    """Whether a compound makes a state a mere helper: "the Chinese-brokered agreement"."""
    tail = token.text.replace("–", "-").rpartition("-")[2].lower()
    if tail in _helpers():
        return True
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text in {"-", "–"} and after[1].lower_ in _helpers()


@functools.cache
def _helpers() -> frozenset[str]:
    return frozenset(load("en", "agreements_parties")["helpers"])


def unique(codes: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order."""
    return tuple(dict.fromkeys(codes))
