"""Places: what a quoted stretch stands beside that says whose words it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.asides import wordy
from foedera.extract.quotations.beside import shallowest
from foedera.extract.quotations.drafts import chars
from foedera.extract.quotations.neighbours import nearest
from foedera.extract.quotations.phrases import kind_of, phrase
from foedera.extract.quotations.tails import without_tail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.beside import Beside
    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.marks import Quoted

FULL = {".", "?", "!", "…"}
"""Marks that end a sentence."""

_SAID_BEFORE = {",", "?", "!", "-", "–", "—", "…"}
_LINK = ("that", "of", "as", "it", "him", "her", "them", "how", "for", "a", "an", "the")


class Places:
    """The quoted stretches of a document, by their number, with the cue or the name that each belongs to."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], beside: Beside) -> None:
        self.doc, self.text = layers.tokens, layers.document.text
        self.top, self.beside = quoted, beside

    def speaker(self, number: int, cue: Cue) -> Token | None:
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
        while last > stretch.first and self.text[last] in "’'”\" ":
            last -= 1
        inside = self.text[last]
        behind = self.text[stretch.end : stretch.end + 1]
        return inside if inside in _SAID_BEFORE or inside in FULL else behind if behind in _SAID_BEFORE else ""

    def cue_after(self, number: int) -> Cue | None:
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
            and self.doc[end - 1].text != ":"  # what comes next is said by them
        )

    def _opens(self, cue: Cue, number: int, start: int, end: int) -> bool:
        """Whether a cue, with its speaker, opens the words after a quoted stretch."""
        speaker = self.speaker(number, cue)
        if speaker is None or cue.is_noun or not cue.may("quote", "parted", speaker=speaker):
            return False
        first = min(cue.head.i, phrase(speaker)[0] if start <= speaker.i < end else cue.head.i)
        return first - start <= 1 and start <= speaker.i < end

    def fronted(self, number: int) -> tuple[int, int]:
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

    def cue_before(self, number: int) -> Cue | None:
        """The cue of 'he said: "..."', 'he said that "..."'."""
        start, end = self.beside.before(number)
        cues = self.beside.within(start, end)
        if start == end or not cues:
            return None
        cue, last = cues[-1], end - 1
        while last > start and (self.doc[last].is_space or self.doc[last].lower_ in _LINK):
            last -= 1
        speaker = self.speaker(number, cue)
        if not cue.may("quote", "predicate", "object-as", "clause", "object", speaker=speaker):
            return None
        listener = cue.told is not None and cue.told.right_edge.i == last
        named = cue.saying.takes("predicate") and cue.head.i < last and self.doc[last].pos_ in ("NOUN", "PROPN")
        if self.doc[last].text in (":", ",") or last == cue.head.i or listener or named:
            return cue if speaker is not None or self.doc[last].text == ":" else None
        return None

    def complement(self, number: int, cue: Cue) -> tuple[int, int]:
        """What is said after a cue: the quoted words, or the clause that they are a part of."""
        stretch = self.top[number]
        first, last = self.beside.token(stretch.start), self.beside.token(stretch.end)
        if self._whole_behind_comma(stretch, first, cue):
            return stretch.first, stretch.last
        for start, end in cue.ranges:
            if start > cue.head.i and start <= first + 1 and end > first:
                before = wordy(self.doc, (start, first)) if start < first else False
                end = without_tail(self.doc, start, end, frozenset())
                after = end - last > 1 and self._last_mark(stretch) == "" and wordy(self.doc, (last, end))
                if before or after:
                    a = self.doc[start].idx if before else stretch.start
                    return a, max(stretch.end, chars(self.doc, start, end)[1]) if after else stretch.end
        if cue.saying.takes("predicate") and not cue.ranges and first - cue.head.i > 2:
            return self.doc[cue.head.i + 1].idx, stretch.end
        return stretch.first, stretch.last

    def _whole_behind_comma(self, stretch: Quoted, first: int, cue: Cue) -> bool:
        """Whether a comma parts a quoted sentence from its cue: 'said of the talks in May, "We are ready."'"""
        before = self.doc[first - 1].text if first else ""
        whole = self.text[stretch.first].isupper() and self.text[stretch.last - 1] in FULL
        return (
            whole and (before == "," or (before == ":" and cue.frame != "clause")) and stretch.last - stretch.first > 15
        )

    def name_after(self, number: int) -> Token | None:
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

    def name_before(self, number: int) -> Token | None:
        """The speaker of 'Jane Doe: "..."', of 'She turned to them again: "..."'."""
        start, end = self.beside.before(number)
        last = end - 1
        while last > start and self.doc[last].is_space:
            last -= 1
        if last <= start or self.doc[last].text != ":":
            return None
        name, words = self.doc[last - 1], self.doc[start:last]
        verb = next((t for t in words if t.pos_ == "VERB" and not start <= t.head.i < last), None) or words.root
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.pos_ == "VERB" else None
        if subject is not None and kind_of(subject) in ("named", "body", "finder") and start <= subject.i:
            return subject
        if name.ent_type_ in ("PERSON", "ORG") or self._named_apart(start, last):
            return name
        named = next((t for t in words if t.ent_type_ in ("PERSON", "ORG", "GPE")), None) if len(words) < 13 else None
        return named if named is not None and kind_of(named) != "thing" else None

    def _named_apart(self, start: int, last: int) -> bool:
        """Whether only a name stands between a dash or a line break and a colon ("... the border - Jane Doe:")."""
        first = last
        while first > start and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        dash, line = self.doc[first - 1].text in ("-", "–", "—"), "\n" in self.doc[first - 1].text
        return (dash and 0 < last - first < 5) or (line and 1 < last - first < 5)

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
