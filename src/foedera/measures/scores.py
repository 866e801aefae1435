"""Looking up published scores of alliances; they are not estimated again.

Benson, B. V. and Clinton, J. D. 2016. "Assessing the Variation of Formal Military Alliances." Journal of Conflict
Resolution 60 (5): 866-898: Bayesian latent-trait scores of scope, depth and potential military capacity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.measures.codes import need

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class AllianceScores:
    """Scores of one alliance, standardised over the alliances that were scored. Depth is its overall costliness."""

    scope: float
    depth: float
    capacity: float


def benson_clinton(scores: pd.DataFrame, atopid: int) -> AllianceScores | None:
    """The published scores of an alliance by its ATOP number; None where it was not scored.

    Args:
        scores: the published file, with lower-case column names as `foedera.reference.read_reference` gives them.
        atopid: the alliance.
    """
    need(scores, ["atopid", "scope.score", "depth.score", "potmilcapacity.score"], "benson_clinton")
    row = scores[scores["atopid"] == atopid]
    if row.empty:
        return None
    values = row.iloc[0]
    return AllianceScores(*(float(values[f"{name}.score"]) for name in ("scope", "depth", "potmilcapacity")))
