"""How alike the alliance portfolios of two states are, for all pairs of a year at once.

- S: Signorino, C. S. and Ritter, J. M. 1999. "Tau-b or Not Tau-b." International Studies Quarterly 43: 115-144.
- Scott's pi, Cohen's kappa: Haege, F. M. 2011. "Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity
  for Chance Agreement." Political Analysis 19 (3): 287-305.

Ties are rare, so S is inflated by the many third states with which neither of the two has one; pi and kappa take away
the agreement that chance would give. pi assumes that both make ties equally readily; kappa does not, hence the
default. Even so they measure portfolios, not friendship: on binary ties S puts the United States and Japan, close
allies, below the United States and Russia.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foedera.errors import ReferenceDataError
from foedera.measures.codes import need
from foedera.measures.obligations import obligation_strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Measure = Literal["S", "pi", "kappa"]
Distance = Literal["absolute", "squared"]
STRONGEST = 3


@dataclass(frozen=True, slots=True)
class Portfolios:
    """The ties of every state of a system in one year: `ties[i, j]` is what i owes j, 0 to 3, a state to itself 3."""

    year: int
    states: tuple[int, ...]
    ties: NDArray[np.int64]

    @classmethod
    def of_year(cls, dyads: pd.DataFrame, year: int, states: Sequence[int], *, self_tie: int = STRONGEST) -> Portfolios:
        """The portfolios of a year from ATOP's directed dyad-years, as their rows stand.

        A pair without a row has no tie in a year that the data cover; of a year that they don't cover nothing is known.

        Args:
            dyads: columns `ccode1`, `ccode2`, `year` and ATOP's obligations with the prefix `atop_`.
            year: the year.
            states: COW numbers of the members of the system in that year.
            self_tie: what a state owes itself, by convention the strongest obligation.

        Raises:
            ReferenceDataError: a column is missing, or the data do not cover the year.
        """
        need(dyads, ["ccode1", "ccode2", "year"], "portfolios")
        rows = dyads[dyads["year"] == year]
        if rows.empty:
            first, last = int(dyads["year"].min()), int(dyads["year"].max())
            raise ReferenceDataError(
                f"no alliances of {year}: the data cover {first} to {last}, nothing is known outside"
            )
        order = pd.Index(sorted(set(states)))
        ties = np.zeros((len(order), len(order)), dtype=np.int64)
        i, j = (order.get_indexer(pd.Index(rows[column].astype(int))) for column in ("ccode1", "ccode2"))
        inside = (i >= 0) & (j >= 0)
        strength = obligation_strength(rows, prefix="atop_")[inside]
        if strength.isna().any():
            raise ReferenceDataError(
                f"{int(strength.isna().sum())} pairs of {year} have unknown obligations; a portfolio needs them known, "
                "and unknown is not none: leave those states out of the system"
            )
        ties[i[inside], j[inside]] = strength.to_numpy(dtype=np.int64)
        np.fill_diagonal(ties, self_tie)
        return cls(year, tuple(int(state) for state in order), ties)

    def binary(self) -> Portfolios:
        """Whether there is any tie, instead of how strong it is."""
        return Portfolios(self.year, self.states, (self.ties > 0).astype(np.int64))

    def similarity(
        self,
        measure: Measure = "kappa",
        *,
        binary: bool = True,
        distance: Distance = "absolute",
        weights: NDArray[np.float64] | None = None,
    ) -> pd.DataFrame:
        """The similarity of every pair of states, as a square frame by COW number. See `similarity`."""
        ties = self.binary().ties if binary else self.ties
        scores = similarity(ties, measure, levels=1 if binary else STRONGEST, distance=distance, weights=weights)
        return pd.DataFrame(scores, index=list(self.states), columns=list(self.states))


def similarity(
    ties: NDArray[np.int64],
    measure: Measure = "kappa",
    *,
    levels: int,
    distance: Distance = "absolute",
    weights: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """The similarity of every pair of rows, from -1 to 1.

    Let d be the distance of two rows, weighted over the columns and divided by its largest possible value.
    S = 1 - 2d. Otherwise 1 - d/e, where e is the distance expected by chance from how often each row has each level
    (kappa) or the two rows together (pi); NaN where e is 0, as agreement is then certain and says nothing. On binary
    ties this is the usual kappa; on valued ones the kappa weighted linearly (absolute) or quadratically (squared).

    Args:
        ties: whole numbers from 0 to `levels`, a row a state, a column a third state.
        measure: S, pi or kappa.
        levels: the strongest tie, 1 for binary ones.
        distance: absolute or squared differences.
        weights: of the columns; None counts each alike.
    """
    w = np.full(ties.shape[1], 1.0) if weights is None else np.asarray(weights, dtype=np.float64)
    w = w / w.sum()
    largest = float(levels if distance == "absolute" else levels**2)
    d = _observed(ties, w, levels, distance) / largest
    if measure == "S":
        scores: NDArray[np.float64] = 1 - 2 * d
        return scores
    e = _expected(ties, w, levels, distance, pooled=measure == "pi") / largest
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(e > 0, 1 - d / e, np.nan)


def _steps(ties: NDArray[np.int64], levels: int) -> list[NDArray[np.float64]]:
    """Whether each tie reaches level 1, 2 …: |x - y| is the number of steps at which the two differ."""
    return [(ties >= level).astype(np.float64) for level in range(1, levels + 1)]


def _observed(ties: NDArray[np.int64], w: NDArray[np.float64], levels: int, distance: Distance) -> NDArray[np.float64]:
    if distance == "squared":
        x = ties.astype(np.float64)
        squares = (x**2) @ w
        return np.asarray(squares[:, None] + squares[None, :] - 2 * (x * w) @ x.T)
    total = np.zeros((len(ties), len(ties)))
    for step in _steps(ties, levels):
        share = step @ w
        total += share[:, None] + share[None, :] - 2 * (step * w) @ step.T
    return total


def _expected(
    ties: NDArray[np.int64], w: NDArray[np.float64], levels: int, distance: Distance, *, pooled: bool
) -> NDArray[np.float64]:
    """The distance of two independent draws with each row's shares of levels (pooled: with the two rows' mean)."""
    shares = np.stack([(ties == level) @ w for level in range(levels + 1)], axis=1)
    gaps = np.abs(np.subtract.outer(np.arange(levels + 1), np.arange(levels + 1))).astype(np.float64)
    cost = gaps if distance == "absolute" else gaps**2
    if not pooled:
        return np.asarray(shares @ cost @ shares.T)
    own = np.einsum("ic,cd,id->i", shares, cost, shares)
    return np.asarray((own[:, None] + own[None, :] + 2 * shares @ cost @ shares.T) / 4)
