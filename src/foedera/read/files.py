"""From what the user names (files, folders, `-`) to documents, as a stream."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from foedera.errors import ReadError
from foedera.model import Document, Failure
from foedera.model.dates import bounds
from foedera.read.assemble import assemble
from foedera.read.formats import raws
from foedera.read.raw import MAX_CHARACTERS
from foedera.read.sources import Source, opened, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.read.raw import Raw


def read(
    paths: Iterable[str | os.PathLike[str]], *, published: str | None = None, max_characters: int = MAX_CHARACTERS
) -> Iterator[Document | Failure]:
    """Each report in the files and folders named, or why it could not be read, in their order and as a stream.

    Folders are read recursively, their files sorted by name; `-` is standard input. `published` (EDTF) is the date
    of reports that state none.

    Raises:
        DateError: `published` is not EDTF.
    """
    if published is not None:
        bounds(published)
    return _documents([os.fspath(path) for path in paths], published, max_characters)


def _documents(paths: list[str], published: str | None, max_characters: int) -> Iterator[Document | Failure]:
    for source in sources(paths):
        for item in _raws(source, max_characters) if isinstance(source, Source) else (source,):
            if isinstance(item, ReadError):
                yield _failure(item)
                continue
            try:
                yield assemble(item, published)
            except ReadError as error:
                yield _failure(error)


def _failure(error: ReadError) -> Failure:
    said = " ".join(str(error).split())
    return Failure(said.partition(": ")[0], type(error).__name__, said)


def _raws(source: Source, max_characters: int) -> Iterator[Raw | ReadError]:
    """The raw texts of a file; whatever is wrong with the file itself comes last, as an error of ours."""
    try:
        with opened(source) as stream:
            yield from raws(stream, source, max_characters)
    except ReadError as error:
        yield error
    except (EOFError, zlib.error):
        yield ReadError(f"{source.path}: a broken gzip file; download or save it again")
    except OSError as error:
        yield ReadError(f"{source.path}: can't be read ({error.strerror or error}); look at the file and its rights")
