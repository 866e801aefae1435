"""Voices: who speaks in each quotation, kept from one to the next where the text does not say it again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.extract.quotations.audience import read_told
from foedera.extract.quotations.sayings import listed
from foedera.extract.quotations.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.extract.quotations.drafts import Draft
    from foedera.model import Span, Speaker

_FAR = 3000  # characters after which nobody remembers who spoke last
_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and whom he tells it; `person` says that "he" or "she" may take him up, `several` that "they" may."""

    speaker: Speaker
    told: Span | None
    person: bool = False
    end: int = 0
    several: bool = False


class Voices:
    """Reads the speakers of a document's quotations in their order."""

    def __init__(self, layers: Layers, actors: Actors) -> None:
        self.layers, self.actors = layers, actors
        self.read: dict[int, Voice] = {}
        self.heads: dict[int, Speaker] = {}
        self.speakers = Speakers(layers, actors)
        self.last: Voice | None = None
        self.persons = {e.id for e in actors.entities if e.kind == "person"}
        self.genders = self._genders()

    def of(self, draft: Draft, around: Draft | None = None) -> Voice | None:
        """Who speaks in a quotation; None where nobody can be told, so that nothing is attributed.

        `around` is the quotation that this one stands in: its speaker is meant by "I".
        """
        if draft.speaker is None:
            before = self.read.get(id(draft.follows)) if draft.follows is not None else None
            if before is None:
                return None
            # The words that name the speaker stand with the other quotation, so this one has no span of its own.
            voice = replace(before, speaker=replace(before.speaker, span=None))
        else:
            speaker = self._speaker(draft, draft.speaker, around)
            end = max(b for _, b in draft.pieces)
            told = read_told(self.layers, draft) or self._still_told(speaker, draft.start)
            several = draft.speaker.tag_ == "NNS" or " and " in (speaker.name or "")
            person = speaker.entity in self.persons or (speaker.role is not None and not several)
            voice = Voice(speaker, told, person, end, several)
            self.heads[draft.speaker.i] = speaker
        self.read[id(draft)] = voice
        if voice.person or voice.several or voice.speaker.entity is not None:
            self.last = voice
        return voice

    def _speaker(self, draft: Draft, head: Token, around: Draft | None) -> Speaker:
        if head.i in self.heads:
            return self.heads[head.i]
        outer = self.read.get(id(around)) if around is not None else None
        if outer is not None and head.lower_ in ("i", "my", "me"):
            return replace(outer.speaker, span=self.layers.span(head))
        return self._still_speaking(draft) or self.speakers.read(head)

    def _genders(self) -> dict[str, set[str]]:
        """By which pronouns the document speaks of each person."""
        found: dict[str, set[str]] = defaultdict(set)
        for i, word in enumerate(self.layers.words):
            if word in _GENDER and (entity := self.actors.at(self.layers.tokens[i])) is not None:
                found[entity.id].add(_GENDER[word])
        return found

    def _still_speaking(self, draft: Draft) -> Speaker | None:
        """The last speaker, where a pronoun after quoted words takes him up ('"...," he added').

        Reports go on quoting the one they quoted last; a person named only inside the quoted words, or in the report's
        own words before them, is not meant by "he added". After a plain "he said" only with nobody named since.
        """
        head, last = draft.speaker, self.last
        if head is None or draft.cue is None or last is None or not draft.start < head.idx:
            return None
        if not (last.several if head.lower_ == "they" else last.person and head.lower_ in ("he", "she")):
            return None
        known = self.genders.get(last.speaker.entity or "", set())
        if known and _GENDER.get(head.lower_) not in known:
            return None
        sure = last.speaker.entity is not None and draft.cue.saying.lemma in listed("continuing")
        if not sure and self._named_since(last.end, draft.start, head):
            return None
        return replace(last.speaker, span=self.layers.span(head))

    def _named_since(self, start: int, end: int, head: Token) -> bool:
        """Whether the report names a person between two places."""
        if end - start > _FAR:
            return True
        between = self.layers.tokens.char_span(start, max(start + 1, end), alignment_mode="contract")
        if between is None:
            return False
        return any(e.kind == "person" for e in self.actors.in_(between))

    def _still_told(self, speaker: Speaker, start: int) -> Span | None:
        """Who was told before, while the same speaker goes on: an interview is told as one, as is a paragraph."""
        last = self.last
        if last is None or last.told is None or speaker.entity is None or speaker.entity != last.speaker.entity:
            return None
        same_paragraph = start - last.end < _FAR and "\n" not in self.layers.document.text[last.end : start]
        return last.told if (same_paragraph and last.told.text.islower()) or self._outlet(last.told) else None

    def _outlet(self, told: Span) -> bool:
        words = self.layers.tokens.char_span(told.start, told.end, alignment_mode="expand")
        return words is not None and any(t.ent_type_ in ("ORG", "WORK_OF_ART") for t in words)
