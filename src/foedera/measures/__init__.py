"""The field's measures of alliances, portfolios, votes and blocs, each with its formula, source and rule for NA.

Every function takes plain data frames or arrays and gives them back; none knows the register. Missing input stays
missing: a measure never reads an absent code as 0.
"""

from foedera.measures.balance import Balance, Frustration, balance, frustration, walk_balance
from foedera.measures.communities import Blocs, find_blocs
from foedera.measures.institutions import leeds_anac
from foedera.measures.obligations import alley_indices, obligation_strength
from foedera.measures.portfolios import Portfolios, similarity
from foedera.measures.scores import AllianceScores, benson_clinton
from foedera.measures.votes import ideal_point_distance, vote_agreement, vote_similarity

__all__ = [
    "AllianceScores",
    "Balance",
    "Blocs",
    "Frustration",
    "Portfolios",
    "alley_indices",
    "balance",
    "benson_clinton",
    "find_blocs",
    "frustration",
    "ideal_point_distance",
    "leeds_anac",
    "obligation_strength",
    "similarity",
    "vote_agreement",
    "vote_similarity",
    "walk_balance",
]
