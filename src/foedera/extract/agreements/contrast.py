"""What rules out that a phrase speaks of an agreement that the text has spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.lexicon import words

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase


_MAKING = frozenset({"sign", "reach", "strike", "clinch", "seal", "conclude", "announce", "ink", "initial"})
_DEALS = frozenset({"contract", "ceasefire"})
_PAPERS = frozenset({"declaration", "memorandum", "protocol"})
_LEAD = 3  # sentences
_AGAIN = 2  # years in which an agreement may be signed again, changed
_ADDING = 3  # tokens of "as well as"
_PAIR = 2  # states that make a treaty of two
_WIDE = frozenset({"global", "worldwide", "regional", "multilateral"})


def compatible(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the phrase's noun can stand for the agreement: "the pact" for a treaty, never "the protocol"."""
    if cluster.counted and not phrase.plural:
        return False  # "the agreement", after "two agreements"
    if phrase.title:
        return any(vocabulary().compatible(phrase.noun.family, family) for family in cluster.families)
    told = all(p.headline for p in cluster.phrases)  # "Nile accord", which turns out to be "a declaration on the Nile"
    deal = cluster.families == {"contract"} and (told or phrase.noun.lemma == "memorandum")
    deal = deal or (cluster.families <= _DEALS and is_its_form(phrase))
    return deal or bool(vocabulary().stands_for[phrase.noun.family] & cluster.families)


def is_its_form(phrase: Phrase) -> bool:
    """Whether it only says in what form a deal was signed: "agreed to a truce ... signed the declaration"."""
    paper = phrase.noun.family in _PAPERS and phrase.form == "definite" and phrase.bare and not phrase.plural
    return paper and not phrase.above and bool(phrase.verbs & words("en", "agreements_parties", "instrumental"))


def contradicts(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether year, number in a series or length of time are others; a year gone by is never that of
    a new agreement, nor of one yet to be signed."""
    years = phrase.years and cluster.years and not phrase.years & cluster.years
    numbers = phrase.number and cluster.numbers and phrase.number not in cluster.numbers
    lengths = phrase.length and cluster.lengths and phrase.length not in cluster.lengths
    past = phrase.past and (cluster.ahead or "new" in cluster.marks or _both_new(phrase, cluster))
    other = _other_signature(phrase, cluster) or _other_label(phrase, cluster)
    return bool(years or numbers or lengths or past or other)


def _other_label(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether two partnerships are of other ranks: "a strategic partnership", after "a comprehensive partnership"; in
    short the higher one may go without "comprehensive"."""
    if phrase.noun.lemma != "partnership":
        return False
    ranks = words("en", "agreements", "ranks")
    own = phrase.words & ranks
    known = [p.words & ranks for p in cluster.phrases if p.noun.lemma == "partnership"]
    if not own or not any(known):
        return False
    same = (own == other or (other and own < other and "strategic" in own & other) for other in known)
    return not any(same)


def _both_new(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether an agreement is brought in as new, beside one of the past: "agreed to a truce ... in 1986, when they
    signed a truce", "signed a deal on Monday ... the 2015 accord"."""
    first = cluster.phrases[0]
    if cluster.years or first.lived or cluster.titles:
        return False
    made = cluster.first <= _LEAD and (
        first.done or bool(first.verbs & _MAKING)
    )  # what a report opens with is its news
    if first.form == "definite":
        return made and not phrase.topics <= cluster.telling  # "the deal they reached ... the security pact of 2001"
    news = made or (cluster.first <= _LEAD and phrase.dated and not phrase.title)  # "their 2015 deal"
    return (first.form == "indefinite" or first.told) and (phrase.form == "indefinite" or phrase.told or news)


def _other_signature(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether it was signed years before or after: "the agreement signed on Monday" is not "a 1944 treaty"."""
    own = {phrase.made} if phrase.made else phrase.years
    known = cluster.made | (cluster.years if phrase.made else set())
    return bool(own and known) and all(abs(int(one) - int(other)) > _AGAIN for one in own for other in known)


def clash(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether year, number, length or parties rule the agreement out, or it stands beside the phrase: a sibling in the
    same words, what takes the place of the agreement meant ("the accord replaces the accord") or is made under it."""
    beside = cluster.head in {phrase.head.i, phrase.below, *phrase.supplanters} or _added(phrase, cluster)
    pending = phrase.pending and cluster.done and not cluster.making
    return beside or pending or contradicts(phrase, cluster) or _other_parties(phrase, cluster)


def _added(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether one is brought in beside another: "signed the Oslo Accord, as well as a deal on fish", "the pact on fish
    and the pact on trade"."""
    doc, start = phrase.head.doc, phrase.start
    before = [t.lower_ for t in doc[max(0, start - _ADDING) : start]]
    adds = before == ["as", "well", "as"] or before[1:] in (["along", "with"], ["together", "with"], ["and", "also"])
    joined = phrase.head.dep_ == "conj" and before[-1:] == ["and"]
    if not (adds or joined) or not phrase.head.sent.start <= cluster.head < start:
        return False
    return adds or not any(t.pos_ in {"VERB", "AUX"} for t in doc[cluster.head : start])


def _other_parties(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the parties are others: "the deal with Peru" is not the Chile-Peru-Bolivia treaty."""
    own, known = set(phrase.parties), set(cluster.parties)
    joined = cluster.partners and known <= own and len(own - known) == 1  # who makes a deal "with" others is one more
    if own and known and not (joined or (own <= known if len(known) >= 2 else own & known)):
        return True
    if own and cluster.titles and phrase.head.text[0].isupper() and not own & (known | cluster.concluders):
        return True  # "the Samoa Agreement", after the Cotonou Agreement
    if phrase.pair and cluster.pairs and phrase.pair not in cluster.pairs:
        return True
    if (phrase.joined and cluster.pairs) or (phrase.pair and cluster.joined):
        return True  # no state accedes to a treaty between two
    settled = known | cluster.concluders
    acting = set(phrase.concluders)
    if len(acting) == _PAIR == len(settled) and not acting & settled:
        return True  # "Chile and Peru signed the treaty", after one of Bolivia and Spain
    acting = acting if phrase.form == "indefinite" else set()
    if len(acting) == _PAIR and cluster.scope & _WIDE and not phrase.scope:
        return True  # "a pact signed by Chile and Peru" is not "a regional pact"
    if acting and len(settled) > 1 and not acting & settled:
        return True  # "and Bolivia agreed to a pact"
    if not phrase.partners:
        return False
    if len(settled) == 2 and not phrase.partners & settled:
        return True
    if any(len(pair - phrase.partners) > 1 for pair in cluster.pairs):
        return True
    return bool(cluster.partners) and phrase.partners not in cluster.partners and len(known) < 2
