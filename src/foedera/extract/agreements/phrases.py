"""Noun phrases that can speak of an agreement: where they start and end, and what their words say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.extract.agreements.nouns import Noun, vocabulary
from foedera.extract.agreements.words import HYPHENS, QUOTES

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Form = Literal["name", "definite", "indefinite", "bare", "open"]
"""How a phrase presents its agreement: by a title, as known ("the"), as new ("a"), without article, or at large ("any")."""

_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "PRON", "VERB", "PUNCT", "CCONJ", "SYM", "X"})
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "DET"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "nsubj", "aux", "ROOT", "prep", "preconj", "mark", "appos"})
_COMPLEMENTS = frozenset(
    {"between", "among", "amongst", "with", "on", "over", "of", "for", "about", "against", "concerning", "regarding"}
)
_LISTING = frozenset({"between", "among", "amongst", "with"})
_LONGEST = 14  # tokens: a complement that is longer says more than what the agreement is
_LONGEST_LIST = 60  # tokens: a list of partners can be long
_DETERMINERS = frozenset({"DT", "PDT", "WDT", "JJ", "JJR", "JJS", "PRP$", "VBD", "VBN", "CD"})


@dataclass(slots=True)
class Phrase:
    """One phrase that can speak of an agreement. `start` and `end` are tokens; `topics` the words that tell it apart.

    `title` holds a title's telling words; `number` which of a numbered series ("phase one"); `scope` the words that set
    it against another ("global") and `marks` the opposites it takes sides in; `concluders` those who act on it in its clause, `helpers`
    those who help others to it, `partners` those after "with", `pair`
    all parties where the phrase names them all ("the Chile-Peru treaty"); `length` how long it is to last; `inside` whether it is a matter inside one country or of firms,
    `each` that it is one of several deals with as many partners and `siblings` the partners of the
    others,
    `modifying` that it only stands before another noun ("treaty obligations"),
    `making` that it is only being sought or made, `standing` that it is known to be older than the report.
    """

    head: Token
    noun: Noun
    start: int
    end: int
    form: Form
    plural: bool = False
    title: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()
    number: int | None = None
    articles: int | None = None
    marks: frozenset[str] = frozenset()
    length: str | None = None
    concluders: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    partners: frozenset[str] = frozenset()
    pair: frozenset[str] = frozenset()
    inside: bool = False
    each: bool = False
    siblings: frozenset[str] = frozenset()
    modifying: bool = False
    making: bool = False
    standing: bool = False
    inner: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    aliases: set[str] = field(default_factory=set)

    @property
    def tokens(self) -> Tokens:
        """The words of the phrase."""
        return self.head.doc[self.start : self.end]

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun tells which agreement is meant."""
        return not (self.title or self.topics or self.years or self.parties or self.number)

    @property
    def predicate(self) -> bool:
        """Whether the phrase only says what something is: "it is a bad deal", "hailed as a landmark accord"."""
        head = self.head
        return head.dep_ in {"attr", "oprd"} or (head.dep_ == "pobj" and head.head.lower_ == "as")


def left_edge(head: Token) -> int:
    """The first token of the phrase: its determiner, or the first word before the noun that belongs to it."""
    words, doc, start, floor = vocabulary(), head.doc, head.i, head.sent.start
    if start - 2 >= floor and doc[start - 2].lower_ == "cease":
        start -= 2
    while start > floor and _belongs(doc[start - 1], head):
        start -= 1
        token = doc[start]
        if token.lower_ in words.definite - {"said", "both"} or token.lower_ in {"a", "an"}:
            break
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].tag_ in {"CC", "POS", "RB"}):
        start += 1
    return start


def _belongs(token: Token, head: Token) -> bool:
    """Whether a word before a noun is part of its phrase; a possessor's own determiner is too ("the country's pact")."""
    if token.pos_ not in _LEFT or (token.is_punct and token.text not in HYPHENS | QUOTES | {","}):
        return False
    for _ in range(6):
        if token.dep_ in _CLAUSAL:
            return False
        token = token.head
        if token.i == head.i:
            return True
        if token.i > head.i:
            return False
    return False


