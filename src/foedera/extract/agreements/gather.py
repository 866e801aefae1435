"""Which phrases of a document speak of the same agreement."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from foedera.extract.agreements import titled
from foedera.extract.agreements.clusters import Cluster
from foedera.extract.agreements.contrast import clash, compatible
from foedera.extract.agreements.founding import founds
from foedera.extract.agreements.memory import Memory, may_get
from foedera.extract.agreements.pointing import pointed_to

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.phrases import Phrase

_PRONOUNS = frozenset({"it", "its", "this", "which"})
_LEAD = 3  # sentences from a headline to the first that tells of it


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
        self._memory = Memory()
        self._waiting: list[tuple[Phrase, int]] = []

    def take(self, phrase: Phrase, at: int, following: Phrase | None) -> None:
        """Adds a phrase to the agreement it speaks of; it founds a new one where it can and none is meant."""
        phrase.supplanters = tuple(self._antecedent(phrase.head.doc[i]) for i in phrase.supplanters)
        home = self._titled_next(phrase, following, at) if following is not None else None
        home = home or self._home(phrase, at)
        if home is None:
            if not founds(phrase):
                self._await(phrase, at)
                return
            home = self._new()
        home.add(phrase, at)
        self._announced(home, at)
        self._memory.remember(phrase, home)

    def _antecedent(self, token: Token) -> int:
        """The noun a pronoun stands for, of the agreement spoken of last: "It is to replace the treaty of 1929"."""
        latest = self._memory.latest
        return latest[1].head if latest and token.lower_ in _PRONOUNS else token.i

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

    def _titled_next(self, phrase: Phrase, following: Phrase, at: int) -> Cluster | None:
        """The agreement whose title stands beside the phrase: "the new deal, the Oslo Accord"; perhaps a new one."""
        if not following.title or not titled.apposed(phrase, following):
            return None
        memory = self._memory
        home = memory.by_alias(following) or memory.namesake(following)
        if home is not None:
            return home
        meant = self._home(phrase, at)
        if meant is None or (meant.titles and ("new" in phrase.marks - meant.marks or "old" in meant.marks)):
            other = meant is None and phrase.topics and founds(phrase)  # "the Air Services Agreement (ASA)"
            return (None if other else memory.just_described(following, at)) or self._new()
        fits = titled.renamed(phrase, following) or may_get(following, meant)
        return meant if fits else self._new()

    def _home(self, phrase: Phrase, at: int) -> Cluster | None:
        """The agreement that a phrase speaks of: by its acronym, beside the one before, by its title, or back in the
        text."""
        if phrase.inside:
            return None
        memory = self._memory
        if (called := memory.by_alias(phrase)) is not None:
            return called
        if memory.latest and titled.apposed(memory.latest[0], phrase) and not clash(phrase, memory.latest[1]):
            return memory.latest[1]
        if phrase.title:
            return memory.namesake(phrase) or memory.just_described(phrase, at)
        return pointed_to(phrase, memory.recent, at)
