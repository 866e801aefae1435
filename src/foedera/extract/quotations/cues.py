"""Cues: the words of a document by which something is said, with who says it and what the tree says is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract.quotations import frames
from foedera.extract.quotations.sayings import Saying, nouns, verbs
from foedera.extract.quotations.subjects import subject_of, verbal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Cue:
    """A word of saying in its sentence. `ranges` are token ranges of what is said, as the tree has it."""

    head: Token
    saying: Saying
    speaker: Token | None
    frame: str | None = None
    ranges: list[tuple[int, int]] = field(default_factory=list)
    told: Token | None = None
    negated: bool = False


_ACCORDING = Saying("according", frozenset({"quote", "clause"}))


def read_cues(doc: Doc) -> Iterator[Cue]:
    """Every cue of a document, in the order of its words."""
    verb_table, noun_table = verbs(), nouns()
    for token in doc:
        if token.lower_ == "according":
            yield from _according(token)
        elif (saying := verb_table.get(token.lemma_.lower())) is not None and verbal(token):
            yield _verb(token, saying)
        elif (saying := noun_table.get(token.lemma_.lower())) is not None and token.pos_ == "NOUN":
            yield from _noun(token, saying)


def _verb(token: Token, saying: Saying) -> Cue:
    negated = any(c.dep_ == "neg" for c in token.lefts) and saying.lemma != "deny"
    cue = Cue(token, saying, subject_of(token), told=frames.told(token, saying), negated=negated)
    found = frames.content_start(token, saying)
    if found is not None:
        cue.frame, start = found
        cue.ranges = [(start.i, frames.content_end(token, start))]
    elif saying.takes("clause", "quote"):
        cue.frame, cue.ranges = "fronted", frames.fronted(token)
    return cue


def _noun(token: Token, saying: Saying) -> Iterator[Cue]:
    speaker = next((c for c in token.lefts if c.dep_ == "poss"), None)
    for child in token.rights:
        if child.lower_ in ("by", "from") and child.dep_ == "prep":
            speaker = speaker or next((c for c in child.rights if c.dep_ == "pobj"), None)
    found = frames.content_start(token, saying)
    if speaker is None or found is None:
        return
    frame, start = found
    yield Cue(token, saying, speaker, frame, [(start.i, frames.content_end(token, start))])


def _according(token: Token) -> Iterator[Cue]:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    speaker = next((c for c in to.rights if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if speaker is None:
        return
    yield Cue(token, _ACCORDING, speaker, "according", frames.around(token))