def left_of_modifier(head: Token) -> int:
    """The start of a noun that stands before another: a "the" that belongs to both is taken in ("the treaty text")."""
    words, start = vocabulary(), left_edge(head)
    while start > head.sent.start and head.doc[start - 1].head.i == head.head.i:
        if head.doc[start - 1].dep_ not in {"amod", "compound", "det", "nmod", "poss"}:
            break
        start -= 1
        if head.doc[start].lower_ in words.definite:
            return start
    return left_edge(head)


def left_by_words(head: Token, floor: int) -> int:
    """The phrase's start where the tree is no help (text in capitals, a phrase torn apart): back to the nearest determiner."""
    words, doc = vocabulary(), head.doc
    for i in range(head.i - 1, max(floor, head.i - 5) - 1, -1):
        if doc[i].lower_ in words.definite or doc[i].lower_ in words.indefinite or doc[i].lower_ in words.open:
            return i
        if doc[i].pos_ not in _WITHIN and not head.is_upper:
            break
        if doc[i].is_punct and doc[i].text not in HYPHENS | QUOTES:
            return i + 1 if head.is_upper else head.i
    return head.i


def right_edge(head: Token) -> int:
    """The token after the phrase's complements: "between A and B", "with B", "on trade"; clauses stay outside."""
    end = head.i + 1
    while end < len(head.doc):
        child = head.doc[end]
        if child.dep_ != "prep" or not _complements(child, head):
            break
        objects = [c for c in child.children if c.dep_ == "pobj" or (c.dep_ == "pcomp" and child.lower_ == "on")]
        last = child.right_edge.i
        if not objects or objects[0].ent_type_ in {"DATE", "TIME"}:
            break
        if last - child.i > (_LONGEST_LIST if child.lower_ in _LISTING else _LONGEST):
            last = _short_end(child, last)
        stop = _interrupted(child, last)
        if stop <= child.i + 1:
            break
        end = stop
        if stop <= last:
            break
    return end


def _complements(preposition: Token, head: Token) -> bool:
    """Whether a preposition after a noun belongs to it; the tree may hang it on the verb ("reached a deal on grain")."""
    if preposition.head.i == head.i:
        return preposition.lower_ in _COMPLEMENTS
    return (
        preposition.i == head.i + 1
        and preposition.lower_ in {"between", "among", "on", "over", "with"}
        and preposition.head.i < head.i
    )


def _short_end(preposition: Token, last: int) -> int:
    """The last token of a long complement's first part: up to a later preposition."""
    doc = preposition.doc
    later = (
        i - 1 for i in range(preposition.i + 3, last) if doc[i].dep_ == "prep" and doc[i - 1].pos_ in {"NOUN", "PROPN"}
    )
    return next(later, preposition.i)


def _interrupted(preposition: Token, last: int) -> int:
    """Where a clause, an aside or another known agreement starts inside a complement; past its end if none does."""
    doc, words = preposition.doc, vocabulary()
    listing = preposition.lower_ in _LISTING
    for i in range(preposition.i + 1, last + 1):
        token = doc[i]
        if token.is_space or token.text in {"(", "—", "–", ";", ":", "”", '"'} or (token.text == "," and not listing):
            return i
        if token.dep_ == "relcl" or (token.dep_ in {"acl", "advcl"} and token.tag_ != "VBG"):
            return min(token.left_edge.i, i)
        if (
            token.dep_ == "prep"
            and token.head.i != preposition.i
            and token.lower_ not in _COMPLEMENTS | {"in", "from", "to"}
        ):
            return i
        if words.noun(token.lower_) and any(t.lower_ in words.definite for t in token.lefts):
            return preposition.i
        if words.noun(token.lower_) and token.dep_ in {"conj", "appos"}:
            return _before(token)
    return last + 1


def _before(token: Token) -> int:
    """Where what stands before a listed noun ends, without the comma or "and" that joins them."""
    end = token.left_edge.i
    while end > 1 and (token.doc[end - 1].is_punct or token.doc[end - 1].tag_ == "CC"):
        end -= 1
    return end


def form_of(head: Token, start: int) -> Form:
    """What the determiner says: known, new, any, or nothing."""
    words, first = vocabulary(), head.doc[start]
    if first.lower_ in words.open:
        return "open"
    if first.lower_ in words.definite or any(t.tag_ == "POS" for t in head.doc[start : head.i]):
        return "definite"
    return "indefinite" if first.lower_ in words.indefinite else "bare"
