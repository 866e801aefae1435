"""Which phrases of a document speak of the same agreement."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from foedera.extract.agreements import likeness, titled
from foedera.extract.agreements.contrast import clash, compatible
from foedera.extract.agreements.instruments import Instrument, known
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import unique

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.phrases import Phrase

_PRONOUNS = frozenset({"it", "its", "this", "which"})
_ANOTHER = frozenset({"a", "an", "another", "separate", "different", "second", "parallel", "companion", "similar"})
_LEAD = 3  # sentences from a headline to the first that tells of it
_RECENT = 12  # agreements that a phrase can point back to: what a reader keeps in mind, and it keeps this linear


@dataclass(slots=True, eq=False)
class Cluster:
    """One agreement of a document in the making: its phrases and what their words say together.

    `first` and `last` are the sentences of its first and latest mentions, `head` the noun of the latest. `described`
    says that some phrase is no title, `matters` what titles say before and behind their noun, `making` that some clause
    speaks of it as only sought, `ahead` that its parties have yet to sign it, `done` that it has been made, `above`
    that it is about another one, `past` that it is of a year gone by, `remote` of one long gone by; `telling` holds the
    words of all its topics and titles.
    """

    phrases: list[Phrase] = field(default_factory=list)
    titles: set[frozenset[str]] = field(default_factory=set)
    matters: set[tuple[frozenset[str], frozenset[str]]] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
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
        if not (phrase.aliases and self.families):  # an acronym says nothing about the kind
            inner = {vocabulary().singular[lemma].family for lemma in phrase.inner if not phrase.title}
            general = bool(self.families) and phrase.form == "definite" and phrase.noun.family == "contract"
            own = set() if general else {phrase.noun.family}  # "the document" makes a declaration no contract
            self.families |= own | (inner - {"contract"})  # a "ceasefire deal" is a ceasefire
        self.phrases.append(phrase)
        self.last, self.head = sentence, phrase.head.i
        for words, kept in ((phrase.title, self.titles), (phrase.pair, self.pairs), (phrase.partners, self.partners)):
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


def gather(lookup: Lookup, found: list[Phrase]) -> list[Cluster]:
    """The agreements that the phrases of a document speak of, in the order of their first mentions."""
    gatherer = _Gatherer()
    for phrase, following in zip_longest(found, found[1:]):
        gatherer.take(phrase, lookup.number(phrase.head), following)
    return gatherer.clusters


class _Gatherer:
    """Goes through the phrases in the order of the text, as a reader does."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._recent: list[Cluster] = []
        self._called: dict[str, Cluster] = {}
        self._titled: dict[str, list[Cluster]] = {}
        self._before: tuple[Phrase, Cluster] | None = None
        self._waiting: list[tuple[Phrase, int]] = []

    def take(self, phrase: Phrase, at: int, following: Phrase | None) -> None:
        """Adds a phrase to the agreement it speaks of; it founds a new one where it can and none is meant."""
        phrase.supplanters = tuple(self._antecedent(phrase.head.doc[i]) for i in phrase.supplanters)
        home = self._titled_next(phrase, following, at) if following is not None else None
        home = home or self._home(phrase, at)
        if home is None:
            if not likeness.founds(phrase):
                self._await(phrase, at)
                return
            home = self._new()
        home.add(phrase, at)
        self._announced(home, at)
        self._remember(phrase, home)

    def _antecedent(self, token: Token) -> int:
        """The noun a pronoun stands for, of the agreement spoken of last: "It is to replace the treaty of 1929"."""
        return self._before[1].head if self._before and token.lower_ in _PRONOUNS else token.i

    def _await(self, phrase: Phrase, at: int) -> None:
        """Keeps what a headline announces in a bare word ("Rebels sign truce"): the report will tell of it."""
        if phrase.form == "bare" and phrase.bare and not phrase.plural and at <= _LEAD:
            self._waiting.append((phrase, at))

    def _announced(self, home: Cluster, at: int) -> None:
        """Gives a new agreement the headline that announced it."""
        if len(home.phrases) > 1 or not self._waiting:
            return
        for phrase, early in self._waiting:
            if early < at <= early + _LEAD and compatible(phrase, home) and not clash(phrase, home):
                home.add(phrase, early)
        home.last, home.head = at, home.phrases[0].head.i
        self._waiting = []

    def _new(self) -> Cluster:
        self.clusters.append(Cluster())
        return self.clusters[-1]

    def _remember(self, phrase: Phrase, home: Cluster) -> None:
        for alias in phrase.aliases:
            self._called.setdefault(alias, home)
        for word in phrase.title | phrase.matter:
            known = self._titled.setdefault(word, [])
            if home not in known[-_RECENT:]:
                known.append(home)
        if home in self._recent:
            self._recent.remove(home)
        self._recent = [home, *self._recent[: _RECENT - 1]]
        self._before = (phrase, home)

    def _titled_next(self, phrase: Phrase, following: Phrase, at: int) -> Cluster | None:
        """The agreement whose title stands beside the phrase: "the new deal, the Oslo Accord"; perhaps a new one."""
        if not following.title or not titled.apposed(phrase, following):
            return None
        home = self._by_alias(following) or self._namesake(following)
        if home is not None:
            return home
        meant = self._home(phrase, at)
        if meant is None or (meant.titles and ("new" in phrase.marks - meant.marks or "old" in meant.marks)):
            return self._unnamed(following, at) or self._new()
        fits = titled.renamed(phrase, following) or self._unnamed_yet(following, meant)
        return meant if fits else self._new()

    def _unnamed_yet(self, phrase: Phrase, cluster: Cluster) -> bool:
        return not cluster.titles and titled.may_be_called(phrase, cluster)

    def _home(self, phrase: Phrase, at: int) -> Cluster | None:
        if phrase.inside:
            return None
        if (called := self._by_alias(phrase)) is not None:
            return called
        if self._before and titled.apposed(self._before[0], phrase) and not clash(phrase, self._before[1]):
            return self._before[1]
        if phrase.title:
            return self._namesake(phrase) or self._unnamed(phrase, at)
        return self._meant(phrase, at)

    def _by_alias(self, phrase: Phrase) -> Cluster | None:
        """The agreement of the same acronym; "START I" is another than "START"."""
        for alias in sorted(phrase.aliases):
            called = self._called.get(alias)
            if called is not None and not (phrase.number and phrase.number not in called.numbers):
                return called
        return None

    def _namesake(self, phrase: Phrase) -> Cluster | None:
        """The agreement of the same title, or described in the words of the title."""
        if (standing := self._standing(phrase)) is not None:
            return standing
        for word in sorted(phrase.title | phrase.matter):
            for cluster in reversed(self._titled.get(word, [])[-_RECENT:]):
                if titled.same_title(phrase, cluster):
                    return cluster
        described = (c for c in self._recent if not c.titles and titled.described_so(phrase, c))
        return next(described, None)

    def _standing(self, phrase: Phrase) -> Cluster | None:
        """The standing agreement that a title is another name of, or that was described by parties and matter."""
        instrument = known(phrase)
        if instrument is None:
            return None
        same = (c for c in self._recent if c.instrument is instrument)
        described = (c for c in self._recent if titled.of_its_parties(phrase, c) and self._unnamed_yet(phrase, c))
        return next(same, None) or next(described, None)

    def _unnamed(self, phrase: Phrase, at: int) -> Cluster | None:
        """The agreement described just before, whose title comes now: "a climate accord ... The Paris Agreement"."""
        near = (c for c in self._recent if 0 < at - c.last <= 3 and not c.known and self._unnamed_yet(phrase, c))
        near = (
            c for c in near if not all(p.supplanters for p in c.phrases)
        )  # what gives way to another is left behind
        before = phrase.head.doc[max(0, phrase.start - 1)]
        if phrase.form == "indefinite" or before.lower_ in _ANOTHER:  # "signed an Agreement on Cooperation"
            near = (c for c in near if all(p.headline and not _heads_own(p, phrase) for p in c.phrases))
        family = phrase.noun.family
        return max(near, key=lambda c: (family in c.families, c.last, len(c.phrases)), default=None)

    def _meant(self, phrase: Phrase, at: int) -> Cluster | None:
        """The agreement that a phrase points back to, by its words and by what was spoken of last."""
        if phrase.form == "open" or phrase.predicate or not likeness.may_point(phrase):
            return None
        total = sum(len(c.phrases) for c in self._recent)
        least = likeness.weights().least
        scored = [(likeness.score(phrase, c, at - c.last, total), -n, c) for n, c in enumerate(self._recent)]
        if phrase.this and scored:
            scored[0] = _pointed_to(phrase, scored)
        scored = [entry for entry in scored if entry[0] > least]
        if "new" in phrase.marks:
            scored = _newest(scored)
        return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _heads_own(heading: Phrase, phrase: Phrase) -> bool:
    """Whether a heading names the text itself, and not one that it tells of: "Joint Statement ... signed a Statement of
    Partnership"."""
    return heading.noun.family == "declaration" and "joint" in heading.words and "joint" not in phrase.title


def _pointed_to(phrase: Phrase, scored: list[tuple[float, int, Cluster]]) -> tuple[float, int, Cluster]:
    """The agreement spoken of last, which "this treaty" points to if it was called so, or if none was."""
    value, place, last = scored[0]
    called = [entry[2] for entry in scored if phrase.noun.lemma in entry[2].lemmas]
    signal = "this_same" if last in called else None if called else "this_last"
    return value + (likeness.weights().weights[signal] if signal else 0), place, last


def _newest(scored: list[tuple[float, int, Cluster]]) -> list[tuple[float, int, Cluster]]:
    """Those among scored agreements that "the new treaty" can mean: what is called new, else what is not spent."""
    new = [entry for entry in scored if "new" in entry[2].marks]
    fresh = [entry for entry in scored if not (entry[2].past or entry[2].marks & {"old", "spent"})]
    return new or fresh or scored
