"""Which agreements this one replaces, amends or rests on, and which do so to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.wording import RELATION_MODES, RELATION_WORDS

if TYPE_CHECKING:
    from foedera.model import Link
    from foedera.model.records import Realis, Relation
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference


@dataclass(frozen=True, slots=True)
class Kin:
    """Another agreement and one way in which sources relate it to this one.

    `outward` is True where this agreement replaces (amends, ...) the other, False where the other does so to it.
    """

    name: str
    relation: Relation
    outward: bool
    realis: Realis
    examples_only: bool
    sources: tuple[str, ...]
    witnesses: int
    references: tuple[Reference, ...]

    @property
    def phrase(self) -> str:
        """The relation in words, with how it is put: "replaces, as planned"."""
        return RELATION_MODES[self.realis].format(RELATION_WORDS[self.relation][0 if self.outward else 1])

    @property
    def sentence(self) -> str:
        """The relation and the other's name, for those who can't see the picture."""
        return f"{self.phrase}: {self.name}"


def kin_of(case: Case, notes: Notes) -> tuple[Kin, ...]:
    """Every relation that a source states, agreement by agreement; outward ones first."""
    groups: dict[tuple[str, Relation, bool, Realis], list[Link]] = defaultdict(list)
    for link in case.links:
        outward = link.source == case.id
        other = case.call(link.target if outward else link.source)
        groups[other, link.relation, outward, link.realis].append(link)
    ordered = sorted(groups.items(), key=lambda item: (not item[0][2], item[0][1] != "replaces", item[0][0]))
    return tuple(_kin(case, notes, *key, links) for key, links in ordered)


def _kin(
    case: Case, notes: Notes, name: str, relation: Relation, outward: bool, realis: Realis, links: list[Link]
) -> Kin:
    docs = list(dict.fromkeys(span.doc for link in links for span in link.evidence))
    return Kin(
        name=name,
        relation=relation,
        outward=outward,
        realis=realis,
        examples_only=any(link.exhaustive is False for link in links),
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        witnesses=len({case.witness(doc) for doc in docs}),
        references=notes.cite(span for link in links for span in link.evidence),
    )
