"""Leaders known by name: whose state a bare "Trump" leads in the year of a report."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from foedera.extract.entities.names import parts, same_person, short_for, surname
from foedera.lexicon import load
from foedera.lexicon.states import states, year_of


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader, the state led (its key; None for an organisation's head), and the years in office."""

    name: str
    state: str | None
    years: tuple[int, ...]

    def leads(self, year: int | None) -> bool:
        """Whether in office in a year; where the year is unknown, whether still in office at the last revision."""
        if year is None:
            return len(self.years) % 2 == 1
        pairs = zip(self.years[::2], [*self.years[1::2], 9999], strict=False)
        return any(first <= year <= last for first, last in pairs)


@functools.cache
def _by_surname() -> dict[str, tuple[Leader, ...]]:
    found: dict[str, list[Leader]] = {}
    known = load("world", "leaders")
    for people in known.values():
        for key, names in people.items():
            for name, years in names.items():
                leader = Leader(name, key if key in states() else None, tuple(years))
                for part in {surname(name), parts(name)[-1]}:
                    found.setdefault(part, []).append(leader)
    return {part: tuple(leaders) for part, leaders in found.items()}


@functools.lru_cache(maxsize=4096)
def leader_named(name: str, published: str | None) -> Leader | None:
    """The leader of that name who is in office on a date; None where none is, or a surname is that of several."""
    its = parts(name)
    if not its:
        return None
    year = year_of(published)
    options = {leader.name: leader for part in {surname(name), its[-1]} for leader in _by_surname().get(part, ())}
    same = same_person if len(its) > 1 else lambda full, short: short_for(short, full)
    fits = [leader for leader in options.values() if leader.leads(year) and same(leader.name, name)]
    return fits[0] if len({leader.state for leader in fits}) == 1 else None
