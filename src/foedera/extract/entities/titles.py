"""Offices and descriptions of persons: which words they are, and what they say of whom they name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from foedera.lexicon import load

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities.draft import Gender


@functools.cache
def _titles() -> dict[str, Any]:
    return dict(load("en", "titles"))


@functools.cache
def classes() -> dict[str, str]:
    """The class of every head noun of a role ("prime minister": head_of_government)."""
    found: dict[str, str] = {}
    for name, nouns in _titles()["classes"].items():
        for noun in nouns:
            found.setdefault(noun.lower(), name)
    return found


@functools.cache
def covers() -> dict[str, frozenset[str]]:
    """The classes of persons that a description may mean ("leader": presidents, premiers, leaders)."""
    return {noun: frozenset(names) for noun, names in _titles()["covers"].items()}


@functools.cache
def honorifics() -> dict[str, Gender | None]:
    """Words of respect before a name, with the gender they tell."""
    return dict(_titles()["honorifics"])


@functools.cache
def words(name: str) -> frozenset[str]:
    """One of the plain word lists of the lexicon of titles."""
    return frozenset(_titles()[name])


@functools.cache
def genders() -> dict[str, Gender]:
    """The gender that a noun tells of the person it describes."""
    return {noun: gender for gender, nouns in _titles()["gender"].items() for noun in nouns}


@functools.cache
def body_nouns() -> dict[str, frozenset[str]]:
    """The nouns that describe an organisation of a kind ("newspaper": outlet)."""
    return {kind: frozenset(nouns) for kind, nouns in _titles()["organisations"].items()}


@functools.cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.replace("-", " ").split()[-1] for noun in classes())


def noun_ending_at(layers: Layers, i: int) -> str | None:
    """The longest head noun of a role that ends at a token ("prime minister", "secretary"), None where none does."""
    word, known = layers.words[i], classes()
    if word in _last_words():
        for size in (3, 2):
            if i - size + 1 >= 0:
                noun = layers.tokens[i - size + 1 : i + 1].text.lower()
                if noun in known:
                    return noun
        if word in known:
            return word
    lemma = layers.lemmas[i]
    return lemma if lemma in known else None


@functools.lru_cache(maxsize=4096)
def role_noun(role: str) -> str | None:
    """The head noun of a role: the last one before "of", "at", "for" ... ("Russian Presidential Aide": aide)."""
    head = role.lower().replace("-", " ")
    for word in (" of ", " at ", " for ", " to ", " with ", " in ", ", "):
        head = head.split(word)[0] if f"{word}" in head else head
    tokens = head.split()
    for start in range(len(tokens)):
        noun = " ".join(tokens[start:])
        if noun in classes():
            return noun
        if noun.endswith("s") and noun[:-1] in classes():
            return noun[:-1]
    full = role.lower()
    return next((noun for noun in classes() if " of " in noun and noun in full), None)
