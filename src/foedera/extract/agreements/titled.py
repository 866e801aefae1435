"""Which agreement a title is the title of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.contrast import clash, compatible, contradicts
from foedera.extract.agreements.instruments import known
from foedera.extract.agreements.nouns import normal, vocabulary
from foedera.extract.agreements.words import QUOTES

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase

_CALLED = frozenset(
    {
        "called",
        "known",
        "as",
        "dubbed",
        "named",
        "or",
        "titled",
        "officially",
        "formally",
        "referred",
        "to",
        "sometimes",
        "also",
        "so",
        "-",
    }
)
_TREATIES = frozenset({"convention", "charter"})  # "a treaty on wetlands ... the Ramsar Convention"
_ONE_KIND = {"treaty", "convention"}
_NAMING = _CALLED - {"as", "or", "-"}
_SCHEMES = frozenset(
    {"framework", "partnership", "plan", "roadmap", "initiative", "charter"}
)  # that an agreement is on
_LATER = 16  # tokens from a description to the title it is to have
_CLAUSE = 5  # tokens of "what the two sides will be known as"
_MATTER = 2  # telling words that two titles must share to be of one matter
_PLACES = frozenset({"GPE", "LOC", "NORP", "PERSON", "FAC", "DATE"})
_WIDEST = 10  # tokens between a description and its title
_APART = frozenset({",", "–", "—", "-", ":", "("})


def apposed(before: Phrase, phrase: Phrase) -> bool:
    """Whether a title and a description stand side by side for one thing: "the new deal, the Oslo Accord"."""
    doc = phrase.head.doc
    if _to_be_called(before, phrase) or _bracketed(before, phrase):
        return True
    if before.start <= phrase.start and phrase.end <= before.head.i and not (before.title or phrase.aliases):
        return bool(phrase.title)  # 'an "Additional Protocol" agreement'
    if _hangs_on(before, phrase):
        return True
    if phrase.start - before.end > _WIDEST:
        return False
    gap = [t for t in doc[before.end : phrase.start] if not (t.text in QUOTES or t.is_space or t.tag_ == "DT")]
    named = [t.lower_ for t in gap if t.lower_ in _NAMING]
    if (
        (bool(before.title) == bool(phrase.title) and not named)
        or before.plural
        or phrase.form == "open"
        or not 0 < len(gap) <= 5
    ):
        return False
    if not all(t.lower_ in _CALLED or t.text in _APART or t.pos_ == "AUX" for t in gap) or (
        len(gap) > 1 and gap[-1].lower_ not in _CALLED
    ):
        return False
    if phrase.head.dep_ in {"nsubj", "nsubjpass"} and doc[phrase.end : phrase.end + 1].text != ",":
        return False  # "wants to turn the truce into a treaty, the Oslo Declaration says"
    after = [t.lower_ for t in doc[phrase.end : phrase.end + 2]]
    return ("and" not in after or after[0] == ",") and vocabulary().compatible(before.noun.family, phrase.noun.family)


def _hangs_on(before: Phrase, phrase: Phrase) -> bool:
    """Whether the tree hangs a description on a title, also over its small words: "the Oslo Pact on [the central
    elements of a border], a document drafted in May"."""
    described = before.title and not phrase.title and phrase.form == "indefinite" and phrase.noun.weight == 0
    above = phrase.head.head
    return bool(described) and phrase.head.dep_ == "appos" and (above == before.head or before.head.is_ancestor(above))


def _bracketed(before: Phrase, phrase: Phrase) -> bool:
    """Whether a title stands in brackets behind another: "the Convention on Fish (Lima Convention)"."""
    doc, i = phrase.head.doc, before.end
    opens = doc[i : i + 1].text == "(" and phrase.start - i in {1, 2}
    closes = next((t.text for t in doc[phrase.end : phrase.end + 2] if t.text not in QUOTES), "")
    return bool(before.title and phrase.title and not phrase.aliases) and opens and closes == ")"


def _to_be_called(before: Phrase, phrase: Phrase) -> bool:
    """Whether a title is said to be that of what was described before in the sentence: "a deal was reached on what will
    be known as the Oslo Framework", "a pact, to be called the Rome Treaty", "an agreement on the Oslo Framework"."""
    if not phrase.title or before.form != "indefinite" or before.plural or phrase.start - before.end > 2 * _LATER:
        return False
    gap = [t.lower_ for t in phrase.head.doc[before.end : phrase.start] if t.tag_ != "DT" and t.text not in QUOTES]
    if not 0 < len(gap) <= _LATER:
        return False
    if gap[-1] in {"on", "regarding"}:
        return len(gap) == 1 and phrase.noun.lemma in _SCHEMES
    called = next((n for n, word in enumerate(reversed(gap)) if word not in _CALLED), len(gap))
    naming = _NAMING & set(gap[len(gap) - called :])
    opener = naming and {"what", "be"} & set(gap[max(0, len(gap) - called - _CLAUSE) :])
    alone = not any(t.is_sent_start for t in phrase.head.doc[before.end : phrase.start])
    return bool(called and opener) and alone


def renamed(before: Phrase, phrase: Phrase) -> bool:
    """Whether a title is said to be another name of what stands before it: "the pact, formally the Treaty of Rome"."""
    gap = phrase.head.doc[before.end : phrase.start]
    named = any(t.lower_ in _CALLED for t in gap) or _bracketed(before, phrase) or _to_be_called(before, phrase)
    return named and apposed(before, phrase)


