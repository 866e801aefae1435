"""Batches: documents that go through the language pipeline together.

They depend on the documents only, never on the number of workers: a language model's numbers can differ in the
last place with what stands beside a text in a batch, and the same documents must give the same records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.model import Document, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCUMENTS = 16
CHARACTERS = 100_000
"""A batch holds at most so many documents and characters; a longer document is a batch of its own."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents in their order, among them the Failures of those that could not be read."""

    items: tuple[Document | Failure, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Those that there is work on."""
        return tuple(item for item in self.items if isinstance(item, Document))


def batches(
    documents: Iterable[Document | Failure], *, count: int = DOCUMENTS, characters: int = CHARACTERS
) -> Iterator[Batch]:
    """The documents in batches, each bounded by number and by characters; reads no further than it must."""
    held: list[Document | Failure] = []
    size = 0
    for item in documents:
        length = len(item.text) if isinstance(item, Document) else 0
        if held and (len(held) == count or size + length > characters):
            yield Batch(tuple(held))
            held, size = [], 0
        held.append(item)
        size += length
    if held:
        yield Batch(tuple(held))
