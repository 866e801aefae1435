"""From a raw text to a document: its blocks, its provenance and its date, each read from its own lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.errors import EmptyDocument, NotText, TooLarge
from foedera.model import Block, Dateline, Document, Span
from foedera.model.dates import bounds
from foedera.model.ids import text_hash
from foedera.read import headlines
from foedera.read.datelines import Filed, filed
from foedera.read.kinds import Piece, label
from foedera.read.languages import language
from foedera.read.layout import Paragraph, paragraphs
from foedera.read.published import when
from foedera.read.raw import MAX_CHARACTERS, UNWRITABLE, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DATELINE_WITHIN = 4  # paragraphs from the first of the text: a summary or a caption may stand before it


def document(text: str, *, name: str = "text", published: str | None = None) -> Document:
    """A document of a bare text, as `foedera.extract` reads it; `published` (EDTF) where the text states no date.

    Raises:
        EmptyDocument: there is no text.
        NotText: it holds what no text can hold.
        TooLarge: it is longer than the language pipeline takes.
        UnknownLanguage: it is not in English.
        DateError: `published` is not EDTF.
    """
    if published is not None:
        bounds(published)
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(f"{name}: {len(text):,} characters; a report may have {MAX_CHARACTERS:,}: split it")
    return assemble(Raw(text, name, name), published)


def assemble(raw: Raw, published: str | None = None) -> Document:
    """The document of a raw text; `published` (EDTF) is the date of a text that states none.

    Raises:
        EmptyDocument: there is no text.
        NotText: it holds what no text can hold.
        UnknownLanguage: it is not in English.
    """
    unwritable = UNWRITABLE.search(raw.text)
    if unwritable:
        raise NotText(
            f"{raw.path}: {unwritable.group()!r} at {unwritable.start()}, which no text can hold; take it out"
        )
    found = _marked(raw) or paragraphs(raw.text)
    if not found:
        raise EmptyDocument(f"{raw.path}: no text in it; give a file that holds a report")
    spoken = language(raw.text, raw.language, raw.path)
    pieces, opening = _dateline(_from_marks(raw, found) or label(found, raw.title))
    date, basis, dateline_date = when(raw, pieces, opening, published)
    identity = Document.identify(raw.name, raw.text, date)
    return Document(
        id=identity,
        path=raw.path,
        name=raw.name,
        text=raw.text,
        sha256=text_hash(raw.text),
        title=raw.title or _title(pieces),
        agency=opening.agency if opening else None,
        authors=raw.authors or _authors(pieces),
        dateline=Dateline(opening.place, dateline_date) if opening else None,
        published=date,
        published_basis=basis,
        language=spoken,
        url=raw.url,
        media_type=raw.media_type,
        encoding=raw.encoding,
        blocks=tuple(Block(piece.start, piece.end, piece.kind) for piece in pieces),
        disclaimers=tuple(Span(identity, p.start, p.end, p.text) for p in pieces if p.kind == "disclaimer"),
        **_publishers(raw, pieces, opening),
    )


def _dateline(pieces: list[Piece]) -> tuple[list[Piece], Filed | None]:
    """The dateline as a piece of its own, before the text that it opens."""
    looked = 0
    for n, piece in enumerate(pieces):
        if piece.kind not in ("body", "heading", "related", "title") or piece.said:
            continue
        opening = filed(piece.text)
        if opening and (piece.kind == "body" or opening.end == len(piece.text)):
            return [*pieces[:n], *_opened(piece, opening), *pieces[n + 1 :]], opening
        looked += 1
        if looked == _DATELINE_WITHIN:
            break
    return pieces, None


def _opened(piece: Piece, opening: Filed) -> Iterator[Piece]:
    head, rest = piece.text[: opening.end], piece.text[opening.end :]
    yield Piece(piece.start, piece.start + opening.end, head, "dateline")
    words = rest.lstrip()
    if words:
        yield replace(piece, start=piece.end - len(words), text=words, kind="body")


def _title(pieces: Sequence[Piece]) -> str | None:
    return next((headlines.bare(piece.text) for piece in pieces if piece.kind == "title"), None)


def _authors(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return next((piece.said.authors for piece in pieces if piece.said and piece.said.authors), ())


def _publishers(raw: Raw, pieces: Sequence[Piece], opening: Filed | None) -> dict[str, str | None]:
    """Who put the text out, who did so first, and who again.

    Where neither the format nor a line names a publisher, it is the holder of the copyright; where no line names one,
    the agency whose mark opens the text. Who published it first is no answer to who put out this copy of it.
    """
    stated = {p.said.says: p.said.name for p in reversed(pieces) if p.said and p.said.says and p.said.name}
    again, publisher = stated.get("republished_by"), stated.get("publisher")
    original = stated.get("original_publisher") or publisher
    if original and not again and raw.publisher and not headlines.alike(raw.publisher, original):
        again = raw.publisher
    first = original if again or "original_publisher" in stated else None
    own = stated.get("copyright") or (opening.agency if opening and not first else None)
    return {"publisher": raw.publisher or publisher or own, "original_publisher": first, "republished_by": again}


def _marked(raw: Raw) -> list[Paragraph]:
    return [Paragraph(m.start, m.end, raw.text[m.start : m.end], apart=True) for m in raw.marks]


def _from_marks(raw: Raw, found: Sequence[Paragraph]) -> list[Piece]:
    """The pieces of a text whose format marks what is what: what it calls body is looked at, the rest stands."""
    if not raw.marks:
        return []
    looked = label(found, raw.title)
    kinds = {mark.start: mark.kind for mark in raw.marks}
    return [
        p if p.kind == "title" or kinds.get(p.start, "body") == "body" else replace(p, kind=kinds[p.start])
        for p in looked
    ]
