"""Web pages: the main text, and what the page's own metadata says about it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from foedera.errors import EmptyDocument, ReadError
from foedera.model import Block
from foedera.model.dates import is_edtf
from foedera.read.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.documents import BlockKind

_KINDS: dict[str, BlockKind] = {"head": "heading", "figcaption": "caption", "caption": "caption"}
_BREAKS = {"p", "head", "list", "item", "quote", "table", "row", "div", "figcaption", "caption", "lb", "code"}
_DATES = {"original_date": True, "extensive_search": False}  # the page's own date, and no guess from its text


def page(data: bytes, path: str, name: str) -> Raw:
    """The main text of a page, one paragraph a line, with its title, authors, date, site and address.

    Raises:
        EmptyDocument: no main text is found in it.
        ReadError: it is no page that can be parsed.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(
            data, with_metadata=True, include_comments=False, include_formatting=False, date_extraction_params=_DATES
        )
    except Exception as error:  # a hostile page can trip the parser in any way; it is the page that is at fault
        raise ReadError(f"{path}: not a page that can be parsed ({type(error).__name__}); save it again") from None
    if found is None or found.body is None:
        raise EmptyDocument(f"{path}: no main text in the page; save the report as plain text")
    text, marks = _text(found.body)
    if not text:
        raise EmptyDocument(f"{path}: no main text in the page; save the report as plain text")
    date = found.date if found.date and is_edtf(found.date) else None
    return Raw(
        text=text,
        name=found.url or name,
        path=path,
        media_type="text/html",
        title=_line(found.title),
        publisher=_line(found.sitename),
        authors=tuple(author.strip() for author in (found.author or "").split(";") if author.strip()),
        published=date,
        published_basis="metadata" if date else None,
        url=found.url,
        marks=marks,
    )


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _text(body: Any) -> tuple[str, tuple[Block, ...]]:
    """The page's paragraphs joined by blank lines, and what each is."""
    parts: list[str] = []
    marks: list[Block] = []
    at = 0
    for kind, words in _paragraphs(body, "body"):
        marks.append(Block(at, at + len(words), kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(marks)


def _paragraphs(element: Any, kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    """Every paragraph below an element: where a block or a line break stands, one ends and another begins."""
    held = [element.text]
    for child in element:
        if child.tag in _BREAKS:
            yield from _closed(held, kind)
            held = []
        if child.tag == "row":
            yield from _closed([" | ".join(" ".join(cell.itertext()) for cell in child)], kind)
        elif child.tag in _BREAKS:
            yield from _paragraphs(child, _KINDS.get(child.tag, kind))
        elif isinstance(child.tag, str):
            held.extend(child.itertext())
        held.append(child.tail)
    yield from _closed(held, kind)


def _closed(held: list[str | None], kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    words = " ".join("".join(part for part in held if part).replace("\x00", "").split())
    if words:
        yield kind, words
