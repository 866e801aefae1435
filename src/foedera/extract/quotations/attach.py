"""Puts what is said together: quoted stretches and clauses, each with the cue that says whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.direct import Beside, Draft, shallowest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_SAID_BEFORE = {",", "?", "!", "-", "–", "—", "…"}
_FULL = {".", "?", "!", "…"}


def put_together(doc: Doc, quoted: Sequence[Quoted], cues: Sequence[Cue]) -> list[Draft]:
    """Every quotation of a document, in the order of its words."""
    top = [q for q in quoted if q.depth == 0]
    beside = Beside(doc, top, cues)
    drafts: dict[int, Draft] = {}
    loose: list[Draft] = []
    last: Draft | None = None
    for number, stretch in enumerate(top):
        cue = _cue_after(beside, number) or _cue_before(beside, number)
        if cue is not None:
            draft = drafts.setdefault(cue.head.i, Draft([], cue, cue.speaker))
            draft.quoted.append(stretch)
            last = draft
            continue
        name = _name_after(beside, number) or _name_before(beside, number)
        if name is not None:
            last = Draft([], None, name, quoted=[stretch])
            loose.append(last)
        elif last is not None and _goes_on(beside, number, last):
            last.quoted.append(stretch)
        elif _stands_alone(beside, number):
            last = Draft([], follows=last, quoted=[stretch])
            loose.append(last)
    for cue in cues:
        if cue.head.i not in drafts and cue.ranges and not cue.negated:
            drafts[cue.head.i] = Draft([_chars(doc, a, b) for a, b in cue.ranges], cue, cue.speaker)
    return sorted((*drafts.values(), *loose), key=lambda d: min([q.first for q in d.quoted] + [a for a, _ in d.pieces]))


def _chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _last_mark(beside: Beside, stretch: Quoted) -> str:
    """The mark that ends a quoted stretch, inside or just behind the quotation mark."""
    text = beside.doc.text
    inside = text[stretch.last - 1]
    if inside in _SAID_BEFORE or inside in _FULL:
        return inside
    behind = text[stretch.end : stretch.end + 1]
    return behind if behind in _SAID_BEFORE else ""


def _cue_after(beside: Beside, number: int) -> Cue | None:
    """The cue of '"...," he said'."""
    stretch = beside.quoted[number]
    if _last_mark(beside, stretch) not in _SAID_BEFORE:
        return None
    start, end = beside.after(number)
    cues = [c for c in beside.within(start, end) if c.saying.takes("quote", "clause") and c.speaker is not None]
    return shallowest([c for c in cues if _mine(c, start, end)])


def _mine(cue: Cue, start: int, end: int) -> bool:
    return cue.speaker is not None and start <= cue.speaker.i < end


def _cue_before(beside: Beside, number: int) -> Cue | None:
    """The cue of 'he said: "..."', 'he said that "..."'."""
    start, end = beside.before(number)
    if start == end:
        return None
    doc = beside.doc
    cues = [c for c in beside.within(start, end) if c.saying.takes("quote", "clause", "object-as", "predicate")]
    if not cues:
        return None
    cue = cues[-1]
    last = end - 1
    while last > start and (doc[last].is_space or doc[last].text in ("that", "of", "as", "it", "him", "her", "them")):
        last -= 1
    if doc[last].text in (":", ",") or last == cue.head.i:
        if any(cue.head.i < a < last for a, _ in cue.ranges):
            return None
        return cue
    return None


def _name_after(beside: Beside, number: int) -> Token | None:
    """The speaker of a quotation without a verb: '"...," Jane Doe, head of the institute.'"""
    stretch = beside.quoted[number]
    start, end = beside.after(number)
    while start < end and (beside.doc[start].is_punct or beside.doc[start].is_space):
        start += 1
    if start == end or stretch.last - stretch.first < 20:
        return None
    head = beside.doc[start]
    if head.ent_type_ == "PERSON" and _last_mark(beside, stretch) in (",", "-", "–", "—"):
        while head.dep_ == "compound" and head.head.i < end:
            head = head.head
        return head
    return None


def _name_before(beside: Beside, number: int) -> Token | None:
    """The speaker of 'Jane Doe: "..."'."""
    start, end = beside.before(number)
    last = end - 1
    while last > start and beside.doc[last].is_space:
        last -= 1
    if last <= start or beside.doc[last].text != ":":
        return None
    words = [t for t in beside.doc[start:last] if not t.is_space]
    if words and len(words) < 12 and words[-1].pos_ in ("PROPN", "NOUN"):
        return words[-1]
    return None


def _goes_on(beside: Beside, number: int, last: Draft) -> bool:
    """Whether a stretch continues what was said just before it, in the same block of quotation."""
    stretch, before = beside.quoted[number], last.quoted[-1]
    if stretch.paragraph == before.paragraph + 1 and before.open:
        return True
    if stretch.paragraph != before.paragraph or number == 0 or beside.quoted[number - 1] is not before:
        return False
    text = beside.doc.text
    between = beside.doc[beside.token(before.end) : beside.token(stretch.start)]
    if (
        last.cue is not None
        and last.cue.head.i < beside.token(stretch.start)
        and last.cue.head.i >= beside.token(before.end)
    ):
        sentences = sum(1 for t in between if t.text in ".!?")
        return sentences <= 1
    return not text[before.end : stretch.start].strip()


def _stands_alone(beside: Beside, number: int) -> bool:
    """Whether a quoted stretch is a sentence by itself, and so the words of somebody named elsewhere."""
    stretch = beside.quoted[number]
    before, after = beside.before(number), beside.after(number)
    words = [t for t in beside.doc[before[0] : before[1]] if not t.is_space]
    rest = [t for t in beside.doc[after[0] : after[1]] if not t.is_space and not t.is_punct]
    inside = beside.doc.text[stretch.first : stretch.last]
    return not words and not rest and inside[-1:] in _FULL and inside.count(" ") >= 3
