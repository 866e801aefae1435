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
    """A claim and who holds it; `holder` None is the report itself."""

    subject: str
    predicate: str
    object: str | None
    denied: bool
    holder: str | None
    hedges: tuple[str, ...]
    sources: tuple[str, ...]
    references: tuple[Reference, ...]


def claims_of(case: Case, notes: Notes) -> tuple[Assertion, ...]:
    """The claims, holder by holder in the order of the reports; the same claim of one holder once."""
    groups: dict[tuple[str | None, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(case.claims, key=lambda claim: (case.order(claim.evidence[0].doc), claim.evidence[0])):
        groups[claim.holder, claim.predicate, claim.subject, claim.object, claim.polarity].append(claim)
    return tuple(_assertion(case, notes, group) for group in groups.values())


def _assertion(case: Case, notes: Notes, group: list[Claim]) -> Assertion:
    first = group[0]
    docs = dict.fromkeys(span.doc for claim in group for span in claim.evidence)
    return Assertion(
        subject=case.call(first.subject),
        predicate=first.asserted,
        object=case.call(first.object) if first.object else None,
        denied=first.polarity == "negative",
        holder=case.call(first.holder) if first.holder else None,
        hedges=tuple(dict.fromkeys(hedge.text for claim in group for hedge in claim.hedges)),
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        references=notes.cite(span for claim in group for span in claim.evidence),
    )
