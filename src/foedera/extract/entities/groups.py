"""Groups: "the two countries", "both leaders", "the North", "the Koreas" brought to the states or persons meant."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

from foedera.extract.entities import titles
from foedera.extract.entities.lists import counts, pair_nouns
from foedera.extract.entities.states import state_draft
from foedera.extract.venues import is_helper, is_venue
from foedera.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_NEAR = 8  # tokens between two names of a pair
_REACH = 60  # persons: a group does not reach back further
_PAIR = 2
_LINKS = frozenset({"-", "–", "and", ",", "&", "the"})
_DEFINITE = frozenset({"the", "these", "those", "both"})
_LEADERS = ("head_of_state", "head_of_government", "leader")


@functools.cache
def _halves() -> dict[str, dict[str, Any]]:
    return dict(load("en", "actors")["halves"])


@functools.cache
def _half_words() -> frozenset[str]:
    halves = {word for half in _halves().values() for word in half if word[0].isupper()}
    return frozenset(halves | {f"{name}s" for name in _halves()})


class Groups:
    """Which states were named together last, and how often each was named."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.bodies: dict[int, Draft] = {}
        self.times: dict[int, int] = {}
        self.drafts: dict[int, Draft] = {}
        self.last: tuple[int, Draft] | None = None
        self.last_person: tuple[int, Draft] | None = None
        self.couple: list[Draft] = []
        self.row: list[Draft] = []
        self.pair: list[Draft] = []

    def seen(self, token: Token, draft: Draft) -> None:
        """A state or organisation was named at a token."""
        if draft.kind == "organisation" and not draft.is_state:
            self.bodies.pop(id(draft), None)
            self.bodies[id(draft)] = draft
        if draft.kind == "person":
            self._person(token, draft)
        if not draft.is_state:
            return
        if self.last and self.last[1] is draft and token.i - self.last[0] <= 1:
            self.last = (token.i, draft)
            return
        if not (is_venue(token) or is_helper(token)):  # "talks in Qatar" make Qatar none of the two sides
            self.times[id(draft)] = self.times.get(id(draft), 0) + 1
        self.drafts[id(draft)] = draft
        linked = self.last is not None and self._linked(self.last[0], token.i)
        self.row = [*[d for d in self.row if d is not draft], draft] if linked else [draft]
        if len(self.row) > 1:
            self.pair = self.row
        self.last = (token.i, draft)

    def _person(self, token: Token, draft: Draft) -> None:
        """Two persons named together are who "the ministers" are, until others are."""
        if self.last_person and self.last_person[1] is not draft and token.i - self.last_person[0] <= _NEAR:
            words = self.cast.layers.words[self.last_person[0] + 1 : token.i]
            if "and" in words and "." not in words:
                self.couple = [self.last_person[1], draft]
        self.last_person = (token.i, draft)

    def _linked(self, a: int, b: int) -> bool:
        return b - a <= 4 and _LINKS.issuperset(self.cast.layers.words[a + 1 : b])

    def read(self, token: Token, people: dict[int, Draft]) -> bool:
        """Whether the token heads a group; the group is entered."""
        if token.text in _half_words():
            return self._half(token)
        lemma = self.cast.layers.lemmas[token.i]
        if token.tag_ in ("NNP", "NNPS") and lemma.endswith("s"):
            lemma = lemma.removesuffix("s")  # "the Presidents"
        elif token.tag_ not in ("NNS", "NNPS"):
            return False
        persons, states = lemma in pair_nouns("persons"), lemma in pair_nouns("states")
        if not (persons or states):
            return False
        before = [c.lower_ for c in token.lefts]
        number = next((counts()[word] for word in before if word in counts()), None)
        if number is None and _DEFINITE.isdisjoint(before):
            return False
        beside = [c for c in token.children if c.dep_ in ("amod", "compound", "prep", "relcl", "acl")]
        plain = not beside or [c.lower_ for c in beside] == ["prime"]  # "the Prime Ministers"
        if persons and (number or plain):
            meant = self._people(people, number) if number else self.couple or self._colleagues(people, lemma)
            if meant:
                return self._enter(token, meant)
        if states and plain:
            return self._enter(token, self._states(number or (2 if len(self.pair) < 3 else len(self.pair))))
        return False

    def _enter(self, token: Token, drafts: list[Draft]) -> bool:
        if len(drafts) < 2:
            return False
        start = min((t.i for t in token.lefts), default=token.i)
        self.cast.group(drafts, token.i, start, token.i + 1)
        return True

    def _states(self, number: int) -> list[Draft]:
        if len(self.pair) == number:
            return self.pair
        often = sorted(self.times, key=lambda key: -self.times[key])[:number]
        return [self.drafts[key] for key in often] if len(often) == number else []

    def _people(self, recent: dict[int, Draft], number: int) -> list[Draft]:
        """The persons of an office of that kind spoken of last."""
        people = list(itertools.islice(reversed(recent.values()), _REACH))[::-1]
        leading = [
            d for d in people if any(titles.classes().get(titles.role_noun(r) or "") in _LEADERS for r in d.roles)
        ]
        found = (leading if len(leading) >= number else people)[-number:]
        return found if len(found) == number else []

    def _colleagues(self, recent: dict[int, Draft], noun: str) -> list[Draft]:
        """The two persons of one office, where the text has two: "the Presidents"."""
        people = itertools.islice(reversed(recent.values()), _REACH)
        found = [d for d in people if any((titles.role_noun(r) or "").split()[-1:] == [noun] for r in d.roles)]
        return found[::-1] if len(found) == _PAIR else []

    def _half(self, token: Token) -> bool:
        """ "the North": half of a divided nation that the text has spoken of."""
        named = {d.home for d in self.drafts.values()}
        for name, half in _halves().items():
            both = half["both"]
            if token.text == f"{name}s":
                return self._enter(token, [state_draft(self.cast, key) for key in both])
            if token.text in half and named & set(both) and any(c.lower_ == "the" for c in token.lefts):
                draft = state_draft(self.cast, half[token.text])
                start = min((t.i for t in token.lefts), default=token.i)
                self.cast.name(draft, start, token.i + 1)
                self.seen(token, draft)
                return True
        return False
