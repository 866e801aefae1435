"""Acts: which step of its life an agreement has reached, who took it, when, and how the text states it."""

from __future__ import annotations

import bisect
import dataclasses
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.acts_about import Matters
from foedera.extract.acts_apart import says_as_it_was
from foedera.extract.acts_at_home import cleared_at_home
from foedera.extract.acts_coherence import coherent
from foedera.extract.acts_dates import Days, closer
from foedera.extract.acts_echoes import echoes, step_before
from foedera.extract.acts_frames import act_frames, individuals, wrappers
from foedera.extract.acts_mentions import Mentions
from foedera.extract.acts_merge import Draft, merge
from foedera.extract.acts_mood import mood_of, notice_of, says_of_all
from foedera.extract.agents import named, owners, parties_among, sides
from foedera.extract.dating_values import lies_behind
from foedera.extract.slots import fill
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention
    from foedera.extract.entities import Actors
    from foedera.extract.realis import Mood
    from foedera.model import Act, Agreement, Quotation

_MADE_TOGETHER = frozenset({"negotiated", "text_agreed", "signed"})
"""Steps that all parties take, so that a clause which names them all names who took it."""
_NOT_TALKED_OF = frozenset({"declaration", "statement", "partnership"})
"""What leaders' talks end with, and are not said to be on: "the talks"."""
_IMPLICIT = attrgetter("implicit")


def read_acts(
    layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]
) -> tuple[Act, ...]:
    """The acts of a document: one record for each agreement, stage, actor, realis and date that it states."""
    if not agreements:
        return ()
    return merge(layers, coherent(layers, drafts(layers, actors, agreements)), quotations)


