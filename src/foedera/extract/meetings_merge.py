"""One record for each meeting: what a document says of one event in several places is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.agreements.parties import seats_of
from foedera.model import Meeting
from foedera.model.dates import days_of, overlap, within
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.meetings_frames import MeetingFrame
    from foedera.extract.realis import Mood
    from foedera.model import Span

_WEEK = 7  # days: so long "next week" is, and hardly a meeting
_REACH = 150  # tokens that "the summit" looks back

_SETTING_OUT = "leave for"  # the frame
_BETWEEN = frozenset({"since", "after", "before", "following"})  # two meetings, told one after the other

Who = dict[str, str | None]
"""Participants by name, each with the state it is or acts for."""
Place = tuple[str, str | None]
"""A place's name and the state it is in or is."""


@dataclass
class Encounter:
    """A meeting as one clause tells of it. `named` is whether the clause itself says who met or went where,
    `long` whether it tells of talks that went on for months, `recent` and `old` whether of what has just been or is
    long past.
    """

    frame: MeetingFrame
    trigger: Token
    mood: Mood
    who: Who
    place: Place | None
    host: str | None
    date: str | None
    level: str | None
    words: tuple[Token, ...]
    named: bool = False
    long: bool = False
    recent: bool = False
    old: bool = False
    other: str | None = None
    definite: bool = False
    pair: Who = field(default_factory=dict)

    @property
    def set_(self) -> bool:
        """Whether the clause says where or when."""
        return bool(self.place or self.date)


@dataclass
class _Event:
    told: list[Encounter] = field(default_factory=list)
    who: Who = field(default_factory=dict)
    date: str | None = None
    place: Place | None = None

    def takes(self, other: Encounter) -> bool:
        first = self.told[0]
        if first.frame.sort != other.frame.sort:
            return False
        if other.other and other.other not in {e.other for e in self.told}:
            return False
        if not other.named:
            return self._is_meant_by(other)
        if (first.mood.realis == "actual") != (other.mood.realis == "actual"):
            return False
        if self._is_elsewhen(other) or any(_is_measured_by(e.trigger, other.trigger) for e in self.told):
            return False
        if self._is_left(other):
            return False
        apart = (other.place and not self.place) or (other.date and not self.date)
        if apart and {"summit", "talks"} == {other.frame.kind, first.frame.kind}:
            return False
        shared = len(set(other.who) & set(self.who)) >= min(2, len(other.who), len(self.who))
        return shared or self._are_same(other.who) or (first.frame.sort == "visit" and self._is_stood_for(other.who))

    def _is_left(self, other: Encounter) -> bool:
        """Whether somebody sets out for elsewhere from a visit that is under way: "he was paying a state visit ... he
        left for Hanoi"."""
        paying = any(e.level and e.mood.realis == "actual" and e.trigger.sent != other.trigger.sent for e in self.told)
        return other.frame.frame == _SETTING_OUT and self.place is None and paying

    def _is_stood_for(self, who: Who) -> bool:
        """Whether a state that goes somewhere is that of the person of whom it is told: "the US diplomat"; or of the
        person whose visit a heading announced: "Visit of the President of Chile"."""
        return any(_stand_for(persons, states) for persons, states in ((self.who, who), (who, self.who)))

    def _are_same(self, who: Who) -> bool:
        """Whether those who meet stand for the same states, and are no other persons: "Burns met the minister"."""
        homes = {home for home in who.values() if home} & {home for home in self.who.values() if home}
        persons = [{name for name, home in each.items() if home in homes and name != home} for each in (who, self.who)]
        return len(homes) > 1 and (persons[0] <= persons[1] or persons[1] <= persons[0])

    def _is_elsewhen(self, other: Encounter) -> bool:
        """Whether a clause tells of another day or another state than this event's."""
        if self.date and other.date and not overlap(self.date, other.date):
            return True
        if any((e.recent and other.old) or (e.old and other.recent) for e in self.told):
            return True
        states = {place[1] for place in (self.place, other.place) if place and place[1]}
        return len(states) > 1

    def is_called(self, kind: str) -> bool:
        """Whether it has been called by a word of that kind: "the summit"."""
        return any(told.frame.kind == kind for told in self.told)

    def is_at(self, other: Encounter) -> bool:
        """Whether what is told of nobody by name was at this event's place, and on no other day."""
        placed = bool(other.place and self.place and _same_place(other.place, self.place))
        alike = self.told[0].frame.sort == other.frame.sort and self.told[0].mood.realis == other.mood.realis
        return placed and alike and not self._is_elsewhen(other)

    def _is_meant_by(self, other: Encounter) -> bool:
        """Whether "the summit" or "the Geneva talks" is this event: the last one, or the one of that place or day."""
        same = (other.place and self.place and _same_place(other.place, self.place)) or (
            other.date and self.date and within(other.date, self.date)
        )
        near = other.trigger.i - self.told[-1].trigger.i < _REACH
        return bool(same) or (other.definite and near and not (other.set_ and (self.place or self.date)))

    def add(self, other: Encounter) -> None:
        self.told.append(other)
        if other.named or not self.who:
            self.who |= {name: home for name, home in other.who.items() if name not in self.who}
        self.place = other.place if self.place is None or _is_seat_in(other.place, self.place) else self.place
        self.date = _closer(self.date, other.date)


