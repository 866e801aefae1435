"""Meetings: visits, summits, calls and talks between representatives of different parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agents import named
from foedera.extract.meetings_frames import MeetingFrame, envoys, lands, levels, meeting_frames, others, plurals, seats
from foedera.extract.meetings_merge import Encounter, Place, Who, merge
from foedera.extract.meetings_times import mood_of, when
from foedera.extract.slots import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Meeting

_WHOLE = frozenset({"subject", "object", "doer", "holder"})  # slots whose fillers are looked through for names
_LED = 60  # tokens of a group that are looked through for who leads it
_NEAR = 12  # tokens of a subject or object that are looked through for names
_REACH = 120  # tokens that "they" looks back for whom it means


def read_meetings(layers: Layers, actors: Actors) -> tuple[Meeting, ...]:
    """The meetings of a document: one record for each event, however often it is spoken of."""
    return merge(layers, encounters(layers, actors)) if actors.entities else ()


def encounters(layers: Layers, actors: Actors) -> list[Encounter]:
    """Every meeting as one clause tells of it."""
    reader = _Reader(layers, actors)
    return [found for token in meeting_frames().openers(layers) for found in reader.at(token)]


@dataclass
class _Reader:
    layers: Layers
    actors: Actors

    def at(self, token: Token) -> Iterator[Encounter]:
        """The meeting that a word opens, if any."""
        if any(t.tag_ == "WP" for t in grammar.children(token, "dobj")) or self._names(token):
            return
        for frame in meeting_frames().at(token):
            found = [e for e in self._encounters(token, frame) if e.named or frame.vague]
            if found:
                yield from found
                return

    def _names(self, verb: Token) -> bool:
        """Whether a verb only gives somebody a name: "called him a liar", "what should he call her?"."""
        return any(self.actors.at(t) is None for t in grammar.children(verb, "oprd"))

    def _encounters(self, token: Token, frame: MeetingFrame) -> Iterator[Encounter]:
        """One meeting, or as many visits as places are named: "visited Fiji and Tonga"."""
        heads, who = self._gather(token, frame)
        near = [t for slot in frame.place for head in fill(token, slot) for t in grammar.conjuncts(head)]
        places: list[Place | None] = [p for t in near if (p := self._place(t))]
        if frame.needs == "journey":
            places = [*self._stops(near)] or places[:1]
        for place in places[: None if frame.needs == "journey" else 1] or [None]:
            yield self._encounter(token, frame, heads, near, who, place)

    def _encounter(
        self, token: Token, frame: MeetingFrame, heads: list[Token], near: list[Token], who: Who, place: Place | None
    ) -> Encounter:
        hosts = named(self.actors, [h for slot in frame.host for h in fill(token, slot)])
        mood = mood_of(token, frame)
        date = when(self.layers, token, frame, mood)
        return Encounter(
            frame=frame,
            trigger=token,
            mood=mood,
            who=dict(who),
            place=place,
            host=next(iter(hosts), None),
            date=date,
            level=self._level(token),
            words=(*heads, *near),
            named=self._is_meeting(frame, heads, who, place, set_=bool(place or date)),
            definite=_is_definite(token),
            pair=self._pair(token) if frame.vague and not who else {},
            other=next((c.lower_ for c in token.children if c.lower_ in others()), None),
        )

    def _gather(self, token: Token, frame: MeetingFrame) -> tuple[list[Token], Who]:
        """Who takes part; the doer of the sentence is asked only where too few are named."""
        heads: list[Token] = []
        who: Who = {}
        for slot in frame.participants:
            if slot.startswith(("doer", "holder")) and (len(who) > 1 or (who and frame.needs == "journey")):
                break
            heads += [t for h in fill(token, slot) for t in grammar.conjuncts(h)]
            who = named(self.actors, heads)
            if len(who) < 2 and any(t.lower_ in plurals() for t in heads):
                who = self._pair(token) | who
            if slot in _WHOLE and len(who) < 2:
                who |= self._beside(heads)
        return heads, who

    def _pair(self, token: Token) -> Who:
        """Whom "they" or "the two leaders" means: the last two persons of different states that were named."""
        pair: Who = {}
        for i in range(token.i - 1, max(token.i - _REACH, -1), -1):
            entity = self.actors.at(token.doc[i])
            home = self.actors.home(entity) if entity is not None and entity.kind == "person" else None
            if entity is not None and home and home not in pair.values():
                pair[entity.name] = home
            if len(pair) == 2:
                return pair
        return {}

    def _beside(self, heads: list[Token]) -> Who:
        """Persons named within a subject or object, where the parser missed that its words belong together."""
        parts = [head.doc[max(head.left_edge.i, head.i - _NEAR) : head.i + 1] for head in heads]
        parts += [
            head.doc[head.i : min(head.right_edge.i + 1, head.i + (_LED if _is_led(head) else _NEAR))]
            for head in heads
            if head.dep_ == "dobj" or _is_led(head)
        ]
        found = [entity for part in parts for entity in self.actors.in_(part)]
        return {e.name: self.actors.home(e) for e in found if e.kind == "person"}

    def _stops(self, near: list[Token]) -> list[Place]:
        """Each state that a journey leads to: "visited Fiji and Tonga", "three countries, including Fiji"."""
        stops: dict[str, Place] = {}
        for token in near:
            for entity in self.actors.in_(token.doc[token.left_edge.i : token.right_edge.i + 1]):
                state = self.actors.home(entity) if entity.kind in {"state", "place"} else None
                if state:
                    stops.setdefault(state, (entity.name, state))
        return list(stops.values())

    def _place(self, token: Token) -> Place | None:
        """A place's name and the state it is in or is: also "the kingdom of Tonga", and "the White House"."""
        entity = self.actors.at(token)
        seat = entity is not None and entity.kind == "organisation" and token.lemma_.lower() in seats()
        placed = seat or (entity is not None and entity.kind in {"state", "place"})
        if not placed and token.ent_type_ != "GPE":
            inner = [t for path, t in grammar.phrases(token) if path == "of" and t.ent_type_ == "GPE"]
            inner += [t for t in grammar.children(token, "appos") if t.ent_type_ == "GPE"]
            return self._place(inner[0]) if inner else None
        state = self.actors.home(entity) if entity is not None else None
        ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
        return (ent.text if ent else token.text), state or next(iter(self.actors.states(token)), None)

    def _is_meeting(self, frame: MeetingFrame, heads: list[Token], who: Who, place: Place | None, set_: bool) -> bool:
        persons = [name for name, home in who.items() if name != home]
        envoys_ = [head for head in heads if self._is_envoy(head)]
        strangers = [head for head in envoys_ if not named(self.actors, [head])]
        if frame.needs == "journey":
            homes = {who[p] for p in persons} - {None}
            abroad = place is not None and place[1] not in (homes or set(who))
            return bool(persons or strangers) and (abroad or len(homes) > 1)
        parties = {home or name for name, home in who.items()}
        enough = len(persons) + len(envoys_) > 1 if frame.both else bool(persons) or not frame.persons or set_
        return len(parties) + bool(strangers and persons) > 1 and enough

    def _is_envoy(self, head: Token) -> bool:
        """Whether words mean a representative who is not named there: "the delegation", "my", "his counterpart"."""
        if any(entity.kind == "person" for entity in self.actors.all_at(head)):
            return False
        nations = [t for path, t in grammar.phrases(head) if path in {"from", "of"} and t.lemma_.lower() in lands()]
        return head.lower_ in envoys() or bool(nations)

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


def _is_led(head: Token) -> bool:
    """Whether words name who is at the head of a group: "a delegation, led by the minister and ..., visited"."""
    return head.lower_ in envoys() and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in head.children)


def _is_definite(noun: Token) -> bool:
    """Whether a noun points to a meeting that is known already: "the summit", "their talks"."""
    return any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.children)
