"""Everything that is known about who is meant, while a document is being read."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract.entities.actors import Actors
from foedera.extract.entities.draft import Draft
from foedera.extract.entities.words import Words

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.model.records import EntityKind


class Cast:
    """The entities found so far and the maps from tokens to them."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.doc = layers.tokens
        self.words = Words(layers.document.text, layers.starts)
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.by_token: dict[int, Draft] = {}
        self.named: dict[int, Draft] = {}
        self.states: dict[int, tuple[str, ...]] = {}
        self.extents: dict[int, tuple[int, int]] = {}
        self.reserved: set[int] = set()
        """Tokens that are no name of their own: a capital in a title, "the Koreas"."""
        self.groups: dict[int, list[Draft]] = {}
        self.bodies: dict[tuple[str | None, frozenset[str]], Draft] = {}

    def draft(self, kind: EntityKind, name: str, *, home: str | None = None) -> Draft:
        """The entity of that kind and name, a new one where there is none yet."""
        return self.drafts.setdefault((kind, name), Draft(kind, name, home))

    def rename(self, draft: Draft, name: str) -> None:
        """A fuller form of the name has been found."""
        self.drafts.pop((draft.kind, draft.name), None)
        draft.name = name
        self.drafts[(draft.kind, name)] = draft

    def name(self, draft: Draft, start: int, end: int) -> None:
        """The tokens `[start, end)` name the entity."""
        draft.add(start, end)
        for i in range(start, end):
            self.by_token[i] = self.named[i] = draft
            self.extents[i] = (start, end)
            self._place_states(i, draft)

    def name_inside(self, draft: Draft, i: int) -> None:
        """A token inside a longer name goes on standing for what it names ("Russian" in "Russian Foreign Ministry")."""
        self.by_token[i] = self.named[i] = draft
        self._place_states(i, draft)

    def extent(self, i: int) -> tuple[int, int]:
        """The tokens of the whole name of which a token is a part."""
        return self.extents.get(i, (i, i + 1))

    @functools.cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the text as it is written."""
        return frozenset(self.words.texts)

    def places_of(self, word: str) -> list[int]:
        """The tokens that are a word, as it is written."""
        return self._places.get(word, [])

    @functools.cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, text in enumerate(self.layers.texts):
            if text[0].isupper():
                found.setdefault(text, []).append(i)
        return found

    def same_sentence(self, a: int, b: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.layers.sentence_of[a] == self.layers.sentence_of[b]

    def is_person(self, i: int) -> bool:
        """Whether a token is part of a person's name."""
        return (draft := self.named.get(i)) is not None and draft.kind == "person"

    def group(self, drafts: list[Draft], head: int, start: int, end: int) -> None:
        """The tokens `[start, end)` refer to several entities together ("the two countries")."""
        for draft in drafts:
            draft.add(start, end)
        self.groups[head] = drafts
        self.states[head] = tuple(dict.fromkeys(d.party for d in drafts if d.party))

    def refer(self, draft: Draft, head: int, start: int, end: int) -> None:
        """The tokens `[start, end)` with that head refer to the entity without naming it."""
        draft.add(start, end)
        self.by_token[head] = draft
        self._place_states(head, draft)

    def settle(self, draft: Draft, home: str) -> None:
        """The state of the entity has become known: all its mentions stand for it."""
        draft.home = home
        for start, end in draft.mentions:
            for i in range(start, end):
                self._place_states(i, draft)

    def forget(self, draft: Draft) -> None:
        """What was taken for an entity is none."""
        for start, end in draft.mentions:
            for i in range(start, end):
                self.named.pop(i, None)
                self.by_token.pop(i, None)
        draft.mentions.clear()

    def _place_states(self, i: int, draft: Draft) -> None:
        if draft.kind == "bloc" and draft.members:
            self.states[i] = draft.members
        elif draft.kind == "state" or (draft.kind in ("person", "organisation") and draft.party):
            here = (draft.party,) if draft.party else ()
            # One token may hold two names ("U.S.-Korea").
            before = self.states.get(i, ()) if draft.is_state and self.doc[i].text.find("-") > 0 else ()
            self.states[i] = tuple(dict.fromkeys((*before, *here)))

    def actors(self) -> Actors:
        """What was found, as the other extractors ask it."""
        kept = [d for d in self.drafts.values() if len(set(d.mentions) - d.dropped)]
        kept.sort(key=lambda d: d.first)
        made = {id(d): d.entity(self.layers) for d in kept}
        return Actors(
            entities=tuple(made.values()),
            _by_token={i: made[id(d)] for i, d in self.by_token.items() if id(d) in made},
            _named={i: made[id(d)] for i, d in self.named.items() if id(d) in made},
            _states=self.states,
            _groups={i: tuple(made[id(d)] for d in ds if id(d) in made) for i, ds in self.groups.items()},
            _home={made[id(d)].id: d.party for d in kept if d.party},
        )
