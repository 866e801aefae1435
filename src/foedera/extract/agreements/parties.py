"""Who the words of a phrase or clause name: the states and bodies that can be parties."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.movements import called_armed, is_armed
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.enumerated import enumerated
from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from foedera.extract.entities import Actors

_KEYS = ("names", "adjectives", "people", "seats")
_OWNING = ("compound", "amod", "poss", "nmod")
_DASHES = frozenset({"-", "–", "—"})
_MARKS = _DASHES | {":"}
_DATELINE = 5  # words of a place of writing
_LONGEST = 80  # names in one list


class Parties:
    """Who is named where in one document; each word is looked up once."""

    def __init__(self, actors: Actors, texts: Sequence[str]) -> None:
        self._actors, self._texts = actors, texts
        self._rebels: frozenset[str] | None = None
        self._codes: dict[int, tuple[str, ...]] = {}
        self._within: dict[int, list[tuple[Token, tuple[str, ...]]]] = {}

    def of(self, token: Token) -> tuple[str, ...]:
        """The states or bodies that one word stands for; a compound names two ("U.S.-ROK", "Israel-Hamas")."""
        known = self._codes.get(token.i)
        if known is None:
            known = self._codes[token.i] = self._look_up(token)
        return known

    def within(self, sentence: Tokens) -> list[tuple[Token, tuple[str, ...]]]:
        """Each word of a sentence that names a party, with whom; looked for once in each sentence."""
        known = self._within.get(sentence.start)
        if known is None:
            doc, places = sentence.doc, range(sentence.start, sentence.end)
            named = [doc[i] for i in places if self._texts[i][:1].isupper() or self._actors.has(i)]
            known = self._within[sentence.start] = [(t, codes) for t in named if (codes := self.of(t))]
        return known

    def _look_up(self, token: Token) -> tuple[str, ...]:
        text = self._texts[token.i]
        if opens_report(token):
            return ()
        if text[:1].isupper():
            if joint := _compound(text):
                return unique([*joint, *self._actors.states(token)])
            if name := _name_of_two(token):
                return (_names()[0][name],)  # "Japan and the European Union" may pass for one name
        entity = self._actors.at(token)
        if entity is not None and " and the " in entity.name and (body := _last_of(entity.name)):
            return (body,) if text in body.split() else unique(filter(None, [_names()[0].get(text.lower())]))
        if states := self._actors.states(token):
            return states
        if entity is None or entity.kind != "organisation":
            return ()
        if entity.name in _organs():
            return (_organs()[entity.name],)
        if self._rebels is None:
            self._rebels = called_armed(self._actors, token.doc, self._texts)
        return (entity.name,) if entity.name in _bodies() or self.fights(entity.name) else ()

    def fights(self, name: str) -> bool:
        """Whether a party is an armed movement, by its name or as the report calls it."""
        return is_armed(name) or name in (self._rebels or ())

    def is_person(self, token: Token) -> bool:
        """Whether a word stands for a person."""
        entity = self._actors.at(token)
        return entity is not None and entity.kind == "person"

    def is_state(self, token: Token) -> bool:
        """Whether a word names a state itself, not its seat of government or a body of it."""
        if is_seat(token):
            return False
        entity = self._actors.at(token)
        return names_state(token.text) or (entity is not None and entity.kind == "state")

    def named(self, tokens: Sequence[Token]) -> list[tuple[Token, tuple[str, ...]]]:
        """Each word before an agreement noun that names a party; a lone seat is where it was made, helpers are none."""
        found = [(t, c) for t in tokens if (c := self.of(t)) and not (self.is_person(t) or helps(t))]
        compound = len(found) >= 2 and any(t.text in _DASHES for t in tokens)
        return [(t, c) for t, c in found if compound or t.dep_ == "poss" or not is_seat(t)]

    def meant(self, token: Token, depth: int = 0) -> Iterator[str]:
        """Those whom a noun stands for, or its modifiers name: "Russian lawmakers", "leaders of Chile and Peru"."""
        if helps(token):
            return  # "the Qatari-backed movement" is not Qatar
        owners = [c for child in grammar.children(token, "poss") for c in self.of(child) if not self.is_person(child)]
        own = tuple(owners) or self.of(token)  # "Chile's Senate" is Chile's, whatever other senates there are
        yield from own
        if own or depth > 1:
            return
        for child in (c for c in grammar.children(token, *_OWNING) if not helps(c)):
            # "ASEAN ministers signed" for all members.
            blocs = words("en", "agreements_parties", "blocs")
            yield from (code for code in self.of(child) if len(code) <= 3 or self.fights(code) or code in blocs)
        for path, part in grammar.phrases(token):
            if path in {"of", "from"}:
                yield from (code for t in joined(part) for code in self.meant(t, depth + 1))
        yield from enumerated(token, self.of)


def joined(token: Token) -> list[Token]:
    """A token and all that is listed with it, also where the tree takes a list for an apposition."""
    found = [token]
    for word in found:
        if len(found) > _LONGEST:
            break
        listed = [c for c in word.children if c.dep_ == "conj" or (c.dep_ == "appos" and c.pos_ == "PROPN")]
        found += [c for c in listed if vocabulary().noun(c.lower_) is None]
    return found


def names_state(word: str) -> bool:
    """Whether a word is a name or seat of a state, however it is written ("MOSCOW")."""
    return word.lower() in _names()[0]


def opens_report(token: Token) -> bool:
    """Whether a name only tells where a report was written: "Lima, Peru — The two sides ...", "Lima - Chile ..."."""
    memory = token.doc.user_data
    if "datelines" not in memory:
        memory["datelines"] = frozenset(_datelines(token.doc))
    return token.i in memory["datelines"]


def _datelines(doc: Doc) -> Iterator[int]:
    """The words of places of writing: few sentences have a mark near their start, and only those are looked at."""
    for sentence in doc.sents:
        first = range(sentence.start, min(sentence.start + _DATELINE, len(doc)))
        if any(doc[i].text in _MARKS for i in range(sentence.start, min(first.stop + 1, len(doc)))):
            yield from (i for i in first if _stands_before_mark(doc, sentence.start, i))


def _stands_before_mark(doc: Doc, start: int, i: int) -> bool:
    end = i
    while end < len(doc) and end - start < _DATELINE and (doc[end].pos_ == "PROPN" or doc[end].text == ","):
        end += 1
    dash = doc[end : end + 1].text in _DASHES and bool(doc[end - 1].whitespace_)
    dash = dash or (doc[end : end + 1].text == ":" and doc[start].is_upper)  # "DOHA: The two sides ..."
    place = is_seat(doc[i]) or any(t.text == "," for t in doc[start:end])
    return dash and place and not is_seat(doc[min(end + 1, len(doc) - 1)])


def is_seat(token: Token) -> bool:
    """Whether a word is a seat of government, which before "agreement" is where it was made ("Paris Agreement")."""
    return token.lower_ in _names()[1] or _name_of_two(token) in _names()[1]


def unique(codes: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order."""
    return tuple(dict.fromkeys(codes))


