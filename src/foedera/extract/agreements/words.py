"""What single words and runs of words say: style, topic, year, count of articles."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import normal, vocabulary
from foedera.extract.agreements.parties import names_state
from foedera.lexicon import words as lexicon_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

HYPHENS = frozenset({"-", "–", "—", "/", "‑"})
QUOTES = frozenset({"“", "”", '"', "‘", "’", "'", "``", "''"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_YEAR = re.compile(r"(1[6-9]|20)\d\d$")
_ARTICLES = re.compile(r"(\d+)-(article|point)$", re.IGNORECASE)
_MEASURE = re.compile(
    r".*\d|.*-(year|month|week|day|hour|nation|country|way|page|term|old|article|point|time|party)(-old)?$"
)
_LENGTH = re.compile(r"(\d+|two|three|four|five|six|seven|ten)-(hour|day|week|month|year)$", re.IGNORECASE)
_SIZE = re.compile(r"(two|three|four|five|six|seven)-(way|nation|country|party|state|member)$", re.IGNORECASE)
SIZES = {2: "bilateral", 3: "trilateral", 4: "four-way", 5: "five-way", 6: "six-way", 7: "seven-way"}
"""What an agreement of so many parties is called."""
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SERIES = (
    ("one", "i", "1", "first"),
    ("two", "ii", "2", "second"),
    ("three", "iii", "3", "third"),
    ("four", "iv", "4"),
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NUMERALS = {word: n for n, words in enumerate(_SERIES, start=1) for word in words}


def shouting(texts: Iterable[str]) -> bool:
    """Whether the words of a sentence are set in capitals, so that capitals say nothing."""
    found = [text for text in texts if len(text) > 1 and text.isalpha()]
    return len(found) >= 4 and sum(map(str.isupper, found)) > 0.7 * len(found)


def headline(sentence: Tokens) -> bool:
    """Whether a sentence is set in headline style, where nearly every word has a capital."""
    capitals = 0
    for token in sentence:
        if token.is_alpha and len(token) > 3 and token.pos_ not in {"ADP", "SCONJ"}:
            if not token.text[0].isupper():
                return False
            capitals += 1
    return capitals >= 3


def content(tokens: Iterable[Token]) -> frozenset[str]:
    """The words among some tokens that tell agreements apart."""
    return frozenset(normal(t.text) for t in tokens if _tells(t))


def _tells(token: Token) -> bool:
    words, word = vocabulary(), token.lower_
    if token.pos_ not in _CONTENT or len(word) < 3 or token.is_stop or _MEASURE.match(word):
        return False
    if token.ent_type_ in _TIMES or ("-" in word and word.rpartition("-")[2] in _helping()):
        return False  # "the U.S.-brokered accord"
    return not (word in words.empty or word in words.scope or word in words.determiners or words.noun(word))


@functools.cache
def _helping() -> frozenset[str]:
    """The second halves of compounds that tell who helped others to an agreement."""
    return lexicon_words("en", "agreements_parties", "helpers")


def scopes(tokens: Iterable[Token]) -> frozenset[str]:
    """The words that set one agreement against another of its kind: "global", "separate", "more ambitious"."""
    return frozenset(t.lower_ for t in tokens if t.lower_ in vocabulary().scope or t.tag_ in {"JJR", "RBR"})


def size(text: str) -> frozenset[str]:
    """For how many parties it is: "a two-way deal" is bilateral, "the three-country pact" trilateral."""
    found = (_SIZE.match(word) for word in text.split() if "-" in word)
    return frozenset(SIZES[_COUNTS[match[1].lower()]] for match in found if match)


def marks(tokens: Iterable[Token]) -> frozenset[str]:
    """The opposites that some words take sides in: "new" against "old", "limited" against "full"; not in a label."""
    sides = vocabulary().marks
    return frozenset(sides[t.lower_] for t in tokens if t.lower_ in sides and not _is_in_label(t))


def _is_in_label(token: Token) -> bool:
    """Whether a word is the first of a partnership's label: "a *comprehensive* strategic partnership"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in {"strategic", "cooperative", "partnership"}


def length(text: str) -> str | None:
    """How long it is to last: "a 30-day ceasefire"."""
    found = (_LENGTH.match(word) for word in text.split() if "-" in word)
    return next((match[0].lower() for match in found if match), None)


def years(tokens: Iterable[Token]) -> frozenset[str]:
    """The years that some tokens name."""
    return frozenset(t.text for t in tokens if _YEAR.match(t.text))


def articles(text: str) -> int | None:
    """How many articles or points an instrument has: "the 12-article treaty"."""
    found = (_ARTICLES.match(word) for word in text.split() if "-" in word)
    return next((int(match[1]) for match in found if match), None)


def number(tokens: Sequence[Token] | Tokens) -> int | None:
    """Which of a numbered series: "phase one", "START II", "Minsk 2"; None where there is no number."""
    texts = [t.text for t in tokens]
    lower = [text.lower() for text in texts]
    for i in range(1, len(lower)):
        numeral = _NUMERALS.get(lower[i])
        if numeral and (lower[i - 1] == "phase" or (texts[i - 1][0].isupper() and not texts[i].islower())):
            return numeral
        if lower[i] == "phase" and lower[i - 1] in _NUMERALS:
            return _NUMERALS[lower[i - 1]]
    if not any("phase" in word for word in lower):
        return None
    for word in "".join(t.text_with_ws for t in tokens).lower().split():
        head, _, tail = word.strip("\"'“”‘’").partition("-")
        if "phase" in (head, tail):
            return _NUMERALS.get(tail) or _NUMERALS.get(head)
    return None


def ordinal(before: Iterable[Token]) -> int | None:
    """Which of several it is: "the second protocol"."""
    return next((_ORDINALS[t.lower_] for t in before if t.lower_ in _ORDINALS and t.dep_ == "amod"), None)


def labels(tokens: Sequence[Token] | Tokens) -> Iterator[str]:
    """A partnership's label, verbatim: "comprehensive strategic partnership"."""
    words = vocabulary()
    for i, token in enumerate(tokens):
        if token.lower_ != "partnership":
            continue
        start = i
        while start and tokens[start - 1].pos_ in {"ADJ", "NOUN", "PROPN", "VERB"}:
            before = tokens[start - 1]
            if before.lower_ in words.unlabelled or before.ent_type_ in {"GPE", "NORP"} or names_state(before.text):
                break
            if token.is_lower and before.pos_ == "PROPN":
                break  # "the EU-Morocco partnership"
            start -= 1
        if start < i:
            yield tokens[i].doc[tokens[start].i : token.i + 1].text
