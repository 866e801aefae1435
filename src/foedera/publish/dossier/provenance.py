"""The sources: where each text comes from, and the text itself with the cited words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.texts import Segment, segments
from foedera.publish.dossier.wording import BASIS_WORDS

if TYPE_CHECKING:
    from foedera.model import Document
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Note, Notes


@dataclass(frozen=True, slots=True)
class Source:
    """One document with its provenance, as it is shown; None is "not stated"."""

    anchor: str
    name: str
    document: Document
    basis: str | None
    chain: tuple[str, ...]
    copy_of: str | None
    address: str | None
    segments: tuple[Segment, ...]
    split: tuple[Note, ...]
    cited: int


def sources_of(case: Case, notes: Notes) -> tuple[Source, ...]:
    """Every document of the case by its date of publication, the undated last."""
    ordered = sorted(case.documents, key=lambda document: case.order(document.id))
    cited = notes.by_document()
    return tuple(
        _source(case, number, document, cited.get(document.id, [])) for number, document in enumerate(ordered, start=1)
    )


def _source(case: Case, number: int, document: Document, cited: list[Note]) -> Source:
    cut = tuple(segments(document, cited))
    original = case.copies.get(document.id)
    return Source(
        anchor=f"s{number}",
        name=source_name(document),
        document=document,
        basis=BASIS_WORDS.get(document.published_basis) if document.published_basis else None,
        chain=_chain(document),
        copy_of=source_name(case.document(original)) if original and original != document.id else None,
        address=safe_address(document.url),
        segments=cut,
        split=_split(cut),
        cited=len(cited),
    )


def _chain(document: Document) -> tuple[str, ...]:
    """Who published it first and who passed it on, in that order."""
    links = (document.original_publisher, document.republished_by)
    chain = tuple(dict.fromkeys(link for link in links if link))
    return chain if document.republished_by or len(chain) > 1 else ()


def safe_address(url: str | None) -> str | None:
    """The address if it is a web address; others ("javascript:") are never made a link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _split(cut: tuple[Segment, ...]) -> tuple[Note, ...]:
    """The notes whose words take more than one segment: a rule of their own highlights them as a whole."""
    seen: dict[int, int] = {}
    by_number: dict[int, Note] = {}
    for segment in cut:
        for note in segment.notes:
            seen[note.number] = seen.get(note.number, 0) + 1
            by_number[note.number] = note
        for note in segment.starts[1:]:
            seen[note.number] = seen.get(note.number, 0) + 1
    return tuple(by_number[number] for number in sorted(seen) if seen[number] > 1)
