"""How alike two states vote in the United Nations General Assembly.

Data: Voeten, E. "United Nations General Assembly Voting Data"; ideal points: Bailey, M. A., Strezhnev, A. and Voeten,
E. 2017. "Estimating Dynamic State Preferences from United Nations Voting Data." Journal of Conflict Resolution 61 (2):
430-456.
Votes are 1 yes, 2 abstain, 3 no; absence is no vote and stays NA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foedera.measures.codes import need

if TYPE_CHECKING:
    from numpy.typing import NDArray

YES, ABSTAIN, NO = 1, 2, 3


def ballot(votes: pd.DataFrame, session: int, *, state: str = "state") -> pd.DataFrame:
    """The votes of a session: a row a state, a column a roll call, NA where a state cast none.

    Roll calls on which all who voted did alike are left out: they tell nobody apart.
    """
    need(votes, [state, "rcid", "session", "vote"], "votes")
    rows = votes[votes["session"] == session]
    table = rows.pivot_table(index=state, columns="rcid", values="vote", aggfunc="first")
    contested = table.min() != table.max()
    return table.loc[:, contested]


def vote_agreement(votes: pd.DataFrame, session: int, *, state: str = "state") -> pd.DataFrame:
    """The mean of 1 - |v_i - v_j| / 2 over the contested roll calls of a session on which both voted; NA if none."""
    table = ballot(votes, session, state=state)
    present, gap = _gaps(table)
    with np.errstate(divide="ignore", invalid="ignore"):
        agreement = 1 - gap / 2 / present
    return pd.DataFrame(agreement, index=table.index, columns=table.index)


def vote_similarity(
    votes: pd.DataFrame, session: int, *, measure: Literal["pi", "kappa"] = "kappa", state: str = "state"
) -> pd.DataFrame:
    """Agreement of every pair beyond chance (nominal categories) over the contested roll calls on which both voted."""
    table = ballot(votes, session, state=state)
    cast = {value: (table == value).to_numpy(dtype=np.float64) for value in (YES, ABSTAIN, NO)}
    present = sum(cast.values(), np.zeros(table.shape))
    both = present @ present.T
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = sum((v @ v.T for v in cast.values()), np.zeros(both.shape)) / both
        chance = np.zeros(both.shape)
        for v in cast.values():
            mine = (v @ present.T) / both
            chance += mine * mine.T if measure == "kappa" else ((mine + mine.T) / 2) ** 2
        scores = np.where(chance < 1, (observed - chance) / (1 - chance), np.nan)
    return pd.DataFrame(scores, index=table.index, columns=table.index)


def _gaps(table: pd.DataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each pair the roll calls on which both voted, and the sum of |v_i - v_j| over them."""
    votes = table.to_numpy(dtype=np.float64)
    there = ~np.isnan(votes)
    present = there.astype(np.float64)
    gap = np.zeros((len(votes), len(votes)))
    for level in (ABSTAIN, NO):
        step = np.where(there, votes >= level, False).astype(np.float64)
        mine = step @ present.T
        gap += mine + mine.T - 2 * step @ step.T
    return present @ present.T, gap


def ideal_point_distance(points: pd.DataFrame, session: int, a: int, b: int) -> float | None:
    """|theta_a - theta_b| of two states (COW numbers) in a session; None where either has no estimate there."""
    need(points, ["ccode", "session", "IdealPoint"], "ideal_point_distance")
    rows = points[points["session"] == session].drop_duplicates("ccode").set_index("ccode")["IdealPoint"]
    if a not in rows.index or b not in rows.index:
        return None
    distance = abs(float(rows[a]) - float(rows[b]))
    return None if np.isnan(distance) else distance
