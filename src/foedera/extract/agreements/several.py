"""Phrases that speak of several agreements at once, taken apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.nouns import normal
from foedera.extract.agreements.parties import joined
from foedera.extract.agreements.words import years
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase

_SOON = 2  # sentences
_KIND = frozenset({"similar", "such"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LATER = 30  # tokens
_NEAR = 16  # tokens: a mention that reaches over more than that to a partner is no phrase


def apart(parties: Parties, phrase: Phrase) -> Iterator[Phrase]:
    """One phrase for each agreement that a plural speaks of; the phrase itself where it does not tell them apart."""
    if not phrase.plural:
        yield phrase
    elif phrase.title:
        yield from _titles(phrase)
    elif phrase.words & _KIND:
        yield phrase  # "similar agreements with Chile and Peru" tell of a kind
    elif len(years := _years(phrase)) > 1:
        yield from (_one_of(phrase, year) for year in years)
    else:
        yield from _partners(parties, phrase)


def _years(phrase: Phrase) -> list[str]:
    """The years of known instruments of one kind: "the treaties of 1961 and 2000", "the declarations that the two
    countries adopted in 2000 and 2001"."""
    if phrase.form != "definite" or phrase.noun.names == "no":
        return []
    dating = words("en", "agreements_parties", "dating")
    verbs = [c for c in phrase.head.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in dating]
    found = grammar.phrase(phrase.head, "of")
    found += [t for verb in verbs for t in grammar.phrase(verb, "in")]
    return sorted(years(t for first in found for t in (first, *first.conjuncts)))


def _one_of(phrase: Phrase, year: str) -> Phrase:
    name = (phrase.noun.lemma, "of", year)
    return replace(phrase, name=name, years=frozenset({year}), plural=False, aliases=set())


def _titles(phrase: Phrase) -> Iterator[Phrase]:
    """ "the Oslo and Cairo Declarations of 1993 and 1994" are two instruments of one noun."""
    before = phrase.head.doc[phrase.start : phrase.head.i]
    joint = [i for i, t in enumerate(before) if t.lower_ == "and"]
    sides = (before[: joint[0]], before[joint[0] + 1 :]) if len(joint) == 1 else ()
    if not (sides and all(len(side) and side[-1].text[0].isupper() for side in sides)):
        yield phrase
        return
    years = sorted(phrase.years)
    for n, side in enumerate(sides):
        own = frozenset(normal(t.text) for t in side if t.text[0].isupper())
        year = frozenset(years[n : n + 1]) if len(years) == len(sides) else phrase.years
        name = (*(t.text for t in side if t.text[0].isupper()), _single(phrase))
        yield replace(phrase, title=own, name=name, topics=frozenset(), years=year, plural=False, aliases=set())


def _single(phrase: Phrase) -> str:
    """The noun of a phrase in the singular, as a title writes it."""
    return phrase.noun.lemma.capitalize() if phrase.head.text[0].isupper() else phrase.noun.lemma


def _partners(parties: Parties, phrase: Phrase) -> Iterator[Phrase]:
    """ "deals with Peru and Chile" are two, one with each; "deals with Peru" are some, and tell nothing apart."""
    named = {codes: t for t in _with(phrase) if t.pos_ != "DET" and (codes := parties.of(t))}
    made = phrase.head.dep_ in {"dobj", "nsubjpass"} and not phrase.making
    if len(named) < (1 if made else 2):
        yield phrase
        return
    partners = frozenset(code for codes in named for code in codes)
    for codes, partner in named.items():
        end = partner.i + 1
        between = phrase.head.doc[phrase.end : end]
        near = end <= phrase.head.i + _NEAR and not any(t.tag_ in _FINITE and t.lemma_ != "be" for t in between)
        yield replace(
            phrase,
            end=end if near else phrase.end,
            parties=codes,
            partners=frozenset(codes),
            plural=False,
            form="bare",
            each=True,
            name=_one_with(phrase, partner),
            siblings=partners - frozenset(codes),
            aliases=set(),
        )


def _one_with(phrase: Phrase, partner: Token) -> tuple[str, ...]:
    """The name of one of several deals: "trade deal with Peru", of "trade deals with Chile and Peru"."""
    before = phrase.head.doc[phrase.start : phrase.head.i]
    kept = [t for t in before if t.pos_ not in {"DET", "NUM", "PRON", "PART"} and t.dep_ != "poss"]
    own = [t for t in partner.lefts if t.dep_ in {"compound", "det"} and t.i > phrase.head.i]
    return (*(t.text for t in kept), phrase.noun.lemma, "with", *(t.text for t in own), partner.text)


def _listed_later(head: Token) -> list[Token]:
    """Partners that are named at the end: "few deals have been struck so far, including with Peru and Chile"."""
    doc, end = head.doc, head.i + _LATER
    for token in doc[head.i + 1 : end]:
        if token.is_sent_start:
            break
        if token.lower_ == "with" and any(t.lower_ in {"including", "like", "as"} for t in doc[token.i - 2 : token.i]):
            return [t for child in token.children if child.dep_ == "pobj" for t in joined(child)]
    return []


def _with(phrase: Phrase) -> list[Token]:
    """The partners after "with": of the noun, of its verb, of its participle ("deals struck with")."""
    head = phrase.head
    verbs = [c for c in head.children if c.dep_ in {"acl", "relcl"}]
    if head.dep_ in {"dobj", "nsubjpass"} or (head.dep_ == "nsubj" and head.head.lemma_ == "be"):
        verbs.append(head.head)
    found = [t for part in (head, *verbs) for path, t in grammar.phrases(part) if path == "with"]
    listed = [t for partner in found for t in joined(partner)]
    below = [c for t in listed for c in t.children if c.dep_ == "prep" and c.lower_ in {"including", "like", "as"}]
    examples = [t for c in below for part in c.children if part.dep_ == "pobj" for t in joined(part)]
    examples += _listed_later(head)
    inside = list(head.doc[head.i + 1 : phrase.end]) if phrase.partners else []
    return sorted({*listed, *examples, *inside}, key=lambda t: t.i)


def is_counted(phrase: Phrase) -> bool:
    """Whether it is a small set of instruments made together, of which only the number is told: "two protocols"."""
    if not phrase.plural or phrase.noun.weight == 0:
        return False
    before = phrase.head.doc[max(0, phrase.start - 2) : phrase.head.i]
    numbers = [t for t in before if t.lower_ in words("en", "agreements_parties", "few")]
    return bool(numbers) and not any(t.lower_ in words("en", "agreements_parties", "about") for t in before)


def is_named_after(cluster: Cluster, following: Iterable[Cluster]) -> bool:
    """Whether a counted set is only announced, and its members are told one by one: "concluded two agreements. On
    Monday they signed a pact ..."."""
    alone = cluster.counted and len(cluster.phrases) == 1
    return alone and any(c.done and c.first - cluster.first <= _SOON for c in following)
