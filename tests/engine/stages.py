"""Stages that the tests of engines map; a module of their own, so that other processes can import them."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from foedera.errors import EvidenceError, LexiconError
from foedera.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from foedera.engine import Stage


def document(n: int, text: str | None = None) -> Document:
    return Document(f"doc_{n}", f"report {n}", f"report {n}", text or "word " * (n + 1), "")


def documents(count: int, special: Mapping[int, str] | None = None) -> list[Document]:
    return [document(n, (special or {}).get(n)) for n in range(count)]


class Names:
    def __call__(self, batch: Sequence[Document]) -> Iterator[str]:
        return (doc.path for doc in batch)


class Batches:
    def __call__(self, batch: Sequence[Document]) -> list[tuple[str, ...]]:
        return [tuple(doc.path for doc in batch)] * len(batch)


class Picky:
    """Fails as a document's text tells it to."""

    def __call__(self, batch: Sequence[Document]) -> Iterator[str]:
        for doc in batch:
            match doc.text:
                case "boom":
                    raise ZeroDivisionError("two\nlines")
                case "ours":
                    raise EvidenceError("no evidence")
                case "lexicon":
                    raise LexiconError("a frame without a verb")
                case "killed":
                    os.kill(os.getpid(), signal.SIGKILL)
                case "lose":
                    continue
            yield doc.path


def make_lengths() -> Stage[int]:
    return _lengths


def _lengths(batch: Sequence[Document]) -> list[int]:
    return [len(doc.text) for doc in batch]


def make_nothing() -> Stage[None]:
    raise LexiconError("no model here")
