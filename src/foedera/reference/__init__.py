"""Scholars' reference data that the user brings: ATOP, COW alliances, UN votes. Nothing of them ships."""

from foedera.reference.files import ReferenceTable, read_reference, sources
from foedera.reference.pairs import pairs_of

__all__ = ["ReferenceTable", "pairs_of", "read_reference", "sources"]
