"""One batch through a stage, with each document's errors kept to itself."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from foedera.errors import EngineError, FoederaError, LanguageModelMissing, LexiconError
from foedera.model import Document, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from foedera.engine.batches import Batch
    from foedera.engine.contract import R, Stage

_OF_ALL = (LanguageModelMissing, LexiconError)  # errors that every document would meet: they are no document's own


def work(stage: Callable[[], Stage[R]], batch: Batch) -> list[R | Failure]:
    """A result or a Failure for each item of the batch, in their order; the stage is asked for if there is work."""
    results = iter(_together(stage(), batch.documents) if batch.documents else ())
    return [next(results) if isinstance(item, Document) else item for item in batch.items]


def _together(stage: Stage[R], documents: Sequence[Document]) -> Sequence[R | Failure]:
    """The batch at once; where that fails, each document alone, so that only the faulty ones fail."""
    try:
        return _exactly(stage, documents)
    except _OF_ALL:
        raise
    except Exception as error:
        if len(documents) == 1:
            return [failure(documents[0], error)]
    return [result for document in documents for result in _together(stage, [document])]


def _exactly(stage: Stage[R], documents: Sequence[Document]) -> list[R]:
    results = list(stage(documents))
    if len(results) != len(documents):
        raise EngineError(
            f"the stage gave {len(results)} results for {len(documents)} documents; it must give one for each"
        )
    return results


def failure(document: Document, error: Exception) -> Failure:
    """The error of one document as one line; anything but a FoederaError is a bug and keeps its trace."""
    kind = type(error).__name__
    said = " ".join(str(error).split())
    if isinstance(error, FoederaError):
        return Failure(document.path, kind, said if document.path in said else f"{document.path}: {said}")
    trace = "".join(traceback.format_exception(error))
    return Failure(
        document.path, kind, f"{document.path}: an error in Foedera itself ({kind}: {said}); please report it", trace
    )
