"""The register: one DuckDB file. The only room that opens it."""

from foedera.store.entries import Actor, Entry
from foedera.store.view import Report, View
from foedera.store.writer import Filing, Writer, check

__all__ = ["Actor", "Entry", "Filing", "Report", "View", "Writer", "check"]
