"""Frames: the words that say an agreement took a step, and where its parts stand. The frames are data
(`lexicon/en/acts.yaml`); this file finds which of them the words of a document open."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from foedera import lexicon
from foedera.errors import LexiconError
from foedera.extract import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage


@dataclass(frozen=True)
class Frame:
    """One entry of the lexicon; the head of `acts.yaml` says what each field means."""

    frame: str
    stage: Stage
    agreement: tuple[str, ...]
    agent: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    with_: Mapping[str, frozenset[str]] | None = None
    with_verb: frozenset[str] = frozenset()
    head: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    agent_is: frozenset[str] = frozenset()
    agent_not: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    implicit: bool = False
    example: str = ""
    reads: Realis = "actual"

    def opened_by(self, token: Token) -> bool:
        """Whether the words that must stand with the frame's verb or noun do."""
        if self.with_verb and not (token.dep_ == "dobj" and token.head.lemma_.lower() in self.with_verb):
            return False
        return all(_stands_with(token, slot, words) for slot, words in (self.with_ or {}).items())


_WITH = {"particle": ("prt", "advmod"), "adverb": ("advmod",), "adjective": ("amod",), "attribute": ("attr", "oprd")}


def _stands_with(token: Token, slot: str, words: frozenset[str]) -> bool:
    if slot == "object":
        near = grammar.objects(token) + grammar.children(token, "oprd", "acomp", "ccomp", "nsubjpass")
        return any(t.lemma_.lower() in words or t.lower_ in words for t in near)
    if slot in _WITH:
        near = [*grammar.children(token, *_WITH[slot]), *grammar.children(token, "prep")]
        return any(t.lower_ in words for t in near)
    return any(path == slot and t.lemma_.lower() in words for path, t in grammar.phrases(token))


@dataclass(frozen=True)
class Frames:
    """All frames of a language, by the word that opens them."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    wrappers: frozenset[str]
    all: tuple[Frame, ...]

    def at(self, token: Token) -> Iterator[Frame]:
        """The frames that a token opens, in the order of the lexicon."""
        word = token.lemma_.lower()
        table = self.verbs if grammar.is_verb(token) or token.tag_ == "VBN" else self.nouns
        for frame in table.get(word, ()):
            if frame.opened_by(token):
                yield frame


@functools.cache
def load(language: str = "en") -> Frames:
    """The frames of a language.

    Raises:
        LexiconError: an entry has a field that frames do not have, or lacks one they need.
    """
    data = lexicon.load(language, "acts")
    classes = {name: frozenset(words) for name, words in data["classes"].items()}
    frames = tuple(_frame(entry, classes) for entry in data["frames"])
    return Frames(_index(frames, "verbs"), _index(frames, "nouns"), frozenset(data["wrappers"]), frames)


def _index(frames: tuple[Frame, ...], kind: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in getattr(frame, kind):
            table.setdefault(word, []).append(frame)
    return {word: tuple(found) for word, found in table.items()}


_FIELDS = {f.name.rstrip("_") for f in fields(Frame)}


def _frame(entry: dict[str, Any], classes: Mapping[str, frozenset[str]]) -> Frame:
    name = entry.get("frame", "?")
    unknown = set(entry) - _FIELDS
    if unknown or not ({"frame", "stage", "agreement"} <= set(entry) and ("verbs" in entry or "nouns" in entry)):
        raise LexiconError(
            f"frame {name!r} of acts.yaml: found {sorted(unknown) or sorted(entry)}, expected a frame, a stage, "
            f"an agreement, verbs or nouns, and of the rest only {sorted(_FIELDS)}"
        )
    values = {key: _value(key, value, classes) for key, value in entry.items()}
    values["with_"] = values.pop("with", None)
    return Frame(**values)


def _value(key: str, value: Any, classes: Mapping[str, frozenset[str]]) -> Any:
    if key in {"agent_is", "agent_not"}:
        return classes[value]
    if key == "with":
        return {slot: frozenset(words) for slot, words in value.items()}
    if key in {"agreement", "agent"}:
        return tuple(value)
    return frozenset(value) if isinstance(value, list) else value
