"""What a person sees: messages and a progress bar on standard error, tables on standard output."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from foedera.model import Document, Failure

NO_DATE = (
    'no publication date for {name}: its relative dates ("Tuesday", "last month") stay unresolved; '
    'give one with --published 2024-06-18, or as "published" in a JSON Lines row'
)


_WIDTH = 160  # columns of a table that goes into a file or a pipe


class Desk:
    """Standard output for data and standard error for messages, with a count of what failed."""

    def __init__(self) -> None:
        # rich leaves colour out where the stream is no terminal or NO_COLOR is set.
        self.out = Console(highlight=False)
        if not self.out.is_terminal:
            self.out.width = _WIDTH
        self.err = Console(stderr=True, highlight=False, soft_wrap=True)
        self.failures = 0
        self._told_of_dates = False

    def say(self, message: str) -> None:
        """A message, never mixed with the data."""
        self.err.print(message, markup=False)

    def failed(self, error: Exception | Failure) -> None:
        """An input could not be read: one line, and the others go on."""
        self.failures += 1
        self.say(f"foedera: {error}")

    def note_date(self, document: Document) -> None:
        """Say once how to give a publication date, the first time one is missing."""
        if document.published is None and not self._told_of_dates:
            self._told_of_dates = True
            self.say("foedera: " + NO_DATE.format(name=document.path))

    def write(self, plain: Any) -> None:
        """Data as JSON, one document."""
        json.dump(plain, sys.stdout, ensure_ascii=False, indent=2, default=str)
        sys.stdout.write("\n")

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
        """Data as a table; None is shown as a dash, and words from sources never as markup."""
        table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(Text("–" if cell is None else cell) for cell in row))
        self.out.print(table)

    @contextlib.contextmanager
    def progress(self, what: str) -> Iterator[Callable[[str], None]]:
        """A bar while reports are worked on; nothing is drawn where standard error is no terminal."""
        columns: list[Any] = [
            SpinnerColumn(),
            TextColumn(what),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[name]}"),
        ]
        bar = Progress(*columns, console=self.err, transient=True, disable=not self.err.is_terminal)
        with bar:
            task = bar.add_task(what, total=None, name="")
            yield lambda name: bar.update(task, advance=1, name=name)
