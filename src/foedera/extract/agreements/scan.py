"""Finds the phrases of a document that can speak of an agreement."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract.agreements import words
from foedera.extract.agreements.acronyms import Acronyms, may_be_acronym
from foedera.extract.agreements.around import read_around
from foedera.extract.agreements.bodies import without_bodies
from foedera.extract.agreements.build import build, changing
from foedera.extract.agreements.clauses import read_clause
from foedera.extract.agreements.edges import (
    after_signers,
    after_verb,
    left_by_words,
    left_edge,
    left_of_modifier,
    right_edge,
)
from foedera.extract.agreements.heads import heads
from foedera.extract.agreements.instruments import is_standing, year_of
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import names_state
from foedera.extract.agreements.several import apart
from foedera.extract.agreements.titles import title
from foedera.extract.agreements.verbal import verbal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.nouns import Noun
    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase

BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})
_LISTING = frozenset({",", "and", "the"})
_REMOTE = 10  # years
_RECENT = 2  # years
_ARGUMENTS = frozenset({"dobj", "nsubjpass"})


def scan(layers: Layers, parties: Parties, lookup: Lookup) -> list[Phrase]:
    """Every phrase that can speak of an agreement, in the order of the text."""
    scanner = _Scanner(parties, lookup)
    found = list(scanner.phrases())
    acronyms = Acronyms(lookup, found, scanner.capitals)
    found += [*acronyms.series(found), *acronyms.phrases(found), *verbal(lookup)]
    found = without_bodies(found)
    for phrase in found:
        verbs = read_clause(parties, phrase)
        read_around(layers, parties, phrase, verbs, lookup.sentence(phrase.head).start)
        phrase.standing = is_standing(phrase, layers.document.published)
        if phrase.made and _is_long_past(phrase.made, layers.document.published):
            phrase.years |= {phrase.made}  # "in 1986, when they signed a truce"
        phrase.made = phrase.made or year_of(phrase)
        phrase.past = _is_past(phrase, layers.document.published)
        phrase.remote = phrase.past and _is_remote(phrase, layers.document.published)
    _mark_changes(found)
    found = [p for p in found if not p.told or len(p.concluders) > 1]
    found.sort(key=lambda p: (p.start, p.end))
    found = [p for p, after in itertools.zip_longest(found, found[1:]) if after is None or not _opens(p, after)]
    for before, phrase in itertools.pairwise(found):
        if before.title and phrase.title and _in_a_row(before, phrase):
            _share_clause(before, phrase)
    return found


@dataclass
class _Scanner:
    """Reads the agreement nouns of one document, one after the other."""

    parties: Parties
    lookup: Lookup
    covered: int = -1
    """The token up to which the last phrase reaches."""

    @functools.cached_property
    def capitals(self) -> frozenset[str]:
        """The words that may be acronyms of instruments, in lower case: no states, and none from text in capitals."""
        found = {
            t.lower_: t
            for t in self.lookup.capitals()
            if may_be_acronym(t) and not self._style(self.lookup.sentence(t))[1]
        }
        return frozenset(word for word, t in found.items() if not (names_state(word) or self.parties.of(t)))

    @functools.cached_property
    def _styles(self) -> dict[int, tuple[bool, bool]]:
        return {}

    def _style(self, sentence: Tokens) -> tuple[bool, bool]:
        """Whether capitals say nothing in a sentence, and whether that is because it is all in capitals."""
        known = self._styles.get(sentence.start)
        if known is None:
            shouting = words.shouting(self.lookup.texts(sentence))
            plain = shouting or (words.headline(sentence) and sentence[0].text not in BULLETS)
            known = self._styles[sentence.start] = (plain, shouting)
        return known

    def phrases(self) -> Iterator[Phrase]:
        """The phrases of all agreement nouns but those that are only part of another phrase."""
        for head, noun in heads(self.lookup):
            sentence = self.lookup.sentence(head)
            plain, shouting = self._style(sentence)
            phrase = self._read(head, noun, sentence, plain=plain, shouting=shouting)
            if phrase is None or not self._fits(phrase):
                continue
            if phrase.form != "bare" or plain or _may_be_bare(phrase):
                self.covered = max(self.covered, phrase.end)
                yield from apart(self.parties, phrase)

    def _read(self, head: Token, noun: Noun, sentence: Tokens, *, plain: bool, shouting: bool) -> Phrase | None:
        span = None if plain else self._title(head, noun, sentence)
        modifying = span is None and head.dep_ == "compound" and head.head.i > head.i
        left = left_of_modifier(head, sentence.start) if modifying else left_edge(head, sentence.start)
        if plain and not shouting:
            left = max(left, after_verb(head, left))
        elif not plain:
            left = max(left, after_signers(head, left))
        if shouting or head.pos_ == "VERB" or left == head.i or head.doc[left].pos_ == "NUM":
            left = min(left, left_by_words(head, sentence.start))
        whole = span or (left, right_edge(head))
        phrase = build(self.parties, head, noun, min(left, whole[0]), whole, titled=span is not None)
        phrase.modifying, phrase.headline = modifying, plain or self._is_first_line(sentence)
        return None if modifying and not (phrase.form == "definite" or noun.family == "ceasefire") else phrase

    def _is_first_line(self, sentence: Tokens) -> bool:
        """Whether a sentence is the first and has no stop: a headline in small letters."""
        words = self.lookup.texts(sentence)
        return sentence.start == 0 and words[-1].isspace() and words[-2:-1] not in {(".",), ("?",), ("!",)}

    def _title(self, head: Token, noun: Noun, sentence: Tokens) -> tuple[int, int] | None:
        def names_other(token: Token) -> bool:
            if token.lower_ in self.capitals:
                return False
            return self.parties.is_state(token) or (head.is_lower and self.parties.is_person(token))

        return title(head, noun, sentence.start, sentence.end, names_other=names_other)

    def _fits(self, phrase: Phrase) -> bool:
        """Whether a phrase stands on its own; inside another only a title does ("Protocol to the Oslo Treaty")."""
        if phrase.head.i >= self.covered:
            return True
        before = {t.lower_ for t in phrase.head.doc[max(0, phrase.start - 2) : phrase.start]}
        phrase.end = min(phrase.end, _year_end(phrase.head))
        return bool(phrase.title) and not before.isdisjoint(changing() | {"to"})


def _opens(phrase: Phrase, after: Phrase) -> bool:
    """Whether a phrase is only the beginning of a title: "their [Economic Partnership], Trade and Cooperation
    Agreement"."""
    inside = after.title and after.start <= phrase.head.i < after.head.i and phrase.end <= after.head.i
    return bool(inside) and phrase.start < after.start and phrase.head.text[0].isupper()


