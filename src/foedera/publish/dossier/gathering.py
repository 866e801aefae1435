"""From the register to a case: asks the view for everything on one agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.analyse.events import events
from foedera.lexicon.states import states
from foedera.model import Entity, Quotation
from foedera.publish.dossier.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model import Claim, Link, Span
    from foedera.store.entries import Entry
    from foedera.store.view import Report, View


def gather(view: View, agreement_id: str, *, as_of: str | None = None) -> Case:
    """The case of an agreement. Raises NameNotFound where the view has none of that id."""
    entry = view.agreement(agreement_id)
    reports = [view.report(doc) for doc in entry.reports]
    held = set(entry.reports)
    met = view.meeting_groups(docs=entry.reports)
    links, claims = view.links(entry.id), view.claims(entry.id)
    names = {code: state.name for code, state in states().items()}
    names |= {actor.id: actor.name for actor in view.actors(docs=entry.reports)}
    names |= _agreement_names(view, links, claims) | {entry.id: entry.name}
    return Case(
        entry=entry,
        documents=tuple(report.document for report in reports),
        life=tuple(events(view, entry.id)),
        links=tuple(links),
        meetings=tuple(view.meetings(entry.id)),
        quotations=tuple(_statements(view, entry)),
        claims=tuple(claims),
        entities=tuple(view.records(Entity, "list_contains(?, r.doc)", [list(entry.reports)])),
        names=names,
        copies={copy: original for copy, original in view.copies().items() if {copy, original} <= held},
        encounters={meeting.id: thing for thing, group in met.items() for meeting in group},
        as_of=as_of or view.as_of,
        undated=view.undated,
        made_by=_made_by(reports),
    )


def _statements(view: View, entry: Entry) -> Iterator[Quotation]:
    """What is said about the agreement: by the reading's word, or because the words said name it."""
    mentions: dict[str, list[Span]] = {}
    for account in entry.records:
        mentions.setdefault(account.mentions[0].doc, []).extend(account.mentions)
    for quotation in view.records(Quotation, "list_contains(?, r.doc)", [list(entry.reports)]):
        named = mentions.get(quotation.doc, ())
        said = any(piece.overlaps(mention) for piece in quotation.content for mention in named)
        if said or entry.id in quotation.about:
            yield quotation


def _agreement_names(view: View, links: Iterable[Link], claims: Iterable[Claim]) -> dict[str, str]:
    """What the register calls the agreements at the other end of links and claims."""
    ends = {end for link in links for end in (link.source, link.target)}
    ends |= {end for claim in claims for end in (claim.subject, claim.object) if end}
    return {entry.id: entry.name for entry in view.agreements() if entry.id in ends} if ends else {}


def _made_by(reports: Iterable[Report]) -> str | None:
    """The extractors and language models that read these reports."""
    makers = sorted({f"{report.extractor}, {report.model}" for report in reports})
    return "; ".join(makers) or None
