"""Whether a phrase speaks of an agreement that the text has spoken of before, or brings in a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.words import QUOTES

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase

LEAST = 0.4
"""The score from which a phrase is taken to point back."""

_NEVER = -9.0
_CALLED = frozenset({"called", "known", "as", "dubbed", "named", "or", "titled", "officially", "formally"})
_APART = frozenset({",", "–", "—", "-", ":", "("})


def founds(phrase: Phrase) -> bool:
    """Whether a phrase can be the first that speaks of an agreement."""
    noun = phrase.noun
    if phrase.title:
        return True
    if phrase.modifying and noun.family != "ceasefire":
        return False
    if phrase.plural or phrase.predicate or phrase.form == "open" or noun.founds == "no":
        return False
    if phrase.form == "bare" and phrase.bare:
        return False
    return noun.founds == "yes" or bool(noun.needs & phrase.words)


def apposed(before: Phrase, phrase: Phrase) -> bool:
    """Whether two phrases stand side by side as two names of one thing: "the new deal, the Oslo Accord"."""
    gap = [
        t
        for t in before.head.doc[before.end : phrase.start]
        if t.text not in QUOTES and not t.is_space and t.tag_ != "DT"
    ]
    called = 0 < len(gap) <= 4 and all(t.lower_ in _CALLED or t.text in _APART for t in gap)
    if not called or (len(gap) > 1 and gap[-1].lower_ not in _CALLED) or bool(before.title) == bool(phrase.title):
        return False
    after = phrase.head.doc[phrase.end : phrase.end + 1].text
    listing = any(t.lower_ == "and" for t in phrase.head.doc[phrase.end : phrase.end + 2]) and after != ","
    return not listing and phrase.form != "open" and vocabulary().compatible(before.noun.family, phrase.noun.family)


def same_title(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title is that of an agreement: no year, number or kind speaks against it and one says all the other says."""
    if phrase.noun.family not in cluster.families or _contradicts(phrase, cluster):
        return False
    return any(phrase.title <= title or title <= phrase.title for title in cluster.titles)


def described_so(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title says what an agreement was described by: "the Strategic Partnership Agreement"."""
    telling = frozenset(word for word in phrase.title if vocabulary().noun(word) is None)
    same = phrase.noun.family in cluster.families
    return same and bool(telling) and telling <= cluster.topics and may_be_called(phrase, cluster)


def may_be_called(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title can be that of an agreement only described so far."""
    return compatible(phrase, cluster) and not clash(phrase, cluster) and not cluster.inside


def compatible(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the phrase's noun can stand for the agreement."""
    return any(vocabulary().compatible(phrase.noun.family, family) for family in cluster.families)


def _contradicts(phrase: Phrase, cluster: Cluster) -> bool:
    years = phrase.years and cluster.years and not phrase.years & cluster.years
    numbers = phrase.number and cluster.numbers and phrase.number not in cluster.numbers
    lengths = phrase.length and cluster.lengths and phrase.length not in cluster.lengths
    return bool(years or numbers or lengths)


def clash(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether year, number or parties rule out that the phrase speaks of the agreement."""
    sibling = any(p.head.i == phrase.head.i for p in cluster.phrases[-3:])
    return sibling or _contradicts(phrase, cluster) or _others(phrase, cluster)


def _others(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the parties are others: "the deal with Peru" is not that with Chile, nor the Chile-Peru-Bolivia treaty."""
    own, known = set(phrase.parties), set(cluster.parties)
    if own and known and not (own <= known if len(known) >= 2 else own & known):
        return True
    if phrase.pair and cluster.pairs and phrase.pair not in cluster.pairs:
        return True
    if phrase.partners and any(len(pair - phrase.partners) > 1 for pair in cluster.pairs):
        return True
    return bool(phrase.partners and cluster.partners) and phrase.partners not in cluster.partners and len(known) < 2


def score(phrase: Phrase, cluster: Cluster, distance: int, total: int) -> float:
    """How well an agreement fits a phrase that is no title; above LEAST it is meant."""
    if clash(phrase, cluster) or not compatible(phrase, cluster) or not _points(phrase, cluster):
        return _NEVER
    points = 1.5 / (1 + distance / 2) + 0.8 * len(cluster.phrases) / max(1, total)
    points += _topics(phrase, cluster) + _contrast(phrase, cluster, distance)
    if phrase.parties:
        points += 2.0 if set(phrase.parties) <= set(cluster.parties) else -0.7
    points += 2.0 if phrase.years & cluster.years else 0.0
    if phrase.number:
        points += 2.0 if phrase.number in cluster.numbers else -2.0
    points += 0.4 if phrase.noun.lemma in cluster.lemmas else 0.0
    points += 0.4 if cluster.titles else 0.0
    return points


def _points(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a phrase with this noun can point back to the agreement at all."""
    if phrase.plural:
        return phrase.form == "definite" and cluster.plural and phrase.noun.lemma in cluster.lemmas
    if phrase.noun.points == "own":
        own = phrase.noun.family != "contract" and phrase.noun.family in cluster.families
        return own or phrase.noun.lemma in cluster.lemmas
    return phrase.noun.points == "yes"


def _topics(phrase: Phrase, cluster: Cluster) -> float:
    """Shared telling words speak for the agreement, others against it; against one that is only named, less."""
    known = cluster.topics.union(*cluster.titles)
    if not phrase.topics:
        vague = bool(cluster.scope) and not cluster.titles and phrase.noun.lemma not in cluster.lemmas
        return (-0.7 if vague else 0.3) if phrase.form == "definite" else -0.4
    if phrase.topics & known:
        return 2.0
    if phrase.noun.family not in cluster.families:
        return -2.5
    if not cluster.topics:
        return -0.7 if phrase.form == "definite" else -1.0
    return -1.0 if phrase.form == "definite" else -3.0


def _contrast(phrase: Phrase, cluster: Cluster, distance: int) -> float:
    """Words that set a phrase apart from what was spoken of: "a new deal", "a wider accord"."""
    points = 0.0
    opposites = {vocabulary().opposites[mark] for mark in phrase.marks}
    if opposites & cluster.marks and not phrase.marks & cluster.marks:
        points -= 2.0
    if "new" in phrase.marks:
        points += 1.0 if "new" in cluster.marks else (-1.0 if phrase.form == "definite" else -1.5)
    if phrase.scope - cluster.scope:
        points -= 4.0 if phrase.form == "indefinite" else 1.5
    if distance == 0 and (phrase.form == "indefinite" or phrase.topics):
        points -= 0.8
    return points
