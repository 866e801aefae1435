"""What uses the words of a meeting and is none: guests let in at an airport, the way home, a name given to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.meetings_frames import (
    arrivals,
    lasting,
    launching,
    many,
    meeting_frames,
    negotiations,
    portions,
    returning,
)
from foedera.extract.meetings_who import is_envoy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities import Actors
    from foedera.extract.meetings_frames import MeetingFrame


def is_none(actors: Actors, token: Token, frame: MeetingFrame) -> bool:
    """Whether the words that open a frame tell of no meeting here."""
    if not grammar.is_verb(token):
        vague = frame.vague and (_is_mass(token) or _are_many(token) or _is_process(token))
        return vague or _goes_on(token)
    if frame.needs == "journey":
        return _is_return(token)
    return _names(actors, token) or _is_arrival(token) or (bool(frame.host) and _is_of_things(actors, token))


def _is_mass(noun: Token) -> bool:
    """Whether a noun names no one event: "solve it through dialogue", "by negotiation"."""
    return noun.tag_ == "NN" and noun.dep_ == "pobj" and not any(c.i < noun.i for c in noun.children)


def _are_many(noun: Token) -> bool:
    """Whether several are told together and none by itself: "ten rounds of talks", "will have several meetings"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if whole.lemma_ not in {noun.lemma_, *portions()}:
        return noun.dep_ == "pobj" and whole.lemma_ in many() and noun.tag_ == "NNS"
    words = {t.lower_ for c in grammar.children(whole, "amod", "nummod") for t in c.subtree}
    counted = bool(grammar.children(whole, "nummod")) and whole.lower_ != "talks"
    return whole.tag_ == "NNS" and (counted or bool(words & many()))


def _is_process(noun: Token) -> bool:
    """Whether negotiations are only launched or concluded: "launched negotiations on a pact on 13 May"."""
    undergoes = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in launching()
    return undergoes and noun.lemma_ in negotiations()


def _goes_on(noun: Token) -> bool:
    """Whether meetings are only said to go on: "will continue close consultations"."""
    several = noun.tag_ == "NNS" and not grammar.children(noun, "nummod", "det")
    return several and noun.dep_ == "dobj" and noun.head.lemma_ in lasting()


def _is_return(verb: Token) -> bool:
    """Whether a journey leads home, or is none: "flew back", "came together"."""
    return any(c.lower_ in returning() for c in grammar.children(verb, "advmod", "prt"))


def _names(actors: Actors, verb: Token) -> bool:
    """Whether a verb only gives somebody a name: "called him a liar", "what should he call her?"."""
    asked = any(t.tag_ == "WP" for t in grammar.children(verb, "dobj"))
    return asked or any(actors.at(t) is None for t in grammar.children(verb, "oprd"))


def _is_arrival(verb: Token) -> bool:
    """Whether guests are only let in: "was welcomed at the airport and greeted by the mayor"."""
    where = [t for v in (verb, verb.head) for t in grammar.phrase(v, "at", "in", "on", "upon")]
    return any(t.lemma_.lower() in arrivals() for t in where)


def _is_of_things(actors: Actors, verb: Token) -> bool:
    """Whether something is hosted or received that is nobody: "received a letter", "hosted talks"."""
    received = grammar.children(verb, "dobj")
    if any(meeting_frames().nouns.get(t.lemma_) for t in received):
        return True
    return bool(received) and all(t.pos_ == "NOUN" and _is_thing(actors, t) for t in received)


def _is_thing(actors: Actors, noun: Token) -> bool:
    return not actors.all_at(noun) and not actors.states(noun) and not is_envoy(actors, noun)
