"""The frames of acts, as `lexicon/en/acts.yaml` gives them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract.frames import Frame, Table, read_table

if TYPE_CHECKING:
    from foedera.model.records import Realis, Stage


@dataclass(frozen=True, kw_only=True)
class ActFrame(Frame):
    """One entry of the lexicon; the head of `acts.yaml` says what each field means."""

    stage: Stage
    agreement: tuple[str, ...]
    agent: tuple[str, ...] = ()
    head: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    agent_is: frozenset[str] = frozenset()
    agent_not: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    not_through: frozenset[str] = frozenset()
    implicit: bool = False
    owned: bool = False
    collective: bool = False
    loose: bool = False
    known: bool = False
    scheduled: bool = False
    indefinite: bool = False
    attributive: bool = True
    since: bool = False
    realis: Realis = "actual"


@functools.cache
def act_frames(language: str = "en") -> Table[ActFrame]:
    """The frames of a language."""
    return read_table("acts", ActFrame, language)


def individuals(language: str = "en") -> frozenset[str]:
    """Members of a body whose single vote is no step of the body."""
    return lexicon.words(language, "acts", "classes", "individuals")


def chambers(kind: str, language: str = "en") -> frozenset[str]:
    """The words for the upper or the lower house of a parliament."""
    return lexicon.words(language, "acts", "classes", f"{kind} house")


def changes(language: str = "en") -> frozenset[str]:
    """Verbs by which one instrument says what becomes of another."""
    return lexicon.words(language, "acts", "classes", "changes")


def wrappers(language: str = "en") -> frozenset[str]:
    """Nouns that stand between a verb and the agreement ("the text of the treaty")."""
    return lexicon.words(language, "acts", "wrappers")