def drafts(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> list[Draft]:
    """Every step as one clause states it, before what is told twice is put together."""
    mentions = Mentions.of(layers, agreements)
    reader = _Reader(layers, actors, mentions, Matters(actors, mentions), Days(layers, mentions))
    told = [draft for token in act_frames().openers(layers) for draft in reader.at(token)]
    for token in echoes(layers) if told else ():
        for step in reader.again(token, told):
            bisect.insort(told, step, key=lambda d: d.trigger.i)
    return cleared_at_home(told)


@dataclass(frozen=True)
class _Reader:
    """What the steps of one document are read from."""

    layers: Layers
    actors: Actors
    mentions: Mentions
    matters: Matters
    days: Days

    def at(self, token: Token) -> Iterator[Draft]:
        """The steps that a word stands for, one for each agreement it is about."""
        # Where a sentence names no agreement, only a step that may go without its name can be told.
        only = None if self.mentions.in_sight(token) else _IMPLICIT
        for frame in act_frames().at(token, only):
            if (token.dep_ == "amod" and not frame.attributive) or _founds(token, frame):
                continue
            agents = _agents(token, frame)
            if self._fits(frame, agents) and (meant := self.matters.of(token, frame, agents)):
                yield from self._drafts(token, frame, agents, meant)
                return

    def again(self, verb: Token, told: list[Draft]) -> list[Draft]:
        """The step that a verb only points back to, as another takes it: "Peru did so in May"."""
        before = step_before(verb, told)
        agents = owners(t for head in fill(verb, "subject") for t in grammar.conjuncts(head))
        by = named(self.actors, agents)
        if before is None or not by or set(by) == set(before.by):
            return []
        mood = realis.mood(verb, "actual", before.stage)
        states = frozenset(home for home in by.values() if home)
        date = self.days.of_step(verb, before.frame, before.stage, mood)
        step = dataclasses.replace(before, mood=mood, by=tuple(by), states=states, date=date, place=_place(verb))
        step = dataclasses.replace(step, stage=realis.converted(before.stage, mood), trigger=verb, agents=tuple(agents))
        return [] if mood.generic else [step]

    def _fits(self, frame: ActFrame, agents: list[Token]) -> bool:
        def of(words: frozenset[str]) -> bool:
            stated = "STATE" in words and any((e := self.actors.at(t)) and e.kind == "state" for t in agents)
            return stated or any(t.lemma_.lower() in words or t.lower_ in words for t in agents)

        if frame.collective and any(self._is_one(t) for t in agents):
            return False
        return (not frame.agent_is or of(frame.agent_is)) and not (frame.agent_not and of(frame.agent_not))

    def _is_one(self, token: Token) -> bool:
        entity = self.actors.at(token)
        few = token.tag_ in {"NN", "NNP"} or bool(grammar.children(token, "nummod"))
        single = few and token.lemma_.lower() in individuals()
        return single or (entity is not None and entity.kind == "person")

    def _drafts(
        self, token: Token, frame: ActFrame, agents: list[Token], meant: tuple[Mention, ...]
    ) -> Iterator[Draft]:
        mood = mood_of(
            self.layers, token, frame, meant, known=bool(self.mentions.around(token)) or says_as_it_was(token)
        )
        told = [m for m in meant if not self._is_none(token, frame, m, mood)]
        if mood.generic or not told:
            return
        if mood.urged_by is not None:
            agents = fill(mood.urged_by, "subject")
        notice = notice_of(token, frame)
        if notice is not None:  # to give notice that one ends an agreement is to withdraw from it
            agents = agents or owners(t for head in fill(notice, "doer") for t in grammar.conjuncts(head))
        stage = "withdrawn" if notice is not None else realis.converted(frame.stage, mood)
        actors = named(self.actors, agents)
        date = self.days.of_step(token, frame, stage, mood)
        if date and self._is_past_event(token, mood, date):
            mood.realis = "actual"
        for mention, own in zip(told, self.days.of_each(token, told, mood), strict=True):
            self.mentions.last[frame.stage] = mention
            who = actors | {party: party for party in parties_among(self.actors, agents, mention.agreement)}
            if not who and stage in _MADE_TOGETHER:
                who = sides(self.actors, token, mention.agreement)
            yield Draft(
                mention=mention,
                stage=stage,
                mood=mood,
                by=tuple(who) if mood.converter is None or grammar.is_verb(mood.converter) else (),
                date=own or closer(date, self.days.of_name(mention.agreement, stage, mood)),
                frame=frame,
                trigger=token,
                agents=tuple(agents),
                states=frozenset(home for home in who.values() if home),
                place=_place(token),
            )

    def _is_none(self, token: Token, frame: ActFrame, mention: Mention, mood: Mood) -> bool:
        """Whether a clause tells no step of an agreement after all: it speaks of all of a kind, or of talks to come
        that may be on anything."""
        unnamed = frame.loose and not token.sent.start <= mention.first < token.sent.end
        vague = unnamed and mood.realis in {*AHEAD, "denied"}
        vague = vague or (unnamed and frame.stage == "negotiated" and self._is_courtesy(token, mention))
        found = vague or self._is_content(token, frame) or self._replaces_itself(token, frame, mention)
        return found or says_of_all(token, frame, mention)

    def _is_past_event(self, noun: Token, mood: Mood, date: str) -> bool:
        """Whether a noun with a day long past is done, whatever its clause is for: "the signing of the pact in 2012 to
        complete the others"; not "the expected signing"."""
        if (
            mood.realis != "planned"
            or grammar.is_verb(noun)
            or any(w in grammar.children(noun, "amod") for w in mood.words)
        ):
            return False
        return lies_behind(self.layers, date)

    def _is_courtesy(self, talks: Token, mention: Mention) -> bool:
        """Whether talks of leaders are those of a visit, which a statement or partnership closes, and not on it."""
        of_persons = any(self._is_one(t) for t in fill(talks, "between") + fill(talks, "with"))
        return of_persons and mention.agreement.kind in _NOT_TALKED_OF

    def _is_content(self, verb: Token, frame: ActFrame) -> bool:
        """Whether it is an instrument that calls for something: "the deal calls for a ceasefire" is no one's call."""
        asking = fill(verb, "subject") if frame.stage == "proposed" and grammar.is_verb(verb) else []
        return any(m.tokens.root.i == t.i for t in asking for m in self.mentions.by_token.get(t.i, ()))

    def _replaces_itself(self, verb: Token, frame: ActFrame, mention: Mention) -> bool:
        """Whether an agreement replaces one of its own name: another treaty of the same kind is meant."""
        if frame.stage != "replaced" or not grammar.is_verb(verb):
            return False
        subjects = [m for token in fill(verb, "subject") for m in self.mentions.meant_by(token, wrappers())]
        return any(m.agreement.id == mention.agreement.id for m in subjects)


def _agents(token: Token, frame: ActFrame) -> list[Token]:
    """The words for who takes a step: those in the first of the frame's places that is filled."""
    for slot in frame.agent:
        found = [t for head in fill(token, slot) for t in grammar.conjuncts(head)]
        if found:
            return owners(found)
    return []


def _founds(verb: Token, frame: ActFrame) -> bool:
    """Whether a verb is part of what an instrument is called: "the treaty establishing the union"."""
    return frame.stage == "text_agreed" and verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.pos_ != "VERB"


def _place(trigger: Token) -> str | None:
    """Where a step was taken: "signed in Lima"."""
    for slot in ("in", "at"):
        for token in fill(trigger, slot):
            if token.ent_type_ in {"GPE", "FAC", "LOC"}:
                return grammar.name_of(token)
    return None
