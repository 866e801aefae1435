"""Which library multiplies the matrices of the language pipeline, and on how many threads.

Most of a pipeline's time goes into products of small matrices. spaCy leaves them to BLIS; NumPy's own library does the
same work in about half the time, and thinc, spaCy's engine, can use either.
"""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING

from thinc.api import NumpyOps, get_current_ops, use_ops
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def with_numpy() -> AbstractContextManager[None]:
    """Pipelines loaded inside use NumPy's library; where another kind of machine was chosen (a GPU), that stays."""
    if type(get_current_ops()) is NumpyOps:
        return use_ops("numpy", use_blis=False)
    return contextlib.nullcontext()


def on_one_thread() -> AbstractContextManager[object]:
    """Products inside run on one thread: for matrices this small, to share one out costs more than to work it out."""
    context: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return context


@functools.cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()  # to look for the libraries takes a thousand times as long as to set them
