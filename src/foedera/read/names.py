"""Bylines: the persons that a line names as having written the report."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon import load
from foedera.read import days

if TYPE_CHECKING:
    from foedera.read.days import Day

_LONGEST = 160
_BETWEEN = re.compile(r"\s*(?:,|;|\||•|·|\s[–—-]\s|\band\b|&|\bwith\b)\s*")
_PLACE = re.compile(r"\s(?:in|for|at|of|from|near|@)\s")  # what follows is where they wrote, or for whom
_WORD = re.compile(r"[^\W\d_][\w.'’-]*\.?")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a report, and the day that stands beside them."""

    names: tuple[str, ...]
    day: Day | None


@functools.cache
def _opener() -> re.Pattern[str]:
    openers = sorted(load("en", "provenance")["bylines"]["openers"], key=len, reverse=True)
    return re.compile("(?:" + "|".join(openers) + r")\s+(?=\w)", re.IGNORECASE)


def byline_names(line: str) -> Byline | None:
    """The persons of a line such as "By Jane Doe and John Roe, Associated Press"; None where it is no byline."""
    if len(line) > _LONGEST:
        return None
    found = list(days.days(line))
    bare = line
    for day in reversed(found):
        bare = bare[: day.start] + "|" + bare[day.end :]
    opener = _opener().match(bare.lstrip("| ,"))
    if not opener:
        return None
    rest = bare.lstrip("| ,")[opener.end() :].strip(" .|,")
    parts = [part for part in _BETWEEN.split(rest) if part]
    if not parts or not all(_is_capitalised(part) for part in parts):
        return None
    names = tuple(name for part in parts if is_person(name := _PLACE.split(part)[0]))
    if not names and not _names_staff(parts[0]):
        return None
    return Byline(names, found[0] if found else None)


def _words(part: str) -> list[str]:
    return _WORD.findall(part)


def _particles() -> set[str]:
    return set(load("en", "provenance")["bylines"]["particles"])


def _is_capitalised(part: str) -> bool:
    """Whether every word has a capital, particles of names and small words aside: a name, an office or an outlet."""
    small = _particles() | set(load("en", "provenance")["small_words"])
    return all(not word[0].islower() or word.lower() in small for word in _words(part))


def is_person(part: str) -> bool:
    """Whether the words look like a person's name: two to five of them, none of an office or an outlet."""
    words = [word for word in _words(part) if word.lower() not in _particles()]
    others = {*load("en", "provenance")["bylines"]["not_names"], *load("en", "provenance")["small_words"]}
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(word[0].isupper() and word.lower().rstrip(".") not in others for word in words)
        and part not in agencies()
    )


def is_outlet(line: str) -> bool:
    """Whether a short line is the name of an outlet or a desk, as it stands under a writer's name."""
    words = _words(line)
    return 0 < len(words) <= 4 and _is_capitalised(line) and _names_staff(line)


def _names_staff(part: str) -> bool:
    staff = set(load("en", "provenance")["bylines"]["not_names"])
    return part in agencies() or any(word.lower() in staff for word in _words(part))


@functools.cache
def agencies() -> dict[str, str]:
    """The name of an agency under each of its marks."""
    return {mark: name for name, marks in load("en", "provenance")["agencies"].items() for mark in marks}
