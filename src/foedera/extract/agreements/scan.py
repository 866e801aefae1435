"""Finds the phrases of a document that can speak of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements import phrases, titles
from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.parties import states_in, unique
from foedera.extract.agreements.phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as Tokens

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors

_NAMED_PARTIES = frozenset({"between", "with", "among", "amongst"})


def scan(layers: Layers, actors: Actors) -> list[Phrase]:
    """Every phrase that can speak of an agreement, in the order of the text."""
    found: list[Phrase] = []
    styles: dict[int, tuple[bool, bool]] = {}
    covered = -1
    for head, noun in phrases.heads(layers.tokens):
        sentence = head.sent
        style = styles.get(sentence.start)
        if style is None:
            style = styles[sentence.start] = (phrases.shouting(sentence), phrases.headline(sentence))
        phrase = _phrase(head, noun, sentence, style, actors)
        if phrase is None:
            continue
        if head.i < covered and not phrase.title:
            continue
        if not (head.i < covered):
            covered = phrase.end
        found.append(phrase)
    return found


def _phrase(head: Token, noun: Noun, sentence: Tokens, style: tuple[bool, bool], actors: Actors) -> Phrase | None:
    shouting, headline = style
    plural = head.lower_ not in vocabulary().singular
    title = None if shouting else _title(head, sentence, actors, headline)
    if head.dep_ == "compound" and not title and head.head.i > head.i and not vocabulary().noun(head.head.lower_):
        return None
    left = phrases.left_edge(head)
    if shouting and left == head.i:
        left = _left_by_words(head, sentence.start)
    start, end = left, phrases.right_edge(head)
    if title:
        start, end = title
    doc = head.doc
    modifiers = [t for t in doc[min(left, start) : head.i]]
    complement = [t for t in doc[head.i + 1 : end]]
    if not title and head.dep_ == "compound" and vocabulary().noun(head.head.lower_):
        return None  # "ceasefire agreement" is found from its head
    states = states_in(actors, modifiers, seats=True)
    parties, skip = _parties(head, modifiers, complement, states, actors)
    own = [t for t in modifiers if t.i not in skip]
    phrase = Phrase(
        head,
        noun,
        start,
        end,
        "name" if title else phrases.form_of(head, left, plural),
        plural,
        topics=phrases.content(own) | phrases.content([t for t in complement if t.i not in skip]),
        years=phrases.years_in(modifiers)
        | phrases.years_in(complement)
        | phrases.years_in(list(doc[end : end + 5]) if _year_follows(doc[end : end + 5]) else []),
        parties=parties,
        modifiers=tuple(modifiers),
        complement=tuple(complement),
        articles=phrases.articles_in(modifiers),
        fresh=any(t.lower_ in {"new", "another", "newer"} for t in modifiers),
    )
    if title:
        words = [t.text for t in doc[start:end] if t.i not in skip and t.i != head.i]
        phrase.title = tuple(dict.fromkeys(phrases.normal(part) for w in words for part in _parts(w) if _telling(part)))
        phrase.years = phrase.years
    return phrase


def _parts(word: str) -> list[str]:
    return [word]


def _telling(word: str) -> bool:
    return (
        len(word) > 1
        and word.lower()
        not in {"of", "on", "for", "and", "the", "to", "concerning", "regarding", "in", "between", "with", "a"}
        and word[0].isalnum()
    )


def _year_follows(tail: Tokens) -> bool:
    """Whether a title is followed by its year: "(1961)", "signed in 2000"."""
    words = [t.lower_ for t in tail]
    return words[:1] == ["("] or words[:2] in (["signed", "in"], ["concluded", "in"]) or words[:1] == ["of"]


def _left_by_words(head: Token, floor: int) -> int:
    """The phrase's start in text set in capitals, where the tree is no help: back to the nearest determiner."""
    words = vocabulary()
    for i in range(head.i - 1, max(floor, head.i - 5) - 1, -1):
        if head.doc[i].lower_ in words.definite | words.indefinite | words.open:
            return i
        if head.doc[i].is_punct and head.doc[i].text not in {"-", "’", "'"}:
            return i + 1
    return head.i


