"""Rows of states that are said to have joined an agreement of many, in whatever sentence that is told: "ratified by
twelve of them (Chile, Peru, ...)", "Chile, Peru and Tonga deposited their instruments of ratification"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.agreements.parties import Parties

_FILLERS = frozenset({",", "and", "&", "the", ";", "as", "well", "both"})
_OPENING = frozenset({"(", "–", "—", "-", ":", "including", "namely", "by"})
_NOT = frozenset({"not", "n't", "never", "refused", "yet", "without", "except", "besides"})
_NEAR = 3  # words between a row and what it did

_lexicon = functools.partial(words, "en", "agreements_parties")


def joiners(parties: Parties, sentence: Tokens, texts: frozenset[str]) -> Iterator[str]:
    """The states of each row in a sentence that signs, ratifies or leaves; `texts` are its words in lower case."""
    if texts.isdisjoint(_lexicon("rows")) or not texts.isdisjoint(_NOT):
        return
    for row in _rows(parties, sentence):
        if len({code for _, codes in row for code in codes}) > 1 and _joins(row[0][0], row[-1][0]):
            yield from (code for _, codes in row for code in codes)


def _rows(parties: Parties, sentence: Tokens) -> Iterator[list[tuple[Token, tuple[str, ...]]]]:
    """The names of states that stand in one row, over what joins them and over parts of long names."""
    row: list[tuple[Token, tuple[str, ...]]] = []
    for token, codes in parties.within(sentence):
        between = sentence.doc[row[-1][0].i + 1 : token.i] if row else ()
        if row and not all(t.lower_ in _FILLERS or t.text[:1].isupper() or t.lower_ == "of" for t in between):
            yield row
            row = []
        row.append((token, codes))
    if row:
        yield row


def _joins(first: Token, last: Token) -> bool:
    """Whether a row does it ("... and Peru have ratified") or lists who does ("signatories – Chile, ...")."""
    doc, i = first.doc, first.i - 1
    after = doc[last.i + 1 : last.i + 1 + _NEAR + 1]
    while i > first.sent.start and doc[i].lower_ in {"the", "republic", "kingdom", "of"}:
        i -= 1
    opens = doc[i].text.lower() in _OPENING or doc[i].lower_ in _lexicon("voices") | {"representatives", "parliaments"}
    return any(t.lower_ in _lexicon("rows") for t in after) or opens
