"""Voices: who speaks in each quotation, kept from one to the next where the text does not say it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.extract.quotations.audience import read_told
from foedera.extract.quotations.speakers import read_speaker

if TYPE_CHECKING:
    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.extract.quotations.attach import Draft
    from foedera.model import Span, Speaker


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and whom he tells it."""

    speaker: Speaker
    told: Span | None


class Voices:
    """Reads the speakers of a document's quotations in their order."""

    def __init__(self, layers: Layers, actors: Actors) -> None:
        self.layers, self.actors = layers, actors
        self.read: dict[int, Voice] = {}
        self.last: Voice | None = None

    def of(self, draft: Draft) -> Voice | None:
        """Who speaks in a quotation; None where nobody can be told, so that nothing is attributed."""
        if draft.speaker is None:
            before = self.read.get(id(draft.follows)) if draft.follows is not None else None
            if before is None:
                return None
            # The words that name the speaker stand with the other quotation, so this one has no span of its own.
            voice = Voice(_unspanned(before.speaker), before.told if self._outlet(before.told) else None)
        else:
            speaker = read_speaker(self.layers, self.actors, draft.speaker)
            told = read_told(self.layers, draft) or self._still_told(speaker)
            voice = Voice(speaker, told)
            if speaker.entity is not None or speaker.role is not None:
                self.last = voice
        self.read[id(draft)] = voice
        return voice

    def _still_told(self, speaker: Speaker) -> Span | None:
        """The outlet of the last saying, while the same person goes on speaking: an interview is told as one."""
        if self.last is None or self.last.told is None or not self._outlet(self.last.told):
            return None
        return self.last.told if speaker.entity is not None and speaker.entity == self.last.speaker.entity else None

    def _outlet(self, told: Span | None) -> bool:
        if told is None:
            return False
        words = self.layers.tokens.char_span(told.start, told.end, alignment_mode="expand")
        return words is not None and any(t.ent_type_ in ("ORG", "WORK_OF_ART") for t in words)


def _unspanned(speaker: Speaker) -> Speaker:
    return replace(speaker, span=None)
