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


_words = functools.partial(lexicon.words, "en", "meetings")

others = functools.partial(_words, "other")
"""Words that set a meeting apart from those told of before ("another summit")."""
plurals = functools.partial(_words, "plurals")
"""Words for two who were named before ("they", "the two leaders")."""
envoys = functools.partial(_words, "envoys")
"""Words for a representative who need not be named ("the delegation", "his counterpart")."""
sent = functools.partial(_words, "sent")
"""Words for groups that somebody sends ("delegations from Chile and Peru")."""
opposites = functools.partial(_words, "opposites")
"""Words for whoever holds the same office for another state ("his counterpart")."""
offices = functools.partial(_words, "offices")
"""Offices that stand before a name with words between ("President of Chile Ana Soto")."""
regions = functools.partial(_words, "regions")
"""Stretches of the world that a journey leads to without naming a state ("the region")."""
seats = functools.partial(_words, "seats")
"""Last words of the names of seats of power, where one can pay a visit ("the White House")."""
lands = functools.partial(_words, "lands")
"""Words for foreign parts: who is "from ten nations" is a representative of another party."""
members = functools.partial(_words, "members")
"""Those of whom a gathering is made up ("ministers of the member states")."""
portions = functools.partial(_words, "portions")
"""What is part of a meeting ("the second day of talks")."""
commenting = functools.partial(_words, "commenting")
"""Verbs whose subject only speaks of a meeting ("welcomed the meeting")."""
holding = functools.partial(_words, "holding")
"""Verbs whose subject takes part in the talks ("held talks", "arrived for talks")."""
occurring = functools.partial(_words, "occurring")
"""Verbs that say of a meeting itself that it is held ("the talks began in Lima")."""
rounds = functools.partial(_words, "rounds")
"""By these, talks are one meeting and no long negotiation ("a round of talks")."""
separately = functools.partial(_words, "separately")
"""Adverbs by which several are met one by one."""
returning = functools.partial(_words, "returning")
"""Adverbs of the way home ("flew back")."""
lasting = functools.partial(_words, "lasting")
"""Verbs under which meetings are no one event ("will continue close consultations")."""
arrivals = functools.partial(_words, "arrivals")
"""Where guests are welcomed, which is no meeting yet."""
refusing = functools.partial(_words, "refusing")
"""Verbs by which somebody says no to a meeting."""
accepting = functools.partial(_words, "accepting")
"""Verbs by which somebody says yes to an invitation."""
particulars = functools.partial(_words, "particulars")
"""What is still to be settled of a meeting to come ("the date of the summit")."""
many = functools.partial(_words, "many")
"""Words for meetings of which none is told by itself ("several meetings", "ten rounds of talks")."""
launching = functools.partial(_words, "launching")
"""Verbs for the beginning and the end of negotiations, which are no one meeting."""
negotiations = functools.partial(_words, "negotiations")
"""Nouns that with these verbs tell of no meeting ("launched negotiations")."""
ending = functools.partial(_words, "ending")
"""Verbs whose day is the last of a visit."""


@functools.cache
def hosting() -> frozenset[str]:
    """The verbs of a host."""
    return frozenset(verb for frame in meeting_frames().all if frame.host for verb in frame.verbs)


@functools.cache
def levels(language: str = "en") -> Mapping[str, str]:
    """The words for classes of visit, and the class that each names."""
    table: Mapping[str, str] = lexicon.load(language, "meetings")["levels"]
    return table


@functools.cache
def lateral(language: str = "en") -> Mapping[str, int]:
    """Words for how many parties there are at a meeting ("trilateral"), with the number."""
    table: Mapping[str, int] = lexicon.load(language, "meetings")["lateral"]
    return table


def occasions(sort: str, language: str = "en") -> frozenset[str]:
    """Prepositions in front of a visit, a call or a meeting at which something is done ("agreed in a call")."""
    return lexicon.words(language, "meetings", "occasions", sort)
