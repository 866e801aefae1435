"""Acts: which step of its life an agreement has reached, who took it, when, and how the text states it."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.acts_coherence import coherent
from foedera.extract.acts_frames import act_frames, individuals, wrappers
from foedera.extract.acts_mentions import Mention, Mentions
from foedera.extract.acts_merge import Draft, merge
from foedera.extract.acts_mood import in_progress, may_be_indefinite, mood_of, says_of_all
from foedera.extract.acts_topics import speaks_of_other
from foedera.extract.agents import named
from foedera.extract.dating import date_of, date_of_report
from foedera.extract.dating_names import date_of_name
from foedera.extract.dating_values import lies_ahead, lies_behind
from foedera.extract.slots import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.entities import Actors
    from foedera.model import Act, Agreement, Quotation
    from foedera.model.records import Stage

_PERFORMED = frozenset({"proposed", "text_agreed", "withdrawn", "terminated", "suspended"})  # done by declaring them
_IMPLICIT = attrgetter("implicit")
_TAKES = frozenset({"object", "to", "on"})  # places of an agreement that a verb's complement may be taken for
_MADE = frozenset({"signed", "text_agreed"})  # the steps that an agreement is named and dated by


def read_acts(
    layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]
) -> tuple[Act, ...]:
    """The acts of a document: one record for each agreement, stage, actor, realis and date that it states."""
    if not agreements:
        return ()
    return merge(layers, coherent(layers, drafts(layers, actors, agreements)), quotations)


def drafts(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> list[Draft]:
    """Every step as one clause states it, before what is told twice is put together."""
    reader = _Reader(layers, actors, Mentions.of(layers, agreements))
    return [draft for token in act_frames().openers(layers) for draft in reader.at(token)]


@dataclass
class _Reader:
    """What the steps of one document are read from."""

    layers: Layers
    actors: Actors
    mentions: Mentions
    named: dict[str, str | None] = field(default_factory=dict)

    def at(self, token: Token) -> Iterator[Draft]:
        """The steps that a word stands for, one for each agreement it is about."""
        # Where a sentence names no agreement, only a step that may go without its name can be told.
        only = None if self.mentions.in_sight(token) else _IMPLICIT
        for frame in act_frames().at(token, only):
            if (token.dep_ == "amod" and not frame.attributive) or _founds(token, frame):
                continue
            agents = self._fill(token, frame.agent)
            if not self._fits(frame, agents):
                continue
            meant = self._agreements(token, frame, (wrappers() | frame.wrappers) - frame.not_through)
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

    def _agreements(self, token: Token, frame: ActFrame, through: frozenset[str]) -> tuple[Mention, ...]:
        around = self.mentions.around(token)
        named = around and "object" in frame.agreement and not grammar.children(token, "dobj")
        if named and _suits(frame, token, around):
            return around  # "the treaty signed in 2000", as a name
        for slot in frame.agreement:
            if slot == "subject" and not frame.with_ and grammar.children(token, "dobj", "auxpass"):
                continue  # "the talks ended": but not "the talks ended the war"
            for filler in fill(token, slot):
                found = self.mentions.meant_by(filler, through, frame.stage)
                found = tuple(m for m in found if not _inside(token, filler, m))
                if found and _suits(frame, filler, found):
                    return found
        return (
            self._misread(token, frame)
            or self._undergone(token, frame)
            or self._told_after(token, frame)
            or self._implied(token, frame)
        )

    def _told_after(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What a clause at the end goes on about: "a truce was agreed by the two sides, which took effect"."""
        which = [t for t in grammar.children(token, "nsubj") if t.lower_ == "which"]
        if frame.stage != "entered_into_force" or not which or token.dep_ != "relcl":
            return ()
        before = self.mentions.before(which[0], 0)
        return (before,) if before is not None and _suits(frame, before.tokens.root, (before,)) else ()

    def _misread(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What the parser took for a verb: "agree to truce", "approves ceasefire deal"."""
        if not _TAKES.intersection(frame.agreement) or not grammar.is_verb(token):
            return ()
        for part in grammar.children(token, "xcomp", "ccomp"):
            found = tuple(m for m in self.mentions.by_token.get(part.i, ()) if part.i in {m.first, m.last})
            if found and _suits(frame, part, found):
                return found
        return ()

    def _undergone(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What the parser took for the subject: "the deal announced on Friday is good"."""
        if "object" not in frame.agreement or token.tag_ not in {"VBD", "VBN"}:
            return ()
        if any(c.dep_ in {"dobj", "ccomp", "xcomp", "prt", "aux"} for c in token.children):
            return ()
        if token.dep_ == "conj" and grammar.is_passive(token.head) and not grammar.children(token, "nsubj"):
            passed_on = [m for t in grammar.subjects(token.head) for m in self.mentions.by_token.get(t.i, ())]
            return tuple(passed_on)  # "was signed, and ratified a year later"
        subjects = [t for t in grammar.children(token, "nsubj") if t.i in self.mentions.by_token]
        found = self.mentions.meant_by(subjects[0], frozenset()) if subjects else ()
        return found if found and _suits(frame, subjects[0], found) else ()

    def _implied(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """The agreement spoken of just before, for "before signing" or "its withdrawal"."""
        taken = any(fill(token, slot) for slot in frame.agreement if slot != "compound")
        if not frame.implicit or (taken and not frame.loose) or (frame.owned and not fill(token, "possessive")):
            return ()
        if grammar.is_verb(token) and not _stands_alone(token, frame):
            return ()
        agents = frozenset(s for t in self._fill(token, frame.agent) for s in self.actors.states(t))
        near = self.mentions.near(token, agents)
        return (near,) if near and not (frame.loose and speaks_of_other(token, near)) else ()

    def _is_subject(self, verb: Token, mention: Mention) -> bool:
        subjects = [m for token in fill(verb, "subject") for m in self.mentions.meant_by(token, wrappers())]
        return grammar.is_verb(verb) and any(m.agreement.id == mention.agreement.id for m in subjects)

    def _date_of_name(self, agreement: Agreement) -> str | None:
        """Looked for once: each step of an agreement asks for it."""
        if agreement.id not in self.named:
            self.named[agreement.id] = date_of_name(self.layers, self.mentions.of_agreement(agreement))
        return self.named[agreement.id]

    def _drafts(
        self, token: Token, frame: ActFrame, agents: list[Token], meant: tuple[Mention, ...]
    ) -> Iterator[Draft]:
        mood = mood_of(self.layers, token, frame, meant, known=bool(self.mentions.around(token)))
        if mood.generic:
            return
        stage = realis.converted(frame.stage, mood)
        if mood.urged_by is not None:
            agents = fill(mood.urged_by, "subject")
        actors = named(self.actors, agents)
        by = tuple(actors) if mood.converter is None or grammar.is_verb(mood.converter) else ()
        states = frozenset(home for home in actors.values() if home)
        for mention in meant:
            if says_of_all(token, frame, mention):
                continue
            if frame.stage == "replaced" and self._is_subject(token, mention):
                continue  # nothing replaces itself: another treaty of the same kind is meant
            self.mentions.last[frame.stage] = mention
            date = date_of(self.layers, token, mood, self.mentions.by_token, since=frame.since)
            if date is None and _is_performed(token, stage) and mood.realis == "actual":
                date = self.layers.document.published
            if date is None and stage == "text_agreed" and mood.realis == "actual":
                date = date_of_report(self.layers, token, mood, self.mentions.by_token)
            if mood.realis == "planned" and date and _told_as_plan(token) and lies_behind(self.layers, date):
                date = None  # "said on Friday that it will leave": when it was said
            if mood.realis == "actual" and lies_ahead(self.layers, date):
                if realis.past(token):
                    date = None  # "the next day it was signed": a day that counts from another
                else:
                    mood.realis = "planned"  # "the truce expires on Friday"
            if date is None and stage in _MADE and mood.realis == "actual":
                date = self._date_of_name(mention.agreement)
            yield Draft(
                mention=mention,
                stage=stage,
                mood=mood,
                by=by,
                date=date,
                frame=frame,
                trigger=token,
                agents=tuple(agents),
                states=states,
                place=_place(token),
            )


def _founds(verb: Token, frame: ActFrame) -> bool:
    """Whether a verb is part of what an instrument is called: "the treaty establishing the union"."""
    return frame.stage == "text_agreed" and verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.pos_ != "VERB"


def _inside(trigger: Token, filler: Token, mention: Mention) -> bool:
    """Whether the step is only what an agreement is for: "a pact to extend visas" extends no pact."""
    return mention.first <= trigger.i <= mention.last and trigger.is_ancestor(filler)


def _place(trigger: Token) -> str | None:
    """Where a step was taken: "signed in Lima"."""
    for slot in ("in", "at"):
        for token in fill(trigger, slot):
            if token.ent_type_ in {"GPE", "FAC", "LOC"}:
                ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
                return ent.text if ent is not None else token.text
    return None


def _told_as_plan(verb: Token) -> bool:
    """Whether a step is named as one to come: "will leave", "its intention to leave"."""
    return realis.will(verb) or (verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and verb.head.pos_ == "NOUN")


def _is_performed(verb: Token, stage: Stage) -> bool:
    """Whether saying it is doing it, on the day it is said: "we announce a partnership", "I hereby terminate"."""
    present = verb.tag_ == "VBP" or (in_progress(verb) and stage == "text_agreed")
    return stage in _PERFORMED and present and any(s.lower_ in {"we", "i"} for s in grammar.subjects(verb))


def _stands_alone(verb: Token, frame: ActFrame) -> bool:
    """Whether a verb can go without naming its object: "before signing", "they signed"; not "signed by both"."""
    asked = frame.with_ or {}
    parted = grammar.children(verb, "prt") and "particle" not in asked
    if "head" in asked and verb.dep_ in {"acl", "relcl"}:  # "its intention to withdraw"
        return True
    beside = verb.dep_ in {"relcl", "amod", "acl"}
    if parted or beside or grammar.is_passive(verb):
        return False
    return bool(grammar.children(verb, "nsubj") or (verb.tag_ in {"VBG", "VB"} and grammar.subjects(verb)))


def _suits(frame: ActFrame, filler: Token, meant: tuple[Mention, ...]) -> bool:
    """Whether the agreement's words are those that the frame asks for ("a draft", "the truce began")."""
    if frame.indefinite and not any(
        may_be_indefinite(t) for t in (filler, *filler.doc[meant[0].first : meant[0].first + 1])
    ):
        return False
    words = {word for m in meant for word in m.span.text.lower().split()} | {filler.lemma_.lower()}
    return (not frame.head or bool(frame.head & words)) and (not frame.mention or bool(frame.mention & words))
