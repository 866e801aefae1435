"""How institutionalised and how formal an alliance is (Leeds and Anac 2005).

Leeds, B. A. and Anac, S. 2005. "Alliance Institutionalization and Alliance Performance." International Interactions
31 (3): 183-202. The inputs are ATOP's variables (Leeds, Ritter, Mitchell and Long 2002).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from foedera.measures.codes import all_missing, code, known_true, need

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH = ("milcon", "intcom", "base")
MODERATE = ("milcon", "milaid", "subord", "contrib", "orgpurp1", "orgpurp2")
FORMAL = ("estmode", "pubsecr", "organ1", "organ2")


def leeds_anac(alliances: pd.DataFrame) -> pd.DataFrame:
    """Military institutionalisation and formality of each alliance, from its ATOP codes.

    High (`hinst`): an integrated command, a common defence policy, or any basing rights.
    Moderate (`minst`, where not high): official contact among militaries, a formal organisation with a military
    purpose (`milorg`), training or technology aid, subordination of forces, or specific contributions.

    - `milinst` 2 high, 1 moderate, 0 none. NA where neither can be told. Moderate holds even where the inputs of high
      are unknown.
    - `formal` 2 where the alliance is a public treaty (`pubtreat`) and has a formal organisation (`formorg`), 1 where
      exactly one, else 0; NA where `pubtreat` is. As in their recode, an unknown organisation gives 0, so read a 0
      beside a missing `formorg` as "not known to be formal".

    At the level of the alliance each is the highest ever reached; use phases for what was in effect in a year.

    Args:
        alliances: one row an alliance or phase, with ATOP's variables; missing codes are NA.

    Raises:
        ReferenceDataError: a variable is missing; the message names it.
    """
    need(alliances, {*HIGH, *MODERATE, *FORMAL}, "leeds_anac")
    c = {name: code(alliances, name) for name in {*HIGH, *MODERATE, *FORMAL}}

    high = known_true((c["milcon"] == 3) | (c["intcom"] == 1) | (c["base"] > 0))
    hinst = _level(high, missing=all_missing(alliances, HIGH))

    military = known_true(c["orgpurp1"].isin([1, 4]) | c["orgpurp2"].isin([1, 4]))
    milorg = _level(military, missing=all_missing(alliances, ["orgpurp1", "orgpurp2"]))

    moderate = known_true(
        (c["milcon"] == 2) | ((c["milaid"] > 2) & (c["milaid"] < 5)) | (c["subord"] > 0) | (c["contrib"] == 1)
    )
    minst = _level((moderate | military) & ~high, missing=all_missing(alliances, MODERATE))

    public = known_true(c["estmode"] == 1) & ~known_true(c["pubsecr"] == 2)
    pubtreat = _level(public, missing=all_missing(alliances, ["estmode", "pubsecr"]))
    organised = known_true(c["organ1"].isin([2, 3]) | c["organ2"].isin([2, 3]))
    formorg = _level(organised, missing=all_missing(alliances, ["organ1", "organ2"]))

    # Moderate stands on its own; "none" needs both to be known.
    milinst = (2 * hinst).where(high, minst.where(minst == 1, hinst + minst))
    formal = (pubtreat + formorg).fillna(0).mask(pubtreat.isna())
    return pd.DataFrame(
        {
            "hinst": hinst,
            "minst": minst,
            "milorg": milorg,
            "milinst": milinst,
            "pubtreat": pubtreat,
            "formorg": formorg,
            "formal": formal,
        },
        index=alliances.index,
    )


def _level(condition: pd.Series, *, missing: pd.Series) -> pd.Series:
    return condition.astype("Int64").mask(missing)


COLUMNS: Sequence[str] = ("hinst", "minst", "milorg", "milinst", "pubtreat", "formorg", "formal")
