"""Which reports of a case are copies of another: they pass a report on and are no second witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model import Document

_LONG = 60  # characters: shorter paragraphs (bylines, headings) may be alike by chance
_SHARE = 0.5


def copies_among(documents: Iterable[Document]) -> dict[str, str]:
    """From each copy to its original: half or more of its longer paragraphs stand word for word in an earlier report.

    Of two alike, the one that names no republisher is the original, else the one published first.
    """
    ordered = sorted(documents, key=lambda d: (d.republished_by is not None, d.published or "9999", d.path))
    first: dict[str, str] = {}
    copies: dict[str, str] = {}
    for document in ordered:
        paragraphs = _paragraphs(document)
        shared: dict[str, int] = {}
        for paragraph in paragraphs:
            original = first.setdefault(paragraph, document.id)
            shared[original] = shared.get(original, 0) + len(paragraph)
        origin = max(shared, key=lambda doc: shared[doc], default=document.id)
        if origin != document.id and shared[origin] >= _SHARE * sum(map(len, paragraphs)):
            copies[document.id] = origin
    return copies


def _paragraphs(document: Document) -> list[str]:
    lines = (" ".join(line.split()) for line in document.text.splitlines())
    return [line for line in lines if len(line) >= _LONG]
