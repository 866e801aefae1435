"""How alike pairs of states are in their alliances and votes, by the reference data that the register holds.

Each figure carries the year or session it is of: the last one that the data cover up to the day asked about. What the
register has no data for is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from foedera.lexicon.states import state_codes, states
from foedera.measures import Portfolios, ideal_point_distance
from foedera.model.dates import bounds
from foedera.store.reference import reference_rows, reference_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.store import View

FIRST_SESSION = 1945  # the year before session 1 of the General Assembly


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two states: kappa and S of their alliance portfolios in `year`, and their ideal points' distance in `session`.

    kappa and `s_binary` are on binary ties, `s_valued` on ties from 0 to 3. Close allies can score low: the measures
    compare whole portfolios (see `foedera.measures.portfolios`).
    """

    a: str
    b: str
    year: int | None = None
    kappa: float | None = None
    s_binary: float | None = None
    s_valued: float | None = None
    session: int | None = None
    distance: float | None = None


def alignments(view: View, pairs: Sequence[tuple[str, str]], on: str) -> tuple[Alignment, ...]:
    """The alignment of each pair on a day (EDTF); states are ISO 3166-1 alpha-3."""
    day = bounds(on)[1]
    keys = {source.key for source in reference_sources(view)}
    portfolios = _portfolios(view, day.year) if day and "atop_dyad_year" in keys else None
    points = reference_rows(view, "unga_ideal_points") if day and "unga_ideal_points" in keys else None
    scores: dict[str, pd.DataFrame] = {}
    if portfolios:
        scores["kappa"] = portfolios.similarity()
        scores["s_binary"] = portfolios.similarity("S")
        scores["s_valued"] = portfolios.similarity("S", binary=False)
    return tuple(_alignment(a, b, scores, portfolios, points, day.year if day else 0) for a, b in pairs)


def _portfolios(view: View, year: int) -> Portfolios | None:
    """The portfolios of the last year that the data cover up to that year; of all states in the system then."""
    dyads = reference_rows(view, "atop_dyad_year")
    last = min(int(dyads["year"].max()), year)
    if last < int(dyads["year"].min()):
        return None
    return Portfolios.of_year(dyads, last, system(last))


def system(year: int) -> list[int]:
    """The Correlates of War numbers of the states in the system in a year."""
    numbers = {
        number for state in states().values() for number, first, last in state.cow if first <= year <= (last or year)
    }
    return sorted(numbers)


def _alignment(
    a: str,
    b: str,
    scores: dict[str, pd.DataFrame],
    portfolios: Portfolios | None,
    points: pd.DataFrame | None,
    year: int,
) -> Alignment:
    cow_a, cow_b = (state_codes(state, str(portfolios.year if portfolios else year)).cow for state in (a, b))
    if cow_a is None or cow_b is None:
        return Alignment(a, b)
    found = {name: float(frame[cow_a][cow_b]) for name, frame in scores.items()}
    session, distance = _distance(points, cow_a, cow_b, year) if points is not None else (None, None)
    return Alignment(
        a,
        b,
        year=portfolios.year if portfolios else None,
        **{name: None if pd.isna(value) else value for name, value in found.items()},
        session=session,
        distance=distance,
    )


def _distance(points: pd.DataFrame, a: int, b: int, year: int) -> tuple[int | None, float | None]:
    sessions = points.loc[points["session"] + FIRST_SESSION <= year, "session"]
    if sessions.empty:
        return None, None
    session = int(sessions.max())
    return session, ideal_point_distance(points.rename(columns={"idealpoint": "IdealPoint"}), session, a, b)
