"""The rules of a language, and where they fit in a text.

A phrase is a list of rules in the order in which they are tried. A rule is a pattern (see patterns.py), what it makes,
and what it asks of the words next to it: `after`, `not_after`, `before`, `not_before`.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedera import lexicon
from foedera.errors import LexiconError
from foedera.times.patterns import Expression, Parser, one_of, words_of
from foedera.times.words import Words, words

if TYPE_CHECKING:
    from foedera.times.words import Pieces

_CUES = {
    "PAST": "PAST",
    "FUTURE": "FUTURE",
    "BE": "BE",
    "STOP": "STOP",
    "LINE": "STOP",
    "CLAUSE": "CLAUSE",
}  # of several the last counts
_GUARDS = {"after": "(?<=[{}])", "not_after": "(?<![{}])", "before": "(?=[{}])", "not_before": "(?![{}])"}


@functools.cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what it makes; `names` are the classes and phrases that its groups hold, in order."""

    phrase: str
    make: str
    options: dict[str, Any]
    source: str
    names: tuple[str, ...]

    @property
    def regex(self) -> re.Pattern[str]:
        """Its expression, compiled when it is first needed."""
        return _compiled(self.source)


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
        """Whether its rule minds capitals and it is written as a name is.

        `lower: true` minds any capital inside a sentence, `lower: name` only one behind another ("USA Today").
        """
        minds = self.rule.options.get("lower")
        if not minds:
            return False
        parts, before, words = self.pieces.parts, self.start - 1, self.grammar.words
        capital = any(part[0].isupper() for part in parts[self.start : self.end])
        if minds == "name":
            return capital and before >= 0 and words.is_in(parts[before], "CAPITAL")
        starts_sentence = before < 0 or any(words.is_in(parts[before], name) for name in ("STOP", "LINE"))
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
            return self.grammar.match(name, self.pieces, start, end, inside=True)
        piece = self.pieces.parts[start]
        return self.grammar.words.entry(piece).get(name, piece.strip())


class Grammar:
    """The patterns of a language."""

    def __init__(self, language: str) -> None:
        data = lexicon.load(language, "times_rules")
        self.words: Words = words(language)
        self._learn_literals(data)
        self.phrases: dict[str, list[Rule]] = {}
        self._nested: dict[str, Expression] = {}
        tops = []
        for name, rules in data["phrases"].items():
            rows = [self._parser(rule, hold=False).parse() for rule in rules]
            self._nested[name] = one_of(rows)
            self.phrases[name] = [self._compile(name, rule) for rule in rules]
            if name not in data["read"] and any(side in rule for rule in rules for side in _GUARDS):
                raise LexiconError(f"times_rules.yaml: {name} asks for neighbours, which only phrases under `read` can")
            if name in data["read"]:
                guarded = [self._beside(rule, row) for rule, row in zip(rules, rows, strict=True)]
                tops.append((data["read"].index(name), f"(?P<{name}>{one_of(guarded).guarded})"))
        self._scan = re.compile("|".join(regex for _, regex in sorted(tops)))
        self._ranges = {
            name: re.compile("|".join(Parser(p, self._set, self._nested, hold=False).parse().regex for p in patterns))
            for name, patterns in data["ranges"].items()
        }
        self.cues = {code: cue for name, cue in _CUES.items() for code in self.words.any_of(name)}

    def _learn_literals(self, data: dict[str, Any]) -> None:
        """Every plain word of a pattern becomes a class of its own."""
        for rule in (rule for rules in data["phrases"].values() for rule in rules):
            for word in [*words_of(rule["pattern"]), *words_of(" ".join(rule.get(side, "") for side in _GUARDS))]:
                self.words.add_literal(word)
        for word in words_of(" ".join(pattern for patterns in data["ranges"].values() for pattern in patterns)):
            self.words.add_literal(word)
        self.words.close()

    def _parser(self, rule: dict[str, Any], *, hold: bool) -> Parser:
        return Parser(rule["pattern"], self._set, self._nested, hold)

    def _compile(self, phrase: str, rule: dict[str, Any]) -> Rule:
        parser = self._parser(rule, hold=True)
        regex = self._beside(rule, parser.parse()).regex
        options = {key: value for key, value in rule.items() if key not in ("pattern", "make", "eg", *_GUARDS)}
        return Rule(phrase, rule["make"], options, regex, tuple(parser.names))

    def _beside(self, rule: dict[str, Any], row: Expression) -> Expression:
        """An expression with what its rule asks of the words beside it."""
        guards = {side: shape.format(self._set(rule[side])) if side in rule else "" for side, shape in _GUARDS.items()}
        regex = guards["after"] + guards["not_after"] + row.regex + guards["before"] + guards["not_before"]
        return Expression(regex, row.first, row.empty)

    def _set(self, names: str) -> str:
        codes = "".join(dict.fromkeys("".join(self.words.any_of(name) for name in names.split())))
        if not codes:
            raise LexiconError(f"times_rules.yaml: no word of times.yaml is in {names!r}; check the spelling")
        return codes

    def find(self, pieces: Pieces, at: int) -> Match | None:
        """The first match at or after a piece."""
        found = self._scan.search(pieces.codes, at)
        while found:
            match = self.match(str(found.lastgroup), pieces, found.start(), found.end())
            if match:
                return match
            found = self._scan.search(pieces.codes, found.start() + 1)
        return None

    def ends(self, name: str, pieces: Pieces, at: int) -> int | None:
        """Where words of a range begin that end right before a piece; None where there are none."""
        for start in range(at - 1, max(-1, at - 4), -1):
            if self._ranges[name].fullmatch(pieces.codes, start, at):
                return start
        return None

    def match(self, phrase: str, pieces: Pieces, start: int, end: int, *, inside: bool = False) -> Match | None:
        """How a phrase fits the pieces `[start, end)`; `inside` another one, what stands beside it is not asked for."""
        for rule in self.phrases[phrase]:
            codes, regex = pieces.codes, rule.regex
            found = regex.fullmatch(codes, start, end) if inside else regex.match(codes, start)
            if found and found.end() == end:
                held: dict[str, list[tuple[int, int]]] = {}
                for index, name in enumerate(rule.names, 1):
                    if found.start(index) >= 0:
                        held.setdefault(name, []).append(found.span(index))
                return Match(self, pieces, rule, start, end, held)
        return None


@functools.cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
