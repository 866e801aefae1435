"""Spellings of names: what one name looks like when it is written in Latin letters by one outlet and by another."""

from __future__ import annotations

import functools
import re

from rapidfuzz import fuzz

from foedera.lexicon import load, words

_ALIKE = 85  # of 100: one letter in seven
_NEAR = 65  # of 100, where the consonants are the same
_SHORT = 4
"""Letters of names that are compared letter by letter: "Li" and "Lu" are two."""

_FOLDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("ks", "x"), ("kh", "h"), ("ck|q", "k"), ("ph", "f"), ("w", "v"), ("tch|tsch", "ch"), ("dh", "d"),
        ("[ae]h$", "a"), ("[jy]", "i"), ("[ei]i+|ii+|ie$", "i"), ("ou?", "u"),
        ("(?<=.)h", ""), (r"(.)\1+", r"\1"), ("[ei]i+|ii+", "i"),
    )
)  # fmt: skip
"""What spellings of one name differ in: Yury, Yuri; Zelensky, Zelenskyy; Rahmon, Rakhmon; Alexander, Aleksandr."""


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word with what transliterations differ in made equal."""
    for pattern, by in _FOLDS:
        word = pattern.sub(by, word)
    return word


@functools.lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The consonants of a word: Arabic and Slavic names keep them where outlets choose other vowels."""
    folded = fold(_form_of().get(word, word))
    return re.sub("[aeiou]", "", folded).replace("g", "k") or folded


@functools.lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings of one family name, folded equal or nearly so; Petrov and Petrova are two."""
    a, b = fold(one), fold(other)
    if a == b or any(fold(one.replace("q", by)) == fold(other.replace("q", by)) for by in "gk"):
        return True
    if _is_feminine(a, b) or _is_feminine(b, a):
        return False
    return min(len(a), len(b)) > _SHORT and fuzz.ratio(a, b) >= _ALIKE


@functools.lru_cache(maxsize=65536)
def given_alike(one: str, other: str) -> bool:
    """Whether two given names can be one: spellings, short forms, forms of other languages, or an initial."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    forms = _form_of().get(one), _form_of().get(other)
    if all(forms):
        return forms[0] == forms[1]
    if _genders_differ(one, other):
        return False
    return alike(one, other) or _sound_alike(one, other)


def _sound_alike(one: str, other: str) -> bool:
    """The same consonants, and vowels that differ little: Islam, Islom."""
    a, b = fold(one), fold(other)
    if _is_feminine(a, b) or _is_feminine(b, a) or min(len(a), len(b)) < _SHORT:
        return False
    return len(sounds(one)) > 1 and sounds(one) == sounds(other) and fuzz.ratio(a, b) >= _NEAR


def _is_feminine(one: str, other: str) -> bool:
    """ "Petrova" beside "Petrov", "Ivana" beside "Ivan": a woman's name."""
    return one == f"{other}a" and other[-1] not in "aeiou"


def _genders_differ(one: str, other: str) -> bool:
    known = _genders().get(one), _genders().get(other)
    return all(known) and known[0] != known[1]


def is_double_given(names: tuple[str, ...]) -> bool:
    """Whether a name is made of given names only: "Juan Carlos" is not short for Juan Carlos Varela."""
    return all(name in _genders() for name in names)


def is_junior(word: str) -> bool:
    """Whether a word after a name tells the son from his father."""
    return word in words("world", "name_forms", "juniors")


def particles() -> frozenset[str]:
    """Words between the parts of a name: bin, von, de."""
    return words("world", "name_forms", "particles")


@functools.cache
def known_as() -> dict[str, str]:
    """Whole names by what stands for them: MBS."""
    return dict(load("world", "name_forms")["known_as"])


def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return words("world", "surnames", "first")


def honorifics() -> frozenset[str]:
    """Words around a person's name that are no part of it."""
    return words("en", "sameness", "honorifics")


@functools.cache
def _form_of() -> dict[str, str]:
    return {word: forms[0] for forms in load("world", "name_forms")["given"] for word in forms}


@functools.cache
def _genders() -> dict[str, str]:
    return {name: gender for gender, names in load("world", "given_names").items() for name in names}
