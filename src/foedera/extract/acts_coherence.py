"""What cannot be of one agreement: a step that contradicts the others was told of another agreement of the same kind.

"The treaty they plan to sign ... the treaty signed in 1961": a reader of words may take both for one. The steps
themselves say that they are two; the step of the past is then left out, since whose it is is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.dating_values import lies_behind
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.annotate import Layers
    from foedera.extract.acts_merge import Draft
    from foedera.model.records import Stage

_AFTER_SIGNING: frozenset[Stage] = frozenset(
    {"signed", "ratified", "entered_into_force", "provisionally_applied", "extended", "replaced"}
)
_AFTER_AGREEING: frozenset[Stage] = frozenset({"signed", "ratified", "entered_into_force"})
_ECHOED = frozenset({"signed", "ratified", "text_agreed", "entered_into_force"})
_LONG = 5  # years; an agreement may be signed again a year or two later, when it was changed
_DONE = frozenset({"actual", "claimed"})


def coherent(layers: Layers, drafts: Iterable[Draft]) -> list[Draft]:
    """The steps without those that an agreement which is only about to be signed cannot have taken."""
    kept = list(drafts)
    unsigned = _unsigned(layers, kept)
    kept = [d for d in kept if not (d.mention.agreement.id in unsigned and _presupposes_signing(d))]
    done = _first_done(kept)
    return [d for d in kept if not _is_echo(d, done)]


def _first_done(drafts: Iterable[Draft]) -> dict[tuple[str, Stage], int]:
    """Where each step of each agreement is first told as done."""
    found: dict[tuple[str, Stage], int] = {}
    for draft in drafts:
        if draft.realis == "actual":
            key = draft.mention.agreement.id, draft.stage
            found[key] = min(draft.trigger.i, found.get(key, draft.trigger.i))
    return found


def _is_echo(draft: Draft, done: Mapping[tuple[str, Stage], int]) -> bool:
    """Whether a noun only comes back to a step told before as done ("They signed it. The signing will boost trade"),
    however its own clause looks ahead; who or what day it names makes it a step of its own."""
    if draft.realis not in AHEAD or draft.stage not in _ECHOED or draft.states:
        return False
    told_of = grammar.subjects(draft.trigger)[:1] if draft.trigger.pos_ == "AUX" else [draft.trigger]
    if any(t.pos_ != "NOUN" or draft.mention.first <= t.i <= draft.mention.last for t in told_of):
        return False  # "a deal is possible"; not "the announcement of the deal is likely"
    stages = {draft.stage} if draft.date is None else set()
    stages |= _AFTER_AGREEING if draft.stage == "text_agreed" else set()
    agreement, here = draft.mention.agreement.id, draft.trigger.i
    return any(done.get((agreement, stage), here) < here for stage in stages)


def _unsigned(layers: Layers, drafts: list[Draft]) -> set[str]:
    """The agreements whose signing lies ahead, and of which the text tells no signing but one long past."""
    ahead = {
        d.mention.agreement.id
        for d in drafts
        if d.stage == "signed" and d.realis in AHEAD and not (d.date and lies_behind(layers, d.date))
    }
    done = {d.mention.agreement.id for d in drafts if d.stage == "signed" and d.realis in _DONE and _recent(layers, d)}
    return ahead - done


def _recent(layers: Layers, draft: Draft) -> bool:
    """Whether a step is not long past, as far as the text dates it."""
    then, now = (draft.date or "")[:4], (layers.document.published or "")[:4]
    return not (then.isdigit() and now.isdigit()) or int(now) - int(then) < _LONG


def _presupposes_signing(draft: Draft) -> bool:
    return draft.stage in _AFTER_SIGNING and draft.realis in _DONE
