"""How well an agreement fits a phrase that points back to it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract.agreements.contrast import clash, compatible, is_its_form
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.words import SIZES
from foedera.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase

_LEAD = 3  # sentences from a headline to the first of the report, over a byline
_FIRST = 3  # phrases of an agreement that are asked what it is on
_OTHERS = frozenset({"similar", "separate", "parallel", "comparable"})  # "a similar deal with Peru" is another one
NEVER = -99.0
"""The score of an agreement that cannot be meant."""

_lexicon = functools.partial(words, "en", "agreements_parties")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal counts; the lexicon says what each one means."""

    least: float
    nearness: float
    prominence: float
    weights: Mapping[str, float]


@functools.cache
def weights() -> Weights:
    """The weights of the lexicon."""
    data = load("en", "agreements_sameness")
    return Weights(data["least"], data["nearness"], data["prominence"], data["weights"])


def may_point(phrase: Phrase) -> bool:
    """Whether a phrase without an article and without a word of its own can point back: "the truce", "truce", and
    "agreement" where it is reached."""
    if (phrase.above and phrase.form == "indefinite") or phrase.words & _OTHERS:
        return False
    if phrase.form != "bare" or not phrase.bare or phrase.noun.family == "ceasefire":
        return True
    return bool(phrase.verbs & _lexicon("reaching"))


def score(phrase: Phrase, cluster: Cluster, distance: int, total: int) -> float:
    """The sum of the signals; `distance` in sentences, `total` the number of mentions of all agreements so far."""
    if not _points(phrase, cluster) or not compatible(phrase, cluster) or clash(phrase, cluster):
        return NEVER
    counted = weights()
    near = counted.nearness / (1 + distance / 2) + counted.prominence * len(cluster.phrases) / max(1, total)
    return near + sum(counted.weights[name] for name in signals(phrase, cluster, distance))


def signals(phrase: Phrase, cluster: Cluster, distance: int) -> Iterator[str]:
    """The names of the signals that hold between a phrase and an agreement."""
    known = "known" if phrase.form == "definite" else "new"
    yield from _topics(phrase, cluster, known)
    yield from _marks(phrase, cluster, known)
    if phrase.noun.lemma in cluster.lemmas or phrase.inner & cluster.lemmas:  # "the swap ... the swap deal"
        yield "noun_of_change" if cluster.above and not phrase.topics else "same_noun"
    if cluster.titles:
        yield "titled"
    told = known == "new" and distance <= _LEAD and all(p.headline for p in cluster.phrases)
    if phrase.parties:
        yield _parties(phrase, cluster, known)
    if phrase.years:
        yield "same_year" if phrase.years & cluster.years else f"unknown_year_{known}"
        if phrase.supplanters and not phrase.years & cluster.years:
            yield "unknown_year_of_old"
    if phrase.pending and not (cluster.making or cluster.ahead) and (cluster.titles or not _is_open(cluster)):
        yield "yet_to_be_made"
    if phrase.lived and cluster.sought:
        yield "lived_of_sought"
    if phrase.number:
        yield (
            "same_number"
            if phrase.number in cluster.numbers
            else "first_number"
            if phrase.number == 1
            else "later_number"
        )
    if told and not phrase.title:
        yield "headline_told"
    if distance == 0 and (known == "new" or phrase.topics):
        yield "same_sentence"


