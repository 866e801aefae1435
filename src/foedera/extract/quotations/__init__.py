"""Quotations of a document: who said what, in which role, to whom, how firmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.attach import Assembly, Draft
from foedera.extract.quotations.audience import read_channel
from foedera.extract.quotations.cues import read_cues
from foedera.extract.quotations.firmness import read_certainty, read_hedges, read_tense
from foedera.extract.quotations.marks import Quoted, read_marks
from foedera.extract.quotations.nesting import enclosing, read_about
from foedera.extract.quotations.voices import Voices
from foedera.model import Quotation, Span
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement
    from foedera.model.records import QuotationForm


def read_quotations(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> tuple[Quotation, ...]:
    """Every attributed piece of speech or writing of a document, in the order of its words."""
    quoted = read_marks(layers.document.text)
    drafts = Assembly(layers.tokens, quoted, read_cues(layers.tokens)).put_together()
    read = [(draft, content) for draft in drafts if (content := _content(layers, draft, quoted))]
    return _records(layers, actors, agreements, read, quoted)


def _content(layers: Layers, draft: Draft, quoted: tuple[Quoted, ...]) -> tuple[Span, ...]:
    text = layers.document.text
    pieces = sorted(_whole(text, piece, quoted, draft) for piece in draft.pieces)
    return tuple(layers.document.span(a, b) for a, b in pieces if a < b)


def _whole(text: str, piece: tuple[int, int], quoted: tuple[Quoted, ...], draft: Draft) -> tuple[int, int]:
    """A piece that takes in whole quoted stretches: their inside where it holds nothing else."""
    start, end = piece
    inner = next((q for q in quoted if q.depth and q.start <= start <= q.first and q.end <= end + 1), None)
    if inner is not None and draft.cue is not None and not inner.start <= draft.cue.head.idx < inner.end:
        return inner.first, inner.last
    for q in quoted:
        outside = draft.cue is None or not q.start <= draft.cue.head.idx < q.end
        if q.depth == 0 and q.start < end and start < q.end and outside and (start, end) != (q.first, q.last):
            start, end = min(start, q.start), max(end, q.end)
            if (start, end) == (q.start, q.end):
                return q.first, q.last
    return _trim(text, start, end, any(q.first == start or q.last == end for q in quoted))


def _trim(text: str, start: int, end: int, quoted: bool) -> tuple[int, int]:
    marks = "" if quoted else ",:;-–—"
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks or (marks and text[end - 1] == ".")):
        end -= 1
    return start, end


def _form(content: tuple[Span, ...], quoted: tuple[Quoted, ...], cue: int | None) -> QuotationForm:
    inside = [
        any(q.first <= s.start and s.end <= q.last and (cue is None or not q.start <= cue < q.end) for q in quoted)
        for s in content
    ]
    if all(inside):
        return "direct"
    touched = any(q.start >= s.start - 1 and q.end <= s.end + 2 for s in content for q in quoted)
    return "mixed" if touched or any(inside) else "indirect"


def _records(
    layers: Layers,
    actors: Actors,
    agreements: tuple[Agreement, ...],
    read: list[tuple[Draft, tuple[Span, ...]]],
    quoted: tuple[Quoted, ...],
) -> tuple[Quotation, ...]:
    """The records, each with its speaker, its audience and the quotation it is nested in."""
    places = [draft.cue.head.idx if draft.cue else content[0].start for draft, content in read]
    ids = [_identify(layers, draft, content) for draft, content in read]
    nested = enclosing([content for _, content in read], places)
    voices = Voices(layers, actors)
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
                form="direct" if draft.posted else _form(content, quoted, draft.cue.head.idx if draft.cue else None),
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
                about=read_about(content, words, actors, agreements),
                source=ids[above] if above is not None else None,
            )
        )
    return tuple(found)


def _identify(layers: Layers, draft: Draft, content: tuple[Span, ...]) -> str:
    cue = draft.cue.head.idx if draft.cue else None
    return content_id("quotation", layers.document.id, *((s.start, s.end) for s in content), cue)
