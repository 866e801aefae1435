"""Names of persons: their parts, and whether two names can be one person's."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from foedera.lexicon import load

if TYPE_CHECKING:
    from foedera.extract.entities.draft import Gender

_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@functools.lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a name in small plain letters: "Nguyễn Phú Trọng" and "Kim Jong-un" as outlets vary them."""
    plain = unicodedata.normalize("NFKD", name.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return tuple(p for p in _PARTS.findall(plain) if p not in ("al", "el", "jr", "sr"))


@functools.cache
def _surnames_first() -> frozenset[str]:
    return frozenset(load("world", "surnames")["first"])


def surname(name: str) -> str:
    """The family name: the first part of a Korean, Chinese or Vietnamese name, else the last."""
    its = parts(name)
    if not its:
        return ""
    return its[0] if len(its) in (2, 3) and its[0] in _surnames_first() else its[-1]


def alike(a: str, b: str) -> bool:
    """Whether two parts are spellings of one ("yuri", "yury"; "sergei", "sergey"; an initial)."""
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return a[0] == b[0] and min(len(a), len(b)) >= 4 and Levenshtein.distance(a, b) <= 1 + (len(a) > 7)


@functools.cache
def _given_names() -> dict[str, str]:
    return {name: gender for gender, names in load("world", "given_names").items() for name in names}


def given_gender(name: str) -> Gender | None:
    """The gender that the given name of a full name tells, None where it tells none."""
    its = parts(name)
    if len(its) < 2 or surname(name) == its[0]:
        return None
    gender = _given_names().get(its[0])
    return "m" if gender == "m" else "f" if gender == "f" else None


def keys(name: str) -> tuple[str, ...]:
    """The parts by which a person may be called or found again."""
    its = parts(name)
    return tuple(dict.fromkeys((surname(name), its[-1], its[0])))


def short_for(short: str, full: str) -> bool:
    """Whether a short form can stand for a full name: its surname, its last parts, or a Vietnamese given name."""
    its, whole = parts(short), parts(full)
    if not its or not whole or len(its) > len(whole):
        return False
    if len(its) == 1:
        return its[0] in (surname(full), whole[-1])
    return its == whole[-len(its) :] or its == whole[: len(its)]


def is_junior(name: str) -> bool:
    """Whether a name says that it is the son's ("Donald Trump Jr.")."""
    return name.rstrip(".").endswith((" Jr", " jr", " II", " III"))


def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person's in other spellings or with a middle name."""
    one, two = parts(a), parts(b)
    if not one or not two:
        return False
    if is_junior(a) == is_junior(b) and ("".join(one) == "".join(two) or sorted(one) == sorted(two)):
        return True
    if is_junior(a) != is_junior(b) or not alike(surname(a), surname(b)):
        return False
    if len(one) == len(two):
        return all(map(alike, one, two))
    short, long = sorted((one, two), key=len)
    if len(short) > 1 and short == long[-len(short) :]:
        return True  # "López Obrador", "Suu Kyi": the family names without the given ones
    if len(short) > 2 and not alike(short[1], long[1]):
        return False
    # "Donald J. Trump", "Andrés Manuel López Obrador": first and last parts agree.
    return len(short) >= 2 and alike(short[0], long[0]) and short[-1] == long[-1]