@functools.cache
def _names() -> tuple[dict[str, str], frozenset[str]]:
    """The code of each name of a state, and the names that are seats of government or bear the capital's name."""
    codes: dict[str, str] = {}
    seats: set[str] = set(load("en", "agreements_parties")["city_states"])
    for code, entry in load("world", "states").items():
        for name in (entry["name"], *(name for key in _KEYS for name in entry.get(key, ()))):
            codes.setdefault(name.lower(), entry.get("continued_by", code))
        seats.update(seat.lower() for seat in entry.get("seats", ()))
    return codes, frozenset(seats)


@functools.cache
def seats_of(code: str) -> frozenset[str]:
    """The seats of a state, in small letters: what it brokers there is called by them ("the Doha agreement")."""
    return frozenset(seat.lower() for seat in load("world", "states").get(code, {}).get("seats", ()))


@functools.cache
def _halves() -> frozenset[str]:
    """The words of names of two words: most words are in none, and need not be joined to their neighbours."""
    return frozenset(word for name in _names()[0] if name.count(" ") == 1 for word in name.split(" "))


@functools.cache
def _bodies() -> frozenset[str]:
    """Organisations and armed parties that can be a party to an agreement."""
    known = load("world", "institutions")
    return frozenset(body["name"] for group in ("international", "armed") for body in known[group])


def _last_of(name: str) -> str | None:
    """The body that ends what passes for one name: "Havana and the International Atomic Energy Agency"."""
    body = name.rpartition(" and the ")[2]
    return body if body in _bodies() else None


@functools.cache
def _organs() -> dict[str, str]:
    """The parties whose organs others are: what the European Commission concludes is the EU's."""
    return {organ: party for party, organs in load("en", "agreements_parties")["organs"].items() for organ in organs}


def _compound(text: str) -> list[str]:
    """The states of a compound that is one token: "U.S.-ROK"."""
    if "-" not in text and "–" not in text:
        return []
    codes = _names()[0]
    return [codes[p.lower()] for p in text.replace("–", "-").split("-") if p[:1].isupper() and p.lower() in codes]


def _name_of_two(token: Token) -> str | None:
    """The name of two words that a word is part of, in small letters, where a state bears it: "addis ababa"."""
    if token.lower_ not in _halves():
        return None
    doc, i = token.doc, token.i
    pairs = (f"{doc[n].lower_} {doc[n + 1].lower_}" for n in (i - 1, i) if 0 <= n < len(doc) - 1)
    return next((name for name in pairs if name in _names()[0]), None)


def helpers(tokens: Sequence[Token]) -> Iterator[str]:
    """The states that compounds before a noun make helpers: "the Chinese-brokered agreement"."""
    for token in tokens:
        name = token.text.replace("–", "-").partition("-")[0].lower()
        if name in _names()[0] and helps(token):
            yield _names()[0][name]


def helps(token: Token) -> bool:
    """Whether a compound makes a state a mere helper: "the Chinese-brokered agreement"."""
    helpers = load("en", "agreements_parties")["helpers"]
    if token.text.replace("–", "-").rpartition("-")[2].lower() in helpers:
        return True
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text in _DASHES and after[1].lower_ in helpers
