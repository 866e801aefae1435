"""Names made comparable: what is left of one when case, accents, spelling and small words are gone."""

from __future__ import annotations

import calendar
import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.lexicon import load
from foedera.lexicon.states import states

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]\b|['’](?=\s|$)")
_DAYS = frozenset(
    word.casefold() for names in (calendar.day_name, calendar.month_name, calendar.day_abbr) for word in names
)


def written(text: str) -> list[str]:
    """The words of a name as written, without accents and possessives, compounds taken apart ("U.S.-ROK": US, ROK)."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _TOKEN.findall(_POSSESSIVE.sub("", bare))
    return [word if word[0].isdigit() else word.replace(".", "") for word in words]


def tokens(text: str) -> list[str]:
    """The words of a name in one case."""
    return [word.casefold() for word in written(text)]


def year_in(words: list[str]) -> str | None:
    """The first year among some words."""
    return next((word for word in words if re.fullmatch(r"1[5-9]\d\d|20\d\d", word)), None)


@functools.cache
def _state_phrases(seats: bool) -> dict[tuple[str, ...], str]:
    """Every way of naming a state, as words, with its code."""
    found: dict[tuple[str, ...], str] = {}
    for state in states().values():
        capitals = state.seats if seats else ()
        for phrase in (state.name, *state.names, *state.adjectives, *state.people, *capitals):
            found.setdefault(tuple(tokens(phrase)), state.party)
    found.pop((), None)
    return found


@functools.cache
def _longest(seats: bool) -> int:
    return max(map(len, _state_phrases(seats)))


def find_states(words: list[str], *, seats: bool = False) -> Iterator[tuple[int, int, str]]:
    """Where some words name states, the longest way first: first word, word after the last, code.

    With `seats`, capitals and seats of government count as naming their state.
    """
    phrases, at = _state_phrases(seats), 0
    while at < len(words):
        reach = min(_longest(seats), len(words) - at)
        length = next((n for n in range(reach, 0, -1) if tuple(words[at : at + n]) in phrases), 0)
        if length:
            yield at, at + length, phrases[tuple(words[at : at + length])]
        at += length or 1


@functools.cache
def _adjectives() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(tokens(word)) for state in states().values() for word in (*state.adjectives, *state.people))


def is_adjective(words: list[str]) -> bool:
    """Whether some words are a nationality ("North Korean"): they tell of a party, not of a title."""
    return tuple(words) in _adjectives()


@functools.cache
def nationality_words() -> frozenset[str]:
    """Every word of a nationality: "korean" is not the name of one agreement."""
    return frozenset(word for words in _adjectives() for word in words)


def successors() -> frozenset[str]:
    """Words that, beside a title, name what comes after it."""
    return lexicon.words("en", "sameness", "successor")


@functools.cache
def noun_kinds() -> dict[str, str]:
    """The words an agreement goes by, singular and plural, with the kind each names."""
    nouns = load("en", "agreements")["nouns"]
    found: dict[str, str] = {}
    for noun, entry in nouns.items():
        for word in (noun, entry.get("plural", noun + "s")):
            for token in tokens(word):
                found.setdefault(token, entry["kind"])
    return found


def head_noun(text: str) -> str | None:
    """The word an agreement goes by in some words: "accord" in "the draft accord on grain with Ruritania"."""
    words = tokens(text)
    nouns = [n for n, word in enumerate(words) if word in noun_kinds()]
    end = next((n for n in range(nouns[0], len(words)) if words[n] in small_words()), None) if nouns else None
    named = [words[n] for n in nouns if end is None or n < end]
    return stem(named[-1]) if named else None


@functools.cache
def _empty() -> frozenset[str]:
    nouns = load("en", "agreements")
    words = {str(word) for group in nouns["empty"] for word in group}
    words |= {str(word) for group in nouns["determiners"].values() for word in group}
    words |= set(load("en", "sameness")["blank"])
    return frozenset(token for word in words for token in tokens(word)) | small_words()


def small_words() -> frozenset[str]:
    """Words that no name is known by, and that an acronym leaves out or not."""
    return lexicon.words("en", "sameness", "small")


def is_telling(word: str) -> bool:
    """Whether a word can tell one agreement from another: no small word, no noun such as "treaty", no year."""
    return not (word in noun_kinds() or word in _empty() or word in _DAYS or year_in([word]))


def stem(word: str) -> str:
    """One form for singular and plural, for British and American spelling, and for words of one meaning."""
    word = word.replace("defence", "defense").replace("isation", "ization")
    word = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return _synonyms().get(word, word)


@functools.cache
def _synonyms() -> dict[str, str]:
    return {other: word for word, others in load("en", "sameness")["synonyms"].items() for other in others}


def is_content(word: str) -> bool:
    """Whether a word is more than an article or preposition, a noun such as "treaty", or a year."""
    return not (word in noun_kinds() or word in small_words() or year_in([word]))


@functools.cache
def matters() -> frozenset[str]:
    """Words of what agreements are about ("trade", "nuclear"): many agreements share them."""
    return frozenset(stem(token) for word in load("en", "agreements")["matters"] for token in tokens(str(word)))


def versions() -> frozenset[str]:
    """Words by which a title names another version: the Comprehensive Agreement after the Agreement."""
    return lexicon.words("en", "sameness", "versions")


def initials(words: list[str]) -> str:
    """The acronym that words would have, small words left out."""
    return "".join(word[0] for word in words if word not in small_words())
