"""Finds the phrases of a document that can speak of an agreement."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract.agreements import words
from foedera.extract.agreements.acronyms import Acronyms, is_acronym
from foedera.extract.agreements.concluding import concluding, helping, is_sought, is_superseded
from foedera.extract.agreements.heads import heads
from foedera.extract.agreements.instruments import known
from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.parties import codes_of, is_person, is_seat, named, names_state, unique
from foedera.extract.agreements.phrases import Phrase, form_of, left_by_words, left_edge, left_of_modifier, right_edge
from foedera.extract.agreements.several import apart
from foedera.extract.agreements.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors

_NAMING = frozenset({"between", "with", "among", "amongst"})
_MINOR = frozenset("of on for and the to concerning regarding in between with a an against among from".split())


def scan(layers: Layers, actors: Actors) -> list[Phrase]:
    """Every phrase that can speak of an agreement, in the order of the text."""
    scanner = _Scanner(layers, actors)
    found = [phrase for sentence in layers.tokens.sents for phrase in scanner.sentence(sentence)]
    taken = {i for p in found if p.title for i in range(p.start, p.end)}
    acronyms = Acronyms(layers.tokens, found, scanner.capitals)
    found += [*acronyms.series(found), *acronyms.phrases(taken)]
    for phrase in found:
        _read_clause(actors, phrase)
        phrase.standing = _is_standing(phrase, layers.document.published)
    return sorted(found, key=lambda p: (p.start, -p.end))


def _read_clause(actors: Actors, phrase: Phrase) -> None:
    """What the clause of a phrase tells about its agreement: who concludes it, whether it is new or gives way."""
    phrase.concluders = tuple(code for code in concluding(actors, phrase) if code not in phrase.siblings)
    phrase.helpers = helping(actors, phrase)
    phrase.making = is_sought(phrase)
    if is_superseded(phrase):
        phrase.marks |= {"old"}


def _is_standing(phrase: Phrase, published: str | None) -> bool:
    """Whether a title is that of an agreement signed before the year of the report."""
    instrument = known(phrase)
    return instrument is not None and (instrument.signed or 9999) < int((published or "0")[:4])


@dataclass
class _Scanner:
    """Reads sentence after sentence of one document."""

    layers: Layers
    actors: Actors

    @functools.cached_property
    def capitals(self) -> set[str]:
        """The words that may be acronyms of instruments, in lower case: no states, and none from text in capitals."""
        found = {t.lower_: t for s in self.layers.sentences if not words.shouting(s) for t in s if is_acronym(t)}
        return {word for word, token in found.items() if not (names_state(word) or codes_of(self.actors, token))}

    def sentence(self, sentence: Tokens) -> Iterator[Phrase]:
        found = list(heads(sentence))
        if not found:
            return
        shouting = words.shouting(sentence)
        plain = shouting or words.headline(sentence)
        covered = -1
        for head, noun in found:
            nested = head.i < covered
            phrase = self._read(head, noun, sentence, plain=plain, shouting=shouting)
            if phrase is None or (nested and not (phrase.title and _other(phrase))):
                continue
            if nested:
                phrase.end = min(phrase.end, _year_end(head))
            if phrase.form == "bare" and not (
                plain
                or phrase.parties
                or phrase.plural
                or noun.family == "ceasefire"
                or head.dep_ in {"dobj", "nsubjpass"}
            ):
                continue
            covered = max(covered, phrase.end)
            yield from apart(self.actors, phrase)

    def _read(self, head: Token, noun: Noun, sentence: Tokens, *, plain: bool, shouting: bool) -> Phrase | None:
        span = None if plain else self._title(head, noun, sentence)
        modifying = span is None and head.dep_ == "compound" and head.head.i > head.i
        left = left_of_modifier(head) if modifying else left_edge(head)
        if head.pos_ == "VERB" or shouting:
            left = min(left, left_by_words(head, sentence.start))
        if left == head.i or head.doc[left].pos_ == "NUM":
            left = left_by_words(head, sentence.start)
        start, end = span or (left, right_edge(head))
        phrase = self._phrase(head, noun, min(left, start), (start, end), titled=span is not None)
        phrase.modifying = modifying
        return None if modifying and not (phrase.form == "definite" or noun.family == "ceasefire") else phrase

    def _title(self, head: Token, noun: Noun, sentence: Tokens) -> tuple[int, int] | None:
        def names_other(token: Token) -> bool:
            if token.lower_ in self.capitals:
                return False
            entity = self.actors.at(token)
            state = not is_seat(token) and (names_state(token.text) or (entity is not None and entity.kind == "state"))
            return state or (head.is_lower and is_person(self.actors, token))

        return title(head, noun, sentence.start, sentence.end, names_other=names_other)

    def _phrase(self, head: Token, noun: Noun, left: int, span: tuple[int, int], *, titled: bool) -> Phrase:
        doc, (start, end) = head.doc, span
        before, after = list(doc[left : head.i]), list(doc[head.i + 1 : end])
        parties, naming = self._parties(before, after)
        telling = [t for t in (*before, *after) if t.i not in naming]
        lower = frozenset(t.lower_ for t in (*before, *after))
        length = words.length(before)
        return Phrase(
            head,
            noun,
            start,
            end,
            form="name" if titled else form_of(head, left),
            plural=head.lower_ in vocabulary().plural and head.lower_ not in vocabulary().singular,
            title=self._title_words(doc[start:end], head, naming, parties) if titled else frozenset(),
            topics=words.content(t for t in telling if not (titled and t.text[0].isupper()))
            | words.content(_purpose(head)),
            scope=words.scopes(before),
            years=words.years([*before, *after, *_year_after(doc[end : end + 5])]),
            parties=parties,
            number=words.number([*before, head, *doc[end : end + 2]]),
            articles=words.articles(before),
            marks=words.marks(before) | ({"part"} if length and not words.marks(before) else set()),
            length=length,
            partners=frozenset(parties) if after and after[0].lower_ == "with" else frozenset(),
            pair=_pair(before, after, parties),
            inside=_inside(before, after, parties),
            inner=frozenset(n.lemma for t in (*before, *after) if (n := vocabulary().noun(t.lower_))),
            words=lower,
        )

    def _title_words(self, tokens: Tokens, head: Token, naming: set[int], parties: tuple[str, ...]) -> frozenset[str]:
        telling = (t for t in tokens if t.i != head.i and t.i not in naming and t.lower_ not in _MINOR)
        found = frozenset(words.normal(p) for t in telling for p in t.text.split("-") if len(p) > 1 and p[0].isalnum())
        return found or frozenset(parties)

    def _parties(self, before: list[Token], after: list[Token]) -> tuple[tuple[str, ...], set[int]]:
        """The parties that a phrase names, and the tokens that name them: those are no topic."""
        found = named(self.actors, before)
        taking, inside = False, []
        for token in after:
            if token.pos_ in {"ADP", "SCONJ"}:
                taking = token.lower_ in _NAMING or (taking and token.lower_ == "of")
            elif taking and not is_lowly(token):
                inside.append(token)
        found += [(t, codes) for t in inside if (codes := codes_of(self.actors, t))]
        return unique(code for _, codes in found for code in codes), {t.i for t, _ in found} | {t.i for t in inside}


def _other(nested: Phrase) -> bool:
    """Whether a title inside another is that of another instrument: "Protocol to the Oslo Treaty"."""
    before = [t.lower_ for t in nested.head.doc[max(0, nested.start - 2) : nested.start]]
    return "to" in before


def _year_end(head: Token) -> int:
    """The end of a title that stands inside another one: its noun, or its year ("Treaty of 1949")."""
    tail = head.doc[head.i + 1 : head.i + 3]
    return head.i + 3 if len(tail) == 2 and tail[0].lower_ == "of" and words.years(tail) else head.i + 1


def is_lowly(token: Token) -> bool:
    """Whether a token is a mere function word."""
    return token.is_punct or token.is_space or token.pos_ in {"DET", "CCONJ"}


def _purpose(head: Token) -> list[Token]:
    """The words of an infinitive that says what an agreement is for: "a pact to extend visa limits"."""
    for child in head.rights:
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" and child.i - head.i <= 3:
            near = [t for t in child.subtree if t.i - child.i <= 6]
            other = next((t.left_edge.i for t in near if vocabulary().noun(t.lower_)), None)
            return [t for t in near if other is None or t.i < other]
    return []


def _year_after(tail: Tokens) -> list[Token]:
    """The year that follows a title: "(1961)", "of 1987", "signed in 2000"."""
    first = [t.lower_ for t in tail[:2]]
    if first[:1] == [","]:
        tail = tail[1:]
        first = [t.lower_ for t in tail[:2]]
    follows = first[:1] in (["("], ["of"]) or (first[:1] <= ["signed"] and first[1:] == ["in"])
    return list(tail[:3]) if follows else []


def _pair(before: list[Token], after: list[Token], parties: tuple[str, ...]) -> frozenset[str]:
    """All parties, where a phrase names them all: "the Chile-Peru treaty", "a treaty between Chile and Peru"."""
    joint = after and after[0].lower_ in {"between", "among"}
    hyphened = any(t.text in {"-", "–"} or "-" in t.text for t in before) and not (after and after[0].lower_ == "with")
    return frozenset(parties) if len(parties) >= 2 and (joint or hyphened) else frozenset()


def _inside(before: list[Token], after: list[Token], parties: tuple[str, ...]) -> bool:
    """Whether a phrase speaks of a deal inside one country, of firms or of courts."""
    lexicon = vocabulary()
    modifiers = {t.lower_ for t in before} & lexicon.domestic_modifiers
    counterparts = {t.lower_ for t in after if not names_state(t.text)} & lexicon.domestic_counterparts
    return bool(modifiers and not parties) or bool(counterparts and len(parties) < 2)
