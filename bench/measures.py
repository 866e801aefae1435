"""S, pi and kappa of all pairs of a year: as array work, and as the plain double loop over pairs.

Ties are made up (195 states, about as sparse as real ones), so nothing needs to be there. With a folder of reference
data it also times the loading of ATOP's directed dyad-years.

    python bench/measures.py [FILE OF ATOP DIRECTED DYAD-YEARS]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from foedera.measures import similarity

STATES = 195


def plain_loop(ties: np.ndarray) -> np.ndarray:
    """Cohen's kappa of every pair, pair by pair, on binary ties."""
    n = len(ties)
    scores = np.full((n, n), np.nan)
    for i in range(n):
        for j in range(i, n):
            observed = sum(a == b for a, b in zip(ties[i], ties[j], strict=True)) / n
            p, q = sum(ties[i]) / n, sum(ties[j]) / n
            chance = p * q + (1 - p) * (1 - q)
            scores[i, j] = scores[j, i] = (observed - chance) / (1 - chance) if chance < 1 else np.nan
    return scores


def main() -> None:
    random = np.random.default_rng(0)
    ties = random.choice(4, size=(STATES, STATES), p=[0.85, 0.05, 0.04, 0.06])
    np.fill_diagonal(ties, 3)
    start = time.perf_counter()
    for measure in ("S", "pi", "kappa"):
        similarity(ties, measure, levels=3)
    arrays = time.perf_counter() - start
    binary = (ties > 0).astype(np.int64)
    start = time.perf_counter()
    fast = similarity(binary, "kappa", levels=1)
    one = time.perf_counter() - start
    start = time.perf_counter()
    slow = plain_loop(binary.tolist())
    loop = time.perf_counter() - start
    assert np.allclose(fast, slow, equal_nan=True)
    print(f"S, pi and kappa, {STATES * (STATES - 1) // 2} pairs  {arrays * 1000:>8.1f} ms")
    print(f"kappa alone, arrays          {one * 1000:>8.1f} ms")
    print(f"kappa alone, double loop     {loop * 1000:>8.1f} ms   ({loop / one:.0f} times as long, the same values)")
    for path in map(Path, sys.argv[1:]):
        from foedera.reference import read_reference

        start = time.perf_counter()
        table = read_reference("atop", path)
        print(f"{len(table.rows)} directed dyad-years read {(time.perf_counter() - start) * 1000:>8.1f} ms")


if __name__ == "__main__":
    main()
