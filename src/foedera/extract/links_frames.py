"""The frames of links, as `lexicon/en/links.yaml` gives them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract.acts_frames import wrappers
from foedera.extract.frames import Frame, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.records import Realis, Relation


@dataclass(frozen=True, kw_only=True)
class LinkFrame(Frame):
    """One entry of the lexicon; the heads of `links.yaml` and `acts.yaml` say what each field means."""

    relation: Relation
    source: tuple[str, ...]
    target: tuple[str, ...]
    order: str = "source first"
    loose: bool = False


@functools.cache
def link_frames(language: str = "en") -> Table[LinkFrame]:
    """The frames of a language."""
    return read_table("links", LinkFrame, language)


@functools.cache
def examples(language: str = "en") -> frozenset[str]:
    """Words that open a list which is not exhaustive ("such as")."""
    return frozenset(lexicon.load(language, "links")["examples"])


@functools.cache
def carriers(language: str = "en") -> frozenset[str]:
    """Nouns that stand for the agreement whose they are ("the principles of the treaty")."""
    return wrappers(language) | lexicon.words(language, "links", "parts")


@functools.cache
def unmade(language: str = "en") -> Mapping[str, Realis]:
    """What is done to an agreement that is not made yet, and how far along it is then ("proposed a pact replacing")."""
    table: Mapping[Realis, list[str]] = lexicon.load(language, "links")["unmade"]
    return {word: value for value, words in table.items() for word in words}
