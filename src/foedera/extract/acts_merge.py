"""One record for each distinct step: the same step told twice in a document is one act with more evidence."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.acts_frames import chambers
from foedera.extract.acts_voices import Voices
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.numbers import whole
from foedera.extract.slots import fill
from foedera.model import Act
from foedera.model.dates import overlap, within
from foedera.model.ids import content_id
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention
    from foedera.extract.realis import Mood
    from foedera.model import Quotation, Span
    from foedera.model.records import Realis, Stage

_FIRST = frozenset({"first", "initially", "originally"})
_KNOWN = frozenset({"the", "these", "those", "both"})


@dataclass
class Draft:
    """A step as one clause states it."""

    mention: Mention
    stage: Stage
    mood: Mood
    by: tuple[str, ...]
    date: str | None
    frame: ActFrame
    trigger: Token
    agents: tuple[Token, ...] = ()
    states: frozenset[str] = frozenset()
    place: str | None = None
    voice: Quotation | None = None

    @property
    def many(self) -> bool:
        """Whether a number of those who acted is all that is told of them: "ninety countries have joined it"; as many
        as the parties are no others than they: "the three countries signed it"."""
        told = not self.states and any(_is_number(t) for t in self.agents)
        counted = {whole([c.text]) for t in self.agents for c in t.children if c.dep_ == "nummod"}
        return told and len(self.mention.agreement.parties) not in counted

    @property
    def realis(self) -> Realis:
        """Its realis."""
        return self.mood.realis

    @property
    def early(self) -> bool:
        """Whether it is told of as what came before another such step: "first announced in May", "initially agreed"."""
        return any(c.lower_ in _FIRST for c in grammar.children(self.trigger, "advmod"))

    @functools.cached_property
    def chamber(self) -> str | None:
        """Which house of a parliament took it ("upper", "lower"); None where it is no house's, or not said which."""
        words = {t.lemma_.lower() for agent in self.agents for t in (*grammar.phrase(agent, "of"), agent)}
        return next((kind for kind in ("upper", "lower") if words & chambers(kind)), None)


def _is_number(noun: Token) -> bool:
    """Whether a noun is a number of those who are not told: "ninety countries", not "the two ministers"."""
    return bool(grammar.children(noun, "nummod")) and not any(c.lower_ in _KNOWN for c in noun.children)


@dataclass
class _Group:
    drafts: list[Draft]
    by: tuple[str, ...]
    date: str | None
    states: frozenset[str]
    many: bool
    chamber: str | None

    @classmethod
    def of(cls, draft: Draft) -> _Group:
        """The group that a draft founds."""
        return cls([draft], draft.by, draft.date, draft.states, draft.many, draft.chamber)

    @property
    def realis(self) -> Realis:
        """Its realis."""
        return self.drafts[0].realis

    @property
    def stage(self) -> Stage:
        """Its stage."""
        return self.drafts[0].stage

    def takes(self, draft: Draft) -> bool:
        """Whether a draft may be the same step: nobody of another state took it, on no other day."""
        if draft.realis != self.realis or draft.early != self.drafts[0].early:
            return False
        if self.chamber and draft.chamber and self.chamber != draft.chamber:
            return False
        if draft.many != self.many and (self.states or draft.states):
            return False  # what ninety countries have done, and what one has
        same_by = self.shares_actors(draft.states)
        return (same_by or _is_joint(draft, self.states)) and compatible(self.date, draft.date)

    def shares_actors(self, states: frozenset[str]) -> bool:
        """Whether some states may be those that took the step, as far as both are known."""
        return not self.states or not states or bool(self.states & states)

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.states |= draft.states
        self.chamber = self.chamber or draft.chamber
        self.by = self.by if len(self.by) >= len(draft.by) else draft.by
        if self.date is None or (draft.date and within(draft.date, self.date)):
            self.date = draft.date


_PAIR = 2
_JOINT = frozenset({"negotiated", "text_agreed", "extended", "entered_into_force"})  # no party does these alone


