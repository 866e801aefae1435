"""The states of the world: their names, codes and numbers, and which state continued which."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from foedera.lexicon import load

Range = tuple[int, int, int | None]
"""A number in a state system with its first and last year; the last is None where it holds today."""


@dataclass(frozen=True, slots=True)
class State:
    """A state, past or present. `key` is its ISO 3166-1 alpha-3 code, or one of our own where it has none."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    cow: tuple[Range, ...] = ()
    gw: tuple[Range, ...] = ()
    ended: int | None = None
    continued_by: str | None = None

    @property
    def iso3(self) -> str | None:
        """Its ISO 3166-1 alpha-3 code; None for a state that is no more and for the European Union."""
        return None if self.ended or self.key == "EU" else self.key

    @property
    def party(self) -> str:
        """How it stands among the parties of an agreement: its code, its heir's where one continued it, or its name."""
        return self.continued_by or (self.name if self.ended else self.key)


@dataclass(frozen=True, slots=True)
class StateCodes:
    """A state's codes on a date: ISO 3166-1 alpha-3, Correlates of War and Gleditsch-Ward; None where it has none."""

    iso3: str | None = None
    cow: int | None = None
    gw: int | None = None


@functools.cache
def states() -> dict[str, State]:
    """Every state of the lexicon by its key."""
    return {key: _state(key, entry) for key, entry in load("world", "states").items()}


def _state(key: str, entry: dict[str, Any]) -> State:
    fields: dict[str, Any] = {f: tuple(entry.get(f, ())) for f in ("names", "adjectives", "people", "seats")}
    fields |= {f: tuple(tuple(r) for r in entry.get(f, ())) for f in ("cow", "gw")}
    return State(key, entry["name"], ended=entry.get("ended"), continued_by=entry.get("continued_by"), **fields)


@functools.cache
def _by_name() -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states().values():
        for name in (state.key, state.name, *state.names):
            found.setdefault(name.casefold().removeprefix("the "), state)
    return found


def find_state(name: str) -> State | None:
    """The state of that code or name, with or without "the" and in any case."""
    return _by_name().get(name.strip().casefold().removeprefix("the "))


@functools.cache
def seat_of() -> dict[str, str]:
    """The key of the state whose government sits in a place: Lima is Peru's."""
    return {seat: key for key, state in states().items() for seat in state.seats}


def state_codes(name: str, date: str | None = None) -> StateCodes:
    """A state's codes on a date (EDTF, its year is enough; None is today).

    Numbers follow the system's own years: Korea was 730 until 1910, South Korea is 732 from 1948.
    """
    state = find_state(name)
    if state is None:
        return StateCodes()
    year = year_of(date)
    return StateCodes(state.iso3, _number(state.cow, year), _number(state.gw, year))


def year_of(date: str | None) -> int | None:
    """The first year of an EDTF date, None where it states none."""
    digits = (date or "").lstrip("[{")[:4]
    return int(digits) if len(digits) == 4 and digits.isdigit() else None


def _number(ranges: tuple[Range, ...], year: int | None) -> int | None:
    """The number whose years hold the year; of two that share a year of change, the later."""
    for number, first, last in reversed(ranges):
        if last is None if year is None else first <= year <= (last or year):
            return number
    return None
