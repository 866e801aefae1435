"""Descriptions: "the professor", "the Russian leader", "the ministry" brought to whom they mean."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from foedera.extract.entities import titles
from foedera.extract.entities.lists import speech
from foedera.extract.entities.organisations import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft
    from foedera.extract.entities.reference import Resolver

_REACH = 60  # persons or bodies: a description does not reach back further
_DEFINITE = ("the", "this", "that")
_STATE_LEADERS = ("head_of_state", "head_of_government", "leader")


class Descriptions:
    """Resolves descriptions by the roles that the text has given."""

    def __init__(self, cast: Cast, resolver: Resolver) -> None:
        self.cast = cast
        self.resolver = resolver
        self.pending: tuple[Token, str, int] | None = None

    def read(self, token: Token) -> Draft | None:
        """Whom a description means, None where it means nobody known; what it means is entered."""
        noun = titles.noun_ending_at(self.cast.layers, token.i)
        if noun is None:
            return self._body(token)
        if token.tag_ in ("NNS", "NNPS"):
            return None
        if self._names_follow(token):
            return None
        determiner = self._determiner(token)
        if determiner in ("a", "an"):
            return self._later(token, noun)
        if (
            determiner not in _DEFINITE
            and not self._owner(token)
            and not (token.text[0].isupper() and not token.is_sent_start)
        ):
            return None
        found = self._match(token, noun)
        if found is not None:
            self._refer(found, token)
        return found

    def _match(self, token: Token, noun: str) -> Draft | None:
        home = self._home(token)
        people = [d for d in self._last(self.resolver.recent) if self._may_be(d, token, home)]
        exact = [d for d in people if any(titles.role_noun(r) == noun for r in d.roles)]
        own = titles.classes().get(noun)
        if self._means_focus(own, exact, home):
            return self.resolver.focus
        wanted = titles.covers().get(noun, frozenset({own} if own else ()))
        classed = [d for d in people if any(titles.classes().get(titles.role_noun(r) or "") in wanted for r in d.roles)]
        for options in (exact, classed):
            sure = [d for d in options if home is None or d.home == home] or options
            if sure:
                return self.resolver.focus if self.resolver.focus in sure else sure[0]
        return self._guess(people, own, token, home)

    def _last(self, spoken_of: dict[int, Draft]) -> list[Draft]:
        """Those spoken of last, the last one first."""
        return list(itertools.islice(reversed(spoken_of.values()), _REACH))

    def _means_focus(self, own: str | None, exact: list[Draft], home: str | None) -> bool:
        """ "the president" of a sentence about a leader whom everybody knows, though another was given the office."""
        focus = self.resolver.focus
        if focus is None or own not in _STATE_LEADERS or home is not None or not self.resolver.is_fresh:
            return False
        return focus.is_leader and not focus.roles and focus not in exact

    def _may_be(self, draft: Draft, token: Token, home: str | None) -> bool:
        gender = titles.genders().get(token.lower_)
        if home and draft.home and draft.home != home:
            return False
        return not (gender and draft.gender and draft.gender != gender)

    def _guess(self, people: list[Draft], own: str | None, token: Token, home: str | None) -> Draft | None:
        """A leader who was named without office: the one the report is about, when there is only one such."""
        if own not in _STATE_LEADERS:
            last = self.resolver.focus if self.resolver.is_fresh else None
            plain = token.dep_ == "nsubj" and all(t.dep_ == "det" for t in token.children)
            return last if plain and last in people and last is not None and not last.roles else None
        bare = [d for d in people if not d.roles and (home is None or d.home in (None, home))]
        if not bare:
            return None
        best = max(bare, key=lambda d: len(d.mentions))
        if len(bare) > 1 and best is not self.resolver.focus:
            return None
        if home:
            best.home = home
            best.add_role(self._words(token).removeprefix("the ").removeprefix("The "))
        return best

    def _words(self, token: Token) -> str:
        return str(self.cast.doc[self._start(token) : token.i + 1].text)

    def _home(self, token: Token) -> str | None:
        """The state in the words of a description ("the Russian leader", "the president of Russia")."""
        doc = self.cast.doc
        for i in range(self._start(token), min(len(doc), token.i + 4)):
            draft = self.cast.named.get(i)
            if draft is not None and draft.is_state and (i < token.i or doc[token.i + 1].lower_ == "of"):
                return draft.home
        return None

    def _start(self, token: Token) -> int:
        return min((t.i for t in token.lefts if token.i - t.i < 8), default=token.i)

    def _determiner(self, token: Token) -> str:
        return next((c.lower_ for c in token.lefts if c.dep_ == "det"), "")

    def _owner(self, token: Token) -> bool:
        """Whether a state owns the office ("Russia's president") and no relative is meant."""
        return any(c.dep_ == "poss" and (d := self.cast.named.get(c.i)) is not None and d.is_state for c in token.lefts)

    def _names_follow(self, token: Token) -> bool:
        """Whether the description is itself the title of a name that follows, or a part of a longer noun."""
        after = token.i + 1
        if after < len(self.cast.doc) and self.cast.is_person(after):
            return True
        return token.dep_ in ("compound", "nmod", "amod", "attr") or token.lower_ in titles.words("kin")

    def _refer(self, draft: Draft, token: Token) -> None:
        self.cast.refer(draft, token.i, self._start(token), token.i + 1)

    def _later(self, token: Token, noun: str) -> Draft | None:
        """ "a Russian expert told ...": the person introduced right after, when the role fits."""
        if token.dep_ != "nsubj" or token.head.lemma_ not in speech():
            return None
        wanted = titles.covers().get(noun, frozenset({titles.classes()[noun]}))
        end = self.resolver.sentence_end
        for i in range(end, min(len(self.cast.doc), end + 80)):
            draft = self.cast.named.get(i)
            if draft is not None and draft.kind == "person":
                fits = draft.first >= end
                if fits and any(titles.classes().get(titles.role_noun(r) or "") in wanted for r in draft.roles):
                    self._refer(draft, token)
                    return draft
        return None

    def _body(self, token: Token) -> Draft | None:
        """ "the ministry", "the newspaper": the organisation spoken of last whose name or kind has the word."""
        bodies = self.resolver.groups.bodies
        if not bodies or self._determiner(token) not in _DEFINITE or token.dep_ == "compound":
            return None
        noun = self.cast.layers.lemmas[token.i]
        wanted = [kind for kind, nouns in titles.body_nouns().items() if noun in nouns]
        for draft in self._last(bodies):
            if draft.name.lower().endswith(noun) or any(draft.name in kinds()[kind] for kind in wanted):
                self._refer(draft, token)
                return draft
        return None