def _title(head: Token, sentence: Tokens, actors: Actors, headline: bool) -> tuple[int, int] | None:
    """Start and end of the title that a head stands in, None where it is no title."""
    words = vocabulary()
    noun = words.noun(head.lower_)
    if noun is None or noun.names == "no" or headline:
        return None
    start = titles.title_start(head, sentence.start)
    end = head.i + 1
    if titles.capital(head):
        end = titles.title_end(head, sentence.end)
    doc = head.doc
    own = [t for t in doc[start : head.i] if t.is_alpha or titles.is_acronym(t)]
    places = states_in(actors, own, seats=False)
    named = [t for t in own if t.i not in {i for i, _ in places} and t.lower_ not in words.empty]
    named = [t for t in named if t.i > sentence.start or t.pos_ == "PROPN"]
    tail = [t for t in doc[head.i + 1 : end] if t.text[:1].isupper()]
    if not titles.capital(head):
        # "the Paris climate accord": proper words, then lower-case topic words, then the noun
        start, named = _half_title(head, sentence, actors)
        end = head.i + 1
        tail = []
    if not named and not (tail and titles.capital(head)):
        return None
    if noun.names == "needs" and not noun.needs & {t.lower_ for t in doc[start:end]}:
        return None
    text = doc[start:end].text.lower()
    if any(t in text for t in words.not_titles):
        return None
    return start, end


def _half_title(head: Token, sentence: Tokens, actors: Actors) -> tuple[int, list[Token]]:
    """The proper words before a lower-case head: "[INF] treaty", "[Camp David peace] accords"."""
    doc, start, i = head.doc, head.i, head.i - 1
    named: list[Token] = []
    while i >= max(sentence.start, head.i - 7):
        token = doc[i]
        proper = token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "NUM", "X"} and token.tag_ != "POS"
        if proper and (i > sentence.start or token.pos_ == "PROPN"):
            start = i
            if (
                token.ent_type_ not in {"PERSON", "NORP", "ORG", "DATE"}
                or titles.is_acronym(token)
                or token.ent_type_ == "ORG"
                and token.text not in vocabulary().bodies
                and doc[i - 1 : i].text != "'s"
            ):
                named.append(token)
        elif (
            not (
                token.text in {"-", "–"}
                or (token.pos_ in {"NOUN", "ADJ"} and not named and token.lower_ not in vocabulary().empty)
            )
            or token.is_sent_start
        ):
            break
        i -= 1
    codes = {i for i, _ in states_in(actors, doc[start : head.i], seats=False)}
    return start, [
        t for t in named if t.i not in codes and t.lower_ not in vocabulary().empty and t.ent_type_ != "DATE"
    ]


def _parties(
    head: Token, modifiers: list[Token], complement: list[Token], states: list[tuple[int, str]], actors: Actors
) -> tuple[tuple[str, ...], set[int]]:
    """The parties that a phrase names, and the tokens that name them (they are no topic)."""
    codes: list[str] = []
    skip: set[int] = set()
    named = states_in(actors, modifiers, seats=False)
    pairs = states if len(states) >= 2 and any(t.text in {"-", "–"} for t in modifiers) else named
    for i, code in pairs:
        codes.append(code)
        skip.add(i)
    skip |= {t.i for t in modifiers if any(t.i - 3 <= i <= t.i for i, _ in pairs) and t.ent_type_ in {"GPE", "NORP"}}
    taking = False
    for token in complement:
        if token.dep_ == "prep" or token.pos_ == "ADP":
            taking = token.lower_ in _NAMED_PARTIES or (taking and token.lower_ == "of")
        if taking:
            skip.add(token.i)
    inside = [t for t in complement if t.i in skip]
    codes += [code for _, code in states_in(actors, inside)]
    return unique(codes), skip
