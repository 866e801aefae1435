"""What holders claim of the agreement. A claim is never a fact of the register."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.publish.dossier.case import source_name

if TYPE_CHECKING:
    from foedera.model import Claim
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim in the holder's words and in ours; `holder` None is the report itself.

    `subject` is None where it is the agreement itself. `objects` are all of which one passage claims it.
    """

    subject: str | None
    predicate: str
    objects: tuple[str, ...]
    denied: bool
    holder: str | None
    hedges: tuple[str, ...]
    words: tuple[str, ...]
    sources: tuple[str, ...]
    references: tuple[Reference, ...]


def claims_of(case: Case, notes: Notes) -> tuple[Assertion, ...]:
    """The claims, holder by holder in the order of the reports; the same claim of one holder once."""
    passages: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(case.claims, key=lambda claim: (case.order(claim.evidence[0].doc), claim.evidence[0])):
        passages[claim.holder, claim.predicate, claim.subject, claim.polarity, claim.evidence].append(claim)
    groups: dict[str | None, dict[tuple[object, ...], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for (holder, *what, _), claims in passages.items():
        objects = frozenset(claim.object for claim in claims)
        groups[claims[0].holder][(holder, *what, objects)].extend(claims)
    return tuple(_assertion(case, notes, group) for held in groups.values() for group in held.values())


def _assertion(case: Case, notes: Notes, group: list[Claim]) -> Assertion:
    first = group[0]
    spans = tuple(dict.fromkeys(span for claim in group for span in claim.evidence))
    return Assertion(
        subject=None if first.subject == case.id else case.call(first.subject),
        predicate=first.asserted,
        objects=tuple(dict.fromkeys(_called(case, claim.object) for claim in group if claim.object)),
        denied=first.polarity == "negative",
        holder=case.call(first.holder) if first.holder else None,
        hedges=tuple(dict.fromkeys(hedge.text for claim in group for hedge in claim.hedges)),
        words=tuple(dict.fromkeys(span.text for span in spans)),
        sources=tuple(dict.fromkeys(source_name(case.document(span.doc)) for span in spans)),
        references=notes.cite(spans),
    )


def _called(case: Case, name: str) -> str:
    return "it" if name == case.id else case.call(name)
