"""Where the agreements of a document stand among its tokens, and which one a word means."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model import Agreement, Span

_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "which"})
_REACH = 60  # tokens that a pronoun or an unnamed agreement may look back


@dataclass(frozen=True)
class Mention:
    """One mention of an agreement: its first and last token, and whose it is."""

    first: int
    last: int
    span: Span
    agreement: Agreement


@dataclass
class Mentions:
    """All mentions of agreements in a document, by token."""

    layers: Layers
    by_token: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    ordered: list[Mention] = field(default_factory=list)
    last: dict[str, Mention] = field(default_factory=dict)

    @classmethod
    def of(cls, layers: Layers, agreements: Iterable[Agreement]) -> Mentions:
        """The mentions of some agreements."""
        starts = [token.idx for token in layers.tokens]
        mentions = cls(layers)
        for agreement in agreements:
            for span in agreement.mentions:
                first = max(0, bisect.bisect_right(starts, span.start) - 1)
                last = max(first, bisect.bisect_left(starts, span.end) - 1)
                mention = Mention(first, last, span, agreement)
                mentions.ordered.append(mention)
                for i in range(first, last + 1):
                    mentions.by_token[i] = (*mentions.by_token.get(i, ()), mention)
        mentions.ordered.sort(key=lambda m: m.first)
        return mentions

    def meant_by(self, token: Token, wrappers: frozenset[str], stage: str = "") -> tuple[Mention, ...]:
        """The mentions that a word, what is joined to it, or what it is a part or form of, stand for.

        A pronoun ("I'll be terminating it") goes on about the agreement of the last such step, if there was one.
        """
        last = self.last.get(stage)
        if last and token.lower_ in _PRONOUNS and 0 < token.i - last.last <= _REACH:
            return (last,)
        found: dict[tuple[int, str], Mention] = {}
        for mention in self._joined(token, wrappers, 0):
            found.setdefault((mention.first, mention.agreement.id), mention)
        return tuple(found.values())

    def _joined(self, token: Token, wrappers: frozenset[str], depth: int) -> list[Mention]:
        return [m for part in grammar.conjuncts(token) for m in self._at(part, wrappers, depth)]

    def _at(self, token: Token, wrappers: frozenset[str], depth: int) -> tuple[Mention, ...]:
        if token.i in self.by_token:
            return self.by_token[token.i]
        if token.lower_ in _PRONOUNS:
            before = self.before(token)
            return (before,) if before else ()
        if depth > 3:
            return ()
        near = grammar.children(token, "appos")
        if token.lemma_.lower() in wrappers:
            near += [t for _, t in grammar.phrases(token)] + grammar.children(token, "compound", "nmod")
        for part in near:
            found = self._joined(part, wrappers, depth + 1)
            if found:
                return tuple(found)
        return ()

    def before(self, token: Token, sentences: int = 1) -> Mention | None:
        """The last mention before a word, in its sentence or some sentences before."""
        i = bisect.bisect_left(self.ordered, token.i, key=lambda m: m.first) - 1
        if i < 0:
            return None
        mention = self.ordered[i]
        start = token.sent.start
        for _ in range(sentences):
            start = self.layers.tokens[start - 1].sent.start if start > 0 else 0
        return mention if mention.first >= start and token.i - mention.last <= _REACH else None
