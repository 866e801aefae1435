"""Persons: every name of one, short forms and other spellings brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from foedera.extract.entities import titles
from foedera.extract.entities.candidates import person_names
from foedera.extract.entities.leaders import leader_named
from foedera.extract.entities.names import given_gender, is_junior, keys, parts, same_person, short_for, surname
from foedera.extract.entities.roles import read_roles, role_before

if TYPE_CHECKING:
    from foedera.extract.entities.candidates import Place
    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_NAMESAKES = 50  # persons of one surname that are told apart
_NEARBY = 120  # tokens: a full name that soon after its short form is still the introduction of the same person
_DOES = frozenset({"nsubj", "agent", "poss", "nsubjpass"})
_NEVER_NAMES = frozenset({"AUX", "PRON", "DET", "SCONJ", "ADP", "CCONJ", "ADV", "NUM", "INTJ", "PART"})


def read_persons(cast: Cast) -> None:
    """Names every person: full names first, then the short forms that stand for them."""
    Persons(cast).read()


class Persons:
    """The persons of one document by the parts of their names."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.published = cast.layers.document.published
        self.by_part: dict[str, list[Draft]] = defaultdict(list)
        self.full: dict[int, list[int]] = defaultdict(list)
        self.short: dict[int, int] = {}

    def read(self) -> None:
        """Full names, then short ones, then surnames that the pipeline took for something else."""
        places = person_names(self.cast)
        names = {place: " ".join(self.cast.doc[place[0] : place[1]].text.split()) for place in places}
        for place, name in names.items():
            if len(parts(name)) > 1:
                self._name(place, name, self._same(name))
        for place, name in names.items():
            if len(parts(name)) == 1:
                self._name(place, name, self._meant(place, name))
        self._name_the_rest()
        self._drop_doubtful()
        self._know_leaders()

    def _same(self, name: str) -> Draft | None:
        options = {id(d): d for key in keys(name) for d in self.by_part.get(key, ())}
        return next((d for d in list(options.values())[-_NAMESAKES:] if same_person(d.name, name)), None)

    def _meant(self, place: Place, name: str) -> Draft | None:
        """Of the persons whom a short form can stand for, the one named last before it, else the first after it."""
        namesakes = self.by_part.get(parts(name)[-1], [])[-_NAMESAKES:]
        options = [d for d in namesakes if short_for(name, d.name) and self._fits(d, place)]
        before = [d for d in options if d.first < place[0]]
        if before:
            return max(before, key=lambda d: self._last_before(d, place[0]))
        return min(options, key=lambda d: d.first, default=None)

    def _last_before(self, draft: Draft, at: int) -> int:
        """Where somebody was named last before a token; short forms are read in order, after all full names."""
        full = self.full[id(draft)]
        i = bisect_left(full, at)
        return max(full[i - 1] if i else -1, self.short.get(id(draft), -1))

    def _fits(self, draft: Draft, place: Place) -> bool:
        """Whether a person can be meant by a short form there: gender, kinship, and being known by then."""
        doc = self.cast.doc
        gender = titles.honorifics().get(doc[place[0] - 1].text) if place[0] else None
        if gender and draft.gender and draft.gender != gender:
            return False
        known_by_then = draft.first < place[0] + _NEARBY
        if draft.is_relative or not known_by_then:
            role = role_before(self.cast, place[0])
            return known_by_then and bool(role) and _shares_noun(draft, doc[slice(*role)].text if role else "")
        return True

    def _name(self, place: Place, name: str, draft: Draft | None) -> None:
        cast = self.cast
        if draft is None:
            draft = cast.draft("person", name)
            draft.gender = draft.gender or given_gender(name)
            draft.is_relative = is_junior(name)
            for key in keys(name):
                if draft not in self.by_part[key]:
                    self.by_part[key].append(draft)
        elif len(parts(name)) > len(parts(draft.name)) and not name.isupper():
            cast.rename(draft, name)
        cast.name(draft, *place)
        if len(parts(name)) > 1:
            self.full[id(draft)].append(place[0])
        else:
            self.short[id(draft)] = place[0]
        if place[0]:
            draft.gender = titles.honorifics().get(cast.doc[place[0] - 1].text) or draft.gender
        read_roles(cast, draft, *place)

    def _name_the_rest(self) -> None:
        """A capitalised surname that the pipeline took for something else elsewhere in the document."""
        known = {part for d in self._drafts() for part in (surname(d.name), parts(d.name)[-1])}
        for i, text in enumerate(self.cast.layers.texts):
            if not text[0].isupper() or i in self.cast.named or known.isdisjoint(parts(text)):
                continue
            token = self.cast.doc[i]
            if token.is_upper or (token.is_sent_start and token.pos_ in _NEVER_NAMES):
                continue
            place = (token.i, token.i + 1)
            draft = self._meant(place, token.text)
            if draft:
                self._name(place, token.text, draft)

    def _drop_doubtful(self) -> None:
        """A single word that the pipeline took for a person once, and that nothing in the text treats as one."""
        for draft in self._drafts():
            if len(draft.mentions) > 1 or len(parts(draft.name)) > 1 or draft.roles or draft.gender:
                continue
            token = self.cast.doc[draft.mentions[0][0]]
            if token.dep_ not in _DOES and not leader_named(token.text, self.published):
                self.cast.forget(draft)

    def _know_leaders(self) -> None:
        """Whose leader somebody is, where the text does not say it."""
        for draft in self._drafts():
            leader = None if draft.is_relative else leader_named(draft.name, self.published)
            draft.is_leader = leader is not None and leader.state is not None
            if leader and leader.state and not draft.home:
                self.cast.settle(draft, leader.state)
            if leader and not draft.gender:
                draft.gender = given_gender(leader.name)

    def _drafts(self) -> list[Draft]:
        return list({id(d): d for drafts in self.by_part.values() for d in drafts if d.mentions}.values())


def _shares_noun(draft: Draft, role: str) -> bool:
    noun = titles.role_noun(role)
    return noun is not None and any(titles.role_noun(r) == noun for r in draft.roles)
