"""Finds the phrases of a document that can speak of an agreement."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements import words
from foedera.extract.agreements.acronyms import Acronyms, is_acronym
from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.parties import codes_of, is_person, is_seat, named, names_state, unique
from foedera.extract.agreements.phrases import Phrase, form_of, left_by_words, left_edge, left_of_modifier, right_edge
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
    return sorted(found, key=lambda p: (p.start, -p.end))


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
        heads = list(_heads(sentence))
        if not heads:
            return
        shouting = words.shouting(sentence)
        plain = shouting or words.headline(sentence)
        covered = -1
        for head, noun in heads:
            nested = head.i < covered
            phrase = self._read(head, noun, sentence, plain=plain, shouting=shouting)
            if phrase is None or (nested and not phrase.title):
                continue
            if nested:
                phrase.end = min(phrase.end, _year_end(head))
            if phrase.form == "bare" and not (
                plain or phrase.parties or noun.family == "ceasefire" or head.dep_ in {"dobj", "nsubjpass"}
            ):
                continue
            covered = max(covered, phrase.end)
            yield from self._with_each(phrase) if phrase.plural and not phrase.title else _apart(phrase)

    def _read(self, head: Token, noun: Noun, sentence: Tokens, *, plain: bool, shouting: bool) -> Phrase | None:
        span = None if plain else self._title(head, noun, sentence)
        modifying = span is None and head.dep_ == "compound" and head.head.i > head.i
        left = left_of_modifier(head) if modifying else left_edge(head)
        if shouting and left == head.i:
            left = left_by_words(head, sentence.start)
        start, end = span or (left, right_edge(head))
        phrase = self._phrase(head, noun, min(left, start), (start, end), titled=span is not None)
        phrase.modifying = modifying
        return None if modifying and not (phrase.form == "definite" or noun.family == "ceasefire") else phrase

    def _title(self, head: Token, noun: Noun, sentence: Tokens) -> tuple[int, int] | None:
        def names_other(token: Token) -> bool:
            if token.lower_ in self.capitals:
                return False
            state = not is_seat(token) and any(len(code) <= 3 for code in codes_of(self.actors, token))
            return state or is_person(self.actors, token)

        return title(head, noun, sentence.start, sentence.end, names_other=names_other)

    def _phrase(self, head: Token, noun: Noun, left: int, span: tuple[int, int], *, titled: bool) -> Phrase:
        doc, (start, end) = head.doc, span
        before, after = list(doc[left : head.i]), list(doc[head.i + 1 : end])
        parties, naming = self._parties(before, after)
        telling = [t for t in (*before, *after) if t.i not in naming]
        lower = frozenset(t.lower_ for t in (*before, *after))
        return Phrase(
            head,
            noun,
            start,
            end,
            form="name" if titled else form_of(head, left),
            plural=head.lower_ not in vocabulary().singular,
            title=self._title_words(doc[start:end], head, naming, parties) if titled else frozenset(),
            topics=words.content(t for t in telling if not (titled and t.text[0].isupper()))
            | words.content(_purpose(head)),
            scope=words.scopes(before),
            years=words.years([*before, *after, *_year_after(doc[end : end + 4])]),
            parties=parties,
            number=words.number([*before, head, *doc[end : end + 2]]),
            articles=words.articles(before),
            marks=words.marks(before),
            length=words.length(before),
            partners=frozenset(parties) if after and after[0].lower_ == "with" else frozenset(),
            pair=_pair(before, after, parties),
            inside=_inside(before, after, parties),
            inner=frozenset(n.lemma for t in after if (n := vocabulary().noun(t.lower_))),
            words=lower,
        )

    def _with_each(self, phrase: Phrase) -> Iterator[Phrase]:
        """One phrase for each partner of several deals: "deals with Peru and Chile" are two, "deals with Peru" some."""
        doc, head = phrase.head.doc, phrase.head
        partners = (
            doc[head.i + 1 : phrase.end] if doc[head.i + 1 : head.i + 2].text.lower() == "with" else _partners(head)
        )
        ends = {codes: t.i + 1 for t in partners if (codes := codes_of(self.actors, t))}
        if len(ends) < 2:
            yield phrase
            return
        for codes, end in ends.items():
            end = end if end <= phrase.end else phrase.end
            yield replace(
                phrase,
                end=end,
                parties=codes,
                partners=frozenset(codes),
                plural=False,
                form="bare",
                each=True,
                aliases=set(),
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


def _year_end(head: Token) -> int:
    """The end of a title that stands inside another one: its noun, or its year ("Treaty of 1949")."""
    tail = head.doc[head.i + 1 : head.i + 3]
    return head.i + 3 if len(tail) == 2 and tail[0].lower_ == "of" and words.years(tail) else head.i + 1


def _apart(phrase: Phrase) -> Iterator[Phrase]:
    """One phrase for each of the instruments that share a noun: "the Oslo and Cairo Declarations of 1993 and 1994"."""
    before = phrase.head.doc[phrase.start : phrase.head.i]
    joint = [i for i, t in enumerate(before) if t.lower_ == "and"]
    sides = (before[: joint[0]], before[joint[0] + 1 :]) if len(joint) == 1 else ()
    if not (phrase.plural and phrase.title and sides and all(len(s) and s[-1].text[0].isupper() for s in sides)):
        yield phrase
        return
    years = sorted(phrase.years)
    for n, side in enumerate(sides):
        own = frozenset(words.normal(t.text) for t in side if t.text[0].isupper())
        year = frozenset(years[n : n + 1]) if len(years) == len(sides) else phrase.years
        yield replace(phrase, title=own, topics=frozenset(), years=year, plural=False, aliases=set())


def is_lowly(token: Token) -> bool:
    """Whether a token is a mere function word."""
    return token.is_punct or token.is_space or token.pos_ in {"DET", "CCONJ"}


def _heads(sentence: Tokens) -> Iterator[tuple[Token, Noun]]:
    """Each agreement noun that heads a phrase: no verb ("deal with"), no idiom, not "ceasefire" in "ceasefire deal"."""
    lexicon = vocabulary()
    for token in sentence:
        noun = lexicon.noun(token.lower_.rstrip("."))
        if noun is None or not (
            token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.is_upper or token.dep_ in {"dobj", "pobj"}
        ):
            continue
        after = token.nbor() if token.i + 1 < sentence.end else None
        if after is not None and after.pos_ in {"NOUN", "PROPN"} and lexicon.noun(after.lower_):
            continue
        if not (_idiom(token) or _frames_another(token)):
            yield token, noun


def _frames_another(token: Token) -> bool:
    """Whether a noun only frames another that is the agreement: "the framework of the agreement"."""
    tail = token.doc[token.i + 1 : token.i + 6]
    if len(tail) < 3 or tail[0].lower_ != "of" or tail[1].lower_ not in vocabulary().definite:
        return False
    return any(vocabulary().noun(t.lower_) for t in tail[2:])


def _idiom(token: Token) -> bool:
    doc = token.doc
    around = " ".join(t.lower_ for t in doc[max(0, token.i - 2) : token.i + 3])
    return any(idiom in around for idiom in vocabulary().idioms.get(token.lower_, ()))


def _partners(head: Token) -> list[Token]:
    """Those with whom a verb says that deals were made: "deals have been struck with Peru and Chile"."""
    if head.dep_ not in {"dobj", "nsubjpass"}:
        return []
    return [t for path, found in grammar.phrases(head.head) if path == "with" for t in grammar.conjuncts(found)]


def _purpose(head: Token) -> list[Token]:
    """The words of an infinitive that says what an agreement is for: "a pact to extend visa limits"."""
    for child in head.rights:
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" and child.i - head.i <= 3:
            return [t for t in child.subtree if t.i - child.i <= 6]
    return []


def _year_after(tail: Tokens) -> list[Token]:
    """The year that follows a title: "(1961)", "of 1987", "signed in 2000"."""
    first = [t.lower_ for t in tail[:2]]
    follows = first[:1] in (["("], ["of"]) or first in (["signed", "in"], ["concluded", "in"])
    return list(tail) if follows else []


def _pair(before: list[Token], after: list[Token], parties: tuple[str, ...]) -> frozenset[str]:
    """All parties, where a phrase names them all: "the Chile-Peru treaty", "a treaty between Chile and Peru"."""
    joint = after and after[0].lower_ in {"between", "among"}
    hyphened = any(t.text in {"-", "–"} or "-" in t.text for t in before) and not (after and after[0].lower_ == "with")
    return frozenset(parties) if len(parties) >= 2 and (joint or hyphened) else frozenset()


def _inside(before: list[Token], after: list[Token], parties: tuple[str, ...]) -> bool:
    """Whether a phrase speaks of a deal inside one country, of firms or of courts."""
    lexicon = vocabulary()
    modifiers = {t.lower_ for t in before} & lexicon.domestic_modifiers
    counterparts = {t.lower_ for t in after} & lexicon.domestic_counterparts
    return bool(modifiers and not parties) or bool(counterparts and len(parties) < 2)
