"""Explanations: which words, which frame of the lexicon and which rule made a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import acts, meetings, meetings_merge
from foedera.extract.acts_merge import evidence_of
from foedera.extract.links import found_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_merge import Draft
    from foedera.extract.entities import Actors
    from foedera.extract.frames import Frame
    from foedera.extract.meetings_merge import Encounter
    from foedera.model import Agreement, Span


@dataclass(frozen=True)
class Explanation:
    """Why a record says what it says.

    `record` is its type, `says` what it states, `frame` the lexicon's entry, `example` that entry's own example, and
    `parts` the words that filled its places, each with what they were taken for.
    """

    record: str
    says: str
    frame: str
    lexicon: str
    example: str
    evidence: Span
    parts: tuple[tuple[str, Span], ...]


def explain(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], offset: int) -> tuple[Explanation, ...]:
    """Why each act, link and meeting was read whose evidence covers an offset of the document."""
    found = [
        *(_of_act(layers, draft) for draft in acts.drafts(layers, actors, agreements)),
        *_of_links(layers, agreements),
        *(_of_meeting(layers, told) for told in meetings.encounters(layers, actors)),
    ]
    return tuple(one for one in found if one.evidence.start <= offset < one.evidence.end)


def _of_act(layers: Layers, draft: Draft) -> Explanation:
    by = f" by {', '.join(draft.by)}" if draft.by else ""
    on = f" on {draft.date}" if draft.date else ""
    parts = [("the step", layers.span(draft.trigger)), ("the agreement", draft.mention.span)]
    parts += [("who", layers.span(token)) for token in draft.agents]
    parts += [(f"makes it {draft.realis}", span) for span in _spans(layers, draft.mood.words)]
    says = f"{draft.stage}, {draft.realis}{by}{on}: {draft.mention.agreement.name}"
    return _made("act", says, draft.frame, evidence_of(layers, draft), parts)


def _of_links(layers: Layers, agreements: tuple[Agreement, ...]) -> Iterator[Explanation]:
    for link in found_links(layers, agreements):
        parts = [
            ("the relation", layers.span(link.trigger)),
            ("from", link.source.span),
            ("to", link.target.span),
        ]
        parts += [(f"makes it {link.mood.realis}", span) for span in _spans(layers, link.mood.words)]
        says = f"{link.source.agreement.name} {link.frame.relation} {link.target.agreement.name}, {link.mood.realis}"
        yield _made("link", says, link.frame, link.evidence, parts)


def _of_meeting(layers: Layers, told: Encounter) -> Explanation:
    parts = [("the meeting", layers.span(told.trigger))]
    parts += [("who or where", layers.span(token)) for token in told.words]
    parts += [(f"makes it {told.mood.realis}", span) for span in _spans(layers, told.mood.words)]
    where = f" in {told.place[0]}" if told.place else ""
    on = f" on {told.date}" if told.date else ""
    says = f"{told.frame.kind}, {told.mood.realis}{where}{on}: {', '.join(told.who) or 'those named before'}"
    return _made("meeting", says, told.frame, meetings_merge.evidence_of(layers, told), parts)


def _made(record: str, says: str, frame: Frame, evidence: Span, parts: list[tuple[str, Span]]) -> Explanation:
    example = frame.example.replace("[", "").replace("]", "")
    return Explanation(record, says, frame.frame, f"{record}s.yaml", example, evidence, tuple(dict.fromkeys(parts)))


def _spans(layers: Layers, tokens: Iterable[Token]) -> list[Span]:
    return [layers.span(token) for token in tokens if not token.is_space]
