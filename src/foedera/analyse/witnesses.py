"""Who stands behind what a report states: repetition is no confirmation.

A report that passes on another's text, the same words in two reports, the same speaker quoted in two reports, and two
reports of one house (an agency or publisher, or several that one state owns) are one witness. Reports of different
houses that state a thing each in its own words count each, whatever they may have copied unseen.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.lexicon import load
from foedera.resolve.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model import Quotation, Span
    from foedera.store import View

Witness = tuple[str, ...]
_SAID_BY = "said by"
_LONG = 8  # words that two reports do not choose alike by chance


@dataclass(frozen=True)
class Witnesses:
    """Copies, speakers, dates and houses of the reports of a register.

    `copies` leads from a report to the one whose text it passes on, `voices` from a report to what is said in it,
    `published` to its date, `houses` to the agency or publisher whose words it has.
    """

    copies: Mapping[str, str] = field(default_factory=dict)
    voices: Mapping[str, tuple[Quotation, ...]] = field(default_factory=dict)
    published: Mapping[str, str] = field(default_factory=dict)
    houses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View, docs: Iterable[str] | None = None) -> Witnesses:
        """Those of a register, or of some of its reports."""
        voices: dict[str, tuple[Quotation, ...]] = {}
        for quotation in view.quotations(docs=docs):
            voices[quotation.doc] = (*voices.get(quotation.doc, ()), quotation)
        return cls(view.copies(), voices, view.published(), view.houses())

    def independent(self, evidence: Iterable[Span], *, ahead: bool = False) -> int:
        """How many witnesses stand behind some words in reports.

        What lies `ahead` has no eyewitness: where some name who announced it, the others repeat that.
        """
        spans = sorted(evidence)
        first_with = {tuple(tokens(span.text)): self.witness(span) for span in reversed(spans)}
        alike = {words: witness for words, witness in first_with.items() if len(words) >= _LONG}
        found = {alike.get(tuple(tokens(span.text))) or self.witness(span) for span in spans}
        announced = {witness for witness in found if witness[0] == _SAID_BY}
        return len(announced if ahead and announced else found)

    def witness(self, span: Span) -> Witness:
        """The speaker whose words these are, or the house or report that had them first."""
        for quotation in self.voices.get(span.doc, ()):
            who = quotation.speaker.entity or quotation.speaker.name
            if who and any(piece.contains(span) for piece in quotation.content):
                return (_SAID_BY, who)
        origin = self._origin(span.doc)
        house = self.houses.get(origin)
        return ("reported by", owner_of(house) if house else origin)

    def _origin(self, doc: str) -> str:
        passed = {doc}
        while (earlier := self.copies.get(doc)) and earlier not in passed:
            passed.add(earlier)
            doc = earlier
        return doc


def owner_of(house: str) -> str:
    """The state that owns an outlet; the outlet itself where none is known to."""
    return _owners().get(house, house)


@functools.cache
def _owners() -> dict[str, str]:
    """The state that owns an outlet."""
    return {outlet: state for state, outlets in load("world", "owners").items() for outlet in outlets}
