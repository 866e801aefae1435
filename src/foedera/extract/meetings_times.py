"""How the words around a meeting say whether and when it takes place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.dating import date_of
from foedera.extract.meetings_frames import (
    accepting,
    ending,
    holding,
    meeting_frames,
    occasions,
    particulars,
    refusing,
    rounds,
)
from foedera.extract.numbers import whole
from foedera.model.dates import span
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.meetings_frames import MeetingFrame
    from foedera.extract.realis import Mood

_FAR = 6  # steps up from a meeting to "according to"
_LONGEST = 14  # days: what is longer is no visit


def mood_of(token: Token, frame: MeetingFrame) -> Mood:
    """How the text states a meeting: as any step, save that what is done on its occasion tells that it is held."""
    above = _occasion_of(token, frame.sort)
    above = above or journey_of(token)
    main = _main_above(token)
    if main is not None and realis.mood(main).realis == "actual":
        return realis.Mood()
    if any(word.lower_ == "according" for word in islice(token.ancestors, _FAR)):
        return realis.Mood()  # "..., according to a readout of the call"
    outer = realis.mood(above) if above is not None else None
    if outer and outer.realis in {"actual", "planned"}:
        return realis.Mood(outer.realis, outer.words)
    mood = realis.mood(token, frame.realis)
    if mood.realis == "denied" and _is_particular(token):
        mood.realis = "planned"
    if mood.realis == "actual" and (_is_awaited(token) or _is_next(token)):
        mood.weigh("planned", token)
    lemmas = {governor.lemma_ for governor in mood.governors}
    if lemmas & refusing():
        mood.realis = "denied"
    if mood.realis == "possible" and any(_accepts(g) or _accepts(g.head) for g in mood.governors):
        mood.realis = "planned"
    return mood


def _is_particular(token: Token) -> bool:
    """Whether what is denied is only known of a meeting not yet: "the date of the summit has not been set"."""
    return token.dep_ == "pobj" and token.head.lower_ in {"of", "for"} and token.head.head.lemma_ in particulars()


def _accepts(verb: Token) -> bool:
    """Whether somebody says yes: "accepted an invitation to visit", "looks forward to welcoming"."""
    return bool(accepting() & {verb.lemma_, *(f"{verb.lemma_} {c.lower_}" for c in verb.children)})


def when(layers: Layers, token: Token, frame: MeetingFrame, mood: Mood) -> str | None:
    """The date of a meeting, from its first day to its last where the text says how long it takes."""
    day = date_of(layers, token, mood)
    above = _occasion_of(token, frame.sort) or journey_of(token) or _held_by(token) or _last_time(token)
    above = above or _left_after(token)
    if day is None and above is not None:
        day = date_of(layers, above, mood)
    if day is None and token.tag_ == "VBG" and any(c.lower_ == "currently" for c in token.children):
        day = layers.document.published
    days = length_of(token)
    if day is None or len(day) != 10 or not days:
        return day
    rest = timedelta(days=days - 1)
    if any(verb.lemma_ in ending() for verb in (*mood.governors, grammar.clause_head(token))):
        return span((date.fromisoformat(day) - rest).isoformat(), day)
    return span(day, (date.fromisoformat(day) + rest).isoformat())


def _occasion_of(token: Token, sort: str) -> Token | None:
    """The verb for what is done at a meeting: "agreed in a call", "discussed it over lunch"."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in occasions(sort):
        return None
    above = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    if preposition.lower_ in {"at", "during"} and any(c.lower_ in {"the", "their", "this"} for c in token.children):
        above = grammar.clause_head(above)  # "agreed on the way to peace | at the meeting"
    return above if grammar.is_verb(above) else None


def journey_of(token: Token) -> Token | None:
    """The verb of the journey that a visit is the aim of: "arrived for a visit"; with it the visit has begun."""
    verb = token.head.head
    journey = any(frame.sort == "visit" for frame in meeting_frames().verbs.get(verb.lemma_, ()))
    journey = journey or (verb.lemma_ == "be" and bool(grammar.phrase(verb, "in")))  # "is in Lima for a visit"
    return verb if token.dep_ == "pobj" and token.head.lower_ in {"for", "on"} and journey else None


def _is_awaited(token: Token) -> bool:
    """Whether a meeting is only where in time something not yet done stands: "may be signed after his trip"."""
    above = token.head.head
    if token.dep_ != "pobj" or above.pos_ not in {"VERB", "AUX"}:
        return False
    return realis.mood(above).realis in AHEAD


def _is_next(noun: Token) -> bool:
    """Whether a meeting is the next one, and not told of in the past: "agreed to hold the next meeting in Lima"."""
    verb = grammar.clause_head(noun)
    return any(c.lower_ == "next" for c in grammar.children(noun, "amod")) and not realis.past(verb)


def _held_by(noun: Token) -> Token | None:
    """The verb by which a meeting is held: "Yesterday, they | held | their first meeting", "wrapped up their talks",
    "yesterday concluded the fifth round of talks".
    """
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in rounds():
        noun = noun.head.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_ in holding() | ending() else None


def _left_after(visit: Token) -> Token | None:
    """The verb of the way home that a visit ends with: "| left | on Tuesday after an eight-day visit"."""
    after = visit.dep_ == "pobj" and visit.head.lower_ in {"after", "following"}
    return visit.head.head if after and visit.head.head.lemma_ in ending() else None


def _last_time(verb: Token) -> Token | None:
    """The verb of "the last time they met | was | in April"."""
    noun = verb.head
    named = verb.dep_ in {"relcl", "acl"} and noun.lemma_ == "time" and noun.dep_ == "nsubj"
    return noun.head if named else None


def _main_above(token: Token) -> Token | None:
    """The verb of the clause in which a meeting stands behind an aim: "concluded talks | to change it after a meeting",
    "stressed their will | to solve it during a meeting".
    """
    verb = token.head.head
    aim = verb.dep_ in {"acl", "advcl", "relcl"} and grammar.infinitive(verb)
    sent = verb.head.lower_ == "for" and realis.mood(verb).realis in AHEAD  # "approved it for signing at a meeting"
    if token.dep_ != "pobj" or sent or not (aim or (verb.dep_ == "pcomp" and verb.tag_ == "VBG")):
        return None
    return grammar.clause_head(verb.head)


def length_of(token: Token) -> int | None:
    """How many days a meeting takes: "a three-day visit", also of "arrived for a three-day visit"."""
    nouns = [token, *(t for path, t in grammar.phrases(token) if path in {"for", "on"})]
    for noun in nouns:
        for unit in noun.children:
            if unit.lower_ == "day" and unit.dep_ in {"compound", "nmod", "amod"}:
                counted = grammar.children(unit, "nummod") or grammar.children(noun, "nummod")
                days = whole(c.text for c in counted)
                return days if days is not None and 1 < days <= _LONGEST else None
    return None
