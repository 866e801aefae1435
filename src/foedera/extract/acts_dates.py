"""When a step was or will be taken, and what that says of whether it has been."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.acts_mood import in_progress
from foedera.extract.dating import date_of, date_of_report, is_of_name, time_since
from foedera.extract.dating_names import date_of_name
from foedera.extract.dating_occasions import date_of_retelling
from foedera.extract.dating_ties import head_of, near, stands_with
from foedera.extract.dating_values import lies_ahead, lies_behind, value_of
from foedera.model.dates import before, onset, within

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention, Mentions
    from foedera.extract.realis import Mood
    from foedera.model import Agreement, Time
    from foedera.model.records import Stage

_PERFORMED = frozenset({"proposed", "text_agreed", "withdrawn", "terminated", "suspended"})  # done by declaring them
_MADE = frozenset({"signed", "text_agreed"})  # the steps that an agreement is named and dated by


@dataclass
class Days:
    """The days of the steps in one document; `named`: those that the names of its agreements give, looked for once."""

    layers: Layers
    mentions: Mentions
    named: dict[str, str | None] = field(default_factory=dict)

    def of_step(self, token: Token, frame: ActFrame, stage: Stage, mood: Mood) -> str | None:
        """The day of a step as its clause tells it; a day to come makes a plan of what is told in the present."""
        lasts = frame.since and not (token.tag_ == "VBD" and token.pos_ != "AUX")  # "has suspended it since March"
        date = date_of(self.layers, token, mood, self.mentions.by_token, since=lasts)
        if stage == "negotiated" and mood.realis == "actual" and date is None:
            return self._lasting(token, mood)
        if date and date.endswith("/..") and stage != "negotiated":  # "comes into effect as of Monday": it begins then
            date = onset(date)
        if mood.realis == "planned" and date and _told_as_plan(token) and lies_behind(self.layers, date):
            return None  # "said on Friday that it will leave": when it was said
        if mood.realis != "actual":
            return date
        if date is None and _is_performed(token, stage):
            date = self.layers.document.published
        if date is None and (stage == "text_agreed" or (stage in _PERFORMED and _has_just_been(token))):
            date = date_of_report(self.layers, token, mood, self.mentions.by_token)
        if date is None and (grammar.is_verb(token) or realis.law_above(token)) and not grammar.children(token, "neg"):
            again = date_of_retelling(self.layers, token, stage)
            date = None if lies_ahead(self.layers, again) else again
        if not lies_ahead(self.layers, date):
            return date
        if realis.past(token):
            return None  # "the next day it was signed": a day that counts from another
        mood.realis = "planned"  # "the truce expires on Friday"
        return date

    def _lasting(self, token: Token, mood: Mood) -> str | None:
        """From when till the report something has gone on: "has mediated talks since May"."""
        since, published = time_since(self.layers, token, mood), self.layers.document.published
        first = since.removesuffix("/..") if since else None
        return f"{first}/{published[: len(first)]}" if first and published and before(first, published) else since

    def of_each(self, verb: Token, told: list[Mention], mood: Mood) -> list[str | None]:
        """The days of several that a verb is about, where each has its own: "signed the pact in 2003 and the treaty in
        2005", "the pact was signed on Monday and [the treaty on Friday]"."""
        end = verb.sent.end if grammar.children(verb, "nsubjpass") else 0
        left_out = [verb.i < mention.first < end for mention in told]
        if len(told) < 2 and not any(left_out):
            return [None] * len(told)
        holders = {verb.i, *(m.tokens.root.i for m in told)}
        times = [t for t in near(self.layers, verb) if t.kind == "date" and t.value and self._is_of(t, holders)]
        ends = sorted(m.span.end for m in told)
        own = any(ends[0] <= time.start < ends[-1] for time in times)  # else one day is for all of them
        found = [
            next((time for time in times if time.start >= mention.span.end), None) if own or left else None
            for mention, left in zip(told, left_out, strict=True)
        ]
        return [value_of(self.layers, time, mood, verb) if time else None for time in found]

    def _is_of(self, time: Time, holders: set[int]) -> bool:
        """Whether a time stands with a step, and is not part of what an agreement is called."""
        head = head_of(self.layers, time)
        return stands_with(head, holders) and not is_of_name(self.layers, time, head, self.mentions.by_token)

    def of_name(self, agreement: Agreement, stage: Stage, mood: Mood) -> str | None:
        """The day that an agreement is named by, for the step that made it; states sign one of many on other days."""
        if stage not in _MADE or mood.realis != "actual" or (stage == "signed" and agreement.multilateral):
            return None
        if agreement.id not in self.named:
            self.named[agreement.id] = date_of_name(self.layers, self.mentions.of_agreement(agreement))
        return self.named[agreement.id]


def _has_just_been(verb: Token) -> bool:
    """Whether what is told was done by telling it: "said on Friday that it has ended the pact", not "had ended"."""
    return any(c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"} for c in grammar.children(verb, "aux"))


def closer(told: str | None, named: str | None) -> str | None:
    """The day of a step; that of the agreement's name where it is a day of what is told: "the May 12 pact was signed
    two months ago".
    """
    return named if told is None or (named is not None and within(named, told)) else told


def _told_as_plan(verb: Token) -> bool:
    """Whether a step is named as one to come: "will leave", "its intention to leave"."""
    return realis.will(verb) or (verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.pos_ == "NOUN")


def _is_performed(verb: Token, stage: Stage) -> bool:
    """Whether saying it is doing it, on the day it is said: "we announce a partnership", "I hereby terminate"."""
    present = verb.tag_ == "VBP" or (in_progress(verb) and stage == "text_agreed")
    return stage in _PERFORMED and present and any(s.lower_ in {"we", "i"} for s in grammar.subjects(verb))
