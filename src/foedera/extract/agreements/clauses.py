"""What the clause around a mention tells about an agreement: who concludes it, who helps, whether it exists yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.concluders import by_one, by_one_state, concluding, listed_beside
from foedera.extract.agreements.doers import agents_of
from foedera.extract.agreements.governors import governors
from foedera.extract.agreements.nouns import normal
from foedera.extract.agreements.parties import helpers as brokers
from foedera.extract.agreements.parties import seats_of, unique
from foedera.extract.agreements.progress import is_ahead, is_denied, is_done, is_pending, is_sought, tells
from foedera.extract.agreements.words import years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase


def read_clause(parties: Parties, phrase: Phrase) -> list[Token]:
    """Notes in a phrase what its clause tells; gives the verbs that act on it."""
    above = list(governors(phrase.head))
    acting = [g for g, place in above if place == "object"]
    paper = phrase.noun.family in {"protocol", "memorandum", "convention"}  # which no law or order is
    phrase.verbs = frozenset(g.lemma_.lower() for g in acting if paper or not by_one(g))
    known = phrase.title or phrase.form == "definite"
    phrase.making = not known and any(is_sought(g) for g, _ in above)
    phrase.pending = not known and any(is_pending(g, place) for g, place in above)
    phrase.done = any(is_done(g, place) for g, place in above)
    made = (t for t in grammar.children(phrase.head, "amod") if t.tag_ == "VBN")  # "the agreed truce"
    phrase.lived = any(tells(g, "presupposing") for g, _ in above) or any(tells(t, "concluding") for t in made)
    superseding = [g for g in acting if tells(g, "superseding")]
    if superseding:
        phrase.marks |= {"old"}
        phrase.supplanters = tuple(t.i for g in superseding for t in agents_of(g, "object"))
    if any(tells(verb, "lapsing") for verb in _own_verbs(phrase.head)):
        phrase.marks |= {"spent"}
    dating = [
        g for g, place in above if phrase.told or (place == "object" and (tells(g, "dating") or tells(g, "reaching")))
    ]
    phrase.years |= {year for g in dating if not by_one_state(parties, g) for year in _year(g)}
    phrase.joined = any(tells(g, "joining") for g, place in above if place == "to")
    phrase.places = frozenset(normal(t.text) for g in (phrase.head, *acting) for t in _where(g))
    helpers = [g for g in acting if tells(g, "helping")]
    phrase.helpers = unique(c for g in helpers for t in agents_of(g, "object") for c in parties.meant(t))
    hosts = (*phrase.helpers, *brokers(list(phrase.head.doc[phrase.start : phrase.head.i])))
    phrase.places |= {normal(seat) for code in hosts for seat in seats_of(code)}
    found = (*listed_beside(parties, phrase), *concluding(parties, phrase, above))
    phrase.concluders = unique(code for code in found if code not in phrase.siblings)
    phrase.denied = bool(phrase.concluders) and all(is_denied(g) for g, _ in above)
    phrase.ahead = len(phrase.concluders) > 1 and any(is_ahead(g) for g in acting)
    return acting


def _own_verbs(head: Token) -> list[Token]:
    """The verbs of which an agreement is the subject, also in a clause that hangs on it: "which had lapsed"."""
    own = [head.head] if head.dep_ == "nsubj" else []
    return [*own, *(c for c in head.children if c.dep_ == "relcl" and head in grammar.subjects(c))]


def _year(governor: Token) -> frozenset[str]:
    """The year that dates an agreement: "signed the treaty in 1961"."""
    return years(t for path, t in grammar.phrases(governor) if path == "in")


def _where(governor: Token) -> Iterator[Token]:
    """The names of places where something is done: "signed a deal in Doha"."""
    return (t for path, t in grammar.phrases(governor) if path in {"in", "at"} and t.pos_ == "PROPN")
