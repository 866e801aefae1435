"""The frames of claims, as the lexicon gives them."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from foedera.lexicon import load

_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of claiming something; the lexicon's head says what each field means."""

    predicate: str
    object: tuple[str, ...] = ()
    kinds: frozenset[str] = _ANY
    object_kinds: frozenset[str] = _ANY
    needs: str | None = None
    words: frozenset[str] = _ANY
    not_with: frozenset[str] = _ANY
    modified: frozenset[str] = _ANY
    verbs_of: frozenset[str] = _ANY
    target: frozenset[str] = _ANY
    relations: frozenset[str] = _ANY
    negative: frozenset[str] = _ANY
    adverbial: tuple[str, ...] = ()
    anaphor: bool = False
    speaker: bool = False
    pairs: bool = False
    owner: bool = False
    exact: bool = False
    owner_is_object: bool = False
    comparative: bool = False
    infinitive: bool = False
    passive_only: bool = False
    only_negative: bool = False
    never_negative: bool = False
    needs_preposition: bool = False


_LISTS = ("words", "not_with", "modified", "verbs_of", "target", "relations", "negative", "object_kinds")
_WORD_CLASSES = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}


@functools.cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The frames of each word, by its base form and class (`verb`, `noun`, `adjective`)."""
    table = load("en", "claims")
    found: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for entry in table["frames"]:
        frame = _frame(entry, table["kinds"])
        for group, word_class in _WORD_CLASSES.items():
            for word in entry.get(group, ()):
                found[word, word_class].append(frame)
    return {key: tuple(value) for key, value in found.items()}


@functools.cache
def openers() -> frozenset[str]:
    """The base forms that have a frame: all other words are passed over at once."""
    return frozenset(lemma for lemma, _ in frames())


def _frame(entry: dict[str, Any], kinds: list[str]) -> Frame:
    plain = {k: v for k, v in entry.items() if k not in (*_WORD_CLASSES, *_LISTS, "subject", "object", "adverbial")}
    lists: dict[str, Any] = {name: frozenset(entry.get(name, ())) for name in _LISTS}
    return Frame(
        **plain,
        **lists,
        kinds=frozenset(entry.get("subject", kinds)),
        object=tuple(entry.get("object", ())),
        adverbial=tuple(entry.get("adverbial", ())),
    )


@functools.cache
def persons() -> frozenset[str]:
    """Nouns of persons, whose phrase stands for no state or body that it names."""
    return frozenset(load("en", "claims")["persons"])
