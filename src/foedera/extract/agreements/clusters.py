"""Which phrases of a document speak of the same agreement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.agreements import titles
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import unique
from foedera.extract.agreements.grounds import grounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from foedera.annotate import Layers
    from foedera.extract.agreements.phrases import Phrase
    from foedera.extract.entities import Actors

_RECENT = 16  # clusters that a phrase can point back to: as many as a reader keeps in mind, and keeps this linear


@dataclass(slots=True)
class Cluster:
    """One agreement of a document in the making."""

    phrases: list[Phrase] = field(default_factory=list)
    titles: list[frozenset[str]] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    parties: list[str] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    extra: list[tuple[int, int]] = field(default_factory=list)
    last: int = 0

    def add(self, phrase: Phrase, sentence: int) -> None:
        """Takes a phrase in."""
        self.phrases.append(phrase)
        if phrase.title:
            self.titles.append(frozenset(phrase.title))
        self.topics |= phrase.topics
        self.years |= phrase.years
        self.parties = list(unique([*self.parties, *phrase.parties]))
        self.families.add(phrase.noun.family)
        self.lemmas.add(phrase.noun.lemma)
        self.last = max(self.last, sentence)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where the agreement is mentioned, in tokens."""
        yield from ((p.start, p.end) for p in self.phrases)
        yield from self.extra

    def key(self) -> str:
        """What tells the agreement apart in its document."""
        first = self.phrases[0]
        return f"{first.head.idx}"


def gather(layers: Layers, actors: Actors, found: list[Phrase]) -> list[Cluster]:
    """The agreements that the phrases of a document speak of."""
    sentence = {}
    for n, s in enumerate(layers.tokens.sents):
        for t in range(s.start, s.end):
            sentence[t] = n
    clusters: list[Cluster] = []
    for phrase in found:
        at = sentence[phrase.head.i]
        home = _home(phrase, clusters, at)
        if home is None:
            if not _founds(phrase):
                continue
            home = Cluster()
            clusters.append(home)
        home.add(phrase, at)
    _acronyms(layers, clusters)
    return [c for c in clusters if grounded(layers, actors, c)]


def _founds(phrase: Phrase) -> bool:
    if phrase.title:
        return True
    noun = phrase.noun
    if phrase.form == "open" or noun.founds == "no":
        return False
    if phrase.plural:
        return False
    if phrase.form == "bare" and not (phrase.topics or phrase.parties):
        return False
    if predicate(phrase):
        return False
    if noun.founds == "needs":
        return bool(noun.needs & ({t.lower_ for t in phrase.modifiers} | {t.lower_ for t in phrase.complement}))
    return True


def predicate(phrase: Phrase) -> bool:
    """Whether a phrase only says what something is: "it is a bad deal"."""
    head = phrase.head
    return head.dep_ in {"attr", "oprd"} or (head.dep_ == "pobj" and head.head.lower_ == "as")


def _home(phrase: Phrase, clusters: list[Cluster], at: int) -> Cluster | None:
    recent = sorted(clusters, key=lambda c: -c.last)[:_RECENT]
    if phrase.title:
        words = frozenset(phrase.title)
        for c in clusters:
            if (
                _compatible(phrase, c)
                and not _years_clash(phrase, c)
                and any(words <= t or t <= words for t in c.titles)
            ):
                return c
        for c in recent:
            if not c.titles and _compatible(phrase, c) and not _clash(phrase, c) and at - c.last <= 3:
                return c
        return None
    if phrase.form == "open" or predicate(phrase) or phrase.plural:
        return None
    if phrase.form == "bare" and phrase.bare:
        return None
    best, top = None, 0.4
    for c in recent:
        score = _score(phrase, c, at, clusters)
        if score > top:
            best, top = c, score
    return best


def _compatible(phrase: Phrase, c: Cluster) -> bool:
    words = vocabulary()
    return any(words.compatible(phrase.noun.family, f) for f in c.families)


def _years_clash(phrase: Phrase, c: Cluster) -> bool:
    return bool(phrase.years and c.years and not phrase.years & c.years)


def _clash(phrase: Phrase, c: Cluster) -> bool:
    if _years_clash(phrase, c):
        return True
    if len(c.parties) >= 2 and phrase.parties and not set(phrase.parties) <= set(c.parties):
        return True
    return False


def _score(phrase: Phrase, c: Cluster, at: int, clusters: list[Cluster]) -> float:
    if _clash(phrase, c):
        return -9
    if not _compatible(phrase, c):
        return -9
    if (
        phrase.noun.points == "own"
        and phrase.noun.lemma not in c.lemmas
        and phrase.noun.family not in (c.families - {"contract"})
    ):
        return -9
    if phrase.noun.points == "no":
        return -9
    known = c.topics | {w for t in c.titles for w in t}
    score = 1.5 / (1 + (at - c.last) / 2)
    if phrase.topics:
        if phrase.topics & known:
            score += 2
        elif known:
            score -= 1 if phrase.form == "definite" else 3
    if phrase.parties and set(phrase.parties) <= set(c.parties):
        score += 1
    if phrase.years & c.years:
        score += 2
    if phrase.noun.lemma in c.lemmas:
        score += 0.7
    score += 0.5 * len(c.phrases) / sum(len(x.phrases) for x in clusters)
    if phrase.fresh and not any(p.fresh for p in c.phrases):
        score -= 1.2
    if phrase.form == "indefinite" and phrase.bare:
        score -= 0.4
    if phrase.form == "definite" and phrase.bare:
        score += 0.3
    return score


def _acronyms(layers: Layers, clusters: list[Cluster]) -> None:
    """Adds the places where an agreement is called by its acronym."""
    names: dict[str, Cluster] = {}
    for c in clusters:
        for p in c.phrases:
            if not p.title:
                continue
            for t in p.tokens:
                if titles.is_acronym(t):
                    names.setdefault(t.text.lower(), c)
    doc = layers.tokens
    for token in doc:
        if not titles.is_acronym(token) or token.lower_ in names:
            continue
        for c in clusters:
            if any(titles.abbreviates(token.text, [t.text for t in p.tokens]) for p in c.phrases if p.title):
                names[token.lower_] = c
                break
    taken = {i for c in clusters for s, e in c.spans() for i in range(s, e)}
    for token in doc:
        c = names.get(token.lower_)
        if c and token.i not in taken and token.text[0].isupper():
            c.extra.append((token.i, token.i + 1))
