"""Text that stands in two reports, found by the hashes that they share.

The first to have a text is the report published first; of two of one day, the one that names no republisher, then the
one whose id comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

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


LEAST_SHARED = 6
"""Runs of words that two reports must share at least: a common quotation makes no copy."""
PASSAGES = """
WITH own AS (
    SELECT f.hash, f.doc, row_number() OVER (
        PARTITION BY f.hash ORDER BY v.published_by NULLS LAST, v.republished_by IS NOT NULL, v.id
    ) = 1 AS first
    FROM fingerprint f JOIN visible v ON v.id = f.doc
), origin AS (SELECT hash, doc FROM own WHERE first),
size AS (SELECT doc, count(*) AS n FROM own GROUP BY doc),
shared AS (
    SELECT o.doc, a.doc AS origin, count(*) AS n FROM own o JOIN origin a ON a.hash = o.hash AND a.doc <> o.doc
    GROUP BY ALL HAVING count(*) >= ?
)
SELECT shared.doc, shared.origin, shared.n / size.n, shared.n / whole.n
FROM shared JOIN size ON size.doc = shared.doc JOIN size whole ON whole.doc = shared.origin
QUALIFY row_number() OVER (PARTITION BY shared.doc ORDER BY shared.n DESC, shared.origin) = 1
ORDER BY ALL
"""
