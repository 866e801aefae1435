"""What a person sees: messages and a progress bar on standard error, tables on standard output."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.model import Document, Failure

NO_DATE = (
    'no publication date for {name}: its relative dates ("Tuesday", "last month") stay unresolved; '
    'give one with --published 2024-06-18, or as "published" in a JSON Lines row'
)


class Desk:
    """Standard output for data and standard error for messages, with a count of what failed."""

    def __init__(self) -> None:
        # rich leaves colour out where the stream is no terminal or NO_COLOR is set.
        self.out = Console(soft_wrap=False)
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
