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
    """A verb or noun of saying: its frames, who is told by which part, and the stance it gives the report."""

    lemma: str
    frames: frozenset[str]
    audience: frozenset[str] = frozenset()
    stance: Stance = "neutral"

    def takes(self, *frames: str) -> bool:
        """Whether it takes one of these frames."""
        return not self.frames.isdisjoint(frames)


@functools.cache
def verbs() -> dict[str, Saying]:
    """Every verb of saying by its lemma."""
    return _read("verbs")


@functools.cache
def nouns() -> dict[str, Saying]:
    """Every noun of saying by its lemma."""
    return _read("nouns")


def _read(part: str) -> dict[str, Saying]:
    """A word in several classes takes the frames of all; the last class that states a stance gives it."""
    found: dict[str, Saying] = {}
    for row in cast("list[dict[str, Any]]", load("en", "saying")[part]):
        for lemma in row["words"].split():
            known = found.get(lemma)
            found[lemma] = Saying(
                lemma,
                frozenset(row["frames"]) | (known.frames if known else frozenset()),
                frozenset(row.get("audience", ())) | (known.audience if known else frozenset()),
                row.get("stance") or (known.stance if known else "neutral"),
            )
    return found
