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
        scored[0] = _by_this(phrase, scored)
    scored = [entry for entry in scored if entry[0] > least]
    if "new" in phrase.marks:
        scored = _newest(scored)
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _by_this(phrase: Phrase, scored: list[tuple[float, int, Cluster]]) -> tuple[float, int, Cluster]:
    """The agreement spoken of last, which "this treaty" points to if it was called so, or if none was."""
    value, place, last = scored[0]
    called = [entry[2] for entry in scored if phrase.noun.lemma in entry[2].lemmas]
    signal = "this_same" if last in called else None if called else "this_last"
    return value + (likeness.weights().weights[signal] if signal else 0), place, last


def _newest(scored: list[tuple[float, int, Cluster]]) -> list[tuple[float, int, Cluster]]:
    """Those among scored agreements that "the new treaty" can mean: what is called new, else what is not spent."""
    new = [entry for entry in scored if "new" in entry[2].marks]
    fresh = [entry for entry in scored if not (entry[2].past or entry[2].marks & {"old", "spent"})]
    return new or fresh or scored
