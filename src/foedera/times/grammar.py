"""Patterns over classes of words, read from the lexicon and made into one regular expression.

A pattern is a row of elements: `MONTH` a class of words, `of` or `,` the word itself, `<year>` a phrase defined
further up, `x?` an element that may be missing, `(a | b)` one of several. A phrase is a list of patterns in the order
in which they are tried. A rule may ask what stands next to it: `after`, `not_after`, `before`, `not_before`.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedera import lexicon
from foedera.errors import LexiconError
from foedera.times.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.times.words import Pieces

_ELEMENT = re.compile(r"\s*(?:(?P<phrase><\w+>)|(?P<op>[()|?])|(?P<word>[^\s()|?]+))")
_GUARDS = {"after": "(?<=[{}])", "not_after": "(?<![{}])", "before": "(?=[{}])", "not_before": "(?![{}])"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what it makes; `names` are the classes and phrases that its groups hold, in order."""

    phrase: str
    make: str
    options: dict[str, Any]
    regex: re.Pattern[str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule fits: pieces `[start, end)`, and for each name the piece ranges that it holds."""

    grammar: Grammar
    pieces: Pieces
    rule: Rule
    start: int
    end: int
    held: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def offset(self) -> int:
        """Where it starts in the text."""
        return self.pieces.starts[self.start]

    @property
    def is_name(self) -> bool:
        """Whether its rule asks for small letters and it is written as a name is, with capitals inside a sentence."""
        if not self.rule.options.get("lower"):
            return False
        parts, before = self.pieces.parts, self.start - 1
        starts_sentence = before < 0 or any(self.grammar.words.is_in(parts[before], n) for n in ("STOP", "LINE"))
        return any(part[0].isupper() for part in parts[self.start + starts_sentence : self.end])

    def all(self, name: str) -> list[Any]:
        """What the lexicon says of each word of a class, or the matches of a phrase."""
        return [self._one(name, *place) for place in self.held.get(name, ())]

    def get(self, name: str, default: Any = None) -> Any:
        """The first of them."""
        places = self.held.get(name)
        return self._one(name, *places[0]) if places else default

    def _one(self, name: str, start: int, end: int) -> Any:
        if name in self.grammar.phrases:
            return self.grammar.match(name, self.pieces, start, end)
        piece = self.pieces.parts[start]
        return self.grammar.words.entry(piece).get(name, piece.strip())


class Grammar:
    """The patterns of a language."""

    def __init__(self, language: str) -> None:
        data = lexicon.load(language, "times_rules")
        self.words: Words = words(language)
        self.phrases: dict[str, list[Rule]] = {}
        self._nested: dict[str, str] = {}
        for rule in _rules(data):
            for element in _ELEMENT.finditer(rule["pattern"]):
                word = element["word"]
                if word and not _is_class(word):
                    self.words.add_literal(word)
            for word in " ".join(rule[side] for side in _GUARDS if side in rule).split():
                if not _is_class(word):
                    self.words.add_literal(word)
        self.words.close()
        for name, rules in data["phrases"].items():
            self._add(name, rules)
        self._top = list(data["read"])
        self._scan = re.compile("|".join(f"(?P<{name}>{self._guarded(name)})" for name in self._top))

    def _add(self, name: str, rules: list[dict[str, Any]]) -> None:
        compiled = [self._compile(name, rule) for rule in rules]
        self._nested[name] = "(?:" + "|".join(self._regex(rule["pattern"], [], hold=False) for rule in rules) + ")"
        self.phrases[name] = compiled

    def _compile(self, phrase: str, rule: dict[str, Any]) -> Rule:
        names: list[str] = []
        regex = re.compile(self._regex(rule["pattern"], names, hold=True) + self._guard(rule, ("before", "not_before")))
        options = {k: v for k, v in rule.items() if k not in ("pattern", "make", "eg", *_GUARDS)}
        guard = re.compile(self._guard(rule, ("after", "not_after")) + regex.pattern)
        return Rule(phrase, rule["make"], options, guard, tuple(names))

    def _guarded(self, name: str) -> str:
        return "|".join(re.sub(r"\((?!\?)", "(?:", rule.regex.pattern) for rule in self.phrases[name])

    def _guard(self, rule: dict[str, Any], sides: tuple[str, str]) -> str:
        return "".join(_GUARDS[side].format(self._set(rule[side].split())) for side in sides if side in rule)

    def _set(self, names: list[str]) -> str:
        codes = "".join(self.words.any_of(name) for name in names)
        if not codes:
            raise LexiconError(f"times_rules.yaml: no word of times.yaml is in {' '.join(names)!r}; check the spelling")
        return codes

    def _regex(self, pattern: str, names: list[str], *, hold: bool) -> str:
        out = []
        for element in _ELEMENT.finditer(pattern):
            phrase, op, word = element.groups()
            if op:
                out.append({"(": "(?:"}.get(op, op))
            elif phrase:
                out.append(f"({self._phrase(phrase[1:-1], pattern)})" if hold else self._phrase(phrase[1:-1], pattern))
                names.append(phrase[1:-1])
            else:
                out.append(f"([{self._set([word])}])" if hold and _is_class(word) else f"[{self._set([word])}]")
                names.extend([word] if _is_class(word) else [])
        return "".join(out)

    def _phrase(self, name: str, pattern: str) -> str:
        try:
            return self._nested[name]
        except KeyError:
            raise LexiconError(f"times_rules.yaml: <{name}> in {pattern!r} is not a phrase defined above it") from None

    def find(self, pieces: Pieces, at: int) -> Match | None:
        """The first match at or after a piece."""
        found = self._scan.search(pieces.codes, at)
        while found:
            match = self.match(str(found.lastgroup), pieces, found.start(), found.end())
            if match:
                return match
            found = self._scan.search(pieces.codes, found.start() + 1)
        return None

    def match(self, phrase: str, pieces: Pieces, start: int, end: int) -> Match | None:
        """How a phrase fits the pieces `[start, end)`."""
        for rule in self.phrases[phrase]:
            found = rule.regex.match(pieces.codes, start)
            if found and found.end() == end:
                held: dict[str, list[tuple[int, int]]] = {}
                for index, name in enumerate(rule.names, 1):
                    if found.start(index) >= 0:
                        held.setdefault(name, []).append(found.span(index))
                return Match(self, pieces, rule, start, end, held)
        return None


def _is_class(word: str) -> bool:
    return word.isupper() and word.isascii()


def _rules(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for rules in data["phrases"].values():
        yield from rules


@functools.cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
