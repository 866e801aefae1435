"""Parties that an agreement has because of another: of the one that takes its place, or of the series it belongs to.

A treaty is ended by a later one on the same matter if all its parties conclude that one too (Vienna Convention on the
Law of Treaties, 1969, Article 59). So where two states replace a treaty of which no party is named, it was theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.phrases import Phrase

_MOST = 12  # agreements that are looked at for one: it keeps this linear
_STEPS = frozenset({"entry", "ratification", "signing", "signature", "conclusion"})
_NEAR = 16  # tokens of a sentence in which the step is named that ends an agreement
_PAIR = 2  # parties of a treaty between two states: of more, some may have had no part in the old one


class Successors:
    """Answers, for one document, which agreement takes the place of another."""

    def __init__(self, lookup: Lookup, clusters: Sequence[Cluster]) -> None:
        mentions = sorted(((p.head.i, n) for n, c in enumerate(clusters) for p in c.phrases))
        self._lookup = lookup
        self._heads, self._homes = [i for i, _ in mentions], [clusters[n] for _, n in mentions]
        self._new = frozenset(p.head.i for c in clusters for p in c.phrases if "new" in p.marks)
        self._numbered = [c for c in clusters if c.numbers][:_MOST]

    def of(self, cluster: Cluster) -> Iterable[Cluster]:
        """The agreements that replace one, or with which it lapses, as its clauses say."""
        for phrase in cluster.phrases:
            for i in (*phrase.supplanters, *self._new_beside(phrase)):
                successor = self._at(i, phrase)
                if successor is not None and successor is not cluster:
                    yield successor

    def parties(self, cluster: Cluster, known: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
        """The two parties of what replaces an agreement, or of its series; `known` has the parties by `id`."""
        kin = (*self.of(cluster), *self._series(cluster))
        found = (known.get(id(other), ()) for other in kin)
        return next((parties for parties in found if len(parties) == _PAIR), ())

    def _series(self, cluster: Cluster) -> Iterable[Cluster]:
        """The other agreements of a numbered series, which the same parties make: "phase one" beside "phase two"."""
        return (other for other in self._numbered if cluster.numbers and other.numbers - cluster.numbers)

    def _at(self, i: int, phrase: Phrase) -> Cluster | None:
        """The agreement whose noun stands at a token; a pronoun there stands for the one spoken of before."""
        place = bisect_left(self._heads, i)
        if place < len(self._heads) and self._heads[place] == i:
            return self._homes[place]
        pronoun = phrase.head.doc[i].lower_ in {"it", "its"}
        return self._homes[place - 1] if pronoun and place else None

    def _new_beside(self, phrase: Phrase) -> Iterable[int]:
        """The nouns of what is called new in a sentence in which an agreement is said to lapse, or of that with whose
        entry into force it does: "With its entry into force, the treaty of 1961 lapsed"."""
        if "spent" not in phrase.marks:
            return ()
        sentence = self._lookup.sentence(phrase.head)
        entered = [t.i for t in sentence[:_NEAR] if t.lower_ == "its" and t.head.lemma_.lower() in _STEPS]
        if entered:
            return entered
        first, last = bisect_left(self._heads, sentence.start), bisect_left(self._heads, sentence.end)
        own = bisect_left(self._heads, phrase.head.i)
        near = self._heads[max(first, own - _MOST) : min(last, own + _MOST)]
        return (i for i in near if i in self._new)
