"""What each report answers to the questions that reports can agree and differ on."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon import load
from foedera.model import Claim, Link
from foedera.model.stages import AHEAD
from foedera.resolve.words import head_noun, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from foedera.model import Act, Agreement, Meeting, Span
    from foedera.store import Entry, View

_BEYOND = 40  # characters: "may be signed by both presidents during the visit"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says of a subject to a question, and in which words; `ahead` of what has not happened yet.

    `thing` is the subject's id in the register: two agreements or meetings of one name are two. `holder` is who
    claims it, where the report only passes a claim on: two who claim the same do not differ.
    """

    thing: str
    subject: str
    question: str
    said: str
    words: Span
    ahead: bool = False
    holder: str | None = None

    @property
    def told(self) -> str:
        """The answer as it is shown: with who says so."""
        return f"{self.said}, says {self.holder}" if self.holder else self.said


def answers(view: View, docs: Sequence[str]) -> Iterator[Answer]:
    """Every answer of some reports (document ids)."""
    names = {actor.id: actor.name for actor in view.actors()}
    for entry in view.agreements():
        names[entry.id] = entry.name
        for record in entry.records:
            if record.mentions[0].doc in docs:
                yield from _of_agreement(entry, record)
    for act in view.acts():
        if act.evidence[0].doc in docs:
            text = view.report(act.evidence[0].doc).document.text
            yield from of_act(names.get(act.agreement, act.agreement), act, text)
    where = "list_contains(?, r.doc)", [list(docs)]
    for link in view.records(Link, *where):
        ends = names.get(link.source, link.source), names.get(link.target, link.target)
        question = f"{link.relation.replace('_', ' ')} {ends[1]}"
        yield Answer(link.source, ends[0], question, link.realis, link.evidence[0], link.realis in AHEAD)
    for thing, group in view.meeting_groups(docs=docs).items():
        yield from _of_meeting(thing, group, names)
    for claim in view.records(Claim, *where):
        yield of_claim(claim, names)


def _of_agreement(entry: Entry, record: Agreement) -> Iterator[Answer]:
    answer = functools.partial(Answer, entry.id, entry.name)
    told = {
        "parties": ", ".join(sorted(record.parties)) or None,
        "articles": str(record.articles) if record.articles is not None else None,
        "made": record.date,
    }
    for question, said in told.items():
        if said:
            holding = (m for m in record.mentions if said.casefold() in m.text.casefold())
            yield answer(question, said, next(holding, record.mentions[0]))
    for mention in record.mentions:
        if noun := head_noun(mention.text):
            yield answer("called", noun, mention)
        if label := _label_in(mention.text, record.label):
            yield answer("partnership label", label, mention)


def _label_in(text: str, label: str | None) -> str | None:
    """The agreement's partnership label as these words give it, whole or without its first words."""
    words, said = (label or "").split(), f" {' '.join(tokens(text))} "
    endings = (" ".join(words[n:]) for n in range(len(words) - 1))
    return next((ending for ending in endings if f" {' '.join(tokens(ending))} " in said), None)


def of_act(subject: str, act: Act, text: str) -> Iterator[Answer]:
    """What a report says of a step of an agreement; `text` is the report's."""
    answer = functools.partial(Answer, act.agreement, subject)
    step, ahead = act.stage.replace("_", " "), act.realis in AHEAD
    told = {
        "date": act.date,
        "by": ", ".join(sorted(act.by)) or None,
        "place": act.place,
    }
    for question, said in told.items():
        if said:
            yield answer(f"{step}: {question}", said, act.evidence[0], ahead)
    for words in act.evidence:
        yield answer(f"{step}: how stated", act.realis, words, ahead)
        if act.realis == "actual" and (approved := _approved(words.text)):
            yield answer("what was approved", approved, words)
        if occasion := _occasion(text[words.start : words.end + _BEYOND], words.end - words.start):
            yield answer(f"{step}: on what occasion", occasion, words, ahead)


def _occasion(text: str, end: int) -> str | None:
    """ "during a visit", where words that tell of a step, or those right after them, say so."""
    found = _occasions().search(text)
    if not found or found.start() > end + 1:
        return None
    return f"{_group('when', found['when'])} a {_group('occasions', found['occasion'])}"


def _approved(text: str) -> str | None:
    """What somebody gave leave for: "a draft", "a proposal"; reports tell one approval in more than one way."""
    found = _approvals().search(text)
    return _group("approved", found["what"]) if found else None


def _group(table: str, word: str) -> str:
    """The name under which a table of the lexicon has a word."""
    return next(str(name) for name, words in load("en", "comparing")[table].items() if word.casefold() in words)


@functools.cache
def _approvals() -> re.Pattern[str]:
    approving, what = "|".join(load("en", "comparing")["approving"]), _any_of("approved")
    return re.compile(rf"\b(?:{approving})\s(?:[^\s.;,:]+\s){{0,3}}?(?P<what>{what})\b", re.IGNORECASE)


@functools.cache
def _occasions() -> re.Pattern[str]:
    when, occasions = _any_of("when"), _any_of("occasions")
    return re.compile(rf"\b(?P<when>{when})\s(?:[^\s.;,:]+\s){{1,4}}?(?P<occasion>{occasions})\b", re.IGNORECASE)


def _any_of(table: str) -> str:
    """A pattern for the words of a table of the lexicon."""
    return "|".join(re.escape(word) for words in load("en", "comparing")[table].values() for word in words)


def _of_meeting(thing: str, group: Sequence[Meeting], names: Mapping[str, str]) -> Iterator[Answer]:
    who = sorted({names.get(name, name) for meeting in group for name in meeting.participants})
    subject = f"{group[0].kind} of {' and '.join(who[:3]) or 'unnamed'}"
    for meeting in group:
        told = {
            "called": f"{meeting.level} {meeting.kind}" if meeting.level else meeting.kind,
            "how stated": meeting.realis,
            "date": meeting.date,
            "place": meeting.place,
            "host": names.get(meeting.host or "", meeting.host),
        }
        for question, said in told.items():
            if said:
                yield Answer(thing, subject, question, said, meeting.evidence[0], meeting.realis in AHEAD)


def of_claim(claim: Claim, names: Mapping[str, str]) -> Answer:
    """What somebody asserts; claims that answer one question in opposite ways are answers to that question."""
    subject, holder = names.get(claim.subject, claim.subject), names.get(claim.holder or "", claim.holder)
    by = holder or "the report itself"
    for question, predicates in load("en", "comparing")["contrasts"].items():
        if claim.predicate in predicates and claim.polarity == "positive":
            said = predicates[claim.predicate]
            return Answer(claim.subject, subject, question, said, claim.evidence[0], holder=by)
    question = f"{claim.asserted} {names.get(claim.object or '', claim.object or '')}".strip()
    said = "no" if claim.polarity == "negative" else "yes"
    return Answer(claim.subject, subject, question, said, claim.evidence[0], holder=by)
