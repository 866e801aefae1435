"""Fixtures of the extractors' tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from foedera.annotate import Layers, parse
from foedera.extract.entities import Actors, read_actors
from tests.conftest import document

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy
    from spacy.tokens import Doc


class Who:
    """Who is meant in a small text: `who("he")` names whom the last such words stand for."""

    def __init__(self, tokens: Doc, actors: Actors) -> None:
        self.tokens = tokens
        self.actors = actors

    def span(self, words: str):
        *_, last = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.tokens.text)
        span = self.tokens.char_span(*last.span(), alignment_mode="expand")
        assert span is not None, words
        return span

    def __call__(self, words: str) -> str | None:
        entity = self.actors.at(self.span(words))
        return entity.name if entity else None

    def states(self, words: str) -> tuple[str, ...]:
        return self.actors.states(self.span(words))

    def entity(self, name: str):
        return next(e for e in self.actors.entities if e.name == name)

    def names(self, kind: str) -> list[str]:
        return [e.name for e in self.actors.entities if e.kind == kind]


@pytest.fixture(scope="session")
def who(nlp: spacy.Language) -> Callable[..., Who]:
    """Reads who is meant in a text: `who(text, published=None)`."""

    def who(text: str, published: str | None = None) -> Who:
        doc = document(text, published)
        (tokens,) = parse(nlp, [doc])
        return Who(tokens, read_actors(Layers(doc, tokens)))

    return who
