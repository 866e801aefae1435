"""The word lists of the lexicon of actors, as sets."""

from __future__ import annotations

import functools

from foedera.lexicon import load


@functools.cache
def words(name: str) -> frozenset[str]:
    """One plain word list."""
    return frozenset(load("en", "actors")[name])


@functools.cache
def pair_nouns(kind: str) -> frozenset[str]:
    """Nouns, in the singular, of parties spoken of together: `states` or `persons`."""
    return frozenset(load("en", "actors")["pair_nouns"][kind])


@functools.cache
def counts() -> dict[str, int]:
    """How many are meant: "both" is two."""
    return dict(load("en", "actors")["pair_words"])


@functools.cache
def speech() -> frozenset[str]:
    """Verbs, in their base form, of saying and telling."""
    return frozenset(word for entry in load("en", "saying")["verbs"] for word in entry["words"].split())