def _stand_for(persons: Who, states: Who) -> bool:
    homes = {home for name, home in persons.items() if name != home}
    return bool(states) and all(name == home for name, home in states.items()) and set(states) <= homes


def _is_seat_in(place: Place | None, other: Place) -> bool:
    """Whether a place says more than the state that it is in: its seat of government."""
    return place is not None and place[1] == other[1] and place[0].lower() in seats_of(place[1] or "")


def _closer(known: str | None, told: str | None) -> str | None:
    """Of two dates of one event the one that says more: the day in a week, from the first day to the last."""
    if known is None or told is None:
        return known or told
    weeks = [length for length in (days_of(known), days_of(told)) if length is not None and length >= _WEEK]
    if weeks and within(told, known):
        return told
    return told if len(told) > len(known) and not (weeks and within(known, told)) else known


def _is_measured_by(one: Token, other: Token) -> bool:
    """Whether a meeting only says from when another is counted: "their first meeting since the summit"."""
    return other.head.lower_ in _BETWEEN and one.i < other.i and one.sent == other.sent


def _same_place(one: Place, other: Place) -> bool:
    """Whether two places may be one: of one name, or a city and its state."""
    return one[0] == other[0] or (one[1] is not None and one[1] == other[1])


def merge(layers: Layers, encounters: list[Encounter]) -> tuple[Meeting, ...]:
    """The meetings of a document, in the order in which it first tells of them."""
    events: list[_Event] = []
    nameless: list[Encounter] = []
    for encounter in encounters:
        target = _event_of(encounter, events)
        if target is None:
            encounter.who = encounter.who or encounter.pair
            told = encounter.set_ and len({home or name for name, home in encounter.who.items()}) > 1
            told &= not encounter.long
            told &= encounter.frame.sort != "visit"
            if not encounter.named and not told:
                nameless.append(encounter)
                continue
            target = _Event()
            events.append(target)
        target.add(encounter)
    _give(nameless, events)
    return tuple(_meeting(layers, event) for event in events)


def _event_of(encounter: Encounter, events: list[_Event]) -> _Event | None:
    """The event that a clause tells of, if one is known: the last one, or of several that "the summit" may be the last
    that was called one."""
    fitting = (event for event in reversed(events) if event.takes(encounter))
    last = next(fitting, None)
    if encounter.named or last is None or last.is_called(encounter.frame.kind):
        return last
    return next((event for event in fitting if event.is_called(encounter.frame.kind)), last)


def _give(nameless: list[Encounter], events: list[_Event]) -> None:
    """Give to each event what was told of it before it was said who met: "after talks in Lima on Saturday, ... the Lima
    meeting between Soto and Diaz"."""
    for encounter in nameless:
        if encounter.place and encounter.date:
            later = (e for e in events if e.told[0].trigger.i > encounter.trigger.i and e.is_at(encounter))
            event = next(later, None)
            if event is not None:
                event.add(encounter)


def _meeting(layers: Layers, event: _Event) -> Meeting:
    first = event.told[0]
    evidence = tuple(sorted({evidence_of(layers, e) for e in event.told}))
    who = _names(event.who)
    host = next((e.host for e in event.told if e.host), None)
    realis = first.mood.realis
    return Meeting(
        id=content_id("meeting", first.frame.kind, *who, event.date, realis, *(f"{s.start}:{s.end}" for s in evidence)),
        kind=first.frame.kind,
        realis=realis,
        evidence=evidence,
        participants=who,
        host=host,
        place=event.place[0] if event.place else None,
        date=event.date,
        level=next((e.level for e in event.told if e.level), None),
        rule=first.frame.frame,
    )


def _names(who: Who) -> tuple[str, ...]:
    """Participants by name; a state is left out where a person who stands for it is named."""
    stood_for = {home for name, home in who.items() if name != home}
    return tuple(name for name, home in who.items() if name != home or name not in stood_for)


def evidence_of(layers: Layers, encounter: Encounter) -> Span:
    """The shortest run of words that holds the meeting, who takes part and where."""
    sentence = encounter.trigger.sent
    near = [t for t in (*encounter.words, *encounter.mood.words) if sentence.start <= t.i < sentence.end]
    core = [encounter.trigger.i, *(t.i for t in near)]
    return layers.span(layers.tokens[min(core) : max(core) + 1])
