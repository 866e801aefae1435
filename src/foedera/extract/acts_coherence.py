"""What cannot be of one agreement: a step that contradicts the others was told of another agreement of the same kind.

"The treaty they plan to sign ... the treaty signed in 1961": a reader of words may take both for one. The steps
themselves say that they are two; the step of the past is then left out, since whose it is is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.annotate import Layers
    from foedera.extract.acts_merge import Draft

_AFTER_SIGNING = frozenset(
    {"signed", "ratified", "entered_into_force", "provisionally_applied", "extended", "replaced"}
)
_LONG = 5  # years; an agreement may be signed again a year or two later, when it was changed
_DONE = frozenset({"actual", "claimed"})


def coherent(layers: Layers, drafts: Iterable[Draft]) -> list[Draft]:
    """The steps without those that an agreement which is only about to be signed cannot have taken."""
    kept = list(drafts)
    unsigned = _unsigned(layers, kept)
    return [d for d in kept if not (d.mention.agreement.id in unsigned and _presupposes_signing(d))]


def _unsigned(layers: Layers, drafts: list[Draft]) -> set[str]:
    """The agreements whose signing lies ahead, and of which the text tells no signing but one long past."""
    ahead = {d.mention.agreement.id for d in drafts if d.stage == "signed" and d.realis in {"planned", "possible"}}
    done = {d.mention.agreement.id for d in drafts if d.stage == "signed" and d.realis in _DONE and _recent(layers, d)}
    return ahead - done


def _recent(layers: Layers, draft: Draft) -> bool:
    """Whether a step is not long past, as far as the text dates it."""
    then, now = (draft.date or "")[:4], (layers.document.published or "")[:4]
    return not (then.isdigit() and now.isdigit()) or int(now) - int(then) < _LONG


def _presupposes_signing(draft: Draft) -> bool:
    return draft.stage in _AFTER_SIGNING and draft.realis in _DONE
