"""The field's measures: small networks by hand, second implementations, and the published figures where they are."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from foedera.errors import ReferenceDataError
from foedera.measures import (
    Portfolios,
    alley_indices,
    balance,
    benson_clinton,
    find_blocs,
    frustration,
    ideal_point_distance,
    leeds_anac,
    obligation_strength,
    similarity,
    vote_agreement,
    vote_similarity,
    walk_balance,
)

if TYPE_CHECKING:
    from pathlib import Path

WEST, EAST = ("USA", "JPN", "KOR"), ("RUS", "CHN", "PRK")
TRIANGLES = {
    **{pair: 1 for side in (WEST, EAST) for pair in itertools.combinations(side, 2)},
    **dict.fromkeys(itertools.product(WEST, EAST), -1),
}
CODES = ("milcon", "intcom", "base", "milaid", "subord", "contrib", "orgpurp1", "orgpurp2", "estmode", "pubsecr")


def alliance(**codes: int | None) -> pd.DataFrame:
    row = dict.fromkeys((*CODES, "organ1", "organ2"), 0) | codes
    return pd.DataFrame([row])


def one(frame: pd.DataFrame, column: str) -> int | None:
    value = frame[column].iloc[0]
    return None if pd.isna(value) else int(value)


# Leeds and Anac


@pytest.mark.parametrize(
    ("codes", "milinst"),
    [
        ({}, 0),
        ({"milcon": 3}, 2),
        ({"base": 1}, 2),
        ({"milcon": 2}, 1),
        ({"milaid": 3}, 1),
        ({"milaid": 2}, 0),
        ({"orgpurp2": 4}, 1),
        ({"milcon": None, "intcom": None, "base": None, "milaid": 3}, 1),
        ({"milcon": None, "intcom": None, "base": None}, None),
    ],
)
def test_institutionalisation_and_what_missing_codes_do_to_it(
    codes: dict[str, int | None], milinst: int | None
) -> None:
    assert one(leeds_anac(alliance(**codes)), "milinst") == milinst


def test_formal_is_a_public_treaty_with_an_organisation() -> None:
    assert one(leeds_anac(alliance(estmode=1, organ1=3)), "formal") == 2
    assert one(leeds_anac(alliance(estmode=1, pubsecr=2, organ1=3)), "formal") == 1
    assert one(leeds_anac(alliance(estmode=None, pubsecr=None)), "formal") is None


def test_a_missing_variable_is_named() -> None:
    with pytest.raises(ReferenceDataError, match="milaid"):
        leeds_anac(alliance().drop(columns="milaid"))


@pytest.mark.shared
def test_the_published_recodes_of_745_alliances(shared: Path) -> None:
    alliances = pd.read_csv(shared / "reference/atop-alliance-level.csv")
    computed = leeds_anac(alliances)
    for column in computed:
        expected = alliances[column].astype("Int64")
        same = (computed[column] == expected).fillna(False) | (computed[column].isna() & expected.isna())
        assert same.sum() == len(alliances) == 745, column


# Obligations


@pytest.mark.parametrize(
    ("held", "strength"),
    [
        ({"defense": 1, "nonagg": 1}, 3),
        ({"consul": 1}, 2),
        ({"nonagg": 1}, 1),
        ({}, 0),
        ({"defense": None, "nonagg": 1}, None),
        ({"defense": 1, "consul": None}, 3),
        ({"nonagg": None}, None),
    ],
)
def test_obligation_strength_never_reads_unknown_as_none(held: dict[str, int | None], strength: int | None) -> None:
    row = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), 0) | held
    value = obligation_strength(pd.DataFrame([row])).iloc[0]
    assert (None if pd.isna(value) else int(value)) == strength


def test_additive_indices_count_what_is_there_and_refuse_holes() -> None:
    row = {"milcon": 3, "milaid": 1, "base": 1, "intcom": 1, "organ1": 2, "compag": 1}
    row |= {"conditio": 0, "defense": 1, "offense": 0, "ecaid": 2, "agprois": 5}
    indices = alley_indices(pd.DataFrame([row, row | {"milaid": None}]))
    assert indices.iloc[0].tolist() == [6, 5]
    assert indices.iloc[1].isna().all()


# Portfolios

ROWS = st.integers(2, 6).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 3), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(ROWS)
def test_kappa_is_the_weighted_kappa_of_a_second_implementation(rows: list[list[int]]) -> None:
    ties = np.array(rows)
    for distance, weights in (("absolute", "linear"), ("squared", "quadratic")):
        ours = similarity(ties, "kappa", levels=3, distance=distance)  # type: ignore[arg-type]
        for i, j in itertools.combinations(range(len(ties)), 2):
            theirs = cohen_kappa_score(ties[i], ties[j], labels=[0, 1, 2, 3], weights=weights)
            assert ours[i, j] == pytest.approx(theirs, nan_ok=True)


@given(ROWS, st.sampled_from(["absolute", "squared"]))
def test_s_and_pi_are_their_formulas_pair_by_pair(rows: list[list[int]], distance: str) -> None:
    ties = np.array(rows)
    power = 1 if distance == "absolute" else 2
    s = similarity(ties, "S", levels=3, distance=distance)  # type: ignore[arg-type]
    pi = similarity(ties, "pi", levels=3, distance=distance)  # type: ignore[arg-type]
    for i, j in itertools.product(range(len(ties)), repeat=2):
        gap = (np.abs(ties[i] - ties[j]) ** power).mean()
        pool = np.concatenate([ties[i], ties[j]])
        chance = (np.abs(pool[:, None] - pool[None, :]) ** power).mean()
        assert s[i, j] == pytest.approx(1 - 2 * gap / 3**power)
        assert pi[i, j] == pytest.approx(1 - gap / chance if chance else np.nan, nan_ok=True)


def test_a_year_outside_the_data_has_no_portfolio() -> None:
    dyads = pd.DataFrame({"ccode1": [2], "ccode2": [20], "year": [2000]})
    with pytest.raises(ReferenceDataError, match="cover 2000 to 2000"):
        Portfolios.of_year(dyads, 2024, [2, 20])


@pytest.mark.shared
def test_the_eight_pairs_of_2018(shared: Path) -> None:
    dyads = pd.read_csv(shared / "reference/atop5_1_directed_dyad_year.csv.gz")
    system = pd.read_csv(shared / "reference/cow_states_2016.csv.gz").query("endyear == 2016").ccode.astype(int)
    portfolios = Portfolios.of_year(dyads, 2018, system.tolist())
    assert len(portfolios.states) == 195
    scores = (portfolios.similarity("S", binary=False), portfolios.similarity("S"), portfolios.similarity())
    expected = {
        (2, 740): (0.248, 0.138, 0.236),
        (2, 732): (0.255, 0.149, 0.247),
        (740, 732): (0.979, 0.990, 0.982),
        (365, 710): (0.665, 0.344, 0.342),
        (365, 731): (0.631, 0.344, 0.341),
        (710, 731): (0.891, 0.774, 0.687),
        (2, 365): (0.371, 0.672, 0.672),
        (2, 731): (0.214, 0.138, 0.236),
    }
    assert {pair: tuple(round(frame.loc[pair], 3) for frame in scores) for pair in expected} == expected


# Votes


def ballots(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["state", "rcid", "vote"]).assign(session=1)


def test_agreement_counts_contested_roll_calls_on_which_both_voted() -> None:
    votes = ballots(("A", 1, 1), ("B", 1, 1), ("A", 2, 1), ("B", 2, 3), ("C", 2, 2), ("A", 3, 1), ("C", 3, 2))
    agreement = vote_agreement(votes, 1)
    assert agreement.loc["A", "B"] == 0.0  # the unanimous roll call 1 says nothing
    assert agreement.loc["A", "C"] == 0.5
    assert vote_agreement(ballots(("A", 1, 1), ("B", 2, 1), ("C", 1, 3), ("D", 2, 3)), 1).isna().loc["A", "B"]


def test_vote_kappa_is_that_of_a_second_implementation() -> None:
    a, b = [1, 1, 2, 3, 3, 1, 2], [1, 2, 2, 3, 1, 1, 3]
    votes = ballots(*[("A", i, v) for i, v in enumerate(a)], *[("B", i, v) for i, v in enumerate(b)], ("C", 0, 3))
    kept = [(x, y) for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y or i == 0]
    assert vote_similarity(votes, 1).loc["A", "B"] == pytest.approx(cohen_kappa_score(*zip(*kept, strict=True)))


@pytest.mark.shared
def test_ideal_points_of_session_74(shared: Path) -> None:
    points = pd.read_csv(shared / "reference/IdealpointestimatesAll_Apr2020.csv", encoding="latin-1")
    pairs = {
        (2, 740): 1.972,
        (2, 732): 1.824,
        (740, 732): 0.148,
        (365, 710): 0.476,
        (365, 731): 0.291,
        (710, 731): 0.184,
    }
    distances = {pair: ideal_point_distance(points, 74, *pair) for pair in pairs}
    assert {pair: round(d, 3) for pair, d in distances.items() if d is not None} == pairs
    assert ideal_point_distance(points, 79, 2, 740) is None


# Balance

SIGNED = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([1, -1]),
    max_size=20,
)


def test_two_triangles_that_face_each_other_are_balanced() -> None:
    found = balance(TRIANGLES)
    assert found.by_negative == (2, 0, 18, 0)
    assert found.index == 1
    assert walk_balance(TRIANGLES) == pytest.approx(1)
    split = frustration(TRIANGLES)
    assert split.count == 0
    assert set(split.camps) == {frozenset(WEST), frozenset(EAST)}
    assert split.normalised == 1


def test_a_pair_without_a_tie_has_no_triads() -> None:
    without = {pair: sign for pair, sign in TRIANGLES.items() if pair != ("JPN", "KOR")}
    assert balance(without).triads == balance(TRIANGLES).triads - 4


def test_no_triads_no_index() -> None:
    assert balance({("A", "B"): 1}).index is None
    assert walk_balance({}) is None


def test_three_foes_are_frustrated_once() -> None:
    assert frustration({("A", "B"): -1, ("B", "C"): -1, ("A", "C"): -1}).count == 1


@given(SIGNED)
def test_frustration_is_the_least_over_every_split(signs: dict[tuple[int, int], int]) -> None:
    nodes = sorted({node for pair in signs for node in pair})
    least = min(
        sum((side[a] == side[b]) != (sign > 0) for (a, b), sign in signs.items())
        for choice in itertools.product((0, 1), repeat=len(nodes))
        for side in [dict(zip(nodes, choice, strict=True))]
    )
    found = frustration(signs)
    assert found.count == least
    camp = {node: i for i, side in enumerate(found.camps) for node in side}
    assert sum((camp[a] == camp[b]) != (sign > 0) for (a, b), sign in signs.items()) == least


@given(SIGNED)
def test_triads_are_those_of_a_second_implementation(signs: dict[tuple[int, int], int]) -> None:
    graph: nx.Graph[int] = nx.Graph(list(signs))
    assert balance(signs).triads == sum(nx.triangles(graph).values()) // 3


def test_blocs_are_found_with_their_stability() -> None:
    blocs = find_blocs({pair: 1.0 for pair, sign in TRIANGLES.items() if sign > 0})
    assert set(blocs.members) == {frozenset(WEST), frozenset(EAST)}
    assert blocs.stability == 1


# Published scores


def test_scores_are_looked_up_and_never_made() -> None:
    scores = pd.DataFrame({"atopid": [3375], "scope.score": [0.5], "depth.score": [1.5], "potmilcapacity.score": [2.5]})
    found = benson_clinton(scores, 3375)
    assert found is not None
    assert (found.scope, found.depth, found.capacity) == (0.5, 1.5, 2.5)
    assert benson_clinton(scores, 4940) is None
