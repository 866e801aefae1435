"""The files that a user names: those of a folder one after the other, and standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from foedera.errors import EmptyDocument, NotFound, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".jsonl", ".ndjson")
"""What is read in a folder, also with `.gz` behind it; a file that is named itself is read whatever it is called."""
_STDIN = "-"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: how the user named it, what it is called, and the name to open it by."""

    path: str
    name: str
    real: str

    @property
    def suffix(self) -> str:
        """The ending that tells the format, in small letters, a `.gz` behind it left out."""
        name = self.name.lower().removesuffix(".gz")
        return Path(name).suffix


def sources(paths: Iterable[str]) -> Iterator[Source | ReadError]:
    """Every file behind the paths, in their order, or what is wrong with one."""
    for path in paths:
        if path == _STDIN:
            yield Source("-", "standard input", _STDIN)
        elif os.path.isdir(path):  # noqa: PTH112 - a name may hold bytes that pathlib would have to decode
            yield from _in_folder(path)
        elif os.path.lexists(path):
            yield Source(_shown(path), _shown(os.path.basename(path)), path)  # noqa: PTH119
        else:
            yield NotFound(f"{_shown(path)}: no such file or folder; check the name")


def _in_folder(folder: str) -> Iterator[Source | ReadError]:
    """Its files and those of the folders in it, sorted; then the folders that could not be looked into."""
    unread: list[OSError] = []
    found = False
    for here, inner, names in os.walk(folder, onerror=unread.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            real = os.path.join(here, name)  # noqa: PTH118
            if _is_report(name) and (os.path.isfile(real) or os.path.islink(real)):  # noqa: PTH113, PTH114
                found = True
                yield Source(_shown(real), _shown(os.path.relpath(real, folder)).replace(os.sep, "/"), real)
    for error in unread:
        yield ReadError(f"{_shown(str(error.filename))}: can't be read ({error.strerror}); look at its rights")
    if not found and not unread:
        endings = ", ".join(SUFFIXES)
        yield EmptyDocument(f"{_shown(folder)}: nothing to read in this folder; it needs {endings} files (also .gz)")


def _is_report(name: str) -> bool:
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(SUFFIXES)


def _shown(path: str) -> str:
    """A path as it can be written: bytes that are no characters are shown as such."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@contextmanager
def opened(source: Source) -> Iterator[io.BufferedReader]:
    """The bytes of a file, unpacked where they are gzipped; the stream can be peeked into."""
    if source.real == _STDIN:
        yield _unpacked(cast("io.BufferedReader", sys.stdin.buffer))
        return
    with open(source.real, "rb") as stream:  # noqa: PTH123
        yield _unpacked(stream)


def _unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    if stream.peek(2)[:2] == _GZIP:
        return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream)))
    return stream
