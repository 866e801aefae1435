"""Where the agreements of a document stand among its tokens, and which one a word means."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.acts_frames import changes
from foedera.extract.realis import is_seen
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from foedera.annotate import Layers
    from foedera.model import Agreement, Span

_PRONOUNS = frozenset({"it", "this", "that", "which"})
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "cc", "expl"})
_JOINTS = frozenset({",", ";", ":", "and", "or", "the", "as", "a", "an", "(", ")", "well", "both", '"', "“", "”"})
_ARTICLES = frozenset({"a", "an", "the"})
_AGAIN = frozenset({"of", "to"})
_TELLING = frozenset({"MD", "TO", "VB", "VBZ", "VBP"})
_LISTED = frozenset({"conj", "appos", "dobj"})
_SENTENCES = 3  # that go on with "it"
_OWNED = 4  # tokens
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "("})
_MARKS = 3  # tokens of a mark and an article before what an item of a list names
_GAP = 10  # tokens that may stand between two names of a list
_OPENS = frozenset({"once", "if", "when", "until", "unless", "till"})  # "the treaty, once signed": not yet
_RECENT = 1  # years
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

    @classmethod
    def of(cls, layers: Layers, agreements: Iterable[Agreement], *, nearest: bool = False) -> Mentions:
        """The mentions of some agreements; `nearest`: a pronoun stands for the last one, whatever its clause says."""
        starts, mentions = layers.starts, cls(layers, nearest=nearest)
        for agreement in agreements:
            for span in agreement.mentions:
                first = max(0, bisect.bisect_right(starts, span.start) - 1)
                last = max(first, bisect.bisect_left(starts, span.end) - 1)
                mention = Mention(first, last, span, agreement, layers.tokens[first : last + 1])
                mentions.ordered.append(mention)
                mentions.by_agreement[agreement.id] = (*mentions.by_agreement.get(agreement.id, ()), mention)
                for i in range(first, last + 1):
                    mentions.by_token[i] = (*mentions.by_token.get(i, ()), mention)
        mentions.ordered.sort(key=lambda m: m.first)
        return mentions

    def meant_by(self, token: Token, wrappers: frozenset[str], stage: str = "") -> tuple[Mention, ...]:
        """The mentions that a word, what is joined to it, or what it is a part or form of, stand for.

        A pronoun ("I'll be terminating it") goes on about the agreement of the last such step, if there was one.
        """
        last = self.last.get(stage)
        if last and _points_back(token) and 0 < token.i - last.last <= _REACH:
            return (last,)
        found: dict[tuple[int, str], Mention] = {}
        joined = self._joined(token, wrappers, 0)
        for mention in (*joined, *self._row(joined)):
            found.setdefault((mention.first, mention.agreement.id), mention)
        return tuple(found.values())

    def _row(self, found: list[Mention]) -> list[Mention]:
        """What a list of titles goes on to name where the tree breaks it off."""
        if not found:
            return []
        titles = found[-1].tokens.root.text[0].isupper()
        return [m for m in self._following(found[-1].last) if (titles and m.tokens.root.dep_ in _LISTED) or _again(m)]

    def _following(self, last: int) -> list[Mention]:
        """The mentions that only joining words part from what stands before, in the order of the text."""
        end = self.layers.tokens[last].sent.end
        low = bisect.bisect_right(self.ordered, last, key=lambda m: m.first)
        found: list[Mention] = []
        for mention in self.ordered[low:]:
            if mention.first >= end or not _joins(self.layers.tokens[last + 1 : mention.first]):
                break
            found.append(mention)
            last = max(last, mention.last)
        return found

    def _joined(self, token: Token, wrappers: frozenset[str], depth: int) -> list[Mention]:
        return [m for part in grammar.conjuncts(token) for m in self._at(part, wrappers, depth)]

    def _at(self, token: Token, wrappers: frozenset[str], depth: int) -> tuple[Mention, ...]:
        if token.i in self.by_token:
            meant = (self._owned(m) for m in self.by_token[token.i] if not _is_circumstance(token, m))
            return tuple(dict.fromkeys(meant))
        if _points_back(token) and not (token.lower_ in {"that", "this"} and token.dep_ == "pobj"):
            before = (None if self.nearest else self._antecedent(token)) or self.before(token)
            return (before,) if before else ()
        listed = self._listed(token) if depth == 0 and token.lemma_.lower() in wrappers else []
        if listed or depth > 3:
            return tuple(listed)
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
        pronouns = (i for i, word in enumerate(words) if word in _PRONOUNS)
        return frozenset(self.layers.sentence_of[i] for i in (*self.by_token, *pronouns))

    def of_agreement(self, agreement: Agreement) -> tuple[Mention, ...]:
        """Every mention of one agreement."""
        return self.by_agreement[agreement.id]

    def around(self, token: Token) -> tuple[Mention, ...]:
        """The mentions that a verb stands inside of ("the treaty signed in 2000", as a name) or right behind."""
        if token.tag_ not in {"VBN", "VBD", "VB"}:
            return ()
        inside = tuple(m for m in self.by_token.get(token.i, ()) if m.first < token.i)
        if inside or token.tag_ == "VB" or any(c.dep_ in _OWN or c.lower_ in _OPENS for c in token.children):
            return inside
        if is_seen(token):  # "to see the treaty | ratified"
            return ()
        i = token.i - 1
        while i > token.sent.start and token.doc[i].tag_ in {"RB", ",", "RBS", "JJ"} and i not in self.by_token:
            i -= 1
        return tuple(m for m in self.by_token.get(i, ()) if m.last == i)

    def _listed(self, token: Token) -> list[Mention]:
        """The agreements that a list of examples names: "agreements signed by both, such as A, B and C"."""
        doc, end = self.layers.tokens, token.sent.end
        opened = next((i for i in range(token.i, end) if _opens_list(doc[i])), None)
        if token.tag_ not in {"NNS", "NNPS"}:
            return []
        if any(c.lower_ == "following" for c in token.children) and (items := self._items(end)):
            return items
        return self._following(opened) if opened is not None else self._among(token)

    def _items(self, end: int) -> list[Mention]:
        """The agreements with which the items of a list open: "signed the following instruments:", and lines below."""
        doc, found = self.layers.tokens, list[Mention]()
        if doc[end - 1].text != ":" and not any(t.text == ":" for t in doc[max(0, end - _MARKS) : end]):
            return []
        for mention in self.ordered[bisect.bisect_left(self.ordered, end, key=lambda m: m.first) :]:
            if not any(t.text in _BULLETS or t.like_num for t in doc[mention.first - _MARKS : mention.first]):
                break
            found.append(mention)
        return found

    def _among(self, token: Token) -> list[Mention]:
        """The agreements that "among them" counts to some, where it stands behind: "all treaties, the Lima Treaty of
        1929 among them"."""
        doc, end = self.layers.tokens, token.sent.end
        closed = next((i for i in range(token.i, end - 1) if _is_among_them(doc, i)), None)
        if closed is None:
            return []
        low = bisect.bisect_left(self.ordered, token.i, key=lambda m: m.first)
        inside = [m for m in self.ordered[low:] if token.i < m.first and m.last < closed]
        return inside if inside and closed - inside[-1].last <= 2 else []

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

    def _talked_of(self, talks: Token, fitting: list[Mention]) -> Mention | None:
        """What talks are about: the agreement named beside them, else the one spoken of most; one made years before the
        report only where there is no other, and no convention of many states."""
        recent = [m for m in fitting if not self._is_old(m.agreement)]
        if not recent and talks.sent.start > 0:  # "Iran wants new terms of the deal. If the others join talks"
            start = talks.doc[talks.sent.start - 1].sent.start
            recent = [m for m in fitting if not m.agreement.multilateral and m.first >= start]
        beside = [m for m in recent if talks.sent.start <= m.first < talks.sent.end]
        if beside:
            return min(beside, key=lambda m: abs(m.first - talks.i))
        return max(recent, key=lambda m: (len(m.agreement.mentions), m.first), default=None)

    def _is_old(self, agreement: Agreement) -> bool:
        then, now = (agreement.date or "")[:4], (self.layers.document.published or "")[:4]
        return then.isdigit() and now.isdigit() and int(now) - int(then) > _RECENT

    def _antecedent(self, pronoun: Token, depth: int = 0) -> Mention | None:
        """What "it" goes on about: what its clause describes or hangs on ("a deal that lapsed after Peru refused to
        extend it"), else the subject of the sentence before; None where only the nearness of a mention can tell.

        After J. Hobbs, Resolving pronoun references (Lingua 44, 1978): up the tree first, then subjects before objects.
        """
        if pronoun.lower_ != "it":
            return None
        node = pronoun
        while node.dep_ != "ROOT":
            node = node.head
            own = [m for m in self.by_token.get(node.i, ()) if m.tokens.root.i == node.i]
            found = own or ([] if node is pronoun.head else self._argument(node, pronoun))
            if found:
                return found[0]
        before = self.layers.tokens[pronoun.sent.start - 1].sent.root if pronoun.sent.start else None
        found = self._argument(before, pronoun) if before is not None else []
        again = [t for t in grammar.children(before, "nsubj", "nsubjpass") if t.lower_ == "it"] if before else []
        if not found and again and depth < _SENTENCES:  # "It was signed in May. It will enter into force in June."
            return self._antecedent(again[0], depth + 1)
        return found[0] if found else None

    def _argument(self, verb: Token, pronoun: Token) -> list[Mention]:
        """The mention that is the subject, else the object, of a verb before a pronoun."""
        for part in (*grammar.children(verb, "nsubj", "nsubjpass"), *grammar.children(verb, "dobj")):
            found = [m for m in self.by_token.get(part.i, ()) if m.tokens.root.i == part.i and m.last < pronoun.i]
            if found:
                return found
        return []

    def near(self, token: Token, states: frozenset[str]) -> Mention | None:
        """The mention that an unnamed step is about, of those in its sentence and the three before: that of the
        agreement which the document speaks of most, if those who act may be parties to it."""
        start = token.sent.start
        for _ in range(3):
            start = self.layers.tokens[start - 1].sent.start if start > 0 else 0
        low = bisect.bisect_left(self.ordered, start, key=lambda m: m.first)
        high = bisect.bisect_left(self.ordered, token.sent.end, key=lambda m: m.first)
        fitting = [m for m in self.ordered[low:high] if _may_act(states, m.agreement)]
        if token.lemma_.lower() in words("en", "agreements_parties", "talks"):
            return self._talked_of(token, fitting)
        return max(fitting, key=lambda m: (len(m.agreement.mentions), m.first), default=None)


