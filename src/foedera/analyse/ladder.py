"""Partnership ladders: what states call their relations, kept verbatim, and ranked only where that means something.

A rank belongs to the issuer whose ladder it is; across issuers there is only the coarse level 0 to 4, whose mapping is
data with its source (`lexicon/world/partnerships.yaml`). A label is no obligation (Wilkins 2012).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.analyse.overview import Line


@dataclass(frozen=True, slots=True)
class Label:
    """A partnership label: its words, its qualifiers in order, and its coarse level (None where it is no label)."""

    text: str
    qualifiers: tuple[str, ...]
    level: int | None


@dataclass(frozen=True, slots=True)
class Rung:
    """What an issuer and a partner call their relation in one agreement of the register.

    `rank` counts from 1 up the issuer's own ladder, None where that ladder is not known or does not name the label.
    """

    issuer: str
    partner: str
    label: Label
    rank: int | None
    date: str | None
    agreement: str


def read_label(text: str) -> Label:
    """The qualifiers and the coarse level of a label, as a report writes it."""
    words = re.sub(r"\s+", " ", text.casefold())
    found = [(match.start(), match[0]) for match in _qualifiers().finditer(words)]
    qualifiers = tuple(word for _, word in sorted(found))
    return Label(text, qualifiers, _level(qualifiers) if "partnership" in words else None)


@functools.cache
def _qualifiers() -> re.Pattern[str]:
    words = sorted(load("world", "partnerships")["qualifiers"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _level(qualifiers: tuple[str, ...]) -> int:
    words = {word for qualifier in qualifiers for word in (qualifier, *qualifier.split())}
    rules = load("world", "partnerships")["levels"]["rules"]
    return next(int(rule["level"]) for rule in rules if set(rule["words"]) <= words)


def rank(issuer: str, label: str) -> int | None:
    """The rung of a label on its issuer's own ladder, counted from 1."""
    ladder = load("world", "partnerships")["ladders"].get(issuer)
    wanted = _plain(label)
    for number, names in enumerate(ladder["rungs"] if ladder else (), start=1):
        if wanted in map(_plain, names):
            return number
    return None


def _plain(label: str) -> str:
    return " ".join(re.findall(r"\w+", label.casefold()))


def ladder(issuer: str, lines: Iterable[Line]) -> tuple[Rung, ...]:
    """Every label that the register's agreements give an issuer's relations, partner by partner in order of time.

    A rung's date is the one that names the agreement, else that of the furthest step reports assert as done.
    """
    rungs = [
        Rung(issuer, partner, read_label(line.entry.label), rank(issuer, line.entry.label), _date(line), line.entry.id)
        for line in lines
        if line.entry.label and issuer in line.entry.parties
        for partner in line.entry.parties
        if partner != issuer
    ]
    return tuple(sorted(rungs, key=lambda rung: (rung.partner, rung.date or "9999", rung.agreement)))


def _date(line: Line) -> str | None:
    return line.entry.date or (line.status.date if line.status else None)
