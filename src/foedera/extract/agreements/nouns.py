"""The nouns that agreements go by, as the lexicon has them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, cast

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.records import AgreementKind

Use = Literal["yes", "no", "needs", "must", "own", "of", "joint", "signed"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for agreements; `names`, `founds` and `points` say what a phrase with this head can do.

    `weight` 2 is a word that is seldom anything but an instrument between states, 0 one that is loose;
    an `acronym` is one only in capitals ("SOFA").
    """

    lemma: str
    kind: AgreementKind
    family: str
    names: Use
    founds: Use
    points: Use
    weight: int
    needs: frozenset[str] = frozenset()
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon of agreement nouns, ready to be asked; `common` holds the normal forms of `matters`."""

    singular: Mapping[str, Noun]
    plural: Mapping[str, Noun]
    stands_for: Mapping[str, frozenset[str]]
    empty: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    open: frozenset[str]
    determiners: frozenset[str]
    matters: frozenset[str]
    common: frozenset[str]
    domestic_modifiers: frozenset[str]
    domestic_counterparts: frozenset[str]
    not_titles: tuple[str, ...]
    headline_verbs: frozenset[str]
    headline_only: frozenset[str]
    signing: frozenset[str]
    scope: frozenset[str]
    idioms: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, str]
    opposites: Mapping[str, str]
    bodies: frozenset[str]
    unlabelled: frozenset[str]
    occasions: frozenset[str]
    aims: frozenset[str]

    def noun(self, word: str) -> Noun | None:
        """The noun of a word in lower case, singular or plural."""
        return self.singular.get(word) or self.plural.get(word)

    def compatible(self, one: str, other: str) -> bool:
        """Whether a word of one family can stand for an agreement of another."""
        return other in self.stands_for[one] or one in self.stands_for[other]


_PREFIX = re.compile(r"^(non|co)-")


def normal(word: str) -> str:
    """A word for comparison: lower case, "non-" closed up, no plural s, American endings."""
    word = word.lower().replace("–", "-").replace("‑", "-").strip("'’\"“”.-")
    word = _PREFIX.sub(r"\1", word)
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word.replace("our", "or").replace("defence", "defense").replace("isation", "ization")


def _use(value: bool | str) -> Use:
    return cast("Use", {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value)


def _noun(lemma: str, entry: Mapping[str, Any]) -> Noun:
    uses = {name: _use(entry[name]) for name in ("names", "founds", "points")}
    needs = frozenset(entry.get("needs", ()))
    return Noun(
        lemma,
        entry["kind"],
        entry["family"],
        weight=entry["weight"],
        needs=needs,
        acronym=entry.get("acronym", False),
        **uses,
    )


@functools.cache
def vocabulary() -> Vocabulary:
    """The English vocabulary of agreements, read once."""
    data = load("en", "agreements")
    nouns = {lemma: _noun(lemma, entry) for lemma, entry in data["nouns"].items()}
    for lemma, family in data["pointers"].items():
        nouns[lemma] = Noun(lemma, "other", family, "no", "no", "yes", 0)
    plural = {data["nouns"].get(lemma, {}).get("plural", lemma + "s"): noun for lemma, noun in nouns.items()}
    domestic = data["domestic"]
    return Vocabulary(
        singular=nouns,
        plural=plural,
        stands_for={family: frozenset(others) for family, others in data["stands_for"].items()},
        empty=frozenset(chain.from_iterable(data["empty"])),
        definite=frozenset(data["determiners"]["definite"]),
        indefinite=frozenset(data["determiners"]["indefinite"]),
        open=frozenset(data["determiners"]["open"]),
        determiners=frozenset(chain.from_iterable(data["determiners"].values())),
        matters=frozenset(data["matters"]),
        common=frozenset(normal(word) for word in data["matters"]),
        domestic_modifiers=frozenset(domestic["modifiers"]),
        domestic_counterparts=frozenset(domestic["counterparts"]),
        not_titles=tuple(domestic["titles"]),
        headline_verbs=frozenset(data["headline_verbs"]),
        headline_only=frozenset(data["headline_only"]),
        signing=frozenset(load("en", "agreements_parties")["headline_signing"]),
        bodies=frozenset(data["bodies"]),
        unlabelled=frozenset(data["unlabelled"]),
        occasions=frozenset(data["occasions"]),
        aims=frozenset(data["aims"]),
        scope=frozenset(data["scope"]),
        marks={word: mark["name"] for mark in data["contrasts"] for word in mark["words"]},
        opposites={mark["name"]: mark["opposite"] for mark in data["contrasts"]},
        idioms={word: tuple(phrases) for word, phrases in data["idioms"].items()},
    )
