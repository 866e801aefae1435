"""Exit codes, in one place: what each means and which error leads to it."""

from __future__ import annotations

from enum import IntEnum

from foedera import errors


class Exit(IntEnum):
    """How a command ended."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    REGISTER = 4
    SET_UP = 5
    INTERRUPTED = 130


MEANINGS = {
    Exit.OK: "done",
    Exit.SOME_FAILED: "done, but some inputs could not be read (each is named on standard error)",
    Exit.USAGE: "the command line is wrong",
    Exit.NOT_FOUND: "nothing in the register has that name, or several things have",
    Exit.REGISTER: "the register can't be used: busy, of another version, not writable, damaged",
    Exit.SET_UP: "something that Foedera needs is missing, such as a language pipeline",
    Exit.INTERRUPTED: "interrupted; what was reported as added is kept",
}

# The first class that fits wins, so the special stands before the general.
_OF_ERROR: tuple[tuple[type[Exception], Exit], ...] = (
    (errors.ReadError, Exit.SOME_FAILED),
    (errors.DateError, Exit.USAGE),
    (errors.ReferenceDataError, Exit.USAGE),
    (errors.NameNotFound, Exit.NOT_FOUND),
    (errors.NameAmbiguous, Exit.NOT_FOUND),
    (errors.RegisterError, Exit.REGISTER),
    (errors.FoederaError, Exit.SET_UP),
)


def exit_of(error: Exception) -> Exit:
    """The exit code of an error that Foedera raised on purpose."""
    return next(code for kind, code in _OF_ERROR if isinstance(error, kind))


def epilog() -> str:
    """The exit codes as `--help` shows them."""
    return "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in MEANINGS.items()) + "."
