"""The words that decide realis, as `lexicon/en/realis.yaml` gives them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from foedera import lexicon

if TYPE_CHECKING:
    from foedera.model.records import Realis, Stage

V = TypeVar("V")


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
    submitting: frozenset[str]
    going_on: frozenset[str]
    ranks: frozenset[str]
    over: frozenset[str]
    till: frozenset[str]
    leaving: frozenset[str]
    entitling: frozenset[str]
    whoever: frozenset[str]
    procedures: frozenset[str]
    completing: frozenset[str]
    even_under: dict[str, frozenset[str]]
    decided_under: dict[str, frozenset[str]]
    notices: frozenset[str]
    duties: frozenset[str]
    allowing: frozenset[str]
    gathering: frozenset[str]
    involving: frozenset[str]
    taken_at_once: frozenset[str]
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
    performing: frozenset[str]
    temporal: frozenset[str]
    selected: frozenset[str]
    inside: frozenset[str]
    alongside: frozenset[str]
    spoken_of: frozenset[str]
    combine: dict[str, dict[str, Realis]]


def lends_time(lemma: str) -> bool:
    """Whether a time beside a verb is the time of what the verb governs: "will pay a visit on Friday"."""
    return lemma in lexicon.words("en", "realis", "lend_time")


def _turned(table: dict[V, list[str]]) -> dict[str, V]:
    return {str(word): value for value, words in table.items() for word in words}


@functools.cache
def words_of_realis(language: str = "en") -> Words:
    """The words of a language, loaded once. Of what the file gives, lists are sets, and tables are turned round."""
    data: dict[str, Any] = lexicon.load(language, "realis")
    data = {**data, "conditions": data["conjunctions"]["possible"], "ahead": data["conjunctions"]["ahead"]}
    made: dict[str, Any] = {
        **{name: {s: frozenset(verbs) for s, verbs in data[name].items()} for name in ("even_under", "decided_under")},
        "combine": data["combine"],
    }
    for name in {field.name for field in fields(Words)} - made.keys():
        made[name] = frozenset(data[name]) if isinstance(data[name], list) else _turned(data[name])
    return Words(**made)


def progressive_plans() -> frozenset[str]:
    """Steps of one moment: of these, "is leaving" tells of a plan."""
    return lexicon.words("en", "realis", "progressive_plans")


def notices() -> frozenset[str]:
    """The formal words of leaving an agreement, which are the step themselves: "notice", "notify"."""
    return lexicon.words("en", "realis", "notices")
