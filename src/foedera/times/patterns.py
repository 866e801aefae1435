"""Patterns of the lexicon as regular expressions over class characters.

    pattern   = row ("|" row)*
    row       = (part "?"?)*
    part      = CLASS | word | <phrase> | "(" pattern ")"

Every expression begins with a look at the character it must begin with, so that a text's other words cost little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(r"\s*(<\w+>|[()|?]|[^\s()|?]+)")


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression, the characters it can begin with, and whether it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool = False

    @property
    def guarded(self) -> str:
        """The expression behind a look at its first character."""
        return self.regex if self.empty or self.regex[0] == "[" else f"(?=[{''.join(sorted(self.first))}]){self.regex}"


def words_of(pattern: str) -> list[str]:
    """The plain words of a pattern."""
    return [t for t in _TOKEN.findall(pattern) if t not in "()|?" and t[0] != "<" and not is_class(t)]


def is_class(word: str) -> bool:
    """Whether a word of a pattern names a class: classes are in capitals."""
    return word.isupper() and word.isascii()


@dataclass
class Parser:
    """Reads one pattern. With `hold`, classes and phrases become groups, named in order in `names`."""

    pattern: str
    members: Callable[[str], str]
    phrases: Mapping[str, Expression]
    hold: bool
    names: list[str] = field(default_factory=list)
    _tokens: list[str] = field(default_factory=list)

    def parse(self) -> Expression:
        """The whole pattern."""
        self._tokens = _TOKEN.findall(self.pattern)[::-1]
        found = self._choice()
        if self._tokens:
            raise LexiconError(f"pattern {self.pattern!r} has a bracket too many before {self._tokens[-1]!r}")
        return found

    def _choice(self) -> Expression:
        rows = [self._row()]
        while self._tokens and self._tokens[-1] == "|":
            self._tokens.pop()
            rows.append(self._row())
        return one_of(rows)

    def _row(self) -> Expression:
        regex, first, empty = "", frozenset[str](), True
        while self._tokens and self._tokens[-1] not in (")", "|"):
            part = self._part()
            regex += part.regex
            first |= part.first if empty else frozenset()
            empty = empty and part.empty
        return Expression(regex, first, empty)

    def _part(self) -> Expression:
        token = self._tokens.pop()
        if token == "(":
            part = self._choice()
            if not self._tokens:
                raise LexiconError(f"pattern {self.pattern!r} lacks a closing bracket")
            self._tokens.pop()
        else:
            part = self._word(token)
        if self._tokens and self._tokens[-1] == "?":
            self._tokens.pop()
            return Expression(f"(?:{part.regex})?", part.first, True)
        return part

    def _word(self, token: str) -> Expression:
        if token[0] == "<":
            if token[1:-1] not in self.phrases:
                raise LexiconError(f"{token} in pattern {self.pattern!r} is no phrase defined above it")
            part = self.phrases[token[1:-1]]
        else:
            part = Expression(f"[{self.members(token)}]", frozenset(self.members(token)))
        if not self.hold or not (token[0] == "<" or is_class(token)):
            return part
        self.names.append(token.strip("<>"))
        return Expression(f"({part.regex})", part.first)


def one_of(rows: list[Expression]) -> Expression:
    """One of several expressions, the first that fits."""
    if len(rows) == 1:
        return rows[0]
    regex = "(?:" + "|".join(row.guarded for row in rows) + ")"
    return Expression(regex, frozenset().union(*(row.first for row in rows)), any(row.empty for row in rows))
