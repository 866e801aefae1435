"""The entities of one document and the way from words to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spacy.tokens import Token

from foedera.extract.entities.lists import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from foedera.model import Entity


def _reach(part: Any) -> tuple[int, int, int]:
    """The index of the head of some tokens, and the first and the end of them."""
    if isinstance(part, Token):
        return part.i, part.i, part.i + 1
    return part.root.i, part.start, part.end


@dataclass
class Actors:
    """The entities of one document and the way from words to them; the other extractors ask it who is meant.

    Every question is answered from maps by token, made once: asking costs no more than the tokens asked about.
    """

    entities: tuple[Entity, ...] = ()
    _by_token: dict[int, Entity] = field(default_factory=dict)
    _named: dict[int, Entity] = field(default_factory=dict)
    _states: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _home: dict[str, str] = field(default_factory=dict)
    _groups: dict[int, tuple[Entity, ...]] = field(default_factory=dict)

    def at(self, part: Token | Tokens) -> Entity | None:
        """The entity that a token, or the head of some tokens, stands for; pronouns and titles resolved."""
        if isinstance(part, Token):
            return self._by_token.get(part.i)
        head, start, end = _reach(part)
        found = self._by_token.get(head)
        last = self._named.get(end - 1)
        if (
            last is not None
            and last.kind == "person"
            and last is not found
            and end - start > 1
            and self._is_title_of(last, part, start, end)
        ):
            return last
        return found or (self._leaning(part, head) if end - start > 1 else None)

    def _leaning(self, part: Any, head: int) -> Entity | None:
        """A name that leans on the head of the words ("the outlet Meduza"); a text's author ("Kim's speech")."""
        work = part.doc[head].lemma_.lower() in words("works")
        for token in part:
            close = token.head.i == head and token.dep_ in ("appos", "flat")
            by = work and (token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in ("by", "from")))
            if (close or by) and token.i != head and token.i in self._named:
                return self._named[token.i]
        return None

    def _is_title_of(self, last: Entity, part: Any, start: int, end: int) -> bool:
        """Whether some tokens are a person's name with the office before it ("... Committee Chairman James Inhofe"),
        and not another's office with that name in it ("a spokesman for Mr. Kim")."""
        head, first = part.root.i, end - 1
        while first > start and (self._named.get(first - 1) is last or self._by_token.get(first - 1) is last):
            first -= 1
        stops = ("ADP", "VERB", "CCONJ", "PUNCT")
        return head >= first or not any(
            t.pos_ in stops or t.tag_ == "POS" for t in part.doc[head + 1 : first] if t.i not in self._named
        )

    def has(self, i: int) -> bool:
        """Whether a token, by its place, stands for some entity or state."""
        return i in self._by_token or i in self._states

    def all_at(self, part: Token | Tokens) -> tuple[Entity, ...]:
        """Every entity that some tokens stand for together ("the two leaders", "Kim and Moon"); else that of `at`."""
        head, start, end = _reach(part)
        if head in self._groups:
            return self._groups[head]
        named = [e for i in range(start, end) if (e := self._named.get(i)) and e.kind == "person"]
        several = tuple({e.id: e for e in named}.values())
        one = self.at(part)
        return several if len(several) > 1 else (one,) if one else ()

    def in_(self, part: Token | Tokens) -> tuple[Entity, ...]:
        """Every entity named in some tokens, in their order, each once; pronouns and descriptions not counted."""
        _, start, end = _reach(part)
        return tuple({e.id: e for i in range(start, end) if (e := self._named.get(i))}.values())

    def states(self, part: Token | Tokens) -> tuple[str, ...]:
        """The states (ISO 3166-1 alpha-3, or `EU`) that some tokens stand for: a state's name, nationality word,
        capital standing for its government, its leader, a hyphen compound ("Moscow-Pyongyang"), "the two countries"."""
        if isinstance(part, Token):
            return self._states.get(part.i, ())
        _, start, end = _reach(part)
        return tuple(dict.fromkeys(s for i in range(start, end) for s in self._states.get(i, ())))

    def home(self, entity: Entity) -> str | None:
        """The state (ISO 3166-1 alpha-3, or `EU`) that an entity is, leads or belongs to, where the text tells."""
        return self._home.get(entity.id)
