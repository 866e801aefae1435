"""The engine seam: the work on each document, mapped over many of them.

    def stage_factory() -> Stage: ...        # runs once in every worker: loads the language model
    stage(batch) -> results                  # one result for each document of the batch, in their order

    for result in engine.map(stage_factory, documents, workers=2):
        ...                                  # a result, or the Failure of one document, in the documents' order

What every engine promises (`tests/engine/conformance.py` holds it to that):
results come in the order of the documents and as a stream, with a bounded number in flight; the same batches
are made for any number of workers, so the results are the same; an error in one document is that document's
`Failure` and no other's; a `Failure` among the documents is passed on in its place; an error of the factory is
raised; a killed worker raises WorkerDied.

With more than one worker the factory must be picklable: a function or class of a module, or a
`functools.partial` of one, and documents and results plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.batches import Batch, batches
from foedera.engine.contract import Engine, R, Stage, StageFactory
from foedera.engine.local import InProcess, LocalProcesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model import Document, Failure

__all__ = ["Batch", "Engine", "InProcess", "LocalProcesses", "Stage", "StageFactory", "batches", "local", "map"]


def local(workers: int = 1) -> Engine:
    """The engine of this machine: this process for one worker, else that many processes.

    Raises:
        EngineError: fewer than one worker.
    """
    return InProcess() if workers == 1 else LocalProcesses(workers)


def map(
    stage_factory: StageFactory[R], documents: Iterable[Document | Failure], *, workers: int = 1
) -> Iterator[R | Failure]:
    """What the stage makes of each document, in their order; the module's head says what is promised."""
    return local(workers).map(stage_factory, documents)
