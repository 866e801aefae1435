"""Reading claims: each word of a frame, with what fills its slots, who holds it and how it is put."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract.claims.frames import Frame, frames, openers
from foedera.extract.claims.polarity import is_negative
from foedera.extract.claims.slots import Slots
from foedera.extract.claims.syntax import climb, holds, object_of, subjects_of, word_class
from foedera.extract.grammar import clause_head
from foedera.extract.quotations.firmness import read_hedges
from foedera.model import Claim, Span
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Agreement, Quotation
    from foedera.model.records import Polarity

_SENTENCE = 400  # tokens: what is longer is no sentence
_WIDE = 80  # tokens of one phrase
_NESTED = 6  # quotations that may begin between a word and the start of the one it stands in
_LONG = 60  # tokens: evidence longer than that is a whole sentence and shows nothing


@dataclass(frozen=True, slots=True)
class Said:
    """How a claim is put: inside which quotation, by whom, and whether it is denied."""

    span: Span | None
    holder: str | None
    negative: bool


class Reader:
    """Reads the claims of one document in one pass over its tokens."""

    def __init__(
        self, layers: Layers, actors: Actors, agreements: tuple[Agreement, ...], quotations: tuple[Quotation, ...]
    ) -> None:
        self.layers = layers
        self.slots = Slots(layers, actors, agreements)
        spoken = [q for q in quotations if self._speaks(q)]
        self.holders = sorted(((s, q) for q in spoken for s in q.content), key=lambda item: item[0])
        self.starts = [span.start for span, _ in self.holders]
        self.found: dict[str, Claim] = {}

    def read(self) -> tuple[Claim, ...]:
        """Every claim, each once."""
        for sentence in self.layers.sentences:
            if len(sentence) <= _SENTENCE and self.layers.kind(sentence) == "body":
                self._read_sentence(sentence)
        return tuple(self.found.values())

    def _read_sentence(self, sentence: Tokens) -> None:
        table, opening = frames(), openers()
        for i in range(sentence.start, sentence.end):
            lemma = self.layers.lemmas[i]
            if lemma not in opening:
                continue
            token = self.layers.tokens[i]
            for frame in table.get((lemma, word_class(token)), ()):
                if holds(frame, token):
                    self._read(frame, token)

    def _read(self, frame: Frame, word: Token) -> None:
        negative = is_negative(word) != (word.lemma_.lower() in frame.negative)
        if (frame.only_negative and not negative) or (frame.never_negative and negative):
            return
        span, quotation = self._quotation(word)
        holder = quotation.speaker.entity if quotation else None
        if quotation is not None and holder is None:
            return  # somebody unnamed claims it: without a holder it would read as the report's own claim
        said = Said(span, holder, negative)
        self.slots.topic = quotation.about if quotation else ()
        target = object_of(frame, word)
        goals = self._goals(frame, word, target, holder)
        if goals is None:
            return
        heads = [climb(head, frame) for head in subjects_of(frame, word)]
        kinds = frame.kinds | {"person"} if frame.speaker else frame.kinds
        options = (
            (h, self.slots.resolve(h, kinds, anaphor=frame.anaphor and quotation is not None, holder=holder))
            for h in reversed(heads)
        )
        # Of several subjects the one next to the verb counts: the others are slips of the parser.
        head, subjects = next((option for option in options if option[1]), (None, []))
        heads = [head] if head is not None else []
        evidence = self._evidence(word, heads, target, is_adverbial=bool(frame.adverbial))
        if evidence is None:
            return
        for pair in self._pairs(frame, subjects, goals):
            self._add(frame, pair, said, word, evidence)

    def _goals(self, frame: Frame, word: Token, target: Token | None, holder: str | None) -> list[str] | None:
        """What fills the object; None where the frame asks for more than the words give."""
        if frame.adverbial:
            after = {t.lemma_.lower() for t in word.doc[word.i + 3 : word.i + 16]}
            return [] if (not frame.words or frame.words & after) and not frame.not_with & after else None
        if target is None:
            return None if frame.needs or frame.needs_preposition else []
        lemmas = {t.lemma_.lower() for t in itertools.islice(target.subtree, _WIDE)}
        if frame.not_with & lemmas:
            return None
        matched = bool(frame.words & lemmas)
        if frame.needs == "words" and not matched:
            return None
        kinds = frame.object_kinds or frozenset({"agreement", "state", "bloc", "organisation"})
        inner = _target(frame, target)
        found = [] if inner is None else self._objects(frame, inner, kinds, holder)
        if (frame.needs == "object" and not found) or (frame.needs == "object or words" and not (found or matched)):
            return None
        return found

    def _objects(self, frame: Frame, head: Token, kinds: frozenset[str], holder: str | None) -> list[str]:
        if frame.exact:
            return self.slots.exactly(head, kinds)
        return self.slots.resolve(head, kinds, anaphor=False, holder=holder)

    def _quotation(self, word: Token) -> tuple[Span | None, Quotation | None]:
        """The innermost quotation that holds a word, with the piece in which it stands."""
        i = bisect_right(self.starts, word.idx)
        near = self.holders[max(0, i - _NESTED) : i]
        inside = [(s, q) for s, q in near if s.start <= word.idx < s.end]
        return min(inside, key=lambda item: item[0].end - item[0].start, default=(None, None))

    def _speaks(self, quotation: Quotation) -> bool:
        """Whether somebody speaks in it; a treaty that "shows" something holds nothing."""
        span = quotation.speaker.span
        return span is None or not self.slots.names_agreement(span)

    def _evidence(self, word: Token, heads: list[Token], target: Token | None, *, is_adverbial: bool) -> Span | None:
        ends = [word.doc[word.right_edge.i]] if is_adverbial else [word.head] if word.dep_ == "amod" else []
        parts = [word, *heads, *ends, *([target] if target is not None else [])]
        parts = [t for t in parts if abs(t.i - word.i) <= _LONG]
        start = min(t.left_edge.i if t is not word else t.i for t in parts)
        end = max(t.right_edge.i if t is not word else t.i for t in parts) + 1
        tokens = self.layers.tokens[start:end]
        return self.layers.span(tokens) if 0 < len(tokens) <= _LONG and not tokens.text.isspace() else None

    def _add(self, frame: Frame, pair: tuple[str, str | None], said: Said, word: Token, evidence: Span) -> None:
        subject, goal = pair
        if subject == goal:
            if frame.needs in ("object", "object or words"):
                return
            goal = None  # the subject named again inside the object's words
        polarity: Polarity = "negative" if said.negative else "positive"
        parts = (evidence.doc, frame.predicate, subject, goal, said.holder, polarity, evidence.start)
        start = max(_clause_start(word), said.span.start if said.span else 0)
        context = self.layers.document.span(min(start, evidence.start), evidence.end)
        hedges, _ = read_hedges(self.layers, (context,))
        claim = Claim(
            content_id("claim", *parts), frame.predicate, subject, goal, said.holder, polarity, (evidence,), hedges
        )
        self.found[claim.id] = claim

    def _pairs(self, frame: Frame, subjects: list[str], goals: list[str]) -> list[tuple[str, str | None]]:
        """Subject and object of each claim; what is mutual ("X and Y are allies") pairs the subjects."""
        if frame.pairs and len(subjects) == 2 and not goals:
            return [(subjects[0], subjects[1])]
        if (
            frame.verbs_of
            and len(subjects) == 1
            and not goals
            and len(parties := self.slots.states_of(subjects[0])) == 2
        ):
            return [(parties[0], parties[1])]
        if frame.pairs and not subjects and len(goals) == 2:
            return [(goals[0], goals[1])]
        goals_or_none: list[str | None] = [*goals] or [None]
        return [(s, g) for s in subjects for g in goals_or_none]


def _target(frame: Frame, target: Token) -> Token | None:
    """Where the object stands inside a phrase: "sanctions *against Iran*"."""
    if not frame.target:
        return target
    for token in itertools.islice(target.subtree, _WIDE):
        if token.dep_ == "pobj" and token.head.lower_ in frame.target:
            return token
    return None


def _clause_start(word: Token) -> int:
    """Where the clause of a claim begins, with what governs it: "I think (that) this is ..."."""
    head = clause_head(word)
    for _ in range(4):
        if head.dep_ != "ccomp":
            break
        head = head.head
    return int(head.left_edge.idx)
