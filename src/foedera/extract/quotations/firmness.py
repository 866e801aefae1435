"""Firmness: how firmly something is said, and whether it is about what was, is or will be."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, cast

from foedera.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.quotations.drafts import Draft
    from foedera.model import Span
    from foedera.model.records import Certainty, Tense

_SCALE: tuple[Certainty, ...] = ("certain", "probable", "possible", "unlikely", "denied")
_ASSERTS = {None, "clause", "parted", "plain", "predicate", "ing", "small"}
_FUTURE = {"will", "'ll", "’ll", "shall", "wo", "would"}


@functools.cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[Certainty | None, bool]]]:
    """One pattern for all hedges and boosters, longest first, and what each means: certainty, modal verb only."""
    table: dict[str, tuple[Certainty | None, bool]] = {}
    rows = cast("dict[str, Any]", load("en", "hedges"))
    for row in (*rows["hedges"], *rows["boosters"]):
        table |= {word.lower(): (row.get("certainty"), row.get("modal", False)) for word in row["words"]}
    words = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b"), table


@functools.cache
def _cues() -> dict[str, Certainty]:
    table = cast("dict[str, Any]", load("en", "hedges"))["cues"]
    return {word: certainty for certainty, words in table.items() for word in words}


def read_hedges(layers: Layers, content: tuple[Span, ...]) -> tuple[tuple[Span, ...], Certainty | None]:
    """The hedges and boosters among the words that are said, and the weakest certainty they give."""
    pattern, table = _phrases()
    spans: list[Span] = []
    weakest: Certainty | None = None
    for piece in content:
        for match in pattern.finditer(_lower(piece.text)):
            certainty, modal = table[match.group()]
            start = piece.start + match.start()
            if modal and not _is_modal(layers, start, start + len(match.group())):
                continue
            spans.append(layers.document.span(start, start + len(match.group())))
            if certainty and (weakest is None or _SCALE.index(certainty) > _SCALE.index(weakest)):
                weakest = certainty
    return tuple(spans), weakest


def _lower(text: str) -> str:
    """A text in small letters, each in its place; the pattern is several times faster where case is settled before."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_modal(layers: Layers, start: int, end: int) -> bool:
    token = layers.tokens.char_span(start, end)
    return token is not None and token[0].tag_ == "MD" and not (token[0].lower_ == "can" and _able(token[0]))


def _able(token: Token) -> bool:
    """Whether "can" says that somebody is able to, not that something is possible: its subject is a person."""
    subject = next((c for c in token.head.lefts if c.dep_ == "nsubj"), None)
    return subject is None or subject.pos_ == "PRON" or subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def read_certainty(draft: Draft, hedged: Certainty | None, words: Tokens | None) -> Certainty | None:
    """How firmly it is put: by its own words, else by the cue; None for what is asked, ordered or promised.

    A plain statement is `certain`: the speaker puts it without a hedge.
    """
    cue = draft.cue
    if cue is not None and (own := _cues().get(cue.saying.lemma)) is not None:
        return own if hedged is None or _SCALE.index(own) >= _SCALE.index(hedged) else hedged
    if cue is not None and cue.frame == "whether":
        return None
    if cue is not None and cue.frame not in _ASSERTS and not draft.quoted:
        return hedged
    if words is not None and next((t.text for t in reversed(words) if not t.is_quote), "") == "?":
        return hedged
    return hedged or "certain"


def read_tense(draft: Draft, words: Tokens | None) -> Tense | None:
    """Whether the main verb of what is said is about past, present or future; None where it has none.

    Under a cue in the past, a plain past in indirect speech may stand for a present ("he said it was needed"): None.
    """
    if words is None:
        return None
    verb = words.root
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    tags = {verb.tag_, *(h.tag_ for h in helpers)}
    if any(h.lower_ in _FUTURE for h in helpers) or (verb.lemma_ == "go" and verb.tag_ == "VBG") or "TO" in tags:
        return "future"
    if any(h.lemma_ == "have" for h in helpers):
        return "past"
    if "VBD" in tags:
        shifted = draft.cue is not None and draft.cue.head.tag_ == "VBD" and not draft.quoted
        return None if shifted else "past"
    return "present" if tags & {"VBZ", "VBP", "MD"} else None
