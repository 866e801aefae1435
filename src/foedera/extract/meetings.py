"""Meetings: visits, summits, calls and talks between representatives of different parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.dating import date_of
from foedera.extract.meetings_frames import MeetingFrame, levels, meeting_frames, others
from foedera.extract.meetings_merge import Encounter, merge
from foedera.extract.slots import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Meeting


def read_meetings(layers: Layers, actors: Actors) -> tuple[Meeting, ...]:
    """The meetings of a document: one record for each event, however often it is spoken of."""
    if not actors.entities:
        return ()
    reader = _Reader(layers, actors)
    return merge(layers, [found for token in layers.tokens for found in reader.at(token)])


@dataclass
class _Reader:
    layers: Layers
    actors: Actors

    def at(self, token: Token) -> Iterator[Encounter]:
        """The meeting that a word opens, if any."""
        for frame in meeting_frames().at(token):
            encounter = self._encounter(token, frame)
            if encounter.named or frame.vague:
                yield encounter
                return

    def _encounter(self, token: Token, frame: MeetingFrame) -> Encounter:
        heads, who = self._gather(token, frame)
        places = [t for slot in frame.place for t in fill(token, slot)]
        place = next((p for t in places if (p := self._place(t))), None)
        hosts = self._participants([h for slot in frame.host for h in fill(token, slot)])
        mood = realis.mood(token)
        return Encounter(
            frame=frame,
            trigger=token,
            mood=mood,
            who=who,
            parties=self._parties(who, place),
            place=place[0] if place else None,
            host=next(iter(hosts), None),
            date=date_of(self.layers, token, mood),
            level=self._level(token),
            words=tuple(heads + places),
            named=self._is_meeting(frame, who, place),
            other=next((c.lower_ for c in token.children if c.lower_ in others()), None),
        )

    def _gather(self, token: Token, frame: MeetingFrame) -> tuple[list[Token], dict[str, str | None]]:
        """Who takes part; the doer of the sentence is asked only where too few are named."""
        heads: list[Token] = []
        who: dict[str, str | None] = {}
        for slot in frame.participants:
            if slot in {"doer", "holder"} and (len(who) > 1 or (who and frame.needs == "journey")):
                break
            heads += [t for h in fill(token, slot) for t in grammar.conjuncts(h)]
            who = self._participants(heads)
        return heads, who

    def _participants(self, heads: list[Token]) -> dict[str, str | None]:
        """Those who meet, by name, with the state that each is or stands for."""
        who: dict[str, str | None] = {}
        for token in heads:
            entity = self.actors.at(token)
            if entity is not None and entity.kind == "person":
                who[entity.name] = self.actors.home(entity)
                continue
            states = self.actors.states(token)
            who.update((state, state) for state in states)
            if not states and entity is not None and entity.kind in {"organisation", "bloc"}:
                who[entity.name] = entity.name
        return who

    def _place(self, token: Token) -> tuple[str, str | None] | None:
        """A place's name and the state it is in or is."""
        if token.ent_type_ not in {"GPE", "LOC", "FAC"}:
            return None
        entity = self.actors.at(token)
        states = self.actors.states(token)
        name = entity.name if entity and entity.kind in {"state", "place"} else None
        ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
        return (ent.text if ent else name or token.text), next(iter(states), None)

    def _parties(self, who: dict[str, str | None], place: tuple[str, str | None] | None) -> frozenset[str]:
        return frozenset(p for p in (*who.values(), place[1] if place else None) if p)

    def _is_meeting(
        self, frame: MeetingFrame, who: dict[str, str | None], place: tuple[str, str | None] | None
    ) -> bool:
        persons = [name for name, home in who.items() if name != home]
        if frame.needs == "journey":
            homes = {who[p] for p in persons} - {None}
            return bool(persons) and place is not None and place[1] not in homes
        parties = {home or name for name, home in who.items()}
        return len(parties) > 1 and (bool(persons) or not frame.persons)

    def _level(self, token: Token) -> str | None:
        nouns = [token, *grammar.children(token, "dobj")]
        return next(
            (
                levels()[c.lower_]
                for n in nouns
                for c in grammar.children(n, "amod", "compound")
                if c.lower_ in levels()
            ),
            None,
        )