def same_title(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title is that of an agreement: nothing contradicts, and one title says all that the other says."""
    if phrase.title in cluster.titles and phrase.noun.lemma in cluster.lemmas and not (phrase.dated or phrase.number):
        return True  # whatever years the clauses tell of its steps
    if _is_base(phrase, cluster) or (phrase.pair and cluster.pairs and phrase.pair not in cluster.pairs):
        return False
    if contradicts(phrase, cluster) or ("new" in phrase.marks and "old" in cluster.marks):
        return False
    if phrase.noun.family not in cluster.families:  # "the Cairo agreement" for the Cairo Declaration
        treaty = {phrase.noun.lemma, *cluster.lemmas} == _ONE_KIND  # "the Lima Treaty" for the Lima Convention
        return (phrase.head.is_lower or treaty) and phrase.title in cluster.titles and compatible(phrase, cluster)
    return any(phrase.title <= title or title <= phrase.title for title in cluster.titles) or _of_matter(
        phrase, cluster
    )


def _is_base(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether one of two titles is of what the other is made to: "the Rome Protocol", and "the Oslo Amendment to the
    Rome Protocol"."""
    of_phrase = any(title <= phrase.base for title in cluster.titles) and bool(cluster.lemmas & phrase.base)
    return of_phrase or any(phrase.title <= base and phrase.noun.lemma in base for base in cluster.bases)


def _of_matter(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether two titles name one matter, one perhaps with the place: "the Oslo Convention on cluster munitions", "the
    Convention on Cluster Munitions"; two places ("the Geneva Convention on ...") are two instruments."""
    place, matter = phrase.before, phrase.matter
    for other, known_matter in cluster.matters:
        shared = len(matter & known_matter)
        if shared >= _MATTER and 2 * shared >= min(len(matter), len(known_matter)) and not (place and other):
            return True
    return False


def described_so(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title says what an agreement was described by, or where it was made ("the Doha deal")."""
    if phrase.aliases or phrase.noun.family not in cluster.families:
        return False
    telling = frozenset(word for word in phrase.title if vocabulary().noun(word) is None)
    said = telling <= cluster.topics or telling <= cluster.places
    return bool(telling) and said and may_be_called(phrase, cluster)


def of_its_parties(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title is that of the standing agreement of some parties on a matter: "the Chile-Peru arms pact"."""
    instrument = known(phrase)
    if instrument is None or set(instrument.parties) != set(cluster.parties):
        return False
    return any(normal(word) in cluster.topics for word in instrument.name.split())


def may_be_called(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title can be that of an agreement only described so far; an old title never names a new thing."""
    contract = phrase.noun.family == "contract" and bool(cluster.families & {"contract", "ceasefire"})
    convention = phrase.noun.family in _TREATIES and "treaty" in cluster.lemmas and not cluster.topics
    kin = contract or convention or phrase.noun.lemma in cluster.lemmas
    if cluster.sought and (phrase.noun.family != "contract" or phrase.years - cluster.years or phrase.lived):
        return False
    if not kin or cluster.inside:
        return False
    if "old" in phrase.marks or (phrase.standing and _is_new(cluster)):
        return False
    if phrase.lived and cluster.done and _is_new(cluster):
        return False  # "signed a pact on inspections ... refused to join the Oslo Treaty"
    if _others_instrument(phrase, cluster) or _on_another_matter(phrase, cluster):
        return False
    return compatible(phrase, cluster) and not clash(phrase, cluster)


def _on_another_matter(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title says what its instrument is on, and the agreement has been said to be on something else: "an
    extradition treaty ... the Convention on Mercury"."""
    common = vocabulary().common
    plain = all(word in common or vocabulary().noun(word) for word in phrase.title)  # "the Trade Agreement"
    says = phrase.matter or (plain and any(says_on(p) for p in cluster.phrases)) or _both_tell(phrase, cluster)
    return bool(says and cluster.topics) and not (phrase.matter | phrase.title) & cluster.telling


def _both_tell(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether both title and description tell what it is about in words of their own: "a visa waiver agreement ... the
    Air Services Agreement"; a place says nothing."""
    named = phrase.head.doc[phrase.start : phrase.head.i]
    told = [t for t in named if t.text[0].isupper() and t.ent_type_ not in _PLACES and _tells(normal(t.text))]
    return len(told) >= _MATTER and any(_tells(word) for topics in cluster.own_topics for word in topics)


def _tells(word: str) -> bool:
    words = vocabulary()
    return word.isalpha() and not (word in words.common or word in words.empty or word in words.scope)


def says_on(phrase: Phrase) -> bool:
    """Whether a phrase says in so many words what its agreement is on: "an agreement with Chile on highways"."""
    return any(t.lower_ in {"on", "concerning", "regarding"} for t in phrase.head.doc[phrase.head.i + 1 : phrase.end])


def _is_new(cluster: Cluster) -> bool:
    """Whether a text brings an agreement in as one that is only now sought or made: "closer to a deal"; what is left or
    broken exists."""
    first = cluster.phrases[0]
    return cluster.sought or "new" in cluster.marks or (first.form == "indefinite" and not first.lived)


def _others_instrument(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title is that of a standing agreement, and a party of what was described is none of its parties."""
    instrument = known(phrase)
    parties = set(instrument.parties) if instrument else set()
    return bool(parties and (set(cluster.parties) | cluster.concluders) - parties)
