"""Acts: which step of its life an agreement has reached, who took it, when, and how the text states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.acts_frames import act_frames, wrappers
from foedera.extract.acts_mentions import Mention, Mentions
from foedera.extract.acts_merge import Draft, merge
from foedera.extract.dating import date_of
from foedera.extract.slots import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.entities import Actors
    from foedera.model import Act, Agreement, Quotation


def read_acts(
    layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]
) -> tuple[Act, ...]:
    """The acts of a document: one record for each agreement, stage, actor, realis and date that it states."""
    if not agreements:
        return ()
    reader = _Reader(layers, actors, Mentions.of(layers, agreements))
    drafts = [draft for token in layers.tokens for draft in reader.at(token)]
    return merge(layers, drafts, quotations)


@dataclass
class _Reader:
    """What the steps of one document are read from."""

    layers: Layers
    actors: Actors
    mentions: Mentions

    def at(self, token: Token) -> Iterator[Draft]:
        """The steps that a word stands for, one for each agreement it is about."""
        for frame in act_frames().at(token):
            agents = self._fill(token, frame.agent)
            if not self._fits(frame, agents):
                continue
            meant = self._agreements(token, frame, wrappers() | frame.wrappers)
            if meant:
                yield from self._drafts(token, frame, agents, meant)
                return

    def _fill(self, token: Token, slots: tuple[str, ...]) -> list[Token]:
        for slot in slots:
            found = [t for head in fill(token, slot) for t in grammar.conjuncts(head)]
            if found:
                return found
        return []

    def _fits(self, frame: ActFrame, agents: list[Token]) -> bool:
        def of(words: frozenset[str]) -> bool:
            return any(t.lemma_.lower() in words or t.lower_ in words for t in agents)

        if frame.collective and any((e := self.actors.at(t)) and e.kind == "person" for t in agents):
            return False
        return (not frame.agent_is or of(frame.agent_is)) and not (frame.agent_not and of(frame.agent_not))

    def _agreements(self, token: Token, frame: ActFrame, through: frozenset[str]) -> tuple[Mention, ...]:
        for slot in frame.agreement:
            for filler in fill(token, slot):
                if filler.i == token.i:
                    continue
                found = self.mentions.meant_by(filler, through, frame.stage)
                found = tuple(m for m in found if not _inside(token, filler, m))
                if found and _suits(frame, filler, found):
                    return found
        return self._implied(token, frame)

    def _implied(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """The agreement spoken of just before, for "before signing" or "its withdrawal"."""
        if not frame.implicit or any(fill(token, slot) for slot in frame.agreement):
            return ()
        if grammar.is_verb(token) and (grammar.children(token, "prt") or not grammar.subjects(token)):
            return ()
        before = self.mentions.before(token, 1)
        return (before,) if before else ()

    def _drafts(
        self, token: Token, frame: ActFrame, agents: list[Token], meant: tuple[Mention, ...]
    ) -> Iterator[Draft]:
        mood = realis.mood(token)
        stage = realis.converted(frame.stage, mood)
        by = self._names(agents)
        for mention in meant:
            self.mentions.last[frame.stage] = mention
            date = date_of(self.layers, token, mood, self.mentions.by_token)
            yield Draft(
                mention=mention,
                stage=stage,
                mood=mood,
                by=by,
                date=date,
                frame=frame,
                trigger=token,
                agents=tuple(agents),
            )

    def _names(self, agents: list[Token]) -> tuple[str, ...]:
        """The actors as a record names them: a person where a person is the subject, else states."""
        names: dict[str, None] = {}
        for token in agents:
            entity = self.actors.at(token)
            if entity is not None and entity.kind == "person":
                names[entity.name] = None
            else:
                names.update(dict.fromkeys(self.actors.states(token)))
        return tuple(names)


def _inside(trigger: Token, filler: Token, mention: Mention) -> bool:
    """Whether the step is only what an agreement is for: "a pact to extend visas" extends no pact."""
    return mention.first <= trigger.i <= mention.last and trigger.is_ancestor(filler)


def _suits(frame: ActFrame, filler: Token, meant: tuple[Mention, ...]) -> bool:
    """Whether the agreement's words are those that the frame asks for ("a draft", "the truce began")."""
    if frame.head and filler.lemma_.lower() not in frame.head:
        return False
    return not frame.mention or any(word in m.span.text.lower() for m in meant for word in frame.mention)