def _is_vague(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether an agreement has only been spoken of at large, or by another noun than the phrase's."""
    return phrase.noun.lemma not in cluster.lemmas or (cluster.described and len(cluster.phrases) == 1)


def _is_open(cluster: Cluster) -> bool:
    """Whether a text brought an agreement in as one that may not yet be there: "a deal", "truce"."""
    first = cluster.phrases[0]
    return first.form in {"indefinite", "bare"} and not (first.lived or cluster.done)


def _points(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a phrase with this noun can point back to the agreement at all."""
    if phrase.above and not cluster.above:
        return False  # "the deal on extending the treaty" is not the treaty
    if phrase.each and not phrase.partners & set(cluster.parties):
        return False
    if phrase.plural:
        several = cluster.plural or (cluster.phrases[0].each and not cluster.phrases[0].siblings)
        return phrase.form == "definite" and several and phrase.noun.lemma in cluster.lemmas
    if phrase.noun.points == "own":
        told = all(p.headline for p in cluster.phrases)
        if phrase.form == "indefinite" and not (told or phrase.noun.needs & phrase.words):
            return False
        own = phrase.noun.family != "contract" and phrase.noun.family in cluster.families
        loose = cluster.families == {"contract"} and (told or _is_memorandum(phrase))
        loose = loose or is_its_form(phrase)
        return own or phrase.noun.lemma in cluster.lemmas or loose
    return phrase.noun.points == "yes"


def _is_memorandum(phrase: Phrase) -> bool:
    """Whether it is "the memorandum", which may have been called a deal before."""
    return phrase.noun.lemma == "memorandum" and phrase.form == "definite" and not phrase.parties


def _parties(phrase: Phrase, cluster: Cluster, known: str) -> str:
    own, settled = set(phrase.parties), set(cluster.parties) | cluster.concluders
    if own <= settled:
        return "same_parties"
    return "parties_of_others" if len(settled) > 1 and not own & settled else f"other_parties_{known}"


def _topics(phrase: Phrase, cluster: Cluster, known: str) -> Iterator[str]:
    if not phrase.topics:
        vague = cluster.scope and not cluster.titles and _is_vague(phrase, cluster)
        yield f"bare_{known}"
        if known == "new" and phrase.noun.family not in cluster.families:
            yield "other_kind_new"
        if known == "known" and cluster.titles and _inner_families(phrase) - cluster.families:
            yield "other_kind_known"  # "the ceasefire agreement", of the Lima Plan
        if known == "known" and cluster.sought and not (phrase.pending or cluster.titles):
            yield "bare_to_sought"
        if vague and known == "known":
            yield "bare_to_vague"
        if "old" in cluster.marks - phrase.marks:
            yield "bare_to_old"
        elif cluster.remote and not phrase.years:
            yield "bare_to_remote"
    elif shared := _shared(phrase, cluster):
        other = known == "new" and cluster.families == {"declaration"} and phrase.noun.family == "contract"
        common = shared <= vocabulary().common and (other or shared < cluster.telling)
        apart = common and phrase.topics - shared and _says_so(phrase, cluster)
        apart = apart or (known == "new" and _partly(phrase, cluster))
        if not (other and not common):
            yield "other_words" if apart else f"shared_matter_{known}" if common else "shared_topic"
        if other:
            yield "other_kind_new"  # "a peace treaty", after a peace declaration
    elif phrase.noun.family not in cluster.families and not _is_convention(phrase, cluster):
        yield "other_family"
    elif _says_on(phrase) and not phrase.plural and any(_says_on(p) for p in cluster.phrases[:_FIRST]):
        yield "other_matter"
    elif known == "new" and cluster.titles and _brought_in(cluster.phrases[0]):
        yield "other_topic_new"  # "an Aviation Agreement ... a visa agreement"
    elif not cluster.topics:
        yield f"topic_to_{'plain' if cluster.described else 'titled'}_{known}"
    else:
        yield f"other_topic_{known}"
        if known == "known" and _is_called(phrase):
            yield "other_name"


def _is_called(phrase: Phrase) -> bool:
    """Whether capitals make a description a name: "the Defence Cooperation Agreement"."""
    before = phrase.head.doc[phrase.head.i - 2 : phrase.head.i + 1]
    return not phrase.headline and all(t.text[0].isupper() for t in before)


def _inner_families(phrase: Phrase) -> set[str]:
    return {vocabulary().singular[lemma].family for lemma in phrase.inner} - {"contract"}


def _is_convention(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a convention is called a treaty: "the mercury treaty", of the Minamata Convention."""
    return phrase.noun.weight > 1 and phrase.noun.family == "contract" and "convention" in cluster.families


def _brought_in(phrase: Phrase) -> bool:
    """Whether a title is brought in as that of something new: "signed an Aviation Agreement"."""
    before = phrase.head.doc[max(0, phrase.start - 1)]
    return bool(phrase.title) and "a" in {before.lower_, before.lower_.removesuffix("n")}


def _says_on(phrase: Phrase) -> bool:
    """Whether a phrase says in so many words what its agreement is on: "the agreement on highways"."""
    after = phrase.head.doc[phrase.head.i + 1 : phrase.end]
    return bool(after) and after[0].lower_ in {"on", "for", "concerning", "regarding"}


def _says_so(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether an agreement has been said to be on something that a phrase does not speak of."""
    return any((_says_on(p) or p.matter) and (p.topics | p.matter) - phrase.topics for p in cluster.phrases[:_FIRST])


def _partly(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether what is brought in shares only a part with what was told: "an investment protection pact", after "a
    copyright protection deal"."""
    told, own = cluster.own_topics, phrase.own_topics
    return bool(told) and not phrase.told and all(own - other and other - own for other in told)


def _shared(phrase: Phrase, cluster: Cluster) -> set[str]:
    return {word for word in phrase.topics if word in cluster.telling}


def _marks(phrase: Phrase, cluster: Cluster, known: str) -> Iterator[str]:
    """Words that set a phrase apart from what was spoken of: "a new deal", "the old pact", "a wider accord"."""
    opposites = {vocabulary().opposites[mark] for mark in phrase.marks}
    if opposites & cluster.marks and not phrase.marks & cluster.marks:
        yield "opposite"
    elif "old" in phrase.marks:
        yield "still_old" if "old" in cluster.marks else f"old_{known}"
    elif phrase.marks - cluster.marks and known == "new":
        yield "whole_new" if "whole" in phrase.marks - cluster.marks else "other_mark_new"
    if phrase.marks & cluster.marks & {"whole", "part"}:
        yield "same_mark"
    if "new" in phrase.marks:
        yield "still_new" if "new" in cluster.marks else f"new_{known}"
    settled = len({*cluster.parties, *cluster.concluders})
    fitting = {SIZES.get(settled)} if settled > 1 or known == "new" else set(SIZES.values())
    if phrase.scope - cluster.scope - fitting:  # "trilateral" sets none apart among those of three parties
        yield f"scope_{known}"
