"""The agreements of a document in the making: what the phrases that speak of one say together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.agreements.instruments import Instrument, known
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import unique
from foedera.extract.agreements.several import is_counted

if TYPE_CHECKING:
    from foedera.extract.agreements.phrases import Phrase


@dataclass(slots=True, eq=False)
class Cluster:
    """One agreement of a document in the making: its phrases and what their words say together.

    `first` and `last` are the sentences of its first and latest mentions, `head` the noun of the latest. `described`
    says that some phrase is no title, `matters` what titles say before and behind their noun, `bases` what they are
    made to, `making` that some clause speaks of it as only sought, `ahead` that its parties have yet to sign it, `done`
    that it has been made, `above` that it is about another one, `past` that it is of a year gone by, `remote` of one
    long gone by; `telling` holds the words of all its topics and titles, `own_topics` those of each phrase that is no
    headline."""

    phrases: list[Phrase] = field(default_factory=list)
    titles: set[frozenset[str]] = field(default_factory=set)
    matters: set[tuple[frozenset[str], frozenset[str]]] = field(default_factory=set)
    bases: set[frozenset[str]] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    own_topics: set[frozenset[str]] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)
    scope: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    numbers: set[int | None] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    lengths: set[str | None] = field(default_factory=set)
    parties: tuple[str, ...] = ()
    pairs: set[frozenset[str]] = field(default_factory=set)
    partners: set[frozenset[str]] = field(default_factory=set)
    concluders: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    inside: bool = False
    described: bool = False
    making: bool = False
    ahead: bool = False
    past: bool = False
    remote: bool = False
    plural: bool = False
    counted: bool = False
    above: bool = False
    done: bool = False
    joined: bool = False
    instrument: Instrument | None = None
    head: int = -1
    first: int = -1
    last: int = 0

    def add(self, phrase: Phrase, sentence: int) -> None:
        """Takes a phrase in."""
        self.inside = phrase.inside if not self.phrases else self.inside and not phrase.title
        self.first = self.first if self.phrases else sentence
        self.counted = self.counted or (not self.phrases and is_counted(phrase))
        if not (phrase.aliases and self.families):  # an acronym says nothing about the kind
            inner = {vocabulary().singular[lemma].family for lemma in phrase.inner if not phrase.title}
            general = bool(self.families) and phrase.form == "definite" and phrase.noun.family == "contract"
            own = set() if general else {phrase.noun.family}  # "the document" makes a declaration no contract
            self.families |= own | (inner - {"contract"})  # a "ceasefire deal" is a ceasefire
        self.phrases.append(phrase)
        self.last, self.head = sentence, phrase.head.i
        for words, kept in (
            (phrase.title, self.titles),
            (phrase.base, self.bases),
            (phrase.pair, self.pairs),
            (phrase.partners, self.partners),
            (frozenset() if phrase.headline else phrase.own_topics, self.own_topics),
        ):
            if words:
                kept.add(words)
        if phrase.matter:
            self.matters.add((phrase.before, phrase.matter))
        self._widen(phrase)

    @property
    def known(self) -> bool:
        """Whether the text brought it in as known by its parties, so that it waits for no title: "the Iran accord"."""
        first = self.phrases[0]
        return first.each or (first.form == "definite" and bool(first.parties))

    @property
    def sought(self) -> bool:
        """Whether it is only being sought, and was not brought in as known."""
        return self.making and not self.known

    def _widen(self, phrase: Phrase) -> None:
        self.aliases |= phrase.aliases
        self.topics |= phrase.topics
        self.telling |= phrase.topics | phrase.title | phrase.matter
        self.scope |= phrase.scope
        self.marks |= phrase.marks | ({"new"} if phrase.heir else set())
        self.places |= phrase.places
        self.years |= phrase.years
        self.made |= {phrase.made} if phrase.made else set()
        self.numbers |= {phrase.number} - {None}
        self.lengths |= {phrase.length} - {None}
        self.parties = unique([*self.parties, *phrase.parties])
        self.concluders |= set(phrase.concluders)
        self.lemmas |= {phrase.noun.lemma, *phrase.inner}
        self.described |= not phrase.title
        self.making |= phrase.making or phrase.pending
        self.ahead |= phrase.ahead
        self.past |= phrase.past
        self.remote |= phrase.remote
        self.plural |= phrase.plural
        self.above |= phrase.above
        self.done |= phrase.done
        self.joined |= phrase.joined
        self.instrument = self.instrument or known(phrase)
