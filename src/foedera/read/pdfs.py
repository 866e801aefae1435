"""PDF files: the text of their pages, its wrapped lines joined to paragraphs."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, BinaryIO

from foedera.errors import EmptyDocument, ReadError, TooLarge
from foedera.read.layout import closed, paragraphs
from foedera.read.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdf

_LETTERS = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st", 0: ""}
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")


def pdf(stream: BinaryIO, path: str, name: str, max_characters: int) -> Raw:
    """The text of a PDF. Its date of creation is not taken: it is when the file was made, not the report.

    Raises:
        ReadError: the file is broken or encrypted.
        EmptyDocument: its pages hold no text.
        TooLarge: they hold more than `max_characters`.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PdfReadError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # one line of ours instead of its warnings
    try:
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        text = "\n\n".join(_joined(_pages(reader, path, max_characters)))
    except ReadError:
        raise
    except FileNotDecryptedError:
        raise ReadError(f"{path}: an encrypted PDF; save a copy without a password") from None
    except (PdfReadError, PyPdfError) as error:
        raise _broken(path, str(error)) from None
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
        MemoryError,
    ) as error:
        # A damaged file leads a lenient parser anywhere; whatever it trips over, it is the file that is broken.
        raise _broken(path, f"{type(error).__name__}: {error}") from None
    if not text.strip():
        raise EmptyDocument(f"{path}: a PDF without text (a scan?); put it through character recognition first")
    return Raw(text, name, path, media_type="application/pdf", title=_title(reader, text))


def _broken(path: str, said: str) -> ReadError:
    return ReadError(f"{path}: a broken PDF ({' '.join(said.split())[:120]}); download or save it again")


def _pages(reader: pypdf.PdfReader, path: str, max_characters: int) -> Iterator[list[str]]:
    size = 0
    for page in reader.pages:
        text = page.extract_text().translate(_LETTERS).encode("utf-8", "replace").decode("utf-8")
        size += len(text)
        if size > max_characters:
            raise TooLarge(f"{path}: more than {max_characters:,} characters; split it into one file a report")
        yield _unwrapped(text)


def _unwrapped(page: str) -> list[str]:
    """The paragraphs of a page, each on one line; a word that a line's end divides is made whole."""
    whole = _HYPHEN.sub("", page)
    return [re.sub(r"\s*\n\s*", " ", p.text) for p in paragraphs(whole)]


def _joined(pages: Iterator[list[str]]) -> list[str]:
    """The paragraphs of all pages; one that runs over the end of a page is made whole."""
    whole: list[str] = []
    for page in pages:
        if whole and page and not closed(whole[-1]) and page[0][0].islower():
            whole[-1] += " " + page.pop(0)
        whole += page
    return whole


def _title(reader: pypdf.PdfReader, text: str) -> str | None:
    """The title that the file states, where the text has it too: many are the names of drafts."""
    stated = (reader.metadata.title if reader.metadata else None) or ""
    return stated.strip() if stated.strip() and stated.strip().casefold() in text[:4000].casefold() else None
