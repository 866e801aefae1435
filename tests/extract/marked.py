"""Reads a sentence in which [brackets] mark the agreements, so that a test of steps needs no reader of agreements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.annotate import Layers, parse
from foedera.extract.acts import read_acts
from foedera.extract.entities import read_actors
from foedera.extract.links import read_links
from foedera.model import Agreement
from foedera.times import read_times
from tests.conftest import document

if TYPE_CHECKING:
    import spacy

    from foedera.model import Act, Link


@dataclass
class Marked:
    acts: tuple[Act, ...]
    links: tuple[Link, ...]
    agreements: tuple[Agreement, ...]

    def act(self, stage: str | None = None) -> Act:
        """The only act (of that stage)."""
        found = [a for a in self.acts if stage in (None, a.stage)]
        assert len(found) == 1, f"expected one act, found {[(a.stage, a.realis) for a in self.acts]}"
        return found[0]


def read_marked(nlp: spacy.Language, sentence: str, published: str | None = None) -> Marked:
    """What is read in a sentence whose bracketed words are its agreements, `a0`, `a1`, ... in their order; the same
    words again are the same agreement."""
    text, spans = "", []
    for i, part in enumerate(re.split(r"\[(.*?)\]", sentence)):
        if i % 2:
            spans.append((len(text), len(text) + len(part), part))
        text += part
    doc = document(text, published)
    mentions: dict[str, list[tuple[int, int]]] = {}
    for start, end, words in spans:
        mentions.setdefault(words.lower().removeprefix("the "), []).append((start, end))
    agreements = tuple(
        Agreement(f"a{i}", words, "treaty", tuple(doc.span(*span) for span in found))
        for i, (words, found) in enumerate(mentions.items())
    )
    layers = Layers(doc, next(parse(nlp, [doc])), read_times(doc))
    actors = read_actors(layers)
    return Marked(read_acts(layers, actors, agreements, ()), read_links(layers, actors, agreements), agreements)
