"""The makers by the names that the rules call them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.times.context import Context
    from foedera.times.grammar import Match
    from foedera.times.meanings import Meaning

    Maker = Callable[[Match, Context], Meaning | None]

MAKERS: dict[str, Maker] = {}


def maker(function: Maker) -> Maker:
    """Make a function known to the rules, by its name without the leading `make_`."""
    MAKERS[function.__name__.removeprefix("make_")] = function
    return function


def interpret(match: Match | None, ctx: Context) -> Meaning | None:
    """The meaning of a match; None where it turns out to be no time."""
    if match is None:
        return None
    try:
        return MAKERS[match.rule.make](match, ctx)
    except (OverflowError, ValueError):
        return None  # no such day, or outside the years that a calendar has


def inner(match: Match, ctx: Context, *names: str) -> Meaning | None:
    """The meaning of the first of these phrases that the match holds; of any phrase where none is named."""
    for name in names or tuple(match.held):
        if name in match.held and name in match.grammar.phrases:
            return interpret(match.get(name), ctx)
    return None


@maker
def make_same(m: Match, ctx: Context) -> Meaning | None:
    """What its inner phrase means."""
    return inner(m, ctx)


@maker
def make_skip(m: Match, ctx: Context) -> Meaning | None:
    """No time at all: what looks like one and is a name."""
    return None
