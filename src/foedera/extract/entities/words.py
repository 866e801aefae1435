"""Finding the phrases of a lexicon in a document, whatever way its tokens were cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase of a lexicon at the tokens `[start, end)`."""

    start: int
    end: int
    value: T


class Words:
    """The words of a text with their offsets, and the way from offsets to tokens."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self.spans = [m.span() for m in _WORD.finditer(text)]
        self.texts = [text[start:end] for start, end in self.spans]
        self.keys = [*map(str.lower, self.texts)]
        self._starts = starts

    def token_at(self, offset: int) -> int:
        """The index of the token that holds a character."""
        return bisect_right(self._starts, offset) - 1


class Gazetteer(Generic[T]):
    """Phrases and what they stand for; the longest phrase wins. Case counts, except in text set all in capitals."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        # By the first two words: many phrases begin with the same one ("the", "New").
        self._by_start: dict[tuple[str, ...], list[tuple[list[str], list[str], T]]] = {}
        for phrase, value in phrases:
            texts = _WORD.findall(phrase)
            keys = [text.lower() for text in texts]
            self._by_start.setdefault(tuple(keys[:2]), []).append((keys, texts, value))
        for entries in self._by_start.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._first = frozenset(start[0] for start in self._by_start)

    def find(self, words: Words) -> Iterator[Found[T]]:
        """Every phrase of the lexicon in the words, from left to right, none overlapping another."""
        free, starts = 0, self._first
        for position in [i for i, key in enumerate(words.keys) if key in starts]:
            if position < free or (entry := self._longest(words, position)) is None:
                continue
            size, value = entry
            if words.keys[position] == "the" and (inner := self._longest(words, position + 1)) and inner[0] >= size:
                continue  # "the Islamic Republic" ends before "Islamic Republic of Mauritania" does
            first, last = words.spans[position], words.spans[position + size - 1]
            yield Found(words.token_at(first[0]), words.token_at(last[1] - 1) + 1, value)
            free = position + size

    def _longest(self, words: Words, position: int) -> tuple[int, T] | None:
        two, one = tuple(words.keys[position : position + 2]), (words.keys[position],)
        # A phrase of one word is the shortest and comes last.
        for keys, texts, value in (*self._by_start.get(two, ()), *self._by_start.get(one, ())):
            stop = position + len(keys)
            if words.keys[position:stop] == keys and _same_case(words.texts[position:stop], texts):
                return len(keys), value
        return None


def _same_case(seen: list[str], wanted: list[str]) -> bool:
    if seen == wanted:
        return True
    # Headlines in capitals; but "US" stays apart from "us", and an initial "the" may be "The".
    letters = "".join(seen)
    if letters.isupper() and len(letters) > 3:
        return True
    return [w.lower() for w in seen[:1]] + seen[1:] == wanted and not wanted[0].isupper() and wanted[0].islower()