def _is_law(noun: Token) -> bool:
    """Whether a noun is a law about an agreement; an instrument that changes one is another ("a pact extending it")."""
    return noun.lemma_ in {"bill", "legislation", "resolution"}


def _is_circumstance(token: Token, mention: Mention) -> bool:
    """Whether a word only stands in a phrase inside a mention: "left the pact | with a decree"."""
    return token.dep_ == "pobj" and mention.first < token.head.i < token.i <= mention.last


def _points_back(token: Token) -> bool:
    """Whether a pronoun may stand for an agreement named before; the "that" of "the declarations that they adopted"
    stands for the noun before it, whether that is an agreement or not, and "that" alone for what was said."""
    return token.lower_ in _PRONOUNS and not (token.lower_ == "that" and token.tag_ in {"WDT", "IN", "DT"})


def _opens_list(token: Token) -> bool:
    """Whether examples follow: "such as", "including", "namely"."""
    if token.lower_ == "as":
        return token.i > 0 and token.nbor(-1).lower_ == "such"
    return token.lower_ in {"including", "namely", "like"}


def _is_among_them(doc: Doc, i: int) -> bool:
    return doc[i].lower_ == "among" and doc[i + 1].lower_ == "them"


def _again(mention: Mention) -> bool:
    """Whether the preposition of a list comes again before a name: "the signing of a treaty, [of] a pact and [of] a
    protocol"."""
    before = [t.lower_ for t in mention.tokens.doc[max(0, mention.first - 3) : mention.first]]
    before = before[:-1] if before[-1:] and before[-1] in _ARTICLES else before
    return before[-2:] in ([",", "of"], ["and", "of"], [",", "to"], ["and", "to"])


def _joins(between: Tokens) -> bool:
    """Whether what stands between two names only joins them: "(1961), " or " signed in 2000, and the "."""
    if not between or all(t.lower_ in _JOINTS for t in between):
        return True
    if between[0].lower_ in {",", "and"} and all(t.lower_ in _JOINTS | _AGAIN for t in between):
        return True
    if any(t.tag_ in _TELLING for t in between):
        return False  # "ratified the pact and will not reopen | the treaty"
    joined = any(t.lower_ in {",", "and", "or", ";"} for t in between)
    return joined and len(between) <= _GAP and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in between)


def _may_act(states: frozenset[str], agreement: Agreement) -> bool:
    known = states and agreement.parties and not agreement.multilateral  # of many parties, only some are named
    return not known or bool(states & set(agreement.parties))
