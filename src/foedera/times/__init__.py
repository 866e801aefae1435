"""Times: every date, interval, duration, set, clock time and vague reference in a text, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model import Document, Time
from foedera.model.ids import text_hash
from foedera.times.context import Context, published_stretch
from foedera.times.grammar import grammar
from foedera.times.makers import interpret

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_times", "read_times"]


def read_times(document: Document) -> tuple[Time, ...]:
    """The times of a document, in the order of its words."""
    return tuple(_read(document))


def find_times(text: str, published: str | None = None, *, language: str = "en") -> tuple[Time, ...]:
    """The times of a bare text; `published` (EDTF) is what "Tuesday" and "last month" are counted from."""
    document = Document("text", "text", "text", text, text_hash(text), published=published, language=language)
    return read_times(document)


def _read(document: Document) -> Iterator[Time]:
    rules = grammar("en")
    pieces = rules.words.cut(document.text)
    context = Context(published_stretch(document.published), rules, pieces)
    for match in rules.read(pieces):
        meaning = interpret(match, context)
        if meaning is None:
            continue
        start, end = pieces.starts[match.start], pieces.end(match.end - 1)
        if meaning.stretch:
            context.tell(meaning.stretch, start)
        text = document.text[start:end]
        yield Time(
            document.id, start, end, text, meaning.value, meaning.timex, meaning.kind, meaning.precision, meaning.basis
        )
