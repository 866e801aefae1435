"""Reference: pronouns, descriptions ("the professor") and pairs ("the two countries") brought to whom they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.entities import titles
from foedera.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def read_references(cast: Cast) -> None:
    """Resolves pronouns and descriptions in the order of the text, in one pass."""
    Resolver(cast).run()


class Resolver:
    """Whom the text has spoken of so far, most recent last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.recent: list[Draft] = []
        self.speaker: Draft | None = None
        self.pair: tuple[str, ...] = ()

    def run(self) -> None:
        """One pass over the tokens."""
        for token in self.cast.doc:
            draft = self.cast.named.get(token.i)
            if draft is not None:
                self._seen(draft)
            elif token.lower_ in _GENDER:
                self._pronoun(token)
            elif token.pos_ in ("NOUN", "PROPN"):
                self._description(token)
            if token.lemma_ in ("say", "tell", "add", "note", "explain"):
                self._said(token)

    def _seen(self, draft: Draft) -> None:
        if draft.kind == "person":
            if draft in self.recent:
                self.recent.remove(draft)
            self.recent.append(draft)

    def _pronoun(self, token: Token) -> None:
        gender = _GENDER[token.lower_]
        options = [d for d in reversed(self.recent) if d.gender in (None, gender)]
        if options:
            found = self.speaker if self.speaker in options and token.dep_ == "nsubj" else options[0]
            self.cast.refer(found, token.i, token.i, token.i + 1)

    def _said(self, token: Token) -> None:
        for child in token.children:
            if child.dep_ == "nsubj" and (draft := self.cast.by_token.get(child.i)) and draft.kind == "person":
                self.speaker = draft

    def _description(self, token: Token) -> None:
        noun = titles.noun_ending_at(self.cast.doc, token.i)
        if noun is None or not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
            return
        for draft in reversed(self.recent):
            if any(titles.role_noun(role) == noun for role in draft.roles):
                return self._refer(draft, token)
        wanted = titles.covers().get(noun, frozenset())
        for draft in reversed(self.recent):
            if any(titles.classes().get(titles.role_noun(role) or "") in wanted for role in draft.roles):
                return self._refer(draft, token)
        return None

    def _refer(self, draft: Draft, token: Token) -> None:
        start = min((c.i for c in token.children if c.i < token.i), default=token.i)
        self.cast.refer(draft, token.i, start, token.i + 1)


def pair_nouns() -> frozenset[str]:
    """Nouns of parties spoken of together."""
    return frozenset(load("en", "actors")["pair_nouns"])
