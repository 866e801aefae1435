"""Acronyms of instruments: how a text introduces them, and where it uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.extract.agreements.instruments import known_acronyms
from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.parties import names_state
from foedera.extract.agreements.phrases import Phrase
from foedera.extract.agreements.words import HYPHENS, QUOTES, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup

_BRACKET = 5  # tokens of a short name with its brackets
_SAFE = 5  # letters from which an acronym written as a word ("Nafta") is taken for itself
_WORDS = frozenset({"start"})  # but for these, which are words
_FORM = re.compile(r"[A-Z][A-Z0-9]{2,}$")
_CALLED = frozenset({"called", "dubbed", "named", "as", "or", "nicknamed", "titled", "styled", "known", "("})
_APART = frozenset({",", "–", "—", "-", ":"})


def may_be_acronym(token: Token) -> bool:
    """Whether a token is written as an instrument's acronym may be: three capitals or more, and no known body's."""
    return bool(_FORM.match(token.text)) and token.text not in vocabulary().bodies


def abbreviates(acronym: str, title: Tokens) -> bool:
    """Whether an acronym's letters are first letters of a title's words, in order, beginning with the first one."""
    parts = [part for t in title for part in re.split(r"[-–/.]", t.text) if part and part[0].isalpha()]
    first = "".join(part[0].upper() for part in parts)
    letters = [c for c in acronym.upper() if c.isalpha()]
    capitals = sum(part[0].isupper() for part in parts)
    if len(letters) < 3 or letters[0] != first[:1] or 2 * len(letters) < capitals:
        return False
    rest = iter(first)
    return all(letter in rest for letter in letters)


class Acronyms:
    """The acronyms that one document uses for its agreements; `capitals` are the words that may be some."""

    def __init__(self, lookup: Lookup, found: list[Phrase], capitals: frozenset[str]) -> None:
        self._lookup = lookup
        self._capitals = capitals
        self._known: set[str] = set()
        for phrase in found if capitals else ():
            phrase.aliases |= set(self._of(phrase))
            self._known |= {alias.split()[-1] for alias in phrase.aliases}
        self._known |= capitals & known_acronyms()

    def _of(self, phrase: Phrase) -> Iterator[str]:
        """The acronyms that a phrase holds ("INF treaty"), is given ("called AUKUS") or is short for."""
        if phrase.title:
            before = phrase.head.doc[phrase.start : phrase.head.i]
            # "ISTANBUL (AP)" at the head of a report makes no acronym of the place in "Istanbul Convention".
            written = (t for t in before if t.lower_ in self._capitals and (t.is_upper or t.lower_ in known_acronyms()))
            yield from (_called(t) for t in written if not _is_party(t))
            yield from _bracketed(phrase, self._capitals)
            new = self._capitals - (self._known - known_acronyms())
            yield from (word for word in sorted(new) if abbreviates(word, phrase.tokens))
        elif not phrase.plural and (phrase.form in {"indefinite", "definite"} or phrase.head.text[0].isupper()):
            yield from self._beside(phrase)

    def _beside(self, phrase: Phrase) -> Iterator[str]:
        """The acronym set beside a description: "a partnership called “AUKUS”", "AUKUS – a new partnership"."""
        doc = phrase.head.doc
        after = [t for t in doc[phrase.end : phrase.end + 5] if t.text not in QUOTES]
        if after and after[0].lower_ in _CALLED:
            named = next((t for t in after if t.lower_ not in _CALLED), after[0])
            noun = vocabulary().noun(named.lower_)
            general = noun is not None and not noun.acronym  # "a free trade agreement (FTA)"
            if named.lower_ in self._capitals and not general and not _of_partner(named.text, phrase):
                yield named.lower_
        before = [t for t in doc[max(0, phrase.start - 3) : phrase.start] if t.text not in QUOTES]
        apart = phrase.form == "indefinite" and len(before) >= 2 and before[-1].text in _APART
        if apart and before[-2].lower_ in self._capitals:
            yield before[-2].lower_

    def series(self, found: list[Phrase]) -> Iterator[Phrase]:
        """The members of a numbered series that stand alone: "Phase Two" beside "the phase one deal"."""
        if not any(p.number and "phase" in p.words for p in found):
            return
        taken = {i for p in found for i in range(p.start, p.end)}
        for token in self._lookup.words({"phase"}):
            before, after = (
                number(token.doc[max(0, token.i - 1) : token.i + 1]),
                number(token.doc[token.i : token.i + 3]),
            )
            if (before or after) and token.i not in taken:
                start = token.i if after else token.i - 1
                yield Phrase(token, _noun(), start, start + 2, "definite", number=after or before)

    def phrases(self, found: list[Phrase]) -> Iterator[Phrase]:
        """A phrase for each use of an acronym outside the titles found before."""
        taken = {i for p in found if p.title for i in range(p.start, p.end)}
        short = {p.head.i: p for p in found if p.noun.acronym}
        safe = {word for word in known_acronyms() if len(word) >= _SAFE} - _WORDS
        for token in self._lookup.words(self._known | safe):
            if token.i in taken or not token.text[0].isupper() or _part_of_name(token):
                continue
            series = number(token.doc[token.i : token.i + 2])
            called = _called(token)
            if token.i in short:
                short[token.i].aliases.add(called)
                continue
            name, start = frozenset(called.split()), token.i - called.count(" ")
            yield Phrase(token, _noun(), start, token.i + 1, "name", title=name, number=series, aliases={called})


def _bracketed(phrase: Phrase, capitals: frozenset[str]) -> Iterator[str]:
    """The short name in brackets behind a title: "the Arms Reduction Treaty (New START)"."""
    near = phrase.head.doc[phrase.end : phrase.end + _BRACKET]
    closes = next((n for n, t in enumerate(near) if t.text == ")"), 0)
    if closes and near[0].text == "(":
        yield from (_called(t) for t in near[1:closes] if t.lower_ in capitals and t.is_upper)


def _of_partner(acronym: str, phrase: Phrase) -> bool:
    """Whether a short name is that of a partner: "a pact with the Oromo Liberation Front (OLF)"."""
    after = phrase.head.doc[phrase.head.i + 1 : phrase.end]
    return any(t.text[0].isupper() and abbreviates(acronym, after[n:]) for n, t in enumerate(after))


def _is_party(token: Token) -> bool:
    """Whether a word stands beside a state in a pair: "the FSM-Palau treaty"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) > 1 and after[0].text in HYPHENS and names_state(after[1].text)


def _called(token: Token) -> str:
    """The acronym that stands at a token; "New START" is another than "START"."""
    new = token.i > 0 and token.nbor(-1).text == "New"
    return f"new {token.lower_}" if new else token.lower_


def _noun() -> Noun:
    return vocabulary().singular["agreement"]


def _part_of_name(token: Token) -> bool:
    """Whether an acronym ends another name ("SSN-AUKUS")."""
    if token.i < 2:
        return False
    before = token.nbor(-1)
    return before.text in HYPHENS and not before.whitespace_ and token.nbor(-2).is_upper
