"""The facts at the top: each with every value that sources give and the words that support it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from foedera.publish.dossier.case import source_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from foedera.model import Agreement, Document, Span
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact, with who gives it; `docs` are ids of documents."""

    words: str
    sources: tuple[str, ...]
    witnesses: int
    references: tuple[Reference, ...]
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact and its values, the best attested first; no values: the sources do not state it."""

    title: str
    values: tuple[Value, ...]


class _Slot(NamedTuple):
    title: str
    words: Callable[[Case, Agreement], str | None]
    evidence: Callable[[Case, Agreement], Span]


def facts_of(case: Case, notes: Notes) -> tuple[Fact, ...]:
    """Names, kind, label, parties and number of articles, as the documents have them."""
    return tuple(_fact(case, notes, slot) for slot in _SLOTS)


def _fact(case: Case, notes: Notes, slot: _Slot) -> Fact:
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    spelled: dict[str, str] = {}
    for account in sorted(case.accounts, key=lambda account: case.order(_doc(account))):
        words = slot.words(case, account)
        if words:
            key = spelled.setdefault(words.casefold(), words)
            found[key].setdefault(_doc(account), slot.evidence(case, account))
    attested = sorted(found.items(), key=lambda item: -len({case.witness(doc) for doc in item[1]}))
    return Fact(slot.title, tuple(value_of(case, notes, words, spans.values()) for words, spans in attested))


def value_of(case: Case, notes: Notes, words: str, spans: Iterable[Span]) -> Value:
    """A value with its sources counted, copies of one report once."""
    spans = tuple(spans)
    docs = tuple(dict.fromkeys(span.doc for span in spans))
    return Value(
        words=words,
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        witnesses=len({case.witness(doc) for doc in docs}),
        references=notes.cite(spans),
        docs=docs,
    )


def _doc(account: Agreement) -> str:
    return account.mentions[0].doc


def _name(case: Case, account: Agreement) -> str | None:
    return account.name


def _kind(case: Case, account: Agreement) -> str | None:
    return account.kind if account.kind != "other" else None


def _label(case: Case, account: Agreement) -> str | None:
    return account.label


def _parties(case: Case, account: Agreement) -> str | None:
    return ", ".join(sorted(case.call(party) for party in account.parties)) or None


def _articles(case: Case, account: Agreement) -> str | None:
    return None if account.articles is None else str(account.articles)


def _at_word(case: Case, account: Agreement, word: str) -> Span:
    """The first mention that holds the word, else the first mention."""
    holding = (mention for mention in account.mentions if word.casefold() in mention.text.casefold())
    return next(holding, account.mentions[0])


def _at_name(case: Case, account: Agreement) -> Span:
    return max(account.mentions, key=lambda mention: (len(mention.text), -mention.start))


def _at_parties(case: Case, account: Agreement) -> Span:
    """The first mention that names a party; else the nearest naming of a party to the first mention."""
    first = account.mentions[0]
    named = [
        mention
        for entity in case.entities
        if entity.iso3 in account.parties or entity.name in account.parties
        for mention in entity.mentions
        if mention.doc == first.doc
    ]
    for mention in account.mentions:
        if any(mention.contains(name) for name in named):
            return mention
    return min(named, key=lambda name: abs(name.start - first.start), default=first)


def _at_articles(case: Case, account: Agreement) -> Span:
    document: Document = case.document(_doc(account))
    found = re.search(rf"\b{account.articles}[\s-]+articles?\b", document.text)
    return document.span(*found.span()) if found else account.mentions[0]


_SLOTS = (
    _Slot("Named as", _name, _at_name),
    _Slot("Kind", _kind, lambda case, account: _at_word(case, account, account.kind)),
    _Slot("Partnership label", _label, lambda case, account: _at_word(case, account, account.label or "")),
    _Slot("Parties", _parties, _at_parties),
    _Slot("Articles", _articles, _at_articles),
)
