"""Finds words of a document fast: by their numbers in the language pipeline's table of strings."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IS_UPPER, LENGTH, LOWER
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_SHORTEST = 3  # letters of an acronym


class Lookup:
    """The words of one document as numbers."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        table = doc.to_array([LOWER, IS_UPPER, LENGTH])
        self._sentences = list(doc.sents)
        self._at = [n for n, sentence in enumerate(self._sentences) for _ in sentence]
        self._words, self._upper, self._lengths = table[:, 0], table[:, 1], table[:, 2]

    def number(self, token: Token) -> int:
        """Which sentence of the document a token stands in; the token's own way to it takes the sentence's length."""
        return self._at[token.i]

    def sentence(self, token: Token) -> Tokens:
        """The sentence that a token stands in."""
        return self._sentences[self._at[token.i]]

    def words(self, wanted: Iterable[str]) -> Iterator[Token]:
        """Each token that is one of some words in lower case, in the order of the text."""
        ids = _ids(frozenset(wanted))
        yield from (self._doc[int(i)] for i in np.flatnonzero(np.isin(self._words, ids)))

    def capitals(self) -> Iterator[Token]:
        """Each token of three letters or more that is written in capitals."""
        yield from (self._doc[int(i)] for i in np.flatnonzero((self._upper == 1) & (self._lengths >= _SHORTEST)))


@functools.lru_cache(maxsize=64)
def _ids(words: frozenset[str]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.array(sorted(get_string_id(word) for word in words), dtype=np.uint64)
