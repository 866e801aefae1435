"""Whether what a text calls a deal is one between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase


def grounded(cluster: Cluster, *, stated: int, beside: int, sides: int) -> bool:
    """Whether the words around an agreement's mentions show that it is one between states.

    `stated` is the number of its stated parties, `beside` that of states named in the sentences of its mentions,
    `sides` that of states in the whole text, and rebels as one more.
    """
    if cluster.inside:
        return False
    lexicon = vocabulary()
    weight = max(p.noun.weight for p in cluster.phrases)
    matters = any(p.words & lexicon.matters for p in cluster.phrases)
    titled = any(_is_name(p) or (p.above and p.noun.family == "protocol") for p in cluster.phrases)
    told = (
        bool(cluster.topics or cluster.numbers or cluster.made or cluster.years)
        or stated > 1
        or beside > 1
        or len(cluster.phrases) > 1
        or "old" in cluster.marks  # "the earlier deal" is told by what came after it
    )
    if not (matters or titled or weight > 1 or told):
        return False
    made_under = any(p.noun.family == "protocol" and p.noun.needs & p.words for p in cluster.phrases)
    return weight + matters + titled + made_under + min(2, stated) + (sides >= 2) >= 2


def _is_name(phrase: Phrase) -> bool:
    """Whether a phrase names an instrument: by a title, or by capitals in running text ("an Interim Agreement")."""
    before = phrase.head.doc[phrase.head.i - 1 : phrase.head.i]
    capitals = phrase.start < phrase.head.i and before.text[:1].isupper() and not phrase.headline
    if not phrase.title:
        return phrase.form == "indefinite" and phrase.head.text[0].isupper() and capitals
    return bool(phrase.aliases) or phrase.dated or phrase.head.text[0].isupper()  # "the 2013 Addis Ababa agreement"
