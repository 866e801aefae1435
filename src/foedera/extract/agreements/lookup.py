"""Finds words of a document, and the sentences that they stand in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers

_SHORTEST = 3  # letters of an acronym


class Lookup:
    """The words of one document."""

    def __init__(self, layers: Layers) -> None:
        self._layers, self._doc = layers, layers.tokens
        self._sentences = list(self._doc.sents)

    @functools.cached_property
    def _present(self) -> frozenset[str]:
        """The words of the document, each once: most words that are asked for are none of them."""
        return frozenset(self._layers.words)

    def number(self, token: Token) -> int:
        """Which sentence of the document a token stands in; the token's own way to it takes the sentence's length."""
        return self._layers.sentence_of[token.i]

    def sentence(self, token: Token) -> Tokens:
        """The sentence that a token stands in."""
        return self._sentences[self._layers.sentence_of[token.i]]

    @property
    def size(self) -> int:
        """How many sentences the document has."""
        return len(self._sentences)

    def sentence_at(self, number: int) -> Tokens:
        """The sentence of a number."""
        return self._sentences[number]

    def texts(self, sentence: Tokens) -> tuple[str, ...]:
        """The words of a sentence as they are written."""
        return self._layers.texts[sentence.start : sentence.end]

    def lower(self, start: int, end: int) -> tuple[str, ...]:
        """Some tokens in lower case."""
        return self._layers.words[start:end]

    def phrase(self, start: int, end: int) -> str:
        """Some tokens as they are written, each after one space."""
        return " ".join(self._layers.texts[max(0, start) : end])

    def words(self, wanted: Collection[str]) -> Iterator[Token]:
        """Each token that is one of some words in lower case, in the order of the text."""
        found = self._present.intersection(wanted)
        return iter([self._doc[i] for i, word in enumerate(self._layers.words) if word in found] if found else ())

    def capitals(self) -> Iterator[Token]:
        """Each token of three letters or more that is written in capitals."""
        return (self._doc[i] for i, text in enumerate(self._layers.texts) if len(text) >= _SHORTEST and text.isupper())
