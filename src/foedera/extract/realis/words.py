"""The words that decide realis, as `lexicon/en/realis.yaml` gives them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from foedera import lexicon

if TYPE_CHECKING:
    from foedera.model.records import Realis, Stage

V = TypeVar("V")

_SETS = (
    "temporal",
    "selected",
    "inside",
    "alongside",
    "spoken_of",
    "nobody",
    "idle",
    "handed_on",
    "going_on",
    "ranks",
    "over",
    "till",
    "entitling",
    "whoever",
    "procedures",
    "completing",
    "choices",
    "making",
    "telling",
    "urging",
    "experiences",
    "mandative",
    "laws",
    "bills",
    "enacting",
    "taken_alone",
    "deeds",
    "hindrances",
    "consents",
    "days",
    "true",
    "untrue",
    "debates",
    "mistaken",
    "perceiving",
)


@dataclass(frozen=True)
class Words:
    """The tables of `realis.yaml`, each word with what it makes of a step."""

    auxiliaries: dict[str, Realis]
    governors: dict[str, Realis]
    adjectives: dict[str, Realis]
    prepositions: dict[str, Realis]
    modifiers: dict[str, Realis]
    conditions: frozenset[str]
    ahead: frozenset[str]
    backshifted: frozenset[str]
    transparent: frozenset[str]
    conversions: dict[str, Stage]
    of_subjects: dict[str, Realis]
    nobody: frozenset[str]
    idle: frozenset[str]
    handed_on: frozenset[str]
    going_on: frozenset[str]
    ranks: frozenset[str]
    over: frozenset[str]
    till: frozenset[str]
    entitling: frozenset[str]
    whoever: frozenset[str]
    procedures: frozenset[str]
    completing: frozenset[str]
    even_under: dict[str, frozenset[str]]
    choices: frozenset[str]
    making: frozenset[str]
    telling: frozenset[str]
    urging: frozenset[str]
    experiences: frozenset[str]
    mandative: frozenset[str]
    laws: frozenset[str]
    bills: frozenset[str]
    enacting: frozenset[str]
    taken_alone: frozenset[str]
    deeds: frozenset[str]
    hindrances: frozenset[str]
    consents: frozenset[str]
    days: frozenset[str]
    true: frozenset[str]
    untrue: frozenset[str]
    debates: frozenset[str]
    mistaken: frozenset[str]
    perceiving: frozenset[str]
    temporal: frozenset[str]
    selected: frozenset[str]
    inside: frozenset[str]
    alongside: frozenset[str]
    spoken_of: frozenset[str]
    combine: dict[str, dict[str, Realis]]


@functools.cache
def lends_time(lemma: str) -> bool:
    """Whether a time beside a verb is the time of what the verb governs: "will pay a visit on Friday"."""
    return lemma in lexicon.load("en", "realis")["lend_time"]


def _turned(table: dict[V, list[str]]) -> dict[str, V]:
    return {str(word): value for value, words in table.items() for word in words}


@functools.cache
def words_of_realis(language: str = "en") -> Words:
    """The words of a language, loaded once."""
    data: dict[str, Any] = lexicon.load(language, "realis")
    return Words(
        auxiliaries=_turned(data["auxiliaries"]),
        governors=_turned(data["governors"]),
        adjectives=_turned(data["adjectives"]),
        prepositions=_turned(data["prepositions"]),
        modifiers=_turned(data["modifiers"]),
        conditions=frozenset(data["conjunctions"]["possible"]),
        ahead=frozenset(data["conjunctions"]["ahead"]),
        backshifted=frozenset(data["backshifted"]),
        transparent=frozenset(data["transparent"]),
        conversions=_turned(data["conversions"]),
        of_subjects=_turned(data["of_subjects"]),
        even_under={stage: frozenset(verbs) for stage, verbs in data["even_under"].items()},
        **{key: frozenset(data[key]) for key in _SETS},
        combine=data["combine"],
    )


def progressive_plans() -> frozenset[str]:
    """Steps of one moment: of these, "is leaving" tells of a plan."""
    return frozenset(lexicon.load("en", "realis")["progressive_plans"])
