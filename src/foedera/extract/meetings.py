"""Meetings: visits, summits, calls and talks between representatives of different parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agents import named
from foedera.extract.dating_values import lies_ahead
from foedera.extract.meetings_frames import MeetingFrame, holding, levels, meeting_frames, others, rounds
from foedera.extract.meetings_merge import Encounter, Place, Who, merge
from foedera.extract.meetings_none import is_none
from foedera.extract.meetings_sides import all_sides, has_sides, union_of
from foedera.extract.meetings_times import journey_of, length_of, mood_of, when
from foedera.extract.meetings_where import here, near, place_of, stay, stops
from foedera.extract.meetings_who import Party, is_near, pair, party
from foedera.extract.slots import fill
from foedera.model.dates import bounds, precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Meeting


_OLD = timedelta(days=14)


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
        for frame in meeting_frames().at(token):
            if is_none(self.actors, token, frame):
                continue
            found = [e for e in self._encounters(token, frame) if e.named or frame.vague]
            if found:
                yield from found
                return

    def _encounters(self, token: Token, frame: MeetingFrame) -> Iterator[Encounter]:
        """One meeting, or as many visits as places are named: "visited Fiji and Tonga"."""
        who = party(self.actors, token, frame)
        words = near(token, frame, who.heads)
        if frame.needs == "journey" and not any(place_of(self.actors, t) for t in words):
            words += stay(token)
        if frame.needs == "journey" and not words and any(c.tag_ == "PRP$" for c in token.children):
            who = Party(self.actors, [], {})  # "during his visit": whoever's was told of before
        named_by = (t for t in words if not (t.dep_ == "compound" and set(self.actors.states(t)) & set(who.who)))
        places: list[Place | None] = [p for t in named_by if (p := place_of(self.actors, t))]
        if frame.needs == "journey":
            places = [*stops(self.actors, words)] or places[:1]
        others = {place[1] for place in places if place}
        for place in places[: None if frame.needs == "journey" else 1] or [here(self.layers, self.actors, token)]:
            for some in who.each(token):
                left = some.without(others - {place[1]}) if place and len(places) > 1 else some
                yield self._encounter(token, frame, left, words, place)

    def _encounter(
        self, token: Token, frame: MeetingFrame, party: Party, words: list[Token], place: Place | None
    ) -> Encounter:
        hosts = named(self.actors, [h for slot in frame.host for h in fill(token, slot)])
        mood = mood_of(token, frame)
        date = when(self.layers, token, frame, mood)
        if mood.realis == "actual" and lies_ahead(self.layers, date):
            mood.realis = "planned"  # "the summit slated for May"
        told = Encounter(
            frame=frame,
            trigger=token,
            mood=mood,
            who=dict(party.who),
            place=place,
            host=next(iter(hosts), None),
            date=date,
            level=self._level(token),
            words=(*party.heads, *words),
            definite=_is_definite(token),
            pair=self._pair(token) if frame.vague and frame.needs == "parties" and not party.who else {},
            other=None if journey_of(token) else _other(token),
            recent=_is_recent(token),
            old=self._is_old(date),
        )
        sides = all_sides(self.actors, token) if frame.needs == "parties" and frame.vague else {}
        told.who = sides | told.who
        told.long = frame.kind == "talks" and _are_long(told)
        told.who = self._union(frame, token, party) or told.who
        told.named = self._is_meeting(frame, party, told)
        return told

    def _is_old(self, date: str | None) -> bool:
        """Whether a date is long before the report."""
        published = self.layers.document.published
        last, now = bounds(date)[1] if date else None, bounds(published)[0] if published else None
        return last is not None and now is not None and now - last > _OLD

    def _pair(self, noun: Token) -> Who:
        """Whom a meeting brings together that names nobody: two named in its sentence, or before if it is known."""
        meetings = meeting_frames()
        if not is_near(noun) and any(t.lemma_ in meetings.nouns or t.lemma_ == "meet" for t in noun.ancestors):
            return {}  # "held a meeting on the sidelines of the summit"
        return pair(self.actors, noun, 0 if _is_definite(noun) else noun.sent.start)

    def _is_meeting(self, frame: MeetingFrame, party: Party, told: Encounter) -> bool:
        """Whether a clause says who met, or who went where: to another state than the own, or on a visit of state."""
        if frame.needs != "journey":
            held = not told.long or not party.doers or _is_held(told.trigger)
            united = bool(self._union(frame, told.trigger, party))
            placed = not told.long and (told.set_ or frame.kind == "talks")
            return held and (
                party.meets(frame, placed=placed) or (placed and told.set_ and (united or has_sides(told.trigger)))
            )
        homes = {party.who[p] for p in party.persons} - {None}
        if not homes and party.officials:
            homes = set(party.who.values())  # "the leaders of Chile and Peru visited"
        abroad = told.place is not None and told.place[1] not in (homes or set(party.who))
        rank = bool((told.level or (told.place is None and length_of(told.trigger))) and homes and frame.vague)
        return bool(party.persons or party.envoys or party.officials) and (abroad or rank or len(homes) > 1)

    def _union(self, frame: MeetingFrame, token: Token, party: Party) -> Who:
        """The organisation whose members meet: "the African Union's summit", "spoke at the NATO summit"."""
        return union_of(self.actors, token, party.heads) if frame.kind == "summit" else {}

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


def _are_long(told: Encounter) -> bool:
    """Whether talks are told of as going on for months, not as one meeting: no place, no day, no round of them."""
    day = (told.date is not None and precision(told.date) == "day") or length_of(told.trigger) is not None
    above = told.trigger.head.head if told.trigger.dep_ == "pobj" else told.trigger
    return told.place is None and not day and above.lemma_ not in rounds()


def _is_recent(verb: Token) -> bool:
    """Whether a verb tells of what has just been done: "has met"."""
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)


def _other(noun: Token) -> str | None:
    """The word that sets a meeting apart from those told of before; not in "it was the first meeting"."""
    said_of = [s.lower_ for s in grammar.subjects(noun.head)] if noun.dep_ == "attr" else []
    if set(said_of) & {"it", "this", "that"}:
        return None
    return next((c.lower_ for c in noun.children if c.lower_ in others()), None)


def _is_held(noun: Token) -> bool:
    """Whether those who act in a sentence hold the talks: not "agreed to revive talks", "led his side in the talks"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return verb.lemma_ in holding()


def _is_definite(noun: Token) -> bool:
    """Whether a noun points to a meeting that is known already: "the summit", "their talks"."""
    return any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.children)
