"""Puts what is said together: quoted stretches and clauses, each with the cue that says whose words they are."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from foedera.extract.quotations.beside import FULL, Beside
from foedera.extract.quotations.drafts import Draft, chars
from foedera.extract.quotations.held import held_by
from foedera.extract.quotations.lines import read_lines
from foedera.extract.quotations.names import Names
from foedera.extract.quotations.places import Places
from foedera.extract.quotations.sayings import ACCORDING
from foedera.extract.quotations.tails import without_tail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from foedera.annotate import Layers
    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_PLACES = ("on", "in", "at", "with", "from", "during")
_SENTENCE = 60  # tokens from a cue to the end of its sentence
_CLAUSE = 40  # tokens between a cue and quoted words in its clause
_TITLED = ("called", "titled", "entitled", "named")  # "a book called “The Long Winter”"
_SMALL = ("ADP", "DET", "CCONJ")


class Assembly:
    """The quotations of one document while they are put together."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], cues: Sequence[Cue]) -> None:
        self.doc, self.text = layers.tokens, layers.document.text
        self.top = [q for q in quoted if not _title(layers, q)]
        self.starts = [q.start for q in self.top]
        self.cues = [cue for cue in cues if cue.speaks and (not cue.in_own_voice or self._quoted(cue.head.idx))]
        self.beside = Beside(layers, self.top, self.cues)
        self.places = Places(layers, self.top, self.beside)
        self.names = Names(layers, self.top, self.beside)
        self.drafts: dict[int, Draft] = {}
        self.loose: list[Draft] = []
        self.last: Draft | None = None
        self.placed: Quoted | None = None
        self.heads: frozenset[int] = frozenset()

    def _quoted(self, offset: int) -> bool:
        """Whether a place stands in quotation marks; "we announced" outside them is the report in its own voice."""
        before = bisect.bisect_right(self.starts, offset) - 1
        return before >= 0 and offset < self.top[before].end

    def put_together(self) -> list[Draft]:
        """Every quotation, in the order of its words."""
        self.heads = frozenset(cue.head.i for cue in self.cues if cue.ranges and not cue.needs_marks)
        self.places.heads = self.heads
        for number in range(len(self.top)):
            self._place(number)
        self.heads |= set(self.drafts)
        for cue in self.cues:
            if cue.head.i not in self.drafts and self._says(cue):
                self._clause(cue)
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

    def _says(self, cue: Cue) -> bool:
        if not cue.ranges or cue.speaker is None or self._relays(cue) or self._within(cue):
            return False
        return not (cue.needs_marks and self._told_by_another(cue))

    def _told_by_another(self, cue: Cue) -> bool:
        """Whether a thought stands in what somebody says, whose quoted words are his ('she said he felt "ill"')."""
        near = self.beside.within(cue.head.sent.start, cue.head.i)
        return any(
            not other.needs_marks and other.speaker is not None and any(a <= cue.head.i < b for a, b in other.ranges)
            for other in near
        )

    def _within(self, cue: Cue) -> bool:
        """Whether "in his view" stands in what he says himself ("she said it would, in her view, cost jobs")."""
        if cue.saying is not ACCORDING or cue.speaker is None or cue.speaker.tag_ != "PRP$":
            return False
        near = self.beside.within(cue.head.sent.start, cue.head.i)
        return any(a <= cue.head.i < b for other in near if other.speaker is not None for a, b in other.ranges)

    def _relays(self, cue: Cue) -> bool:
        """Whether a source only passes on what somebody else said ("Reuters reports that the minister said ...")."""
        if cue.saying.lemma not in ("according", "report"):
            return False
        roots = {self.doc[a:b].root for a, b in cue.ranges if a < b} - {cue.head}
        return any(root.i in self.heads and self._says_a_clause(root) for root in roots)

    def _says_a_clause(self, verb: Token) -> bool:
        """Whether a cue says a clause; a noun or an act ("urged both to sign") may well be reported by somebody."""
        return any(cue.frame in ("clause", "quote", "parted") for cue in self.beside.within(verb.i, verb.i + 1))

    def _clause(self, cue: Cue) -> None:
        ranges = [(a, without_tail(self.doc, a, b, self.heads)) if a > cue.head.i else (a, b) for a, b in cue.ranges]
        ranges = [_same_paragraph(self.doc, cue.head.i, a, b) for a, b in ranges]
        pieces = [chars(self.doc, a, b) for a, b in ranges if a < b]
        if pieces and not (cue.needs_marks and not self._holds_marks(pieces)):
            self.drafts[cue.head.i] = Draft(pieces, cue, cue.speaker)

    def _holds_marks(self, pieces: list[tuple[int, int]]) -> bool:
        """Whether some of the words stand in quotation marks, two of them at least."""
        low = bisect.bisect_left(self.starts, pieces[0][0])
        near = self.top[low : low + 4]
        return any(q.end <= pieces[-1][1] + 2 and " " in self.text[q.first : q.last] for q in near)

    def _place(self, number: int) -> None:
        """Gives a quoted stretch to the cue beside it, to a bare name, or to what was said before."""
        stretch = self.top[number]
        after, before = self.places.cue_after(number), self.places.cue_before(number)
        if before is not None and after is not None and (after.frame == "clause" or self._opened_by(number, before)):
            after = None  # '... claimed that "...," while the minister said the deal was dead'
        if cue := after:
            self._give(number, cue, self.places.fronted(number))
        elif cue := before:
            self._give(number, cue, self.places.complement(number, cue))
        elif name := self.names.beside_stretch(number):
            self.last = Draft([(stretch.first, stretch.last)], None, name, quoted=[stretch])
            self.loose.append(self.last)
        elif self.last is not None and self._goes_on(number, self.last):
            self.last.quoted.append(stretch)
            if not any(a <= stretch.first and stretch.last <= b for a, b in self.last.pieces):
                self.last.pieces.append((stretch.first, stretch.last))
        elif (cue := self._parted_before(number)) and self.places.stands_alone(number):
            self._clause(cue)
            self.last = self.drafts[cue.head.i]
            self.last.quoted.append(stretch)
            self.last.pieces.append((stretch.first, stretch.last))
        elif (cue := self.places.said_before(number) or self.places.summed_up(number)) and self.places.stands_alone(
            number
        ):
            self._give(number, cue, (stretch.first, stretch.last))
        elif draft := self._holder(number):
            draft.quoted.append(stretch)
            self.last = draft
        elif draft := self._held(number):
            self.last = draft
        elif self.places.stands_alone(number) and self.last is not None and self._right_behind(number, self.last):
            self.last.quoted.append(stretch)
            self.last.pieces.append((stretch.first, stretch.last))
        elif self.places.stands_alone(number):
            self.last = Draft([(stretch.first, stretch.last)], follows=self.last, quoted=[stretch])
            self.loose.append(self.last)
        else:
            return
        self.placed = stretch

    def _holder(self, number: int) -> Draft | None:
        """The quotation whose clause a stretch is a part of; what stands alone behind it goes on with its speaker."""
        stretch = self.top[number]
        here = self.beside.token(stretch.start)
        for cue in reversed(self.beside.within(max(0, here - _CLAUSE), here)):
            if self._says(cue) and any(a <= here < b for a, b in cue.ranges):
                if cue.head.i not in self.drafts:
                    self._clause(cue)
                draft = self.drafts.get(cue.head.i)
                held = draft is not None and any(a <= stretch.first and stretch.last <= b + 2 for a, b in draft.pieces)
                return draft if held else None
        return None

    def _held(self, number: int) -> Draft | None:
        """What a verb of saying governs in the sentence of some quoted words, where none of its frames fits."""
        stretch = self.top[number]
        here = self.beside.token(stretch.first)
        words = self.text[stretch.first : stretch.last]
        if here >= len(self.doc) or " " not in words or words.istitle():
            return None
        for cue in reversed(self.beside.within(max(0, here - _CLAUSE), here)):
            if cue.ranges or cue.head.i in self.drafts:
                continue
            held = held_by(cue, self.doc[here]) or held_by(cue, self.doc[self.beside.token(stretch.start) - 1])
            if held is not None:
                start, end = held[0], without_tail(self.doc, *held, self.heads)
                a, b = chars(self.doc, start, end)
                if a <= stretch.first <= b + 2:
                    draft = Draft([(a, max(b, stretch.last))], cue, cue.speaker, quoted=[stretch])
                    self.drafts[cue.head.i] = draft
                    return draft
        return None

    def _parted_before(self, number: int) -> Cue | None:
        cue = self.places.parted_before(number)
        return cue if cue is not None and cue.head.i not in self.drafts else None

    def _give(self, number: int, cue: Cue, piece: tuple[int, int]) -> None:
        draft = self.drafts.get(cue.head.i)
        if draft is None:
            draft = self.drafts[cue.head.i] = Draft([], cue, self.places.speaker(number, cue))
        draft.quoted.append(self.top[number])
        if not any(a <= piece[0] and piece[1] <= b for a, b in draft.pieces):
            draft.pieces = [p for p in draft.pieces if not (piece[0] <= p[0] and p[1] <= piece[1])] + [piece]
        self.last = draft

    def _opened_by(self, number: int, cue: Cue) -> bool:
        """Whether a cue that has said nothing yet stands right before a stretch ('... shouted, "Peace," he added')."""
        here = self.beside.token(self.top[number].start)
        return cue.head.i not in self.drafts and here - cue.head.i <= 2 and cue.speaker is not None

    def _goes_on(self, number: int, last: Draft) -> bool:
        """Whether a stretch continues what was said just before it, in the same block of quotation."""
        if not last.quoted:
            return False
        stretch, before = self.top[number], last.quoted[-1]
        if self.placed is not before or stretch.paragraph > before.paragraph + 1:
            return False
        between = self.doc[self.beside.token(before.end) : self.beside.token(stretch.start)]
        if len(between) > 2 * _SENTENCE:
            return False
        if any(
            self._speaks_up(cue, last) for cue in self.beside.within(between.start, between.end) if cue is not last.cue
        ):
            return False
        if stretch.paragraph != before.paragraph and not before.open and not self.places.stands_alone(number):
            return False
        stop = next((t.i for t in between if t.text in FULL or "\n" in t.text), None)
        rest = between if stop is None else self.doc[stop : between.end]
        said = last.cue is not None and between.start <= last.cue.head.i < (between.end if stop is None else stop)
        joined = between.text == "and," or (between.text in ("and", "or") and self.text[before.last - 1].isalnum())
        return (said and stop is None and not _own_verb(between, last)) or (
            not any(t.is_alpha and t.pos_ != "CCONJ" for t in rest)
            and (said or joined or not any(t.is_alpha for t in between))
        )

    def _right_behind(self, number: int, last: Draft) -> bool:
        """Whether the sentence of a cue ends where a stretch starts ('"...," said Doe, who wrote "Ice." "..."')."""
        here = self.beside.token(self.top[number].start)
        if last.cue is None or not last.quoted or not here - _SENTENCE < last.cue.head.i < here:
            return False
        between = self.doc[last.cue.head.i : here]
        inside = [t for t in between[:-1] if t.text in FULL or "\n" in t.text]
        return not inside and (between[-1].text in FULL or between[-1].is_quote)

    def _speaks_up(self, cue: Cue, last: Draft) -> bool:
        """Whether a cue between two stretches ends what was said before; one under the same cue does not.

        '"We agreed," she said, noting that talks had taken years. "It was time."'
        """
        if not cue.ranges or cue.needs_marks or cue.saying.lemma == "according":
            return False
        if last.cue is None:
            return True
        head, above = cue.head, last.cue.head
        under = head.i > above.i and above.is_ancestor(head) and not (head.dep_ == "conj" and head.head == above)
        return not under or any(t.is_quote for t in self.doc[above.i : head.right_edge.i + 1])


def _own_verb(between: Tokens, last: Draft) -> bool:
    """Whether words quoted behind a cue belong to a verb of the report ('"Yes," said Doe, who felt "hurt"')."""
    if between[-1].is_punct or between[-1].pos_ == "CCONJ":
        return False
    return any(t.tag_ in ("WP", "WDT", "VBD", "VBZ", "VBP") and t != last.cue.head for t in between if last.cue)


def _title(layers: Layers, quoted: Quoted) -> bool:
    """Whether marks set off the title of a show or a book in a sentence ("on CNN’s “New Day,” Doe said")."""
    doc, start = layers.tokens, bisect.bisect_left(layers.starts, quoted.start)
    if start == 0 or quoted.last - quoted.first > 60:
        return False
    before = doc[start - 1]
    named = before.lower_ in _TITLED and before.tag_ == "VBN" and before.dep_ == "acl"
    if before.tag_ != "POS" and before.lower_ not in _PLACES and not named:
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
