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
COMMONPLACE = 5
"""A run of words is everybody's, and no report's own text, where more reports than so many have it as an exception: so
many times as many have it as have the rest of their text. A footer, a statement that all print; of a wire the whole
is in many reports."""
PASSAGES = """
WITH seen AS (
    SELECT f.hash, f.doc, v.published_by, v.republished_by, count(*) OVER (PARTITION BY f.hash) AS held
    FROM fingerprint f JOIN visible v ON v.id = f.doc
), usual AS (SELECT doc, median(held) AS held FROM seen GROUP BY doc),
commonplace AS (
    SELECT s.hash FROM seen s JOIN usual u ON u.doc = s.doc WHERE s.held > $2 * u.held
    GROUP BY s.hash HAVING count(*) > $2
), own AS (
    SELECT hash, doc, row_number() OVER (
        PARTITION BY hash ORDER BY published_by NULLS LAST, republished_by IS NOT NULL, doc
    ) = 1 AS first
    FROM seen WHERE hash NOT IN (SELECT hash FROM commonplace)
), origin AS (SELECT hash, doc FROM own WHERE first),
size AS (SELECT doc, count(*) AS n FROM own GROUP BY doc),
shared AS (
    SELECT o.doc, a.doc AS origin, count(*) AS n FROM own o JOIN origin a ON a.hash = o.hash AND a.doc <> o.doc
    GROUP BY ALL HAVING count(*) >= $1
)
SELECT shared.doc, shared.origin, shared.n / size.n, shared.n / whole.n
FROM shared JOIN size ON size.doc = shared.doc JOIN size whole ON whole.doc = shared.origin
QUALIFY row_number() OVER (PARTITION BY shared.doc ORDER BY shared.n DESC, shared.origin) = 1
ORDER BY ALL
"""
