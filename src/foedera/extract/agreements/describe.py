"""What an agreement is: its name, kind, partnership label, parties, number of articles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from foedera.extract.agreements.grounds import grounded
from foedera.extract.agreements.inherited import Successors
from foedera.extract.agreements.membership import Membership
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.several import is_named_after
from foedera.extract.agreements.words import labels
from foedera.lexicon import words
from foedera.model import Agreement
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.lookup import Lookup
    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase
    from foedera.extract.entities import Actors
    from foedera.model.records import AgreementKind

_LOOSE = {"partnership": 1, "agreement": 2, "plan": 3, "other": 4}  # what says least about the kind, last
_NEXT = 4  # agreements behind a set that may be its members
_TITLE = 3  # what a word in a title counts beside one in a description


def describe(
    layers: Layers, actors: Actors, parties: Parties, lookup: Lookup, clusters: list[Cluster]
) -> tuple[Agreement, ...]:
    """One record for each cluster of phrases that is an agreement between states."""
    members = Membership(actors, parties, lookup)
    sides = sum(entity.kind == "state" for entity in actors.entities)
    sides += any(lookup.words(words("en", "agreements_parties", "insurgents")))
    successors = Successors(lookup, clusters)
    stated = {id(cluster): members.stated(cluster) for cluster in clusters}
    likely = {id(cluster): members.likely(cluster, stated[id(cluster)]) for cluster in clusters}
    likely = members.joined(clusters, likely)
    pair = members.pair(*([(cluster, found[id(cluster)]) for cluster in clusters] for found in (stated, likely)))
    found = []
    for place, cluster in enumerate(clusters):
        if is_named_after(cluster, clusters[place + 1 : place + _NEXT]):
            continue
        named = stated[id(cluster)]
        inherited = successors.parties(cluster, likely) if len(named) < 2 else ()
        if grounded(cluster, stated=len(named), beside=len(members.beside(cluster)), sides=sides):
            known = inherited if set(inherited) > set(named) else likely[id(cluster)]
            settled = members.completed(cluster, known, pair)
            found.append(_record(layers, cluster, settled, many=members.multilateral(cluster, settled)))
    return tuple(found)


def _record(layers: Layers, cluster: Cluster, parties: tuple[str, ...], *, many: bool | None) -> Agreement:
    mentions = tuple(sorted({layers.span(p.tokens) for p in cluster.phrases}))
    best = max(cluster.phrases, key=_says)
    dates = {date for p in cluster.phrases if (date := _date(layers, p))}
    counts = [p.articles for p in cluster.phrases if p.articles]
    return Agreement(
        id=content_id("agr", layers.document.id, mentions[0].start, best.head.idx, *best.name),
        name=_name(best),
        kind=_kind(cluster),
        mentions=mentions,
        label=max((label for p in cluster.phrases for label in _labels(p)), key=len, default=None),
        parties=parties,
        multilateral=many,
        articles=counts[0] if counts else None,
        date=_agreed(dates),
    )


def _date(layers: Layers, phrase: Phrase) -> str | None:
    """When the instrument was made, where its title or a pointer to it says so: "Treaty of 9 May 1961", "the treaty
    of 1961"."""
    if phrase.form not in {"name", "definite"} or len(phrase.years) != 1:
        return None
    (year,) = phrase.years
    span = layers.span(phrase.tokens)
    times = (t.value or "" for t in layers.times_in(span.start, span.end))
    return next((value for value in times if value[:4] == year and "/" not in value), year)


def _agreed(dates: set[str]) -> str | None:
    """The fullest of some dates, where none contradicts it."""
    fullest = max(dates, key=len, default="")
    return fullest if fullest and all(fullest.startswith(date) for date in dates) else None


def _labels(phrase: Phrase) -> tuple[str, ...]:
    """The partnership labels in a phrase; a title such as "Trans-Pacific Partnership" is none."""
    return () if phrase.title and phrase.noun.kind == "partnership" else tuple(labels(phrase.tokens))


def _says(phrase: Phrase) -> tuple[int, int, bool, int]:
    """How much a phrase says about which agreement it is; the earlier of two that say as much comes first."""
    wordless = phrase.form == "bare" and not phrase.words  # a headline's "truce"
    return len(phrase.title), len(phrase.topics) + len(phrase.parties), not wordless, -phrase.start


def _name(phrase: Phrase) -> str:
    """The fullest mention as a name: in one line, without its article."""
    if phrase.name:
        return " ".join(phrase.name)
    name = " ".join(phrase.tokens.text.split())
    if (
        not phrase.title
        and phrase.end == phrase.head.i + 1
        and len(phrase.years) == 1
        and phrase.years.isdisjoint(name.split())
    ):
        name += f" of {min(phrase.years)}"  # "the treaty signed in 1961"
    first, _, rest = name.partition(" ")
    if rest and first.lower() in {"the", "a", "an", *vocabulary().definite}:
        return rest.removeprefix("own ")  # "its own treaty with Spain"
    return name


def _kind(cluster: Cluster) -> AgreementKind:
    """What the text calls it: by its title, else by the most frequent word that says more than "agreement"."""
    called: Counter[AgreementKind] = Counter()
    for phrase in cluster.phrases:
        if phrase.head.lower_ in phrase.aliases:
            continue  # an acronym says nothing about the kind
        called[phrase.noun.kind] += _TITLE if phrase.title and phrase.head.text[0].isupper() else 1
        inner = (vocabulary().singular[lemma].kind for lemma in phrase.inner)
        called.update(kind for kind in inner if kind not in _LOOSE)
    if not called:
        return cluster.instrument.kind if cluster.instrument else "agreement"
    if 3 * called["ceasefire"] < called.total():
        del called["ceasefire"]  # a "truce" over tariffs
    return max(called, key=lambda kind: (-_LOOSE.get(kind, 0), called[kind]))
