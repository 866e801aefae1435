"""Which agreement a phrase without a title points back to: "the pact", "this treaty", "the new deal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements import likeness

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase


def pointed_to(phrase: Phrase, recent: list[Cluster], at: int) -> Cluster | None:
    """The agreement that a phrase in sentence `at` points back to, by its words and by what was spoken of last."""
    if phrase.form == "open" or phrase.predicate or not likeness.may_point(phrase):
        return None
    total = sum(len(c.phrases) for c in recent)
    least = likeness.weights().least
    scored = [(likeness.score(phrase, c, at - c.last, total), -n, c) for n, c in enumerate(recent)]
    if phrase.this and scored:
        place, signal = _by_this(phrase, scored)
        value, order, home = scored[place]
        scored[place] = value + (likeness.weights().weights[signal] if signal else 0), order, home
    scored = [entry for entry in scored if entry[0] > least]
    if "new" in phrase.marks:
        scored = _newest(scored)
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _by_this(phrase: Phrase, scored: list[tuple[float, int, Cluster]]) -> tuple[int, str | None]:
    """Which agreement "this treaty" points to, and by what signal: the one spoken of last, if it was called so or none
    was; "this protocol" else to the protocol spoken of last."""
    called = [n for n, entry in enumerate(scored) if phrase.noun.lemma in entry[2].lemmas]
    if not called:
        return 0, "this_last"
    special = phrase.noun.family != "contract"
    return (called[0], "this_same") if called[0] == 0 or special else (0, None)


def _newest(scored: list[tuple[float, int, Cluster]]) -> list[tuple[float, int, Cluster]]:
    """Those among scored agreements that "the new treaty" can mean: what is called new, else what is not spent."""
    new = [entry for entry in scored if "new" in entry[2].marks]
    fresh = [entry for entry in scored if not (entry[2].past or entry[2].marks & {"old", "spent"})]
    return new or fresh or scored
