"""Where the agreements of a document stand among its tokens, and which one a word means."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.acts_frames import changes
from foedera.extract.acts_lists import counted, listed, row
from foedera.extract.acts_pronouns import PRONOUNS, antecedent, looks_forward, points_back
from foedera.extract.acts_unnamed import likeliest
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.realis import is_seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model import Agreement, Span

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "expl"})
_OWNED = 4  # tokens
_OPENS = frozenset({"once", "if", "when", "until", "unless", "till"})  # "the treaty, once signed": not yet
_BEFORE = 12  # sentences in which the agreement of an unnamed step may have been spoken of
_REACH = 60  # tokens that a pronoun or an unnamed agreement may look back


@dataclass(frozen=True)
class Mention:
    """One mention of an agreement: its first and last token, and whose it is."""

    first: int
    last: int
    span: Span
    agreement: Agreement
    tokens: Tokens


@dataclass
class Mentions:
    """All mentions of agreements in a document, by token."""

    layers: Layers
    by_token: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    ordered: list[Mention] = field(default_factory=list)
    last: dict[str, Mention] = field(default_factory=dict)
    by_agreement: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    nearest: bool = False
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, layers: Layers, agreements: Iterable[Agreement], *, nearest: bool = False) -> Mentions:
        """The mentions of some agreements; `nearest`: a pronoun stands for the last one, whatever its clause says."""
        starts, mentions = layers.starts, cls(layers, nearest=nearest)
        for agreement in agreements:
            own: list[Mention] = []
            for span in agreement.mentions:
                first = max(0, bisect.bisect_right(starts, span.start) - 1)
                last = max(first, bisect.bisect_left(starts, span.end) - 1)
                mention = Mention(first, last, span, agreement, layers.tokens[first : last + 1])
                own.append(mention)
                for i in range(first, last + 1):
                    mentions.by_token[i] = (*mentions.by_token.get(i, ()), mention)
            mentions.ordered += own
            mentions.by_agreement[agreement.id] = tuple(own)
        mentions.ordered = _outermost(mentions.ordered)
        return mentions

    def meant_by(self, token: Token, wrappers: frozenset[str], stage: str = "") -> tuple[Mention, ...]:
        """The mentions that a word, what is joined to it, or what it is a part or form of, stand for.

        A pronoun ("I'll be terminating it") goes on about the agreement of the last such step, if there was one.
        """
        if (forward := looks_forward(token, self.by_token)) is not None:
            return (forward,)
        last = self.last.get(stage)
        if last and points_back(token) and 0 < token.i - last.last <= _REACH:
            return (last,)
        found: dict[tuple[int, str], Mention] = {}
        joined = self._joined(token, wrappers, 0)
        for mention in (*joined, *row(joined, self.ordered)):
            found.setdefault((mention.first, mention.agreement.id), mention)
        return tuple(found.values())

    def _joined(self, token: Token, wrappers: frozenset[str], depth: int) -> list[Mention]:
        return [m for part in grammar.conjuncts(token) for m in self._at(part, wrappers, depth)]

    def _at(self, token: Token, wrappers: frozenset[str], depth: int) -> tuple[Mention, ...]:
        if token.i in self.by_token:
            meant = (self._owned(m) for m in self.by_token[token.i] if not _is_circumstance(token, m))
            return tuple({(m.first, m.agreement.id): m for m in meant}.values())
        if points_back(token) and not (token.lower_ in {"that", "this"} and token.dep_ == "pobj"):
            before = (None if self.nearest else antecedent(token, self.by_token)) or self.before(token)
            return (before,) if before else ()
        examples = listed(token, self.ordered) if depth == 0 and token.lemma_.lower() in wrappers else []
        examples = examples or (counted(token, self.ordered) if depth == 0 else [])
        if examples or depth > 3:
            return tuple(examples)
        near = grammar.children(token, "appos")
        if token.lemma_.lower() in wrappers:
            near += [t for _, t in grammar.phrases(token)] + grammar.children(token, "compound", "nmod")
            own = [verb for verb in grammar.children(token, "acl") if verb.lemma_ not in changes() or _is_law(token)]
            near += [t for verb in own for t in grammar.children(verb, "dobj")]
        for part in near:
            found = self._joined(part, wrappers, depth + 1)
            if found:
                return tuple(found)
        return ()

    def _owned(self, mention: Mention) -> Mention:
        """What belongs to an agreement, where that is what is meant: "acceded to the Oslo Convention's [protocol]"."""
        doc, after = self.layers.tokens, mention.last + 1
        if after >= len(doc) or doc[after].tag_ != "POS":
            return mention
        near = (m for i in range(after + 1, min(after + _OWNED, len(doc))) for m in self.by_token.get(i, ()))
        return next((m for m in near if m.last > after), mention)

    def in_sight(self, token: Token) -> bool:
        """Whether the sentence of a word names an agreement, or has a pronoun that may stand for one."""
        return self.layers.sentence_of[token.i] in self._telling

    @functools.cached_property
    def _telling(self) -> frozenset[int]:
        words = self.layers.words
        pointing = PRONOUNS | vocabulary().plural.keys()
        pronouns = (i for i, word in enumerate(words) if word in pointing)
        return frozenset(self.layers.sentence_of[i] for i in (*self.by_token, *pronouns))

    def of_agreement(self, agreement: Agreement) -> tuple[Mention, ...]:
        """Every mention of one agreement."""
        return self.by_agreement[agreement.id]

    def words_of(self, agreement: Agreement) -> frozenset[str]:
        """The words of all mentions of one agreement in lower case; looked for once."""
        if agreement.id not in self._words:
            texts = (m.text.lower().replace("-", " ") for m in agreement.mentions)
            self._words[agreement.id] = frozenset(word for text in texts for word in text.split())
        return self._words[agreement.id]

    def around(self, token: Token) -> tuple[Mention, ...]:
        """The mentions that a verb stands inside of ("the treaty signed in 2000", as a name) or right behind."""
        if token.tag_ not in {"VBN", "VBD", "VB"}:
            return ()
        inside = tuple(m for m in self.by_token.get(token.i, ()) if m.first < token.i)
        if inside or token.tag_ == "VB" or _stands_for_itself(token):
            return inside
        if is_seen(token):  # "to see the treaty | ratified"
            return ()
        i = token.i - 1
        while i > token.sent.start and token.doc[i].tag_ in {"RB", ",", "RBS", "JJ"} and i not in self.by_token:
            i -= 1
        return tuple(m for m in self.by_token.get(i, ()) if m.last == i)

    def before(self, token: Token, sentences: int = 1) -> Mention | None:
        """The last mention before a word, in its sentence or some sentences before."""
        i = bisect.bisect_left(self.ordered, token.i, key=lambda m: m.first) - 1
        if i < 0:
            return None
        start = token.sent.start
        mention = self.ordered[i]
        for _ in range(sentences):
            start = self.layers.tokens[start - 1].sent.start if start > 0 else 0
        if start > 0 and sentences and self.layers.tokens[start].lower_ == "it":  # which goes on about the one before
            start = self.layers.tokens[start - 1].sent.start
        return mention if mention.first >= start and token.i - mention.last <= _REACH else None

    def near(self, token: Token, states: frozenset[str]) -> Mention | None:
        """The mention that an unnamed step is about, of those in its sentence and some before: that of the
        agreement which the document speaks of most, if those who act may be parties to it."""
        start = token.sent.start
        for _ in range(_BEFORE):
            start = self.layers.tokens[start - 1].sent.start if start > 0 else 0
        low = bisect.bisect_left(self.ordered, start, key=lambda m: m.first)
        high = bisect.bisect_left(self.ordered, token.sent.end, key=lambda m: m.first)
        return likeliest(token, self.ordered[low:high], states, self.layers.document.published)


def _outermost(found: list[Mention]) -> list[Mention]:
    """Mentions in the order of the text without those inside others: what comes back to "the Protocol to amend the
    Treaty" means the protocol."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.first, -m.last)):
        inside = kept and mention.last <= kept[-1].last
        same = kept and (mention.first, mention.last) == (kept[-1].first, kept[-1].last)  # "the pacts of 1961 and 2000"
        if not inside or same or mention.agreement is kept[-1].agreement:
            kept.append(mention)
    return kept


def _stands_for_itself(verb: Token) -> bool:
    """Whether a verb has a clause of its own, or shares one with a verb that "and" joins to it without a comma."""
    joins = (c for c in verb.children if c.dep_ == "cc" and c.nbor(-1).text != ",")
    return any(joins) or any(c.dep_ in _OWN or c.lower_ in _OPENS for c in verb.children)


def _is_law(noun: Token) -> bool:
    """Whether a noun is a law about an agreement; an instrument that changes one is another ("a pact extending it")."""
    return noun.lemma_ in {"bill", "legislation", "resolution"}


def _is_circumstance(token: Token, mention: Mention) -> bool:
    """Whether a word only stands in a phrase inside a mention: "left the pact | with a decree"; what is added to a
    whole mention may hang on its last word: "a pact on fish, which Chile left"."""
    added = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == [",", "which"] and token.i == mention.last
    return token.dep_ == "pobj" and mention.first < token.head.i < token.i <= mention.last and not added
