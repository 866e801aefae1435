"""`foedera decide`: a person's word on whether two things are one."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from foedera.publish.cli.options import DEFAULT_REGISTER, Json, RegisterPath


class Verdict(StrEnum):
    """What is decided."""

    SAME = "same"
    DIFFERENT = "different"


Thing = Annotated[
    str, typer.Argument(show_default=False, help="A name, or an id from `foedera show` or `foedera why`.")
]


def decide(
    verdict: Annotated[Verdict, typer.Argument(help="Whether the two are one thing.")],
    a: Thing,
    b: Thing,
    note: Annotated[str | None, typer.Option("--note", help="Why, for those who come after.")] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    as_json: Json = False,
) -> None:
    """Decide that two agreements, meetings, persons or bodies are the same, or different.

    The decision is kept for good, beats the machine, and holds when reports are read again. A later decision on the
    same two takes its place.
    """
    from foedera.adding import decide as keep
    from foedera.publish.cli.console import Desk

    desk = Desk()
    one, other = keep(register, verdict.value, a, b, note=note)
    if as_json:
        desk.write({"verdict": verdict.value, "a": one, "b": other, "note": note})
    else:
        desk.say(f"foedera: decided: {a} ({one}) and {b} ({other}) are {'the same' if one == other else 'different'}")