def _is_joint(draft: Draft, states: frozenset[str]) -> bool:
    """Whether what one is said to have done and what another did is one step: "Chile reached a deal", "Peru agreed",
    "Qatar brokered it"; others than the parties only help them to it."""
    agreement = draft.mention.agreement
    parties = frozenset(agreement.parties)
    joint = draft.stage in _JOINT and not agreement.multilateral and len(parties) >= _PAIR
    return joint and all(side <= parties or not side & parties for side in (states, draft.states))


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two dates may be the same day: one unknown, or both sharing a day ("this week", "Tuesday")."""
    return one is None or other is None or one == other or overlap(one, other)


def merge(layers: Layers, drafts: Iterable[Draft], quotations: tuple[Quotation, ...]) -> tuple[Act, ...]:
    """The acts of a document from its drafts."""
    voices = Voices.of(quotations)
    groups: dict[tuple[str, Stage], list[_Group]] = {}
    for draft in sorted(drafts, key=lambda d: (d.date is None, not d.by)):
        draft.voice = voices.at(draft.trigger.idx)
        told = groups.setdefault((draft.mention.agreement.id, draft.stage), [])
        group = next((group for group in told if group.takes(draft)), None)
        if group is not None:
            group.add(draft)
        else:
            told.append(_Group.of(draft))
    for told in groups.values():
        _share_day(told)
    kept = [group for told in groups.values() for group in told if not _is_retold(group, told)]
    return tuple(sorted((_act(layers, group) for group in kept), key=lambda a: a.evidence[0].start))


def _share_day(told: list[_Group]) -> None:
    """Give the day of a signing by several to what else is told of the signing of an agreement between two sides."""
    done = [group for group in told if group.stage == "signed" and group.realis == "actual"]
    dated = [group for group in done if group.date]
    if len(dated) != 1 or dated[0].drafts[0].early or dated[0].drafts[0].mention.agreement.multilateral:
        return
    for group in done:
        if group.date is None and max(len(group.by), len(dated[0].by)) > 1:
            group.date = dated[0].date


# Steps that come again: by another state or house, once more, or first notified and then in effect.
_AGAIN = frozenset({"acceded", "approved", "extended", "withdrawn"})


def _is_retold(group: _Group, told: Iterable[_Group]) -> bool:
    """Whether a step that is told as done is told again as one still ahead: what was said of it before it was taken,
    or of what follows from it; a day or an actor of its own makes it another. So with a noun that only comes back to a
    plan: "they will sign it in May; a signing would end the dispute"."""
    if group.realis not in AHEAD or group.date is not None or group.stage in _AGAIN:
        return False
    named = group.realis == "possible" and not any(grammar.is_verb(draft.trigger) for draft in group.drafts)
    firmer = {"actual", "planned"} if named else {"actual"}
    return any(other.realis in firmer and group.shares_actors(other.states) for other in told)


def _act(layers: Layers, group: _Group) -> Act:
    first = min(group.drafts, key=lambda d: d.trigger.i)
    evidence = tuple(sorted({evidence_of(layers, d) for d in group.drafts}))
    agreement, stage, realis = first.mention.agreement.id, first.stage, first.realis
    return Act(
        id=content_id(
            "act", agreement, stage, realis, *group.by, group.date, *(f"{s.start}:{s.end}" for s in evidence)
        ),
        agreement=agreement,
        stage=stage,
        realis=realis,
        evidence=evidence,
        by=group.by,
        date=group.date,
        place=next((d.place for d in group.drafts if d.place), None),
        holder=_holder(group.drafts),
        rule=first.frame.frame,
    )


def _holder(drafts: list[Draft]) -> str | None:
    """The speaker on whose word alone a step rests, "unnamed official" where nobody names them; None where the report
    states it itself, or several do."""
    speakers = {d.voice.speaker.entity or d.voice.speaker.name if d.voice else None for d in drafts}
    return next(iter(speakers)) if len(speakers) == 1 else None


def evidence_of(layers: Layers, draft: Draft) -> Span:
    """The shortest run of words that holds the step, its agreement, its actors and what decides its realis."""
    sentence = draft.trigger.sent
    core = {draft.trigger.i}
    mention = draft.mention
    if sentence.start <= mention.first < sentence.end:
        core |= {mention.first, min(mention.last, sentence.end - 1)}
    else:  # "the two treaties", "it"
        pointing = [t for slot in draft.frame.agreement for t in fill(draft.trigger, slot)]
        core |= {i for t in pointing if t.lower_ in vocabulary().plural for i in (t.left_edge.i, t.i)}
    core |= {t.i for slot in draft.frame.with_ or () for t in fill(draft.trigger, slot)}
    core |= {t.i for t in (*draft.agents, *draft.mood.words) if sentence.start <= t.i < sentence.end}
    tokens = layers.tokens[min(core) : max(core) + 1]
    return layers.span(tokens)
