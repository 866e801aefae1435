"""Contents: the words of a quotation, cut exactly, and whether they stand between marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.quotations.drafts import Draft
    from foedera.extract.quotations.marks import Marks, Quoted
    from foedera.model import Span
    from foedera.model.records import QuotationForm

_NAMING = ("predicate", "object-as", "to-object-as")  # what somebody is called is said, names too
_TERMS = {"concept", "term", "notion", "word", "phrase", "name", "title", "slogan", "idea", "label", "so-called"}


def read_content(layers: Layers, draft: Draft, marks: Marks) -> tuple[Span, ...]:
    """What is said, piece by piece: whole quoted stretches, without their marks where a piece holds nothing else."""
    pieces = sorted(_whole(layers.document.text, piece, marks, draft) for piece in draft.pieces)
    return tuple(layers.document.span(a, b) for a, b in pieces if a < b)


def _whole(text: str, piece: tuple[int, int], marks: Marks, draft: Draft) -> tuple[int, int]:
    start, end = piece
    place = draft.cue.head.idx if draft.cue is not None else -1
    quoted = [q for q in marks.across(start - 1, end + 1) if not q.start <= place < q.end]
    whole = any(q.depth == 0 and (start, end) == (q.first, q.last) for q in quoted)
    inner = next((q for q in quoted if q.depth and q.start <= start <= q.first and q.end <= end + 1), None)
    if inner is not None and draft.cue is not None and not whole:
        return inner.first, inner.last
    for q in quoted:
        if q.depth == 0 and q.start < end and start < q.end and (start, end) != (q.first, q.last):
            start, end = min(start, q.start), max(end, q.end)
            if (start, end) == (q.start, q.end):
                return q.first, q.last
    return _trim(text, start, end, any(q.first == start or q.last == end for q in quoted))


def _trim(text: str, start: int, end: int, quoted: bool) -> tuple[int, int]:
    """A piece without white space at its ends, nor the marks that part it from the report's own words."""
    marks = "" if quoted else ",:;-–—\u2015"
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks or (marks and text[end - 1] == ".")):
        end -= 1
    if text[start : start + 1] == "(" and ")" not in text[start:end]:
        start += 1
    if text[end - 1 : end] == ")" and "(" not in text[start:end]:
        end -= 1
    return start, end


def read_form(layers: Layers, draft: Draft, content: tuple[Span, ...], marks: Marks) -> QuotationForm:
    """Direct where all words stand between marks, mixed where some do; a name or term in marks does not count."""
    if draft.posted:
        return "direct"
    place = draft.cue.head.idx if draft.cue is not None else -1
    named = draft.cue is not None and draft.cue.frame in _NAMING
    inside, touched = [], False
    for piece in content:
        quoted = [q for q in marks.across(piece.start - 1, piece.end + 2) if not q.start <= place < q.end]
        inside.append(any(q.first <= piece.start and piece.end <= q.last for q in quoted))
        touched |= any(
            piece.start <= q.start + 1 and q.end <= piece.end + 2 and (named or not _term(layers, q)) for q in quoted
        )
    if all(inside):
        return "direct"
    return "mixed" if touched or any(inside) else "indirect"


def _term(layers: Layers, quoted: Quoted) -> bool:
    """Whether marks set off a name ("Asian NATO") or a term (the concept of "strategic partnership")."""
    words = layers.tokens.char_span(quoted.first, quoted.last, alignment_mode="expand")
    if words is None or len(words) > 8:
        return False
    kept = [t for t in words if not t.is_punct]
    if 1 < len(kept) <= 4 and all(t.text[:1].isupper() and t.pos_ in ("PROPN", "ADJ") for t in kept):
        return True
    before = layers.tokens[max(0, words.start - 3) : words.start]
    return any(t.lower_ in _TERMS for t in before)
