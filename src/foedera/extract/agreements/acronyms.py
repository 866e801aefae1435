"""Acronyms of instruments: how a text introduces them, and where it uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.extract.agreements.instruments import known_acronyms
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.phrases import Phrase
from foedera.extract.agreements.words import HYPHENS, QUOTES, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_SAFE = 5  # letters from which an acronym written as a word ("Nafta") is taken for itself
_WORDS = frozenset({"start"})
_FORM = re.compile(r"[A-Z][A-Z0-9]{2,}$")
_CALLED = frozenset({"called", "dubbed", "named", "as", "or", "nicknamed", "titled", "styled"})
_APART = frozenset({",", "–", "—", "-", "(", ":"})


def is_acronym(token: Token) -> bool:
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
    """The acronyms that one document uses for its agreements."""

    def __init__(self, doc: Doc, found: list[Phrase], capitals: set[str]) -> None:
        self._doc = doc
        self._known: set[str] = set()
        titled = {t.lower_ for t in doc if t.is_title and len(t) >= _SAFE} - _WORDS
        self._known |= (capitals | titled) & known_acronyms()
        if capitals:
            for phrase in found:
                phrase.aliases |= set(self._of(phrase, capitals))
                self._known |= phrase.aliases

    def _of(self, phrase: Phrase, capitals: set[str]) -> Iterator[str]:
        """The acronyms that a phrase holds ("INF treaty"), is given ("called AUKUS") or is short for."""
        own = [t for t in phrase.tokens if t.lower_ in capitals and t.text[0].isupper() and t.i < phrase.head.i]
        if phrase.title:
            yield from (t.lower_ for t in own if t.text.upper() not in vocabulary().bodies)
            whole = phrase.tokens
            yield from (
                word for word in capitals if word not in self._known - known_acronyms() and abbreviates(word, whole)
            )
        elif phrase.form in {"indefinite", "definite"} and not phrase.plural:
            yield from self._beside(phrase, capitals)

    def _beside(self, phrase: Phrase, capitals: set[str]) -> Iterator[str]:
        """The acronym set beside a description: "a partnership called “AUKUS”", "AUKUS – a new partnership"."""
        doc = self._doc
        after = [t for t in doc[phrase.end : phrase.end + 5] if t.text not in QUOTES]
        if len(after) >= 2 and after[0].lower_ in _CALLED | {"known", "("}:
            name = after[2] if after[0].lower_ == "known" and len(after) > 2 else after[1]
            if name.lower_ in capitals:
                yield name.lower_
        before = [t for t in doc[max(0, phrase.start - 3) : phrase.start] if t.text not in QUOTES]
        if (
            len(before) >= 2
            and before[-1].text in _APART - {"("}
            and before[-2].lower_ in capitals
            and phrase.form == "indefinite"
        ):
            yield before[-2].lower_

    def series(self, found: list[Phrase]) -> Iterator[Phrase]:
        """The members of a numbered series that stand alone: "Phase Two" beside "the phase one deal"."""
        taken = {i for p in found for i in range(p.start, p.end)}
        if not any(p.number and "phase" in p.words for p in found):
            return
        for token in self._doc:
            if (
                token.lower_ == "phase"
                and token.i not in taken
                and (series := number(self._doc[token.i : token.i + 3]))
            ):
                noun = vocabulary().singular["agreement"]
                yield Phrase(token, noun, token.i, token.i + 2, "definite", number=series)

    def phrases(self, taken: set[int]) -> Iterator[Phrase]:
        """A phrase for each use of an acronym outside the titles found before."""
        noun = vocabulary().singular["agreement"]
        for token in self._doc:
            if token.lower_ not in self._known or token.i in taken or not token.text[0].isupper():
                continue
            before = token.nbor(-1) if token.i else None
            if (
                before is not None
                and before.text in HYPHENS
                and not before.whitespace_
                and token.i > 1
                and token.nbor(-2).is_upper
            ):
                continue  # a part of another name ("SSN-AUKUS")
            series = number(self._doc[token.i : token.i + 2])
            name = frozenset({token.lower_})
            yield Phrase(token, noun, token.i, token.i + 1, "name", title=name, number=series, aliases=set(name))
