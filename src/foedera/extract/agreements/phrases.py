"""Noun phrases that can speak of an agreement: where they start and end, and what their words say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.extract.agreements.nouns import Noun, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Form = Literal["name", "definite", "indefinite", "bare", "open"]
"""How a phrase presents its agreement: by a title, as known ("the"), as new ("a"), without article, or at large ("any")."""

_YEAR = re.compile(r"(1[6-9]|20)\d\d$")
_ARTICLES = re.compile(r"(\d+)-(article|point)$", re.IGNORECASE)
_MEASURE = re.compile(r".*\d|.*-(year|month|week|day|hour|nation|country|way|page|term|old|article|point|time)(-old)?$")
_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "PRON", "VERB", "PUNCT", "CCONJ", "SYM", "X"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "nsubj", "aux", "ROOT", "prep", "cc:preconj", "mark"})
_COMPLEMENTS = frozenset(
    {
        "between",
        "among",
        "amongst",
        "with",
        "on",
        "over",
        "of",
        "for",
        "to",
        "about",
        "against",
        "concerning",
        "regarding",
    }
)
_LONGEST = 14  # tokens: a description that is longer says more than what the agreement is
_HYPHENS = frozenset({"-", "–", "—", "/", "‑"})


@dataclass(slots=True)
class Phrase:
    """One phrase that can speak of an agreement. `start` and `end` are tokens; `topics` the words that tell it apart."""

    head: Token
    noun: Noun
    start: int
    end: int
    form: Form
    plural: bool
    topics: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    modifiers: tuple[Token, ...] = ()
    complement: tuple[Token, ...] = ()
    articles: int | None = None
    fresh: bool = False
    aliases: list[str] = field(default_factory=list)

    @property
    def tokens(self) -> Tokens:
        """The words of the phrase."""
        return self.head.doc[self.start : self.end]

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun tells which agreement is meant."""
        return not (self.topics or self.years or self.parties or self.title)


def normal(word: str) -> str:
    """A word for comparison: lower case, one hyphen, no "non-" and no plural s."""
    word = word.lower().replace("–", "-").replace("‑", "-").strip("'’\"“”.-")
    if word.startswith("non-"):
        word = "non" + word[4:]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def shouting(sentence: Tokens) -> bool:
    """Whether a sentence is set in capitals, so that capitals say nothing."""
    words = [t for t in sentence if t.is_alpha and len(t) > 1]
    return len(words) >= 4 and sum(t.is_upper for t in words) > 0.7 * len(words)


def headline(sentence: Tokens) -> bool:
    """Whether a sentence is set in headline style, where nearly every word has a capital."""
    words = [t for t in sentence if t.is_alpha and len(t) > 3]
    return len(words) >= 3 and sum(t.text[0].isupper() for t in words) >= 0.85 * len(words)


def heads(doc: Doc) -> Iterator[tuple[Token, Noun]]:
    """Each token that is a noun for agreements. Verbs ("deal with", "accords with") are left out."""
    words = vocabulary()
    for token in doc:
        noun = words.noun(token.lower_)
        if noun and (token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.is_upper or token.dep_ in {"dobj", "pobj"}):
            yield token, noun


def left_edge(head: Token) -> int:
    """The first token of the phrase: its determiner, or the first word before the noun that belongs to it."""
    words = vocabulary()
    start = head.i
    floor = head.sent.start
    while start > floor:
        token = head.doc[start - 1]
        if not _belongs(token, head, start):
            break
        start -= 1
        if token.tag_ in {"DT", "PRP$"} and token.dep_ in {"det", "poss"} and token.head.i == head.i:
            break
        if token.lower_ in words.definite and token.lower_ not in {"said", "both"}:
            break
    while head.doc[start].is_punct or head.doc[start].tag_ in {"CC", "POS"} or head.doc[start].is_space:
        start += 1
    return start


def _belongs(token: Token, head: Token, start: int) -> bool:
    if token.is_space or token.pos_ not in _LEFT or token.text in {"(", ")", ":", ";", "."}:
        return False
    if token.is_punct and token.text not in _HYPHENS | {",", "“", '"', "‘", "’", "'"}:
        return False
    step = token
    for _ in range(6):
        if step.dep_ in _CLAUSAL:
            return False
        step = step.head
        if step.i == head.i:
            return True
        if step.i >= head.doc[start].sent.end or step.i < token.i - 12:
            return False
    return False


def right_edge(head: Token) -> int:
    """The token after the phrase's complements: "between A and B", "with B", "on trade"; clauses stay outside."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != end or child.lower_ not in _COMPLEMENTS:
            continue
        last = child.right_edge.i
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        if not objects or objects[0].ent_type_ in {"DATE", "TIME"} or last - child.i > _LONGEST:
            break
        stop = _clause_in(child, last)
        if stop <= child.i + 1:
            break
        end = stop
        if stop <= last:
            break
    return end


def _clause_in(preposition: Token, last: int) -> int:
    """Where a clause or an aside starts inside a complement; one past its last token if none does."""
    doc = preposition.doc
    listing = preposition.lower_ in {"between", "among", "amongst", "with"}
    for i in range(preposition.i + 1, last + 1):
        token = doc[i]
        if token.is_space or token.text in {"(", "—", "–", ";", ":", "”", '"'} or (token.text == "," and not listing):
            return i
        if token.dep_ == "relcl" or (token.dep_ in {"acl", "advcl"} and token.tag_ != "VBG"):
            return min(token.left_edge.i, i)
    return last + 1


def form_of(head: Token, start: int, plural: bool) -> Form:
    """What the determiner says: known, new, none, or any."""
    words = vocabulary()
    first = head.doc[start]
    word = first.lower_
    if any(
        t.lower_ in words.open
        for t in head.doc[start : head.i]
        if t.tag_ in {"DT", "JJ", "PDT", "WDT", "JJS", "JJR"} and t.i == start
    ):
        return "open"
    if word in words.definite:
        return "definite"
    if word in words.indefinite:
        return "indefinite"
    if any(t.tag_ == "POS" for t in head.doc[start : head.i]):
        return "definite"
    return "bare"


def content(tokens: list[Token]) -> frozenset[str]:
    """The words among some tokens that tell agreements apart."""
    words = vocabulary()
    found = set()
    for token in tokens:
        word = token.lower_
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"} or len(word) < 3:
            continue
        if word in words.empty or word in words.definite or word in words.open or words.noun(word) or token.is_stop:
            continue
        if _MEASURE.match(word) or token.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"}:
            continue
        found.add(normal(word))
    return frozenset(found)


def years_in(tokens: list[Token]) -> frozenset[str]:
    """The years that some tokens name."""
    return frozenset(t.text for t in tokens if _YEAR.match(t.text))


def articles_in(tokens: list[Token]) -> int | None:
    """How many articles or points: "the 12-article treaty"."""
    for i, token in enumerate(tokens):
        text = token.text
        if token.like_num and i + 2 < len(tokens) and tokens[i + 1].text in _HYPHENS:
            text = token.text + "-" + tokens[i + 2].text
        if match := _ARTICLES.match(text):
            return int(match[1])
    return None
