"""The pipeline's attribute ruler, asked once for each kind of token instead of once for each token.

Nearly all of its rules look at one token: its tag, its letters, its place in the tree. Tokens alike in these get the
same attributes, so what the ruler's own matcher says of the first is kept for the others; rules over several tokens are
matched as before. What comes out is what the ruler gives, in a fraction of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.attrs import DEP, LOWER, TAG
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KNOWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # what a rule may look at: the key, or what follows from it
_MOST = 100_000  # kinds of token that are kept


def quicken(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline remember; a pipeline without one, or with other rules, stays as it is."""
    if not nlp.has_pipe("attribute_ruler"):
        return
    ruler: Any = nlp.get_pipe("attribute_ruler")
    alone = [pattern for rule in ruler.patterns for pattern in rule["patterns"] if len(pattern) == 1]
    if all(set(pattern[0]) <= _KNOWN for pattern in alone):
        ruler.match = _Remembering(nlp, ruler.patterns).match


class _Remembering:
    def __init__(self, nlp: Language, rules: list[dict[str, Any]]) -> None:
        self._alone, self._joined = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for number, rule in enumerate(rules):
            for matcher, one in ((self._alone, True), (self._joined, False)):
                patterns = [pattern for pattern in rule["patterns"] if (len(pattern) == 1) == one]
                if patterns:
                    matcher.add(str(number), patterns)
        self._strings = nlp.vocab.strings
        self._seen: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """The rules that match, as the ruler's own `match` gives them: later rules have precedence."""
        joined = self._joined(doc, allow_missing=True, as_spans=False)
        found = [(int(self._strings[rule]), rule, start, end) for rule, start, end in joined]
        for i, key in enumerate(map(tuple, doc.to_array([TAG, LOWER, DEP]).tolist())):
            known = self._seen.get(key)
            if known is None:
                known = self._ask(doc, i, key)
            for number, rule in known:
                found.append((number, rule, i, i + 1))
        found.sort()
        return found

    def _ask(self, doc: Doc, i: int, key: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        if len(self._seen) >= _MOST:
            self._seen.clear()
        rules = self._alone(doc[i : i + 1], allow_missing=True, as_spans=False)
        known = self._seen[key] = tuple((int(self._strings[rule]), rule) for rule, _, _ in rules)
        return known
