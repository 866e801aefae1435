"""Quotations of a document: who said what, in which role, to whom, how firmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.attach import Assembly
from foedera.extract.quotations.audience import read_channel
from foedera.extract.quotations.content import read_content, read_form
from foedera.extract.quotations.cues import read_cues
from foedera.extract.quotations.firmness import read_certainty, read_hedges, read_tense
from foedera.extract.quotations.marks import Marks, read_marks
from foedera.extract.quotations.nesting import Mentions, enclosing, read_about
from foedera.extract.quotations.voices import Voices
from foedera.model import Quotation, Span
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.extract.quotations.drafts import Draft
    from foedera.model import Agreement


def read_quotations(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> tuple[Quotation, ...]:
    """Every attributed piece of speech or writing of a document, in the order of its words."""
    marks = Marks(read_marks(layers.document.text))
    drafts = Assembly(layers, marks.top, read_cues(layers)).put_together()
    read = [(draft, content) for draft in drafts if (content := read_content(layers, draft, marks))]
    return _records(layers, actors, agreements, read, marks)


def _records(
    layers: Layers,
    actors: Actors,
    agreements: tuple[Agreement, ...],
    read: list[tuple[Draft, tuple[Span, ...]]],
    marks: Marks,
) -> tuple[Quotation, ...]:
    """The records, each with its speaker, its audience and the quotation it is nested in."""
    places = [draft.cue.head.idx if draft.cue else content[0].start for draft, content in read]
    ids = [_identify(layers, draft, content) for draft, content in read]
    nested = enclosing([content for _, content in read], places)
    voices, mentions = Voices(layers, actors), Mentions(agreements)
    found = []
    for number, (draft, content) in enumerate(read):
        above = nested[number]
        voice = voices.of(draft, read[above][0] if above is not None else None)
        if voice is None:
            continue
        words = layers.tokens.char_span(content[0].start, content[0].end, alignment_mode="expand")
        hedges, hedged = read_hedges(layers, content)
        found.append(
            Quotation(
                id=ids[number],
                doc=layers.document.id,
                form=read_form(layers, draft, content, marks),
                content=content,
                cue=layers.span(draft.cue.head) if draft.cue else None,
                speaker=voice.speaker,
                told=voice.told.text if voice.told else None,
                told_span=voice.told,
                channel=read_channel(layers, draft),
                hedges=hedges,
                certainty=read_certainty(draft, hedged, words),
                stance=draft.cue.saying.stance if draft.cue else None,
                tense=read_tense(draft, words),
                about=read_about(content, layers.tokens, actors, mentions),
                source=ids[above] if above is not None else None,
            )
        )
    return tuple(found)


def _identify(layers: Layers, draft: Draft, content: tuple[Span, ...]) -> str:
    cue = draft.cue.head.idx if draft.cue else None
    return content_id("quotation", layers.document.id, *((s.start, s.end) for s in content), cue)
