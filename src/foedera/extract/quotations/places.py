"""Places: what a quoted stretch stands beside that says whose words it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.asides import wordy
from foedera.extract.quotations.beside import FULL, SAID_BEFORE, shallowest
from foedera.extract.quotations.clauses import finite
from foedera.extract.quotations.drafts import chars
from foedera.extract.quotations.neighbours import nearest
from foedera.extract.quotations.phrases import kind_of, phrase
from foedera.extract.quotations.tails import CONCESSION, without_tail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.beside import Beside
    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

_LINK = ("that", "of", "as", "it", "him", "her", "them", "how", "for", "a", "an", "the")


class Places:
    """The quoted stretches of a document, by their number, with the cue or the name that each belongs to."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], beside: Beside) -> None:
        self.doc, self.text = layers.tokens, layers.document.text
        self.top, self.beside = quoted, beside
        self.heads: frozenset[int] = frozenset()

    def _governor(self, cue: Cue) -> Token | None:
        """Who speaks in 'Doe stepped in to say: "..."', 'she read a passage, saying: "..."'."""
        verb = cue.head
        for _ in range(4):
            verb = verb.head
            subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
            if subject is not None:
                return subject if kind_of(subject) != "thing" else None
        return None

    def speaker(self, number: int, cue: Cue) -> Token | None:
        """The cue's subject; where the tree finds it among the quoted words, the noun next to the cue."""
        stretch, speaker = self.top[number], cue.speaker
        inside = stretch.start <= cue.head.idx < stretch.end
        if inside or (speaker is not None and not stretch.start <= speaker.idx < stretch.end):
            return speaker
        if speaker is None and cue.head.tag_ not in ("VBD", "VBZ", "VBP"):
            mark = self.doc[self.beside.token(stretch.start) - 1].text
            led = mark == ":" or (mark == "," and cue.head.tag_ == "VBG" and cue.told is not None)
            return self._governor(cue) if led and cue.head.tag_ in ("VB", "VBG") else None
        segment = self.beside.before(number) if cue.head.idx < stretch.start else self.beside.after(number)
        return nearest(cue.head, *segment)

    def cue_after(self, number: int) -> Cue | None:
        """The cue of '"...," he said'."""
        mark = self.beside.last_mark(self.top[number])
        start, end = self.beside.after(number)
        if mark not in SAID_BEFORE and not (mark == "." and self._short(start, end)):
            return None
        while start < end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        if start == end or self.doc[start].pos_ == "CCONJ" or self.doc[start].lower_ in CONCESSION:
            return None  # '... to act "friendly," but the minister said'
        near = [cue for cue in self.beside.within(start, end) if self._opens(cue, number, start, end)]
        cue = shallowest(near)
        if cue is None or self._opens_next(number, cue, start, end) or self._says_another(number, cue):
            return None
        return cue

    def _says_another(self, number: int, cue: Cue) -> bool:
        """Whether a clause behind the cue is what it says: 'To chants of "Peace," he said the talks would go on.'"""
        behind = cue.frame == "clause" and any(a > cue.head.i and not self.doc[a - 1].is_punct for a, _ in cue.ranges)
        return behind and self.doc[self.beside.sentence_start(number)].idx < self.top[number].start

    def _opens_next(self, number: int, cue: Cue, start: int, end: int) -> bool:
        """Whether the words between two stretches open the second: '... was asked, "Why?" He answered, "It was time."'

        They start a sentence of their own, or the first stretch is only a part of what precedes the report's clause
        ('Speaking of its "new era," the envoy said, "We are ready."').
        """
        if number + 1 == len(self.top) or end != self.beside.token(self.top[number + 1].start):
            return False
        stretch, following = self.top[number], self.top[number + 1]
        rest = [t for t in self.doc[cue.head.i + 1 : end] if not t.is_space]
        if (rest and rest[-1].text not in (",", ":")) or not self.text[following.first].isupper():
            return False
        if any(t.is_alpha and t != self.speaker(number, cue) for t in rest):
            return False
        anew = self.text[stretch.last - 1] in "?!." and self.doc[start].is_title and self.doc[start].pos_ != "PROPN"
        first, before = self.doc[self.beside.sentence_start(number)], self.doc[self.beside.token(stretch.start) - 1]
        return anew or (first.idx < stretch.start and first.tag_ in ("VBG", "VBN", "IN") and not before.is_punct)

    def _short(self, start: int, end: int) -> bool:
        """Whether only "she said" stands after a quotation that ends in a full stop."""
        words = [t for t in self.doc[start:end] if not t.is_punct and not t.is_space]
        cues = self.beside.within(start, end)
        return (
            2 <= len(words) <= 8
            and len(cues) == 1
            and cues[0].told is None
            and words[-1] in (cues[0].head, cues[0].speaker)
            and self.doc[end - 1].text != ":"  # what comes next is said by them
        )

    def _opens(self, cue: Cue, number: int, start: int, end: int) -> bool:
        """Whether a cue, with its speaker, opens the words after a quoted stretch."""
        speaker = self.speaker(number, cue)
        if speaker is None or cue.is_noun or not cue.may("quote", "parted", speaker=speaker):
            return False
        if cue.head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in cue.head.lefts):
            return False  # '"...," suggesting that' goes on behind words whose cue stands before them
        first = min(cue.head.i, phrase(speaker)[0] if start <= speaker.i < end else cue.head.i)
        return first - start <= 1 and start <= speaker.i < end

    def fronted(self, number: int) -> tuple[int, int]:
        """What is said before a cue: the quoted words, with the words of their sentence before them."""
        stretch = self.top[number]
        start = self.beside.sentence_start(number)
        here = self.beside.token(stretch.start)
        if here > start and self.doc[here - 1].text in (":", "("):
            return stretch.first, stretch.last
        while start < here and (self.doc[start].pos_ in ("CCONJ", "PUNCT", "SPACE") or self.doc[start].lower_ == "yet"):
            start += 1
        taken = any(cue.ranges and cue.speaker is not None for cue in self.beside.within(start, here))
        if start < here and not taken and wordy(self.doc, (start, here)):
            return self.doc[start].idx, stretch.end
        return stretch.first, stretch.last

    def cue_before(self, number: int) -> Cue | None:
        """The cue of 'he said: "..."', 'he said that "..."'."""
        start, end = self.beside.before(number)
        cues = self.beside.within(start, end)
        if start == end or not cues:
            return None
        last = end - 1
        while last > start and (self.doc[last].is_space or self.doc[last].lower_ in _LINK):
            last -= 1
        cue = cues[-1]
        if self.doc[last].text == ":" and _asked(cue):
            if len(cues) == 1:
                return None
            cue = cues[-2]  # 'told the paper when asked about the talks: "..."'
        return cue if self._introduces(number, cue, last) else None

    def _introduces(self, number: int, cue: Cue, last: int) -> bool:
        """Whether a cue leads up to a stretch; `last` is the last word before it but for articles and the like."""
        speaker = self.speaker(number, cue)
        if not cue.may("quote", "predicate", "object-as", "clause", "object", speaker=speaker):
            return False
        listener = cue.told is not None and cue.told.right_edge.i == last
        named = cue.saying.takes("predicate") and cue.head.i < last and self.doc[last].pos_ in ("NOUN", "PROPN")
        if self.doc[last].text in (":", ",") or last == cue.head.i or listener or named:
            return speaker is not None or self.doc[last].text == ":"
        return False

    def complement(self, number: int, cue: Cue) -> tuple[int, int]:
        """What is said after a cue: the quoted words, or the clause that they are a part of."""
        stretch = self.top[number]
        first, last = self.beside.token(stretch.start), self.beside.token(stretch.end)
        if self._whole_behind_comma(stretch, first, cue):
            return stretch.first, stretch.last
        for start, end in cue.ranges:
            if start > cue.head.i and start <= first + 1 and end > first:
                before = start < first and (_belongs(cue, self.doc[start]) or wordy(self.doc, (start, first)))
                end = without_tail(self.doc, start, end, self.heads)
                open_ended = self.beside.last_mark(stretch) == "" or self._subject(start, first, last, end)
                after = open_ended and wordy(self.doc, (last, end))
                if before or after:
                    a = self.doc[start].idx if before else stretch.start
                    return a, max(stretch.end, chars(self.doc, start, end)[1]) if after else stretch.end
        if cue.saying.takes("predicate") and not cue.ranges and first - cue.head.i > 2:
            return self.doc[cue.head.i + 1].idx, stretch.end
        return stretch.first, stretch.last

    def _subject(self, start: int, first: int, last: int, end: int) -> bool:
        """Whether a stretch stands before the verb of its clause ('said the "rise," in her words, was over')."""
        verb = self.doc[start:end].root
        return verb.i >= last and finite(verb) and any(first <= c.i < last for c in verb.subtree if c.dep_ == "nsubj")

    def _whole_behind_comma(self, stretch: Quoted, first: int, cue: Cue) -> bool:
        """Whether a comma parts a quoted sentence from its cue: 'said of the talks in May, "We are ready."'"""
        before = self.doc[first - 1].text if first else ""
        whole = self.text[stretch.first].isupper() and self.text[stretch.last - 1] in FULL
        return (
            whole and (before == "," or (before == ":" and cue.frame != "clause")) and stretch.last - stretch.first > 15
        )

    def said_before(self, number: int) -> Cue | None:
        """The cue of a sentence that tells only that something was said ('Doe said in a statement. "We ..."')."""
        end = self.beside.token(self.top[number].start)
        if end < 2 or self.doc[end - 1].text != "." or self.doc[end - 2].is_quote:
            return None
        start = self.beside.sentence_of(end - 1)
        if number and self.top[number - 1].end > self.doc[start].idx:
            return None
        near = [cue for cue in self.beside.within(start, end) if cue.frame == "parted" and not cue.ranges]
        cue = near[0] if len(near) == 1 and near[0].speaker is not None else None
        return cue if cue is not None and cue.head.tag_ == "VBD" and cue.saying.takes("rest") else None

    def parted_before(self, number: int) -> Cue | None:
        """The cue that closes the sentence before a stretch ("Talks would go on, she said. "We will ..."")."""
        end = self.beside.token(self.top[number].start)
        near = [cue for cue in self.beside.within(max(0, end - 25), end) if cue.speaker is not None]
        if not near or near[-1].frame != "parted" or not near[-1].ranges:
            return None
        rest = self.doc[near[-1].head.i : end]
        stops = sum(1 for t in rest if t.text in ".!?")
        return near[-1] if stops == 1 and not any("\n" in t.text for t in rest) else None

    def summed_up(self, number: int) -> Cue | None:
        """The cue of "That is what she said" after a quotation that stands alone."""
        start = self.beside.token(self.top[number].end)
        opening = self.doc[start : start + 12]
        what = next((t for t in opening if t.lower_ in ("what", "how")), None)
        first = next((t for t in opening if t.is_alpha), None)
        if what is None or first is None or first.lower_ not in ("that", "this", "so", "those", "these"):
            return None
        near = self.beside.within(what.i, what.i + 8)
        return near[0] if near and near[0].speaker is not None else None

    def stands_alone(self, number: int) -> bool:
        """Whether a quoted stretch is a sentence by itself, and so the words of somebody named elsewhere."""
        stretch = self.top[number]
        before, after = self.beside.before(number), self.beside.after(number)
        words = [t for t in self.doc[before[0] : before[1]] if not t.is_space and not t.is_punct]
        rest = [t for t in self.doc[after[0] : after[1]] if not t.is_space and not t.is_punct]
        inside = self.text[stretch.first : stretch.last]
        return not words and not rest and inside[-1:] in FULL and inside.count(" ") >= 3


def _belongs(cue: Cue, word: Token) -> bool:
    """Whether a small word before quoted words is said with them ('called it "dead"', 'warned of a "long war"')."""
    about = word.pos_ == "PRON" and word.head == cue.head and word.dep_ in ("dobj", "nsubj")
    return about or (word.dep_ in ("det", "poss") and word.lower_ != "that")


def _asked(cue: Cue) -> bool:
    """Whether a cue only tells what was asked ("when asked about the talks")."""
    return cue.head.tag_ == "VBN" and cue.speaker is None
