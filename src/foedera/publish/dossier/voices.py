"""Statements about the agreement by speaker, and the meetings around it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.publish.dossier.case import first_of, source_name
from foedera.publish.dossier.texts import hedged
from foedera.publish.dossier.wording import CERTAINTY_WORDS, FORM_WORDS, STANCE_WORDS

if TYPE_CHECKING:
    from foedera.model import Meeting, Quotation, Span
    from foedera.model.records import MeetingKind, Realis
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its words in pieces with hedges told apart, and how, to whom and where it was reported."""

    pieces: tuple[tuple[tuple[str, bool], ...], ...]
    direct: bool
    form: str
    hedges: tuple[str, ...]
    certainty: str | None
    stance: str | None
    told: str | None
    channel: str | None
    source: str
    published: str | None
    repeated_by: tuple[str, ...]
    references: tuple[Reference, ...]
    cue: str | None
    said_at: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A role or affiliation as sources give it, with where they do; no references where only the reading has it."""

    words: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with roles and affiliations as sources give them, and statements in the order of the reports.

    `name` None: the sources do not say who speaks.
    """

    name: str | None
    roles: tuple[Attribute, ...]
    affiliations: tuple[Attribute, ...]
    statements: tuple[Statement, ...]


def voices_of(case: Case, notes: Notes) -> tuple[Voice, ...]:
    """Who said what about the agreement; those whom the sources do not name come last."""
    said = sorted(case.quotations, key=lambda said: (case.order(said.doc), said.content[0]))
    speakers: dict[str | None, list[Quotation]] = defaultdict(list)
    for quotation in said:
        speakers[_speaker(case, quotation)].append(quotation)
    named = [name for name in speakers if name is not None]
    order = [*named, *([None] if None in speakers else [])]
    return tuple(_voice(case, notes, name, speakers[name]) for name in order)


def _speaker(case: Case, quotation: Quotation) -> str | None:
    speaker = quotation.speaker
    if speaker.together and case.names.keys() >= {*speaker.together}:
        return " and ".join(case.call(name) for name in speaker.together)
    if speaker.entity and speaker.entity in case.names:
        return case.call(speaker.entity)
    return speaker.name or (speaker.span.text if speaker.span else None)


def _voice(case: Case, notes: Notes, name: str | None, said: list[Quotation]) -> Voice:
    alike: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for quotation in said:
        alike[tuple(span.text for span in quotation.content)].append(quotation)
    return Voice(
        name=name,
        roles=_attributes(notes, [(one.speaker.role, one.speaker.role_span) for one in said]),
        affiliations=_attributes(notes, [(one.speaker.affiliation, one.speaker.affiliation_span) for one in said]),
        statements=tuple(_statement(case, notes, group) for group in alike.values()),
    )


def _attributes(notes: Notes, given: list[tuple[str | None, Span | None]]) -> tuple[Attribute, ...]:
    found: dict[str, list[Span]] = {}
    for words, span in given:
        if words:
            found.setdefault(words, []).extend([span] if span else [])
    return tuple(Attribute(words, notes.cite(spans)) for words, spans in found.items())


def _statement(case: Case, notes: Notes, group: list[Quotation]) -> Statement:
    first, *again = group
    document = case.document(first.doc)
    return Statement(
        pieces=tuple(tuple(hedged(span, first.hedges)) for span in sorted(first.content)),
        direct=first.form == "direct",
        form=FORM_WORDS[first.form],
        hedges=tuple(dict.fromkeys(hedge.text for hedge in sorted(first.hedges))),
        certainty=CERTAINTY_WORDS.get(first.certainty) if first.certainty else None,
        stance=STANCE_WORDS.get(first.stance) if first.stance else None,
        told=first.told,
        channel=first.channel,
        source=source_name(document),
        published=document.published,
        repeated_by=tuple(dict.fromkeys(source_name(case.document(one.doc)) for one in again)),
        references=notes.cite(span for one in group for span in one.content),
        cue=" ".join(first.cue.text.split()) if first.cue else None,
        said_at=notes.cite(span for one in group for span in (one.cue, one.speaker.span, one.told_span) if span),
    )


@dataclass(frozen=True, slots=True)
class Encounter:
    """A visit, meeting, summit, call or round of talks, with every source that reports it in the same way.

    `id` is the meeting's in the register: what sources report in different ways can be one meeting.
    """

    id: str
    kind: MeetingKind
    realis: Realis
    level: str | None
    participants: tuple[str, ...]
    host: str | None
    place: str | None
    date: str | None
    sources: tuple[str, ...]
    references: tuple[Reference, ...]


def encounters_of(case: Case, notes: Notes) -> tuple[Encounter, ...]:
    """The meetings, each with the ways in which sources report it, by their date; the undated last."""
    groups: dict[str, dict[tuple[object, ...], list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    ordered = sorted(case.meetings, key=lambda one: (case.order(one.evidence[0].doc), first_of(one.evidence)))
    for meeting in ordered:
        who = frozenset(case.call(each) for each in meeting.participants)
        way = (who, meeting.kind, meeting.realis, meeting.level, meeting.date, meeting.place)
        groups[case.encounters.get(meeting.id, meeting.id)][way].append(meeting)
    dates = {
        thing: min((m.date for ms in ways.values() for m in ms if m.date), default="9999")
        for thing, ways in groups.items()
    }
    chosen = sorted(groups.items(), key=lambda item: dates[item[0]])
    return tuple(_encounter(case, notes, thing, group) for thing, ways in chosen for group in ways.values())


def _encounter(case: Case, notes: Notes, thing: str, group: list[Meeting]) -> Encounter:
    first = group[0]
    docs = dict.fromkeys(span.doc for meeting in group for span in meeting.evidence)
    return Encounter(
        id=thing,
        kind=first.kind,
        realis=first.realis,
        level=first.level,
        participants=tuple(dict.fromkeys(case.call(each) for each in first.participants)),
        host=case.call(first.host) if first.host else None,
        place=case.call(first.place) if first.place else None,
        date=first.date,
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        references=notes.cite(span for meeting in group for span in meeting.evidence),
    )
