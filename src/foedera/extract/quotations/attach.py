"""Puts what is said together: quoted stretches and clauses, each with the cue that says whose words they are."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.quotations.beside import Beside, shallowest
from foedera.extract.quotations.extents import without_tail, wordy
from foedera.extract.quotations.lines import read_lines
from foedera.extract.quotations.subjects import kind_of, nearest, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_SAID_BEFORE = {",", "?", "!", "-", "–", "—", "…"}
_FULL = {".", "?", "!", "…"}
_PLACES = ("on", "in", "at", "with", "from", "during")
_SMALL = ("ADP", "DET", "CCONJ")
_LINK = ("that", "of", "as", "it", "him", "her", "them", "how", "for", "a", "an", "the")


@dataclass(slots=True)
class Draft:
    """A quotation while it is put together: what is said as character ranges, by which cue, after which other one."""

    pieces: list[tuple[int, int]]
    cue: Cue | None = None
    speaker: Token | None = None
    follows: Draft | None = None
    quoted: list[Quoted] = field(default_factory=list)
    posted: bool = False

    @property
    def start(self) -> int:
        """Where its first words stand."""
        return min(a for a, _ in self.pieces)


class Assembly:
    """The quotations of one document while they are put together."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], cues: Sequence[Cue]) -> None:
        self.doc, self.text = layers.tokens, layers.document.text
        self.top = [q for q in quoted if not _title(layers, q)]
        self.starts = [q.start for q in self.top]
        self.cues = [cue for cue in cues if cue.speaks and (not cue.in_own_voice or self._quoted(cue.head.idx))]
        self.beside = Beside(layers, self.top, self.cues)
        self.drafts: dict[int, Draft] = {}
        self.loose: list[Draft] = []
        self.last: Draft | None = None

    def _quoted(self, offset: int) -> bool:
        """Whether a place stands in quotation marks; "we announced" outside them is the report in its own voice."""
        before = bisect.bisect_right(self.starts, offset) - 1
        return before >= 0 and offset < self.top[before].end

    def put_together(self) -> list[Draft]:
        """Every quotation, in the order of its words."""
        for number in range(len(self.top)):
            self._place(number)
        heads = frozenset(
            cue.head.i for cue in self.cues if (cue.ranges and not cue.needs_marks) or cue.head.i in self.drafts
        )
        for cue in self.cues:
            if (
                cue.head.i not in self.drafts
                and cue.ranges
                and cue.speaker is not None
                and not self._relays(cue, heads)
            ):
                self._clause(cue, heads)
        self._lines()
        return sorted((*self.drafts.values(), *self.loose), key=lambda draft: draft.start)

    def _lines(self) -> None:
        """Headlines and posts that quote by their form; what is read in them by a cue goes on standing."""
        drafts = sorted((*self.drafts.values(), *self.loose), key=lambda draft: draft.start)
        starts = [draft.start for draft in drafts]
        for start, end, head, posted in read_lines(self.doc, self.text):
            inside = drafts[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
            if any(d.pieces == [(start, end)] for d in inside):
                continue
            # Words in marks that stand in such a line have found their speaker.
            self.loose = [d for d in self.loose if not any(d is other for other in inside)]
            self.loose.append(Draft([(start, end)], None, head, posted=posted))

    def _relays(self, cue: Cue, heads: frozenset[int]) -> bool:
        """Whether a source only passes on what somebody else said ("Reuters reports that the minister said ...")."""
        if cue.saying.lemma not in ("according", "report"):
            return False
        roots = [self.doc[a:b].root for a, b in cue.ranges if a < b]
        return any(root.i in heads and root != cue.head for root in roots)

    def _clause(self, cue: Cue, heads: frozenset[int]) -> None:
        ranges = [(a, without_tail(self.doc, a, b, heads)) if a > cue.head.i else (a, b) for a, b in cue.ranges]
        ranges = [_same_paragraph(self.doc, cue.head.i, a, b) for a, b in ranges]
        pieces = [self._chars(a, b) for a, b in ranges if a < b]
        if pieces and not (cue.needs_marks and not self._holds_marks(pieces)):
            self.drafts[cue.head.i] = Draft(pieces, cue, cue.speaker)

    def _holds_marks(self, pieces: list[tuple[int, int]]) -> bool:
        """Whether some of the words stand in quotation marks, two of them at least."""
        low = bisect.bisect_left(self.starts, pieces[0][0])
        near = self.top[low : low + 4]
        return any(q.end <= pieces[-1][1] + 2 and " " in self.text[q.first : q.last] for q in near)

    def _chars(self, start: int, end: int) -> tuple[int, int]:
        return self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])

    def _place(self, number: int) -> None:
        """Gives a quoted stretch to the cue beside it, to a bare name, or to what was said before."""
        stretch = self.top[number]
        after, before = self._cue_after(number), self._cue_before(number)
        if before is not None and after is not None and (after.frame == "clause" or self._opened_by(number, before)):
            after = None  # '... claimed that "...," while the minister said the deal was dead'
        if cue := after:
            self._give(number, cue, self._fronted(number))
        elif cue := before:
            self._give(number, cue, self._complement(number, cue))
        elif name := self._name_after(number) or self._name_before(number):
            self.last = Draft([(stretch.first, stretch.last)], None, name, quoted=[stretch])
            self.loose.append(self.last)
        elif self.last is not None and self._goes_on(number, self.last):
            self.last.quoted.append(stretch)
            self.last.pieces.append((stretch.first, stretch.last))
        elif (cue := self._parted_before(number)) and self._stands_alone(number):
            self._clause(cue, frozenset())
            self.last = self.drafts[cue.head.i]
            self.last.quoted.append(stretch)
            self.last.pieces.append((stretch.first, stretch.last))
        elif (cue := self._summed_up(number)) and self._stands_alone(number):
            self._give(number, cue, (stretch.first, stretch.last))
        elif self._stands_alone(number):
            self.last = Draft([(stretch.first, stretch.last)], follows=self.last, quoted=[stretch])
            self.loose.append(self.last)

    def _give(self, number: int, cue: Cue, piece: tuple[int, int]) -> None:
        draft = self.drafts.get(cue.head.i)
        if draft is None:
            draft = self.drafts[cue.head.i] = Draft([], cue, self._speaker(number, cue))
        draft.quoted.append(self.top[number])
        if not any(a <= piece[0] and piece[1] <= b for a, b in draft.pieces):
            draft.pieces = [p for p in draft.pieces if not (piece[0] <= p[0] and p[1] <= piece[1])] + [piece]
        self.last = draft

    def _speaker(self, number: int, cue: Cue) -> Token | None:
        """The cue's subject; where the tree finds it among the quoted words, the noun next to the cue."""
        stretch, speaker = self.top[number], cue.speaker
        inside = stretch.start <= cue.head.idx < stretch.end
        if inside or (speaker is not None and not stretch.start <= speaker.idx < stretch.end):
            return speaker
        if speaker is None and cue.head.tag_ not in ("VBD", "VBZ", "VBP"):
            return None
        segment = self.beside.before(number) if cue.head.idx < stretch.start else self.beside.after(number)
        return nearest(cue.head, *segment)

    def _last_mark(self, stretch: Quoted) -> str:
        """The mark that ends a quoted stretch, inside or just behind the quotation mark."""
        last = stretch.last - 1
        while last > stretch.first and self.text[last] in "’'”\"":
            last -= 1
        inside = self.text[last]
        behind = self.text[stretch.end : stretch.end + 1]
        return inside if inside in _SAID_BEFORE or inside in _FULL else behind if behind in _SAID_BEFORE else ""

    def _cue_after(self, number: int) -> Cue | None:
        """The cue of '"...," he said'."""
        mark = self._last_mark(self.top[number])
        start, end = self.beside.after(number)
        if mark not in _SAID_BEFORE and not (mark == "." and self._short(start, end)):
            return None
        while start < end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        near = [cue for cue in self.beside.within(start, end) if self._opens(cue, number, start, end)]
        return shallowest(near)

    def _short(self, start: int, end: int) -> bool:
        """Whether only "she said" stands after a quotation that ends in a full stop."""
        words = [t for t in self.doc[start:end] if not t.is_punct and not t.is_space]
        cues = self.beside.within(start, end)
        return (
            2 <= len(words) <= 8
            and len(cues) == 1
            and cues[0].told is None
            and words[-1] in (cues[0].head, cues[0].speaker)
        )

    def _opens(self, cue: Cue, number: int, start: int, end: int) -> bool:
        """Whether a cue, with its speaker, opens the words after a quoted stretch."""
        speaker = self._speaker(number, cue)
        if speaker is None or cue.is_noun or not cue.may("quote", "parted", speaker=speaker):
            return False
        first = min(cue.head.i, phrase(speaker)[0] if start <= speaker.i < end else cue.head.i)
        return first - start <= 1 and start <= speaker.i < end

    def _opened_by(self, number: int, cue: Cue) -> bool:
        """Whether a cue that has said nothing yet stands right before a stretch ('... shouted, "Peace," he added')."""
        here = self.beside.token(self.top[number].start)
        return cue.head.i not in self.drafts and here - cue.head.i <= 2 and cue.speaker is not None

    def _fronted(self, number: int) -> tuple[int, int]:
        """What is said before a cue: the quoted words, with the words of their sentence before them."""
        stretch = self.top[number]
        start = self.beside.sentence_start(number)
        here = self.beside.token(stretch.start)
        if here > start and self.doc[here - 1].text == ":":
            return stretch.first, stretch.last
        while start < here and (self.doc[start].pos_ in ("CCONJ", "PUNCT", "SPACE") or self.doc[start].lower_ == "yet"):
            start += 1
        taken = any(cue.ranges and cue.speaker is not None for cue in self.beside.within(start, here))
        if start < here and not taken and wordy(self.doc, (start, here)):
            return self.doc[start].idx, stretch.end
        return stretch.first, stretch.last

    def _cue_before(self, number: int) -> Cue | None:
        """The cue of 'he said: "..."', 'he said that "..."'."""
        start, end = self.beside.before(number)
        cues = self.beside.within(start, end)
        if start == end or not cues:
            return None
        cue, last = cues[-1], end - 1
        while last > start and (self.doc[last].is_space or self.doc[last].lower_ in _LINK):
            last -= 1
        speaker = self._speaker(number, cue)
        if not cue.may("quote", "predicate", "object-as", "clause", "object", speaker=speaker):
            return None
        listener = cue.told is not None and cue.told.right_edge.i == last
        named = cue.saying.takes("predicate") and cue.head.i < last and self.doc[last].pos_ in ("NOUN", "PROPN")
        if self.doc[last].text in (":", ",") or last == cue.head.i or listener or named:
            return cue if speaker is not None or self.doc[last].text == ":" else None
        return None

    def _complement(self, number: int, cue: Cue) -> tuple[int, int]:
        """What is said after a cue: the quoted words, or the clause that they are a part of."""
        stretch = self.top[number]
        first, last = self.beside.token(stretch.start), self.beside.token(stretch.end)
        for start, end in cue.ranges:
            if start > cue.head.i and start <= first + 1 and end > first:
                before = wordy(self.doc, (start, first)) if start < first else False
                end = without_tail(self.doc, start, end, frozenset())
                after = end - last > 1 and self._last_mark(stretch) == "" and wordy(self.doc, (last, end))
                if before or after:
                    a = self.doc[start].idx if before else stretch.start
                    return a, max(stretch.end, self._chars(start, end)[1]) if after else stretch.end
        if cue.saying.takes("predicate") and not cue.ranges and first - cue.head.i > 2:
            return self.doc[cue.head.i + 1].idx, stretch.end
        return stretch.first, stretch.last

    def _name_after(self, number: int) -> Token | None:
        """The speaker of a quotation without a verb: '"...," Jane Doe, head of the institute.'"""
        stretch = self.top[number]
        start, end = self.beside.after(number)
        dash = start < end and self.doc[start].text in ("—", "–", "-", "--")
        while start < end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        if start == end or stretch.last - stretch.first < 20:
            return None
        if not dash and self._last_mark(stretch) not in (",", "-", "–", "—"):
            return None
        person = next((t for t in self.doc[start : min(end, start + 6)] if t.ent_type_ == "PERSON"), None)
        if person is None or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in self.doc[start : person.i]):
            return None
        while person.i + 1 < end and self.doc[person.i + 1].ent_type_ == "PERSON":
            person = self.doc[person.i + 1]
        return person

    def _name_before(self, number: int) -> Token | None:
        """The speaker of 'Jane Doe: "..."', of 'She turned to them again: "..."'."""
        start, end = self.beside.before(number)
        last = end - 1
        while last > start and self.doc[last].is_space:
            last -= 1
        if last <= start or self.doc[last].text != ":":
            return None
        name = self.doc[last - 1]
        if name.ent_type_ in ("PERSON", "ORG") or last - start > 12:
            return name if name.ent_type_ in ("PERSON", "ORG") else None
        words = self.doc[start:last]
        verb = next((t for t in words if t.pos_ == "VERB" and not start <= t.head.i < last), None) or words.root
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.pos_ == "VERB" else None
        named = subject or next((t for t in words if t.ent_type_ in ("PERSON", "ORG", "GPE")), None)
        return named if named is not None and kind_of(named) != "thing" else None

    def _goes_on(self, number: int, last: Draft) -> bool:
        """Whether a stretch continues what was said just before it, in the same block of quotation."""
        if not last.quoted or number == 0:
            return False
        stretch, before = self.top[number], last.quoted[-1]
        if self.top[number - 1] is not before or stretch.paragraph > before.paragraph + 1:
            return False
        between = self.doc[self.beside.token(before.end) : self.beside.token(stretch.start)]
        if any(
            cue is not last.cue and cue.ranges and not cue.needs_marks and cue.saying.lemma != "according"
            for cue in self.beside.within(between.start, between.end)
        ):
            return False
        if stretch.paragraph != before.paragraph and not before.open and not self._stands_alone(number):
            return False
        stop = next((t.i for t in between if t.text in _FULL or "\n" in t.text), None)
        rest = between if stop is None else self.doc[stop : between.end]
        said = last.cue is not None and between.start <= last.cue.head.i < (between.end if stop is None else stop)
        return (said and stop is None) or (
            not any(t.is_alpha and t.pos_ != "CCONJ" for t in rest) and (said or not any(t.is_alpha for t in between))
        )

    def _parted_before(self, number: int) -> Cue | None:
        """The cue that closes the sentence before a stretch ("Talks would go on, she said. "We will ..."")."""
        end = self.beside.token(self.top[number].start)
        near = [cue for cue in self.beside.within(max(0, end - 25), end) if cue.speaker is not None]
        if not near or near[-1].frame != "parted" or not near[-1].ranges or near[-1].head.i in self.drafts:
            return None
        rest = self.doc[near[-1].head.i : end]
        stops = sum(1 for t in rest if t.text in ".!?")
        return near[-1] if stops == 1 and not any("\n" in t.text for t in rest) else None

    def _summed_up(self, number: int) -> Cue | None:
        """The cue of "That is what she said" after a quotation that stands alone."""
        start = self.beside.token(self.top[number].end)
        opening = self.doc[start : start + 12]
        what = next((t for t in opening if t.lower_ in ("what", "how")), None)
        first = next((t for t in opening if t.is_alpha), None)
        if what is None or first is None or first.lower_ not in ("that", "this", "so", "those", "these"):
            return None
        near = self.beside.within(what.i, what.i + 8)
        return near[0] if near and near[0].speaker is not None else None

    def _stands_alone(self, number: int) -> bool:
        """Whether a quoted stretch is a sentence by itself, and so the words of somebody named elsewhere."""
        stretch = self.top[number]
        before, after = self.beside.before(number), self.beside.after(number)
        words = [t for t in self.doc[before[0] : before[1]] if not t.is_space and not t.is_punct]
        rest = [t for t in self.doc[after[0] : after[1]] if not t.is_space and not t.is_punct]
        inside = self.text[stretch.first : stretch.last]
        return not words and not rest and inside[-1:] in _FULL and inside.count(" ") >= 3


def _title(layers: Layers, quoted: Quoted) -> bool:
    """Whether marks set off the title of a show or a book in a sentence ("on CNN’s “New Day,” Doe said")."""
    doc, start = layers.tokens, bisect.bisect_left(layers.starts, quoted.start)
    if start == 0 or quoted.last - quoted.first > 60:
        return False
    if doc[start - 1].tag_ != "POS" and doc[start - 1].lower_ not in _PLACES:
        return False
    words = [t for t in doc[start + 1 : bisect.bisect_left(layers.starts, quoted.last)] if t.is_alpha]
    return bool(words) and all(t.text[0].isupper() or t.pos_ in _SMALL for t in words)


def _same_paragraph(doc: Doc, cue: int, start: int, end: int) -> tuple[int, int]:
    """The part of a range that stands in the cue's paragraph."""
    if end <= cue:
        for place in range(end - 1, start - 1, -1):
            if doc[place].is_space and "\n" in doc[place].text:
                return place + 1, end
    else:
        for place in range(start, end):
            if doc[place].is_space and "\n" in doc[place].text:
                return start, place
    return start, end
