"""What could not be done, as a value: one bad report is one line, and the others go on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, row or document that could not be read, in one line.

    `path` is how the user named it, `kind` the name of the error's class in `foedera.errors` (or of the
    exception, where it is a bug of ours), `message` one line that says which file, what was found, what was
    expected and what to do. `trace` is the stack trace of a bug and None for everything a user can mend.
    """

    path: str
    kind: str
    message: str
    trace: str | None = None

    def __str__(self) -> str:
        return self.message
