"""Where a meeting takes place, or where a journey leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.parties import seats_of
from foedera.extract.meetings_frames import occurring, regions, seats
from foedera.extract.slots import fill
from foedera.lexicon.states import seat_of, states

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.extract.meetings_frames import MeetingFrame
    from foedera.extract.meetings_merge import Place


def near(token: Token, frame: MeetingFrame, heads: list[Token]) -> list[Token]:
    """The words that may name the place; of a noun also those that the parser hung on its verb: "his visit | to", or on
    those who meet, `heads`: "talks between Diaz and Soto | in Lima".
    """
    found = [head for slot in frame.place for head in fill(token, slot)]
    after = token.right_edge.i + 1
    if not found and token.pos_ == "NOUN" and after < len(token.doc) and token.doc[after].lower_ in frame.place:
        found = grammar.children(token.doc[after], "pobj")
    if not found and token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in occurring():
        found = [t for path in ("in", "at") for t in fill(token.head, path)]  # "the talks began | in Lima"
    if not found and token.pos_ == "NOUN" and frame.needs == "parties":
        found = [t for head in heads[-1:] for t in fill(head, "in") if t.ent_type_ == "GPE"]
    if not found and frame.needs == "parties":  # "the | Ohrid | meeting"
        found = [t for t in grammar.children(token, "compound") if t.ent_type_ == "GPE"]
    return [part for head in found for part in grammar.conjuncts(head)]


def stay(token: Token) -> list[Token]:
    """The words for where somebody is on a journey: "is | in Japan | on a visit", "in Japan for talks"."""
    verb = token.head.head
    on = token.dep_ == "pobj" and token.head.lower_ in {"for", "on"} and verb.lemma_ == "be"
    return grammar.phrase(verb, "in") if on else []


def place_of(actors: Actors, token: Token) -> Place | None:
    """A place's name and the state it is in or is: also "the kingdom of Tonga", and "the White House"."""
    entity = actors.at(token)
    seat = entity is not None and entity.kind == "organisation" and token.lemma_.lower() in seats()
    if entity is not None and entity.kind == "organisation" and not seat and token.ent_type_ != "GPE":
        return None  # "the Organization for Security and Co-operation | in Europe"
    placed = seat or (entity is not None and entity.kind in {"state", "place"})
    if not placed and token.ent_type_ != "GPE":
        inner = [t for path, t in grammar.phrases(token) if path == "of" and t.ent_type_ == "GPE"]
        inner += [t for t in grammar.children(token, "appos") if t.ent_type_ == "GPE"]
        if not inner and (token.ent_type_ == "LOC" or token.lemma_.lower() in regions()):
            return token.doc[token.left_edge.i : token.i + 1].text, None
        return place_of(actors, inner[0]) if inner else None
    state = actors.home(entity) if entity is not None else None
    return grammar.name_of(token), state or next(iter(actors.states(token)), None)


def stops(actors: Actors, words: list[Token]) -> list[Place]:
    """Each state that a journey leads to: "visited Fiji and Tonga", "three countries, including Fiji"."""
    found: dict[str, Place] = {}
    for token in words:
        words_of_place = token.doc[token.left_edge.i : _end(token)]
        for entity in actors.in_(words_of_place):
            state = actors.home(entity) if entity.kind in {"state", "place"} else None
            if state:
                found.setdefault(state, (_seat(words_of_place, state) or entity.name, state))
    return list(found.values())


def _seat(words: Tokens, state: str) -> str | None:
    """The seat of a state's government, where some words name the state by it: "a visit to Lima"."""
    seat = words[1:] if words[0].tag_ == "DT" else words
    return seat.text if seat.text.lower() in seats_of(state) else None


def _end(token: Token) -> int:
    """Where the words of a place end; a list behind a colon belongs to "three nations"."""
    after = token.i + 1
    if token.tag_ == "NNS" and after < token.sent.end and token.doc[after].text in {":", "–", "—"}:
        after += after + 1 < len(token.doc)  # a sentence may end at the colon
        return token.doc[after].sent.end
    beyond = [c.i for c in token.children if c.dep_ == "prep" and c.lower_ == "with"]  # "the border | with Sudan"
    return min([token.right_edge.i + 1, *beyond])


def here(layers: Layers, actors: Actors, token: Token) -> Place | None:
    """The place that "here" means: where the report was filed, if the text tells which state that is in."""
    dateline = layers.document.dateline
    if dateline is None or dateline.place is None or not any(c.lower_ == "here" for c in token.children):
        return None
    name = dateline.place.partition(",")[0].strip()
    known = (e for e in actors.entities if e.kind in {"state", "place"} and e.name == name)
    state = next((state for e in known if (state := actors.home(e))), None)
    if state is None and name in seat_of():
        state = states()[seat_of()[name]].party
    return (name, state) if state else None
