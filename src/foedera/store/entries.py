"""What the register knows a thing as, summed up from the records of all reports that name it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from foedera.model import Agreement, Entity
    from foedera.model.records import AgreementKind, EntityKind

H = TypeVar("H", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Entry:
    """An agreement as the register knows it.

    `id` is for citing: it stays when reports are added, and where two entries turn out to be one, both ids lead
    to it. `names`, `kinds` and `labels` list what the reports call it, the most frequent first; `name`, `kind` and
    `label` are the first of each. `parties` are those most reports give; of a multilateral agreement all that any
    report names. `reports` are the ids of the documents that speak of it, `records` its record in each of them
    (with the record's own id and mentions).
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: AgreementKind
    kinds: tuple[AgreementKind, ...]
    label: str | None
    labels: tuple[str, ...]
    parties: tuple[str, ...]
    multilateral: bool | None
    articles: int | None
    date: str | None
    reports: tuple[str, ...]
    records: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, person, organisation, bloc or place as the register knows it; `records` as in `Entry`."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    iso3: str | None
    roles: tuple[str, ...]
    members: tuple[str, ...]
    affiliations: tuple[str, ...]
    reports: tuple[str, ...]
    records: tuple[Entity, ...]


def entry(thing: str, records: Sequence[Agreement]) -> Entry:
    """An agreement from its record in each report."""
    names = _names(records)
    kinds: tuple[AgreementKind, ...] = ranked(record.kind for record in records if record.kind != "other")
    labels = ranked(record.label for record in records)
    return Entry(
        id=thing,
        name=names[0],
        names=names,
        kind=kinds[0] if kinds else "other",
        kinds=kinds or ("other",),
        label=labels[0] if labels else None,
        labels=labels,
        parties=_parties(records),
        multilateral=first(ranked(record.multilateral for record in records)),
        articles=first(ranked(record.articles for record in records)),
        date=first(ranked(record.date for record in records)),
        reports=_reports(records),
        records=tuple(records),
    )


def actor(thing: str, records: Sequence[Entity]) -> Actor:
    """An actor from its record in each report."""
    names = ranked(record.name for record in records)
    return Actor(
        id=thing,
        kind=records[0].kind,
        name=names[0],
        names=names,
        iso3=first(ranked(record.iso3 for record in records)),
        roles=ranked(role for record in records for role in record.roles),
        members=ranked(member for record in records for member in record.members),
        affiliations=ranked(record.affiliation for record in records),
        reports=_reports(records),
        records=tuple(records),
    )


def ranked(values: Iterable[H | None]) -> tuple[H, ...]:
    """Each value once, the most frequent first; of two as frequent the longer, then the alphabetically first."""
    counts = Counter(value for value in values if value is not None)
    return tuple(sorted(counts, key=lambda value: (-counts[value], -len(str(value)), str(value))))


def first(values: Sequence[H]) -> H | None:
    """The first value, None where there is none."""
    return values[0] if values else None


def _names(records: Sequence[Agreement]) -> tuple[str, ...]:
    """What reports call it: what most call it first; of two as common, what stands in their texts more often."""
    said = Counter(mention.text.casefold() for record in records for mention in record.mentions)
    called = Counter(record.name for record in records)
    return tuple(sorted(called, key=lambda name: (-called[name], -said[name.casefold()], -len(name), name)))


def _parties(records: Sequence[Agreement]) -> tuple[str, ...]:
    if any(record.multilateral for record in records):
        return tuple(sorted({party for record in records for party in record.parties}))
    # A report that names one party only does not outvote those that name both.
    full = [record for record in records if len(record.parties) > 1] or list(records)
    return first(ranked(tuple(sorted(record.parties)) for record in full if record.parties)) or ()


def _reports(records: Sequence[Agreement] | Sequence[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.mentions[0].doc for record in records))
