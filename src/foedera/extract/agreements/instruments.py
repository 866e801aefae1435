"""Standing agreements that a report may name without introducing them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.extract.agreements.phrases import Phrase
    from foedera.model.records import AgreementKind


@dataclass(frozen=True, slots=True)
class Instrument:
    """A well-known agreement; `parties` only where they are few, `many` where it is open to many states, `signed`
    the year of signature or adoption."""

    name: str
    kind: AgreementKind
    parties: tuple[str, ...]
    many: bool
    signed: int | None


@functools.cache
def instruments() -> Mapping[str, Instrument]:
    """The standing agreements by each of their names in lower case."""
    found: dict[str, Instrument] = {}
    for entry in load("world", "instruments"):
        known = Instrument(
            entry["name"], entry["kind"], tuple(entry.get("parties", ())), entry.get("many", False), entry.get("signed")
        )
        for name in (entry["name"], *entry.get("names", ())):
            found[name.lower()] = known
    return found


@functools.cache
def known_acronyms() -> frozenset[str]:
    """The acronyms of standing agreements, in lower case."""
    names = (name for entry in load("world", "instruments") for name in entry.get("names", ()))
    return frozenset(name.lower() for name in names if name.isalpha() and sum(c.isupper() for c in name) > 2)


def known(phrase: Phrase) -> Instrument | None:
    """The standing agreement that the title or acronym of a phrase names."""
    if not phrase.title:
        return None
    table = instruments()
    names = (phrase.tokens.text.lower().removeprefix("the "), *sorted(phrase.aliases))
    return next((table[name] for name in names if name in table), None)


def year_of(phrase: Phrase) -> str | None:
    """The year in which the standing agreement that a phrase names was signed."""
    instrument = known(phrase)
    return str(instrument.signed) if instrument and instrument.signed else None


def is_standing(phrase: Phrase, published: str | None) -> bool:
    """Whether a title is that of an agreement signed before the year of the report."""
    instrument = known(phrase)
    if instrument is None or instrument.signed is None or published is None:
        return False
    return instrument.signed < int(published[:4])
