"""The engines of one machine: this process, or several processes of it."""

from __future__ import annotations

import functools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any

from foedera.engine.batches import Batch, batches
from foedera.engine.work import work
from foedera.errors import EngineError, WorkerDied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.engine.contract import R, Stage, StageFactory
    from foedera.model import Document, Failure

_AHEAD = 2  # batches in flight for each worker: one at work, one ready


class InProcess:
    """The stage runs in this process."""

    def map(self, stage_factory: StageFactory[R], documents: Iterable[Document | Failure]) -> Iterator[R | Failure]:
        """One result for each document, or its Failure, in their order."""
        # Made with the first batch, so that where nothing can be read no model is loaded.
        stage = functools.cache(stage_factory)
        for batch in batches(documents):
            yield from work(stage, batch)


class LocalProcesses:
    """The stage runs in several processes, each of which makes its own.

    Processes are spawned, not forked: the same on every platform, and no lock is copied half-held. A document
    crosses to a worker once, and its result comes back once.
    """

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise EngineError(f"{workers} workers were asked for; give 1 or more")
        self.workers = workers

    def map(self, stage_factory: StageFactory[R], documents: Iterable[Document | Failure]) -> Iterator[R | Failure]:
        """One result for each document, or its Failure, in their order."""
        factory = _pickled(stage_factory)
        pool = ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"), _settle)
        flying: deque[tuple[Batch, Future[list[R | Failure]]]] = deque()
        try:
            for batch in batches(documents):
                flying.append((batch, pool.submit(_work_there, factory, batch)))
                if len(flying) >= self.workers * _AHEAD:
                    yield from _land(flying)
            while flying:
                yield from _land(flying)
        except BrokenProcessPool as error:
            raise _died(batch for batch, _ in flying) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pickled(stage_factory: StageFactory[R]) -> bytes:
    try:
        return pickle.dumps(stage_factory)
    except Exception as error:
        raise EngineError(
            f"the stage factory {stage_factory!r} can't be sent to another process ({error}); "
            "give a function or class of a module, or a functools.partial of one"
        ) from error


def _land(flying: deque[tuple[Batch, Future[list[R | Failure]]]]) -> list[R | Failure]:
    results = flying[0][1].result()
    flying.popleft()  # only now: a batch whose worker died is still named as in flight
    return results


def _died(batches_in_flight: Iterable[Batch]) -> WorkerDied:
    names = [document.path for batch in batches_in_flight for document in batch.documents]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return WorkerDied(
        f"a worker process was killed, perhaps for lack of memory, with {len(names)} reports in hand ({shown}); "
        "what came before them is done: run the same command again, with fewer --workers"
    )


@functools.lru_cache(maxsize=1)
def _stage_here(factory: bytes) -> Stage[Any]:
    made: Stage[Any] = pickle.loads(factory)()
    return made


def _work_there(factory: bytes, batch: Batch) -> list[Any]:
    """In a worker: the batch through the stage that this process made once."""
    return work(functools.partial(_stage_here, factory), batch)


def _settle() -> None:
    """In a worker, first of all: the parent alone answers Ctrl-C, and no worker outlives a parent that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
