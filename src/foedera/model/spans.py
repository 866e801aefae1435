"""A span: a place in a document and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a document: half-open `[start, end)` in Unicode code points, with the words themselves."""

    doc: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise EvidenceError(
                f"span {self.start}:{self.end} of {self.doc} does not fit its {len(self.text)} characters "
                f"{self.text[:40]!r}; a span is non-empty and its text is the document's text there"
            )

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character of the same document."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end
