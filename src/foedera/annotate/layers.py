"""The layers of spans over one document that the extractors read."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from spacy.attrs import IDX, LEMMA, LENGTH

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from foedera.model import Document, Span, Time
    from foedera.model.documents import BlockKind


@dataclass
class Layers:
    """A document with its tokens (trees, tags, names, sentences) and its times."""

    document: Document
    tokens: Doc
    times: tuple[Time, ...] = ()

    def span(self, part: Tokens | Token) -> Span:
        """The words of some tokens as a span of the document, without white space at the ends."""
        # Only one of the two has an index; to build the words would cost more than to ask where they end.
        start, end = (part.idx, part.idx + len(part)) if hasattr(part, "idx") else (part.start_char, part.end_char)
        return self._trimmed(start, end)

    def span_of(self, start: int, end: int) -> Span:
        """The words of the tokens `[start, end)` as a span of the document, without white space at the ends."""
        return self._trimmed(self.starts[start], self.starts[end - 1] + len(self.texts[end - 1]))

    def _trimmed(self, start: int, end: int) -> Span:
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return self.document.span(start, end)

    @functools.cached_property
    def sentences(self) -> tuple[Tokens, ...]:
        """Every sentence of every block that has words in it."""
        texts = self.texts
        return tuple(s for s in self.tokens.sents if not all(map(str.isspace, texts[s.start : s.end])))

    @functools.cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of the sentence that each token stands in."""
        return tuple([n for n, sentence in enumerate(self.tokens.sents) for _ in range(len(sentence))])

    @functools.cached_property
    def starts(self) -> tuple[int, ...]:
        """The place in the text at which each token starts."""
        return tuple(self.tokens.to_array(IDX).tolist())

    @functools.cached_property
    def texts(self) -> tuple[str, ...]:
        """The letters of every token: to look words up here is much faster than to ask each token."""
        text, lengths = self.document.text, self.tokens.to_array(LENGTH).tolist()
        return tuple([text[start : start + length] for start, length in zip(self.starts, lengths, strict=True)])

    @functools.cached_property
    def words(self) -> tuple[str, ...]:
        """Every token in lower case."""
        return tuple(map(str.lower, self.texts))

    @functools.cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The dictionary form of every token, in lower case."""
        numbers = self.tokens.to_array(LEMMA).tolist()
        strings = self.tokens.vocab.strings
        known = {number: strings[number].lower() for number in set(numbers)}  # words return: each is looked up once
        return tuple([known[number] for number in numbers])

    def kind(self, part: Tokens | Token) -> BlockKind:
        """What kind of block some tokens stand in."""
        at = part.idx if hasattr(part, "idx") else part.start_char
        # Blocks are in order and do not overlap: the last one that starts before it is the only one that can hold it.
        i = bisect_right(self.document.blocks, at, key=attrgetter("start")) - 1
        return self.document.blocks[i].kind if i >= 0 and at < self.document.blocks[i].end else "body"

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """The times that stand inside `[start, end)`."""
        first = bisect_left(self.times, start, key=attrgetter("start"))
        last = bisect_left(self.times, end, key=attrgetter("start"))
        return tuple(t for t in self.times[first:last] if t.end <= end)
