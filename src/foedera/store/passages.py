"""Text that stands in two reports, found by the hashes that they share.

The first to have a text is the report published first; of two of one day, the one that names no republisher, then the
one whose id comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.store.base import Connected

_OF_OWN, _OF_ORIGIN = 0.4, 0.6


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that a report shares with an earlier one: how much of its own text that is, and how much of the other's."""

    doc: str
    origin: str
    share: float
    origin_share: float

    @property
    def is_copy(self) -> bool:
        """Whether a good part of its own text stands in the other, or most of the other's in it."""
        return self.share >= _OF_OWN or self.origin_share >= _OF_ORIGIN


_LEAST_SHARED = 6
"""Runs of words that two reports must share at least: a common quotation makes no copy."""
_COMMONPLACE = 5
"""A run of words is everybody's, and no report's own text, where more reports than so many have it as an exception: so
many times as many have it as have the rest of their text. A footer, a statement that all print; of a wire the whole
is in many reports."""
_AT_ONCE = 1_000_000
"""Hashes that are looked at together: memory does not grow with the register."""

_ORDERED = """
CREATE OR REPLACE TEMP TABLE ordered AS
SELECT id, row_number() OVER (ORDER BY published_by NULLS LAST, republished_by IS NOT NULL, id) AS doc FROM visible
"""
_SIZE = """
CREATE OR REPLACE TEMP TABLE size AS
SELECT o.doc, count(*) AS n FROM fingerprint f JOIN ordered o ON o.id = f.doc GROUP BY o.doc
"""
_COMMON = "CREATE OR REPLACE TEMP TABLE common (hash UINTEGER, doc INTEGER, held INTEGER)"
_FILL_COMMON = """
INSERT INTO common
WITH part AS (SELECT f.hash, o.doc FROM fingerprint f JOIN ordered o ON o.id = f.doc WHERE (f.hash >> 8) % $1 = $2)
SELECT p.hash, p.doc, h.n FROM part p JOIN (SELECT hash, count(*) AS n FROM part GROUP BY hash HAVING n > 1) h
    ON h.hash = p.hash
"""
_PASSAGES = """
WITH usual AS (
    SELECT c.doc, CASE WHEN 2 * count(*) < any_value(s.n) THEN 1 ELSE median(c.held) END AS held
    FROM common c JOIN size s ON s.doc = c.doc GROUP BY c.doc
), commonplace AS (
    SELECT c.hash FROM common c JOIN usual u ON u.doc = c.doc WHERE c.held > $2 * u.held
    GROUP BY c.hash HAVING count(*) > $2
), own AS (
    SELECT hash, doc FROM common c ANTI JOIN commonplace USING (hash)
), everybodys AS (
    SELECT doc, count(*) AS n FROM common c SEMI JOIN commonplace USING (hash) GROUP BY doc
), origin AS (
    SELECT hash, min(doc) AS doc FROM own GROUP BY hash
), shared AS (
    SELECT o.doc, a.doc AS origin, count(*) AS n FROM own o JOIN origin a ON a.hash = o.hash AND a.doc < o.doc
    GROUP BY o.doc, a.doc HAVING count(*) >= $1
), most AS (
    SELECT doc, arg_min(origin, (-n, origin)) AS origin, max(n) AS n FROM shared GROUP BY doc
), left_over AS (
    SELECT s.doc, s.n - coalesce(e.n, 0) AS n FROM size s LEFT JOIN everybodys e ON e.doc = s.doc
)
SELECT d.id, o.id, most.n / x.n, most.n / y.n
FROM most JOIN left_over x ON x.doc = most.doc JOIN left_over y ON y.doc = most.origin
JOIN ordered d ON d.doc = most.doc JOIN ordered o ON o.doc = most.origin
ORDER BY ALL
"""


def find_passages(register: Connected) -> list[Passage]:
    """Text that stands in two reports, by the report that had it later; for each the one that had most of it."""
    for statement in (_ORDERED, _SIZE, _COMMON):
        register.rows(statement)
    parts = 1 + int(register.rows("SELECT count(*) FROM fingerprint")[0][0]) // _AT_ONCE
    for part in range(parts):
        register.rows(_FILL_COMMON, [parts, part])
    return [Passage(*row) for row in register.rows(_PASSAGES, [_LEAST_SHARED, _COMMONPLACE])]
