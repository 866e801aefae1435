"""What an engine is: the types that both sides of the seam agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model import Document, Failure

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Stage(Protocol[R_co]):
    """Work on documents: called with a batch, it gives one result for each, in their order."""

    def __call__(self, batch: Sequence[Document], /) -> Iterable[R_co]:
        """One result for each document of the batch."""
        ...


class StageFactory(Protocol[R_co]):
    """Makes the stage. It runs once in every worker, so what is slow to load belongs here."""

    def __call__(self) -> Stage[R_co]:
        """The stage of one worker."""
        ...


class Engine(Protocol):
    """Maps a stage over documents."""

    def map(self, stage_factory: StageFactory[R], documents: Iterable[Document | Failure]) -> Iterator[R | Failure]:
        """One result for each document, or its Failure, in their order."""
        ...