def _mark_changes(found: list[Phrase]) -> None:
    """Notes what is about another agreement, also where the tree does not show it: "the second protocol to upgrade
    the Andean Trade in Goods Agreement"."""
    heads = {p.head.i: p for p in found}
    for phrase in found:
        changing = heads.get(phrase.below)
        if changing is not None and changing.noun.family != "contract" and not changing.title:
            changing.above = True


def _in_a_row(before: Phrase, phrase: Phrase) -> bool:
    """Whether two titles stand side by side in a list."""
    gap = phrase.head.doc[before.end : phrase.start]
    return 0 < len(gap) <= len(_LISTING) and all(t.lower_ in _LISTING for t in gap)


def _share_clause(before: Phrase, phrase: Phrase) -> None:
    """What is told of one listed title is told of the next, which the tree may hang on a word inside the first one."""
    if not phrase.supplanters and set(phrase.concluders) <= set(before.concluders):
        phrase.concluders, phrase.supplanters = before.concluders, before.supplanters
        phrase.marks |= before.marks & {"old"}


def _may_be_bare(phrase: Phrase) -> bool:
    """Whether a phrase without an article speaks of an agreement in running text."""
    known = phrase.parties or phrase.plural or phrase.noun.family == "ceasefire"
    before = phrase.head.doc[max(0, phrase.start - 1) : phrase.start].text.lower()
    return bool(known) or phrase.head.dep_ in _ARGUMENTS or before in vocabulary().signing  # "Chile, Peru ink deal"


def _is_past(phrase: Phrase, published: str | None) -> bool:
    """Whether a phrase names only years before that of the report."""
    return published is not None and bool(phrase.years) and max(phrase.years) < published[:4]


def _is_remote(phrase: Phrase, published: str | None) -> bool:
    return int((published or "0")[:4]) - int(max(phrase.years)) > _REMOTE


def _is_long_past(year: str, published: str | None) -> bool:
    """Whether a year is so far back that what was signed then is not what a report is about."""
    return published is not None and published[:4].isdigit() and int(published[:4]) - int(year) > _RECENT


def _year_end(head: Token) -> int:
    """The end of a title that stands inside another one: its noun, or its year ("Treaty of 1949")."""
    tail = head.doc[head.i + 1 : head.i + 3]
    return head.i + 3 if len(tail) == 2 and tail[0].lower_ == "of" and words.years(tail) else head.i + 1
