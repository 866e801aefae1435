"""The frames of meetings, as `lexicon/en/meetings.yaml` gives them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera import lexicon
from foedera.extract.frames import Frame, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.records import MeetingKind, Realis


@dataclass(frozen=True, kw_only=True)
class MeetingFrame(Frame):
    """One entry of the lexicon; the head of `meetings.yaml` says what each field means."""

    kind: MeetingKind
    needs: Literal["parties", "journey"]
    participants: tuple[str, ...]
    host: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    persons: bool = False
    both: bool = False
    vague: bool = False
    realis: Realis = "actual"

    @property
    def sort(self) -> str:
        """Visits, calls and all that brings people to one table are three sorts of event."""
        return self.kind if self.kind in {"visit", "call"} else "meeting"


@functools.cache
def meeting_frames(language: str = "en") -> Table[MeetingFrame]:
    """The frames of a language."""
    return read_table("meetings", MeetingFrame, language)


@functools.cache
def others(language: str = "en") -> frozenset[str]:
    """Words that set a meeting apart from those told of before ("another summit")."""
    return frozenset(lexicon.load(language, "meetings")["other"])


@functools.cache
def plurals(language: str = "en") -> frozenset[str]:
    """Words for two who were named before ("they", "the two leaders")."""
    return frozenset(lexicon.load(language, "meetings")["plurals"])


@functools.cache
def levels(language: str = "en") -> Mapping[str, str]:
    """The words for classes of visit, and the class that each names."""
    table: Mapping[str, str] = lexicon.load(language, "meetings")["levels"]
    return table


@functools.cache
def envoys(language: str = "en") -> frozenset[str]:
    """Words for a representative who need not be named ("the delegation", "my", "his counterpart")."""
    return frozenset(lexicon.load(language, "meetings")["envoys"])


@functools.cache
def seats(language: str = "en") -> frozenset[str]:
    """The last words of the names of seats of power, where one can pay a visit ("the White House")."""
    return frozenset(lexicon.load(language, "meetings")["seats"])


@functools.cache
def lands(language: str = "en") -> frozenset[str]:
    """Words for foreign parts: who is "from ten nations" is a representative of another party."""
    return frozenset(lexicon.load(language, "meetings")["lands"])


@functools.cache
def occasions(sort: str, language: str = "en") -> frozenset[str]:
    """Prepositions in front of a visit, a call or a meeting at which something is done ("agreed in a call")."""
    return frozenset(lexicon.load(language, "meetings")["occasions"][sort])


@functools.cache
def refusing(language: str = "en") -> frozenset[str]:
    """Verbs by which somebody says no to a meeting."""
    return frozenset(lexicon.load(language, "meetings")["refusing"])


@functools.cache
def accepting(language: str = "en") -> frozenset[str]:
    """Verbs by which somebody says yes to an invitation."""
    return frozenset(lexicon.load(language, "meetings")["accepting"])


@functools.cache
def ending(language: str = "en") -> frozenset[str]:
    """Verbs whose day is the last of a visit."""
    return frozenset(lexicon.load(language, "meetings")["ending"])
