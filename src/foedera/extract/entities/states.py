"""States by every way of naming one: names, nationality words, capitals standing for governments."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.extract.entities.lists import words
from foedera.extract.entities.words import Found, Gazetteer
from foedera.lexicon import load
from foedera.lexicon.states import states

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

Form = Literal["name", "adjective", "people", "seat", "shared", "pair", "none"]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a phrase of the lexicon is to which state."""

    form: Form
    key: str
    phrase: str = ""


@functools.cache
def _gazetteer() -> Gazetteer[Naming]:
    phrases: dict[str, Naming] = {phrase: Naming("none", "") for phrase in load("en", "actors")["not_states"]}
    phrases |= {phrase: Naming("shared", "", phrase) for phrase in load("en", "actors")["shared_names"]}
    phrases |= {f"{name}s": Naming("pair", "", f"{name}s") for name in load("en", "actors")["halves"]}
    for state in states().values():
        for form, names in (
            ("name", (state.name, *state.names)),
            ("adjective", state.adjectives),
            ("people", state.people),
            ("seat", state.seats),
        ):
            for name in names:
                phrases.setdefault(name, Naming(form, state.key, name))  # type: ignore[arg-type]
    return Gazetteer(phrases.items())


def read_states(cast: Cast) -> None:
    """Names every state, and every capital as a place or as its government."""
    shared: list[Found[Naming]] = []
    surnames = _surnames(cast) & words("also_persons")
    for found in _gazetteer().find(cast.words):
        if _is_no_state(cast, found, surnames):
            continue
        if found.value.form == "shared":
            shared.append(found)
        elif found.value.form == "pair":
            cast.reserved.update(range(found.start, found.end))
        elif found.value.form == "seat":
            _read_seat(cast, found)
        else:
            cast.name(state_draft(cast, found.value.key), found.start, found.end)
    _read_shared(cast, shared)


def _read_seat(cast: Cast, found: Found[Naming]) -> None:
    """A capital: a part of a title, a place, or the government that sits there."""
    if _in_title(cast, found.start, found.end):
        cast.reserved.update(range(found.start, found.end))
    elif is_place(cast, found.start, found.end):
        cast.name(cast.draft("place", found.value.phrase, home=found.value.key), found.start, found.end)
    else:
        cast.name(state_draft(cast, found.value.key), found.start, found.end)


def _is_no_state(cast: Cast, found: Found[Naming], surnames: frozenset[str]) -> bool:
    """Whether the phrase is part of another name, a person's or a currency's ("US$ 5m"), or "us" in capitals."""
    phrase, token = found.value.phrase, cast.doc[found.start]
    if found.value.form == "none" or token.tag_ in ("PRP", "PRP$", "$") or _looks_otherwise(cast, phrase):
        return True
    if phrase not in words("also_persons"):
        return False
    if token.ent_type_ == "PERSON" and _has_more_names(cast, found):
        return True
    # "Jordan", once Jim Jordan is known; but "in Jordan" is the state.
    return phrase in surnames and not (found.start and cast.doc[found.start - 1].pos_ == "ADP")


def state_draft(cast: Cast, key: str) -> Draft:
    """The state of that key; the European Union, which stands among the states, is an organisation."""
    return cast.draft("organisation" if key == "EU" else "state", states()[key].name, home=key)


def _read_shared(cast: Cast, shared: list[Found[Naming]]) -> None:
    """ "Korea" alone: the one Korea that the text names in full, when it names one only."""
    for found in shared:
        options = load("en", "actors")["shared_names"][found.value.phrase]
        named = [draft for key in options if (draft := cast.drafts.get(("state", states()[key].name)))]
        if len(named) == 1:
            cast.name(named[0], found.start, found.end)


def _has_more_names(cast: Cast, found: Found[Naming]) -> bool:
    """Whether the pipeline took a state's name for one part of a person's ("Chad Miller")."""
    inside = cast.doc[found.start].ent_iob_ == "I"
    return inside or (found.end < len(cast.doc) and cast.doc[found.end].ent_iob_ == "I")


def _surnames(cast: Cast) -> frozenset[str]:
    return frozenset(ent[-1].text for ent in cast.doc.ents if ent.label_ == "PERSON" and len(ent) > 1)


def _looks_otherwise(cast: Cast, phrase: str) -> bool:
    """Whether other words of the text say that a name is another place's ("Georgia" beside "Atlanta")."""
    signs = load("en", "actors")["other_places"].get(phrase)
    if signs is None:
        return False
    seen = cast.vocabulary
    return not seen.isdisjoint(signs["with"]) and seen.isdisjoint(signs["without"])


def _in_title(cast: Cast, start: int, end: int) -> bool:
    """Whether a capital stands inside the title of something ("Moscow Declaration", "Washington Post")."""
    doc = cast.doc
    last = doc[end - 1]
    joined = end < len(doc) and doc[end].text in ("-", "–")
    if (
        last.dep_ in ("compound", "nmod")
        and last.head.lower_ in words("title_nouns")
        and not joined
        and last.head.i >= end
    ):
        return doc[max(0, start - 1)].text not in ("-", "–")
    for token in doc[end : end + 6]:
        if token.lower_ in words("title_nouns") and token.text[0].isupper():
            return True
        if not (token.text[0].isupper() or token.lower_ in ("and", "-", "–")):
            return False
    return False


def is_place(cast: Cast, start: int, end: int) -> bool:
    """Whether a capital is meant as a place: in a dateline, where something is or goes to, what is visited."""
    token = cast.doc[end - 1]
    if cast.layers.kind(token) == "dateline" or _opens_dateline(cast, start, end):
        return True
    if token.dep_ in ("compound", "nmod") and token.head.i >= end and token.head.lemma_.lower() in words("place_nouns"):
        return cast.doc[end].text not in ("-", "–")
    head = _conjunction_head(token)
    if head.dep_ in ("npadvmod", "appos") and token.ent_type_ == "GPE" and head.head.ent_type_ in ("GPE", "FAC", "ORG"):
        return True
    if head.dep_ == "dobj":
        return head.head.lemma_ in words("place_verbs")
    if head.dep_ != "pobj":
        return False
    preposition = head.head
    word = preposition.lower_
    if word in words("place_prepositions"):
        return True
    return word in words("motion_prepositions") and preposition.head.lemma_.lower() in words("motion")


def _conjunction_head(token: Token) -> Token:
    """The first of the names that a name is coordinated with."""
    for _ in range(8):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _opens_dateline(cast: Cast, start: int, end: int) -> bool:
    """Whether a capital in capitals opens a paragraph as datelines do ("MOSCOW, June 18.", "SEOUL (AP) --")."""
    token = cast.doc[start]
    if not token.text.isupper() or end >= len(cast.doc):
        return False
    opens = start == 0 or cast.doc[start - 1].is_space
    return opens and cast.doc[end].text in {",", "(", "-", "--", "–", "—", "/", "."}
