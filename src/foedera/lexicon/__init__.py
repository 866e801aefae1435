"""Language and world knowledge as data: YAML files that a linguist or a diplomat can read, and one loader.

`en/` is what English says (verbs, nouns, frames, hedges, titles, times); `world/` is what holds in any language
(states, their codes and when they are valid). A new language is a new folder.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml

from foedera.errors import LexiconError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.cache
def has(folder: str, name: str) -> bool:
    """Whether there is a `lexicon/<folder>/<name>.yaml`: whether a language is one that a room can read."""
    return (resources.files(__name__) / folder / f"{name}.yaml").is_file()


@functools.cache
def load(folder: str, name: str) -> Any:
    """The content of `lexicon/<folder>/<name>.yaml`, read once. Treat it as read-only.

    Raises:
        LexiconError: there is no such file, or it is not YAML.
    """
    source = resources.files(__name__) / folder / f"{name}.yaml"
    try:
        return yaml.load(source.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise LexiconError(
            f"no lexicon file {folder}/{name}.yaml; the languages are folders of foedera.lexicon"
        ) from None
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon file {folder}/{name}.yaml is not YAML: {error}") from error


@functools.cache
def words(folder: str, name: str, *keys: str) -> frozenset[str]:
    """A plain word list of a lexicon file, by the keys that lead to it: `words("en", "acts", "classes", "changes")`."""
    found = load(folder, name)
    for key in keys:
        found = found[key]
    return frozenset(found)
