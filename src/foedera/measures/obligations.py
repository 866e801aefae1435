"""What an alliance obliges its members to: strength of obligation, and additive indices of depth and scope."""

from __future__ import annotations

import pandas as pd

from foedera.measures.codes import code, known_true, need

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
DEPTH = ("milcon", "milaid", "base", "intcom", "organ1", "compag")
SCOPE = ("conditio", "defense", "offense", "milaid", "ecaid", "organ1", "agprois")


def obligation_strength(alliances: pd.DataFrame, *, prefix: str = "") -> pd.Series:
    """The strongest obligation: 3 defence or offence, 2 neutrality or consultation, 1 nonaggression, 0 none.

    The order is that of the foreign-policy-similarity literature on ATOP (3 > 2 > 1). NA where no obligation is known
    to hold at a level and one at it or above it is unknown: an unknown defence clause is not "consultation only".

    Args:
        alliances: ATOP's obligation columns (`defense`, `offense`, `neutral`, `nonagg`, `consul`).
        prefix: what stands before their names (`atop_` in dyad-year files).
    """
    need(alliances, [prefix + name for name in OBLIGATIONS], "obligation_strength")
    c = {name: code(alliances, prefix + name) == 1 for name in OBLIGATIONS}
    strength = pd.Series(pd.NA, index=alliances.index, dtype="Int64")
    open_ = pd.Series(True, index=alliances.index)
    for level, held in ((3, c["defense"] | c["offense"]), (2, c["neutral"] | c["consul"]), (1, c["nonagg"])):
        strength = strength.mask(open_ & known_true(held), level)
        open_ &= known_true(~held)
    return strength.mask(open_, 0)


def alley_indices(alliances: pd.DataFrame) -> pd.DataFrame:
    """Additive indices of military depth (0 to 6) and scope (0 to 5), after Alley's replication of treaty depth.

    - `depth` = [milcon > 0] + [milaid > 0] + [base > 0] + intcom + [organ1 > 0] + [compag = 1]
    - `scope` = unconditional military support + [milaid > 0] + [ecaid > 0] + [organ1 > 0] + [agprois = 5], where
      support is unconditional if conditio = 0 and the treaty has a defence or offence obligation.

    Alley, J. 2021. "Reassessing the Public Goods Theory of Alliances" and the replication files of "treaty depth".
    NA where any term is unknown: a sum with a hole in it is no sum.
    """
    need(alliances, {*DEPTH, *SCOPE}, "alley_indices")
    c = {name: code(alliances, name) for name in {*DEPTH, *SCOPE}}
    more = {name: (c[name] > 0).astype("Int64") for name in ("milcon", "milaid", "base", "organ1", "ecaid")}
    depth = (
        more["milcon"]
        + more["milaid"]
        + more["base"]
        + c["intcom"]
        + more["organ1"]
        + (c["compag"] == 1).astype("Int64")
    )
    unconditional = (c["conditio"] == 0) & ((c["defense"] == 1) | (c["offense"] == 1))
    scope = (
        unconditional.astype("Int64")
        + more["milaid"]
        + more["ecaid"]
        + more["organ1"]
        + (c["agprois"] == 5).astype("Int64")
    )
    return pd.DataFrame({"depth": depth, "scope": scope}, index=alliances.index)
