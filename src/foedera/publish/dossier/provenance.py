"""The sources: where each text comes from, and the text itself with the cited words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.texts import Segment, segments
from foedera.publish.dossier.wording import BASIS_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model import Document, Span
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Note, Notes, Reference


@dataclass(frozen=True, slots=True)
class Source:
    """One document with its provenance, as it is shown; None is "not stated"."""

    anchor: str
    name: str
    document: Document
    places: Mapping[str, tuple[Reference, ...]]
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
    places = [_places(notes, document) for document in ordered]
    cited = notes.by_document()
    return tuple(
        _source(case, f"s{number}", document, place, cited.get(document.id, []))
        for number, (document, place) in enumerate(zip(ordered, places, strict=True), start=1)
    )


def _places(notes: Notes, document: Document) -> dict[str, tuple[Reference, ...]]:
    """The lines of the text that say where it comes from; only for what the page states of it."""
    stated = {"dateline": document.dateline, "byline": document.authors, "publication": document.publisher}
    found: dict[str, list[Span]] = {kind: [] for kind in stated}
    for block in document.blocks:
        if stated.get(block.kind) and block.start < block.end:
            found[block.kind].append(document.span(block.start, block.end))
    found["disclaimer"] = list(document.disclaimers)
    return {kind: notes.cite(spans) for kind, spans in found.items()}


def _source(
    case: Case, anchor: str, document: Document, places: Mapping[str, tuple[Reference, ...]], cited: list[Note]
) -> Source:
    cut = tuple(segments(document, cited))
    original = case.copies.get(document.id)
    return Source(
        anchor=anchor,
        name=source_name(document),
        document=document,
        places=places,
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
