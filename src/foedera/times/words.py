"""Pieces of a text and what kinds of word they are.

A text is cut into pieces that tile it; each piece becomes one character that stands for the set of classes it is
in (`June` is a MONTH; `18` a NUMBER, a DAY, an HOUR). Patterns are then regular expressions over these characters.
What the classes are and which words are in them is in the lexicon; nothing here knows a language.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from foedera import lexicon

_GAP = r"[^\S\n]*(?:\n(?=[a-z]))?"  # a line that goes on in lower case was only wrapped
_PIECE = re.compile(
    r"(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"  # ISO 8601
    r"|\d\d-\d\d-(?:\d{4}|\d\d)(?![\w-])"  # 18-06-2024
    r"|\d\d?(?=,(?:19|20)\d\d(?!\d))"  # "Nov. 4,1992" lacks a blank
    r"|\d+(?:[.,:/]\d+)*(?:<sup>[^\W\d_]*</sup>|[^\W\d_]*)"  # numbers, with what is glued to their ends
    r"|(?:[^\W\d_]\.){2,12}|[^\W\d_]\.[^\W\d_]\b"  # a.m., U.S.
    r"|[^\W_]+"
    r"|['’‘`](?:\d\d[^\W\d_]{0,2}\b|[^\W\d_]{1,2}\b)"  # '82, 's
    r"|\s*\n\s*|.)" + _GAP,
    re.DOTALL,
)
_LONGEST = 40  # characters: a longer piece is no word of any lexicon


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces: where each starts, and one class character each."""

    text: str
    parts: list[str]
    starts: list[int]
    codes: str

    def end(self, index: int) -> int:
        """Where a piece ends, the white space after it left out."""
        return self.starts[index] + len(self.parts[index].rstrip())


class Words(dict[str, str]):
    """Pieces to class characters, filled as texts are read."""

    def __init__(self, language: str) -> None:
        data = lexicon.load(language, "times")
        self._shapes = [(re.compile(s["like"]), frozenset(s["is"])) for s in data["shapes"]]
        self._entries: dict[str, dict[str, Any]] = {}
        for name, words in data["words"].items():
            for word, value in _items(words):
                self._entries.setdefault(word, {})[name] = value
        self._codes: dict[frozenset[str], str] = {}
        self._sets: dict[str, str] = {}
        self._other = self._code(frozenset(["OTHER"]))

    def __missing__(self, piece: str) -> str:
        if len(piece) > _LONGEST and "\n" not in piece:
            return self._other
        code = self._code(self.classes(piece))
        if len(self) < 500_000:  # a bound for hostile vocabularies
            self[piece] = code
        return code

    def _code(self, classes: frozenset[str]) -> str:
        return self._codes.setdefault(classes, chr(0xE000 + len(self._codes)))

    def add_literal(self, word: str) -> None:
        """Make a word a class of its own, named by itself."""
        self._entries.setdefault(word, {})[word] = word

    def close(self) -> None:
        """Give each possible set of classes its character, once all words are known."""
        for word in self._entries:
            for form in (word, word.upper(), word.capitalize()):
                self._code(self.classes(form))
        for _, classes in (*self._shapes, ("", frozenset(["LINE"]))):
            self._code(classes)

    def entry(self, piece: str) -> dict[str, Any]:
        """What the lexicon has for a piece: class to value. A word written with a capital there needs one here."""
        word = piece.strip()
        found = self._entries.get(word)
        if found is None and word[:1].isupper():
            found = (self._entries.get(word.capitalize()) if word.isupper() else None) or self._entries.get(
                word.lower()
            )
        return found or {}

    def classes(self, piece: str) -> frozenset[str]:
        """The classes of a piece, after the lexicon or else by its shape."""
        if not piece.strip() and "\n" in piece:
            return frozenset(["LINE"])
        entry = frozenset(self.entry(piece))
        if any(name.isupper() for name in entry):
            return entry
        word = re.sub(r"</?sup>", "", piece.strip())
        shape = next((classes for like, classes in self._shapes if like.fullmatch(word)), frozenset(["OTHER"]))
        return entry | shape

    def any_of(self, name: str) -> str:
        """Every character whose classes hold that name."""
        if name not in self._sets:
            self._sets[name] = "".join(code for classes, code in self._codes.items() if name in classes)
        return self._sets[name]

    def is_in(self, piece: str, name: str) -> bool:
        """Whether a piece is of a class."""
        return self[piece] in self.any_of(name)

    def cut(self, text: str) -> Pieces:
        """A text in pieces with their class characters."""
        parts = [*_PIECE.findall(text), "\n"]  # the end is the end of a line
        starts = [0, *accumulate(map(len, parts))]
        return Pieces(text, parts, starts, "".join(map(self.__getitem__, parts)))


def _items(words: Any) -> Any:
    return words.items() if isinstance(words, dict) else ((word, word) for word in words)


@functools.cache
def words(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)
