"""Names: who speaks in quoted words that stand beside a bare name, without a verb of saying."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from foedera.extract.quotations.beside import FULL
from foedera.extract.quotations.phrases import kind_of
from foedera.extract.quotations.sayings import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.beside import Beside
    from foedera.extract.quotations.marks import Quoted

_SOURCE = re.compile(r" ?[\[(](?P<name>[A-Z0-9][\w.,&’' -]{1,40}?)\.?[\])](?! ?[a-z])")  # behind an excerpt
_LONG_NAME = 8  # tokens
_NO_NAME = ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON")


class Names:
    """The quoted stretches of a document, by their number, with the name that stands beside each."""

    def __init__(self, layers: Layers, quoted: Sequence[Quoted], beside: Beside) -> None:
        self.doc, self.text = layers.tokens, layers.document.text
        self.top, self.beside = quoted, beside

    def beside_stretch(self, number: int) -> Token | None:
        """The name that stands beside a stretch without a cue."""
        return self._after(number) or self._in_brackets(number) or self._before(number)

    def _after(self, number: int) -> Token | None:
        """The speaker of a quotation without a verb: '"...," Jane Doe, head of the institute.'"""
        stretch = self.top[number]
        start, end = self.beside.after(number)
        dash = start < end and self.doc[start].text in ("—", "–", "-", "--")
        while start < end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        if start == end or stretch.last - stretch.first < 20:
            return None
        if dash and (signed := self._line_of_names(start)) is not None:
            return signed
        if not dash and self.beside.last_mark(stretch) not in (",", "-", "–", "—"):
            return None
        person = next((t for t in self.doc[start : min(end, start + 6)] if t.ent_type_ == "PERSON"), None)
        if person is None or any(t.pos_ in _NO_NAME for t in self.doc[start : person.i]):
            return None
        while person.i + 1 < end and self.doc[person.i + 1].ent_type_ == "PERSON":
            person = self.doc[person.i + 1]
        return None if person.dep_ == "nsubj" and person.head.i > person.i else person

    def _line_of_names(self, start: int) -> Token | None:
        """The last word of a line that holds a name and nothing else, as under a letter ('"..." — Jane A. Doe')."""
        line = list(itertools.takewhile(lambda t: "\n" not in t.text, self.doc[start : start + _LONG_NAME]))
        words = [t for t in line if not t.is_punct and not t.is_space]
        whole = len(line) < _LONG_NAME and len(words) > 1 and all(t.text[0].isupper() for t in words)
        return words[-1] if whole and words[-1].pos_ == "PROPN" else None

    def _in_brackets(self, number: int) -> Token | None:
        """The source in brackets behind an excerpt ("..." [Reuters])."""
        stretch = self.top[number]
        source = _SOURCE.match(self.text, stretch.end)
        if source is None or stretch.last - stretch.first < 40 or self.text[stretch.last - 1] not in ".?!…’":
            return None
        name = self.doc[self.beside.token(source.end("name")) - 1]
        squared = self.text[source.start("name") - 1] == "["
        return name if squared or name.ent_type_ == "ORG" else None

    def _before(self, number: int) -> Token | None:
        """The speaker of 'Jane Doe: "..."', of 'She turned to them again: "..."'."""
        start, end = self.beside.before(number)
        last = end - 1
        while last > start and self.doc[last].is_space:
            last -= 1
        if last <= start or self.doc[last].text != ":":
            return self._issuer(number, last) if last > start and self.doc[last].text == "," else None
        name, words = self.doc[last - 1], self.doc[start:last]
        verb = next((t for t in words if t.pos_ == "VERB" and not start <= t.head.i < last), None) or words.root
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.pos_ == "VERB" else None
        if subject is not None and kind_of(subject) in ("named", "body", "finder") and start <= subject.i:
            return subject
        if name.ent_type_ in ("PERSON", "ORG") or self._named_apart(start, last):
            return name
        named = next((t for t in words if t.ent_type_ in ("PERSON", "ORG", "GPE")), None) if len(words) < 13 else None
        return named if named is not None and kind_of(named) != "thing" else None

    def _issuer(self, number: int, comma: int) -> Token | None:
        """Who put out the paper whose words follow: 'The ministry issued a statement, "We are ready to talk."'"""
        stretch, paper = self.top[number], self.doc[comma - 1]
        whole = self.text[stretch.first].isupper() and self.text[stretch.last - 1] in FULL
        if not whole or paper.dep_ != "dobj" or paper.lemma_ not in listed("documents"):
            return None
        subject = next((c for c in paper.head.lefts if c.dep_ == "nsubj"), None)
        return subject if subject is not None and kind_of(subject) in ("named", "body") else None

    def _named_apart(self, start: int, last: int) -> bool:
        """Whether only a name stands between a dash or a line break and a colon ("... the border - Jane Doe:")."""
        first = last
        while first > start and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        dash, line = self.doc[first - 1].text in ("-", "–", "—"), "\n" in self.doc[first - 1].text
        return (dash and 0 < last - first < 5) or (line and 1 < last - first < 5)
