"""The words of saying, from the lexicon: which verbs and nouns, with which frames and which stance."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from foedera.lexicon import load

if TYPE_CHECKING:
    from foedera.model.records import Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb or noun of saying.

    `frames` are how what is said hangs on it, each with the kinds of speaker that it takes (`by` in saying.yaml);
    `audience` is the part that names who is told; `stance` is how the report stands to what is said.
    """

    lemma: str
    frames: dict[str, frozenset[str]]
    audience: frozenset[str] = frozenset()
    stance: Stance = "neutral"

    def takes(self, *frames: str) -> bool:
        """Whether it takes one of these frames."""
        return any(frame in self.frames for frame in frames)


ACCORDING = Saying("according", {"quote": frozenset({"any"}), "parted": frozenset({"any"})})
"""The phrase "according to"."""

NONE = Saying("", {})
"""A word that says nothing."""


@functools.cache
def verbs() -> dict[str, Saying]:
    """Every verb of saying by its lemma."""
    return _read("verbs")


@functools.cache
def nouns() -> dict[str, Saying]:
    """Every noun of saying by its lemma."""
    return _read("nouns")


@functools.cache
def listed(key: str) -> frozenset[str]:
    """A plain list of words of saying.yaml: `people`, `documents`, `said_indeed`."""
    return frozenset(load("en", "saying")[key].split())


@functools.cache
def channels() -> dict[str, str]:
    """The nouns and verbs that name the occasion or medium of a saying, each with its channel."""
    table = cast("dict[str, list[str]]", cast("dict[str, Any]", load("en", "saying"))["channels"])
    return {word: channel for channel, words in table.items() for word in words}


def _read(part: str) -> dict[str, Saying]:
    """A word in several classes takes the frames of all; the first class that states a stance gives it."""
    found: dict[str, Saying] = {}
    for row in cast("list[dict[str, Any]]", load("en", "saying")[part]):
        by = frozenset({row.get("by", "any")})
        for lemma in row["words"].split():
            known = found.get(lemma) or Saying(lemma, {})
            frames = dict(known.frames)
            for frame in row["frames"]:
                frames[frame] = frames.get(frame, frozenset()) | by
            stance = known.stance if known.stance != "neutral" else row.get("stance", "neutral")
            found[lemma] = Saying(lemma, frames, known.audience | frozenset(row.get("audience", ())), stance)
    return found
