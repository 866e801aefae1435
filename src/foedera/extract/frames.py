"""Frames: words of the lexicon that together say one thing, and where its parts stand around them.

The frames of acts, links and meetings are data (`lexicon/en/acts.yaml`, `links.yaml`, `meetings.yaml`); this file
reads them and finds which of them a word opens.
"""

from __future__ import annotations

import functools
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from foedera import lexicon
from foedera.errors import LexiconError
from foedera.extract import grammar
from foedera.extract.slots import stands_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model.records import Realis


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What all frames have: a name, the words that open it, words that must stand with them, and one example.

    `any` is whether one of the words in `with_` is enough; `unless` holds words that must not stand with the frame;
    `reads` is the realis of the example.
    """

    frame: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    with_: Mapping[str, frozenset[str]] | None = None
    any: bool = False
    unless: Mapping[str, frozenset[str]] | None = None
    without: frozenset[str] = frozenset()
    example: str = ""
    reads: Realis = "actual"

    def opened_by(self, token: Token) -> bool:
        """Whether the words that must stand with the frame's own do."""
        if self.without and grammar.children(token, *self.without):
            return False
        if self.unless and any(stands_with(token, slot, words) for slot, words in self.unless.items()):
            return False
        if not self.with_:
            return True
        found = [stands_with(token, slot, words) for slot, words in self.with_.items()]
        return any(found) if self.any else all(found)


F = TypeVar("F", bound=Frame)
_OF_NO_STORY = frozenset({"related", "publication", "byline", "disclaimer", "furniture"})  # kinds of block


@dataclass(frozen=True)
class Table(Generic[F]):
    """All frames of one kind, by the word that opens them."""

    verbs: Mapping[str, tuple[F, ...]]
    nouns: Mapping[str, tuple[F, ...]]
    adjectives: Mapping[str, tuple[F, ...]]
    all: tuple[F, ...]

    def openers(self, layers: Layers) -> list[Token]:
        """The tokens of a document that may open a frame: most words open none and are passed over at once, and what
        names another story or says who published this one is not its text.
        """
        words, tokens, document = self._words, layers.tokens, layers.document
        found = [i for i, lemma in enumerate(layers.lemmas) if lemma in words]
        if any(block.kind in _OF_NO_STORY for block in document.blocks):
            found = [i for i in found if document.block_at(layers.starts[i]) not in _OF_NO_STORY]
        return [tokens[i] for i in found]

    @functools.cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(self.verbs, self.nouns, self.adjectives)

    def at(self, token: Token, only: Callable[[F], bool] | None = None) -> Iterator[F]:
        """The frames that a token opens, in the order of the lexicon; `only`: of those that something is true of."""
        if token.dep_ in {"amod", "compound"} and token.tag_ == "VBG":
            return  # "negotiating partners"
        word = token.lemma_.lower()
        verbal = grammar.is_verb(token) or token.tag_ == "VBN"
        table = self.verbs if verbal else self.adjectives if token.pos_ in {"ADJ", "ADV"} else self.nouns
        for frame in table.get(word, ()):
            if (only is None or only(frame)) and frame.opened_by(token):
                yield frame


def read_table(name: str, kind: type[F], language: str = "en") -> Table[F]:
    """The frames of one lexicon file.

    Raises:
        LexiconError: an entry has a field that its kind of frame does not have, or lacks one that it needs.
    """
    data = lexicon.load(language, name)
    classes = {key: frozenset(words) for key, words in data.get("classes", {}).items()}
    frames = tuple(_frame(entry, kind, name, classes) for entry in data["frames"])
    return Table(_index(frames, "verbs"), _index(frames, "nouns"), _index(frames, "adjectives"), frames)


def _index(frames: tuple[F, ...], words: str) -> dict[str, tuple[F, ...]]:
    table: dict[str, tuple[F, ...]] = {}
    for frame in frames:
        for word in getattr(frame, words):
            table[word] = (*table.get(word, ()), frame)
    return table


def _frame(entry: dict[str, Any], kind: type[F], name: str, classes: Mapping[str, frozenset[str]]) -> F:
    known = {f.name.rstrip("_"): f for f in fields(kind)}
    needed = {key for key, f in known.items() if f.default is MISSING}
    wrong = (set(entry) - set(known)) | (needed - set(entry))
    if wrong or not {"verbs", "nouns", "adjectives"} & set(entry):
        raise LexiconError(
            f"frame {entry.get('frame', '?')!r} of {name}.yaml: {sorted(wrong) or 'the words that open it'} unknown "
            f"or missing; expected {sorted(needed)} with words that open it, and of the rest {sorted(known)}"
        )
    values = {known[key].name: _value(key, value, str(known[key].type), classes) for key, value in entry.items()}
    return kind(**values)


def _value(key: str, value: Any, annotation: str, classes: Mapping[str, frozenset[str]]) -> Any:
    if key in {"with", "unless"}:
        return {slot: frozenset(words) for slot, words in value.items()}
    if key.startswith("agent_"):
        return classes[value]
    if isinstance(value, list):
        return tuple(value) if annotation.startswith("tuple") else frozenset(value)
    return value
