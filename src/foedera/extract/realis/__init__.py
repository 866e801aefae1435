"""Realis: whether the words around a step say that it is done, planned, possible, not done or only claimed.

The reader starts at the word for the step and walks up the tree; at each word it weighs helping verbs, negation and
modifiers, and on the way up what governs it ("vowed to", "ahead of", "if"). The words themselves are data
(`lexicon/en/realis.yaml`).
"""

from foedera.extract.realis.clauses import is_content as says
from foedera.extract.realis.clauses import is_seen, law_above, marked, past, present, will
from foedera.extract.realis.climb import mood
from foedera.extract.realis.moods import Mood, converted
from foedera.extract.realis.words import lends_time, notices, progressive_plans

__all__ = [
    "Mood",
    "converted",
    "is_seen",
    "law_above",
    "lends_time",
    "marked",
    "mood",
    "notices",
    "past",
    "present",
    "progressive_plans",
    "says",
    "will",
]
