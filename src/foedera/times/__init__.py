"""Times: every date, interval, duration, set, clock time and vague reference in a text, resolved.

    find_times("They met on Tuesday.", "2024-06-20")[0].value      "2024-06-18"
    find_times("It has been in force since 1953.")[0].value        "1953/.."

Rules and words are data (`lexicon/en/times.yaml`, `times_rules.yaml`; docs/times.md explains both); no language
model is needed, and nothing ever depends on the day on which a text is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.model import Document, Time
from foedera.model.ids import text_hash
from foedera.times.context import Context, published_stretch
from foedera.times.grammar import grammar
from foedera.times.makers import interpret
from foedera.times.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.times.grammar import Match
    from foedera.times.meanings import Meaning

__all__ = ["find_times", "read_times"]


def read_times(document: Document) -> tuple[Time, ...]:
    """The times of a document, in the order of its words; none in a language whose rules are not in the lexicon."""
    if not lexicon.has(document.language, "times_rules"):
        return ()
    rules = grammar(document.language)
    pieces = rules.words.cut(document.text)
    context = Context(published_stretch(document.published), rules, pieces)
    found = Ranges(context).read(list(_meanings(context)))
    return tuple(_record(document, match, meaning) for match, meaning in found)


def find_times(text: str, published: str | None = None, *, language: str = "en") -> tuple[Time, ...]:
    """The times of a bare text; `published` (EDTF) is what "Tuesday" and "last month" are counted from."""
    document = Document("text", "text", "text", text, text_hash(text), published=published, language=language)
    return read_times(document)


def _meanings(context: Context) -> Iterator[tuple[Match, Meaning]]:
    rules, pieces = context.grammar, context.pieces
    match = rules.find(pieces, 0)
    while match:
        meaning = None if match.is_name else interpret(match, context)
        if meaning is None:
            # No time after all: a shorter one may begin inside.
            match = rules.find(pieces, match.end if match.rule.make == "skip" else match.start + 1)
            continue
        if meaning.stretch:
            context.tell(meaning.stretch, match.offset)
        yield match, meaning
        match = rules.find(pieces, match.end)


def _record(document: Document, match: Match, m: Meaning) -> Time:
    start, end = match.offset, match.pieces.end(match.end - 1)
    text = document.text[start:end]
    return Time(document.id, start, end, text, m.value, m.timex, m.kind, m.precision, m.basis, m.mod)
