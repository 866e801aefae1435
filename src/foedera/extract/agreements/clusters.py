"""Which phrases of a document speak of the same agreement."""

from __future__ import annotations

from itertools import zip_longest
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.agreements import likeness
from foedera.extract.agreements.parties import unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from foedera.extract.agreements.phrases import Phrase

_RECENT = 12  # agreements that a phrase can point back to: what a reader keeps in mind, and it keeps this linear


@dataclass(slots=True, eq=False)
class Cluster:
    """One agreement of a document in the making: its phrases and what their words say together."""

    phrases: list[Phrase] = field(default_factory=list)
    titles: list[frozenset[str]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    scope: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    lengths: set[str] = field(default_factory=set)
    pairs: set[frozenset[str]] = field(default_factory=set)
    partners: set[frozenset[str]] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    parties: tuple[str, ...] = ()
    families: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    inside: bool = False
    last: int = 0
    """The sentence of the latest mention."""

    def add(self, phrase: Phrase, sentence: int) -> None:
        """Takes a phrase in."""
        self.inside = phrase.inside if not self.phrases else self.inside and not phrase.title
        self.phrases.append(phrase)
        if phrase.title:
            self.titles.append(phrase.title)
        self.aliases |= phrase.aliases
        self.topics |= phrase.topics
        self.scope |= phrase.scope
        self.marks |= phrase.marks
        self.lengths |= {phrase.length} if phrase.length else set()
        self.pairs |= {phrase.pair} if phrase.pair else set()
        self.partners |= {phrase.partners} if phrase.partners else set()
        self.years |= phrase.years
        self.numbers |= {phrase.number} if phrase.number else set()
        self.parties = unique([*self.parties, *phrase.parties])
        if not (phrase.aliases and self.families):
            self.families.add(phrase.noun.family)
        self.lemmas |= {phrase.noun.lemma, *phrase.inner}
        self.last = sentence

    @property
    def plural(self) -> bool:
        """Whether it goes by a plural ("the Protocols")."""
        return any(p.plural for p in self.phrases)


def gather(doc: Doc, found: list[Phrase]) -> list[Cluster]:
    """The agreements that the phrases of a document speak of, in the order of their first mentions."""
    gatherer = _Gatherer()
    at = _sentences(doc)
    for phrase, following in zip_longest(found, found[1:]):
        gatherer.take(phrase, at[phrase.head.i], following)
    return gatherer.clusters


def _sentences(doc: Doc) -> list[int]:
    return [n for n, sentence in enumerate(doc.sents) for _ in sentence]


class _Gatherer:
    """Goes through the phrases in the order of the text, as a reader does."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._recent: list[Cluster] = []
        self._called: dict[str, Cluster] = {}
        self._titled: dict[str, list[Cluster]] = {}
        self._before: tuple[Phrase, Cluster] | None = None

    def take(self, phrase: Phrase, at: int, following: Phrase | None) -> None:
        """Adds a phrase to the agreement it speaks of; it founds a new one where it can and none is meant."""
        home = self._titled_next(phrase, following) if following is not None else None
        home = home or self._home(phrase, at)
        if home is None:
            if not likeness.founds(phrase):
                return
            home = Cluster()
            self.clusters.append(home)
        home.add(phrase, at)
        self._remember(phrase, home)

    def _titled_next(self, phrase: Phrase, following: Phrase) -> Cluster | None:
        """The agreement whose title stands beside the phrase: "the new deal, the Oslo Accord"; a new one if it is new."""
        if not following.title or not likeness.apposed(phrase, following):
            return None
        known = next((self._called[a] for a in sorted(following.aliases) if a in self._called), None)
        home = known or self._namesake(following)
        if home is None:
            home = Cluster()
            self.clusters.append(home)
        return home

    def _remember(self, phrase: Phrase, home: Cluster) -> None:
        for alias in phrase.aliases:
            self._called.setdefault(alias, home)
        for word in phrase.title:
            known = self._titled.setdefault(word, [])
            if home not in known[-_RECENT:]:
                known.append(home)
        if home in self._recent:
            self._recent.remove(home)
        self._recent = [home, *self._recent[: _RECENT - 1]]
        self._before = (phrase, home)

    def _home(self, phrase: Phrase, at: int) -> Cluster | None:
        if phrase.inside:
            return None
        for alias in sorted(phrase.aliases):
            called = self._called.get(alias)
            if called is not None and not (phrase.number and phrase.number not in called.numbers):
                return called
        if self._before and likeness.apposed(self._before[0], phrase) and not likeness.clash(phrase, self._before[1]):
            return self._before[1]
        if phrase.title:
            return self._namesake(phrase) or self._unnamed(phrase, at)
        return self._meant(phrase, at)

    def _namesake(self, phrase: Phrase) -> Cluster | None:
        """The agreement of the same title, or described in the words of the title."""
        for word in sorted(phrase.title):
            for cluster in reversed(self._titled.get(word, [])[-_RECENT:]):
                if likeness.same_title(phrase, cluster):
                    return cluster
        for cluster in self._recent:
            if not cluster.titles and likeness.described_so(phrase, cluster):
                return cluster
        return None

    def _unnamed(self, phrase: Phrase, at: int) -> Cluster | None:
        """The agreement described just before, whose title comes now: "a climate accord ... The Paris Agreement"."""
        if self._before is None:
            return None
        cluster = self._before[1]
        near = 0 < at - cluster.last <= 3
        return cluster if near and not cluster.titles and likeness.may_be_called(phrase, cluster) else None

    def _meant(self, phrase: Phrase, at: int) -> Cluster | None:
        if phrase.form == "open" or phrase.predicate or (phrase.form == "bare" and phrase.bare):
            return None
        total = sum(len(c.phrases) for c in self._recent)
        scored = [(likeness.score(phrase, c, at - c.last, total), -n, c) for n, c in enumerate(self._recent)]
        if "new" in phrase.marks and any("new" in c.marks and s > likeness.LEAST for s, _, c in scored):
            scored = [entry for entry in scored if "new" in entry[2].marks]
        best = max(scored, default=None, key=_first_two)
        return best[2] if best is not None and best[0] > likeness.LEAST else None


def _first_two(entry: tuple[float, int, Cluster]) -> tuple[float, int]:
    return entry[:2]


def mentions(cluster: Cluster) -> Iterator[Phrase]:
    """The phrases of an agreement."""
    yield from cluster.phrases
