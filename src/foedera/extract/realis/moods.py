"""What the words around a step make of it, as they are weighed one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage


@dataclass
class Mood:
    """How a step is stated: its realis, the words that made it so, and the step it turns into (refused: rejected).

    `read` reads how another word of the sentence is stated.
    """

    realis: Realis = "actual"
    words: list[Token] = field(default_factory=list)
    stage: Stage | None = None
    told: Stage | None = None
    becomes: Stage | None = None
    converter: Token | None = None
    generic: bool = False
    reporter: Token | None = None
    governors: list[Token] = field(default_factory=list)
    read: Callable[[Token], Mood] = field(default=lambda _: Mood(), repr=False, compare=False)

    @property
    def urged_by(self) -> Token | None:
        """The verb by which somebody else than who is to take a step calls for it ("urged them to agree")."""
        urging = self.converter is not None and self.converter.lemma_.lower() in words_of_realis().urging
        return self.converter if urging else None

    def weigh(self, outer: Realis | None, word: Token) -> None:
        """Takes in a value found further out than all before."""
        if outer is None:
            return
        kept = words_of_realis().combine[outer].get(self.realis, outer)
        if kept != self.realis or outer != "actual":
            self.words.append(word)
        self.realis = kept

    def outlook(self, head: Token, *, known: bool = False) -> Realis | None:
        """What stands beside a clause ("after signing", "by signing") lies ahead where the clause itself does."""
        outer = self.read(head).realis
        if outer == "planned":
            return "planned"
        return "possible" if outer == "possible" and not known else None


class Way(NamedTuple):
    """Where the reader of realis goes on after a word: to one above it; None where nothing above has a bearing."""

    up: Token | None = None


END = Way()


def converted(stage: Stage, how: Mood) -> Stage:
    """The step that is told of: to refuse to ratify is to reject, to propose to sign is to propose."""
    return how.becomes or stage
