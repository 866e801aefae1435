"""Finding what a person means: names match loosely, and what stays ambiguous is listed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from foedera.errors import NameAmbiguous, NameNotFound
from foedera.resolve.words import find_states, is_content, is_telling, noun_kinds, stem, tokens, year_in
from foedera.store.entries import first, ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from foedera.model import Meeting
    from foedera.store import Actor, Entry, View

_CLOSE = 85  # of 100: "Panmunjon" is Panmunjom
_LEADS = 3  # times the mentions of the next: what everybody means by the name
_LISTED = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What a name most likely means, and what else it can mean."""

    entry: Entry
    others: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Query:
    states: frozenset[str]
    words: tuple[str, ...]
    nouns: frozenset[str]
    year: str | None


def find_agreement(view: View, name: str) -> Found:
    """The agreement that a name, an id or some words about it mean.

    Every word must fit: states by any name, nationality or capital, years, and other words up to spelling. Where
    several agreements fit, the one that reports speak of far more than of any other is taken.

    Raises:
        NameNotFound: none fits; the message says what the register holds.
        NameAmbiguous: several do; `candidates` lists them.
    """
    entries = view.agreements()
    current = view.current_id(name.strip())
    exact = [e for e in entries if e.id == current] or [e for e in entries if _says(e, name)]
    # "comprehensive" may be all that is said; "new" in "the new treaty" may stand in no name.
    fitting = exact or _fitting(entries, _query(name, every=True)) or _fitting(entries, _query(name))
    if not fitting:
        raise NameNotFound(_not_found(name, entries, view))
    ranked = sorted(fitting, key=lambda entry: (-_mentions(entry), entry.id))
    if len(ranked) > 1 and _mentions(ranked[0]) < _LEADS * _mentions(ranked[1]):
        raise _ambiguous(name, ranked)
    return Found(ranked[0], tuple(ranked[1:]))


def _says(entry: Entry, name: str) -> bool:
    return any(tokens(name) == tokens(known) for known in entry.names)


def _query(name: str, *, every: bool = False) -> _Query:
    """What a name asks for; with `every` word but the smallest, else with those that tell agreements apart."""
    words = tokens(name)
    named = list(find_states(words, seats=True))
    taken = {i for start, end, _ in named for i in range(start, end)}
    rest = [word for i, word in enumerate(words) if i not in taken]
    return _Query(
        states=frozenset(code for _, _, code in named),
        words=tuple(stem(word) for word in rest if is_telling(word) or (every and is_content(word))),
        nouns=frozenset(word for word in rest if word in noun_kinds()),
        year=year_in(rest),
    )


def _fitting(entries: Sequence[Entry], query: _Query) -> list[Entry]:
    """The entries that every word fits; among them those that most of the nouns ("treaty") fit."""
    fits = [entry for entry in entries if _fits(entry, query)]
    nouns = {entry.id: sum(_is_a(entry, noun) for noun in query.nouns) for entry in fits}
    most = max(nouns.values(), default=0)
    if not most and not (query.states or query.words or query.year):
        return []
    return [entry for entry in fits if nouns[entry.id] == most]


def _is_a(entry: Entry, noun: str) -> bool:
    return noun_kinds()[noun] in entry.kinds or stem(noun) in _own_words(entry)


def _own_words(entry: Entry) -> set[str]:
    return {stem(word) for name in (*entry.names, *entry.labels) for word in tokens(name)}


def _fits(entry: Entry, query: _Query) -> bool:
    own = _own_words(entry)
    if query.year and query.year not in own and not (entry.date or "").startswith(query.year):
        return False
    named = {code for name in entry.names for _, _, code in find_states(tokens(name), seats=True)}
    if not query.states <= named | set(entry.parties):
        return False
    return all(_among(word, own) for word in query.words)


def _among(word: str, words: Iterable[str]) -> bool:
    return any(word == other or (len(word) > 4 and fuzz.ratio(word, other) >= _CLOSE) for other in words)


def _mentions(entry: Entry) -> int:
    return sum(len(record.mentions) for record in entry.records)


def _ambiguous(name: str, entries: Sequence[Entry]) -> NameAmbiguous:
    lines = tuple(f"{entry.id}  {describe(entry)}" for entry in entries[:_LISTED])
    more = f"\n  and {len(entries) - _LISTED} more" if len(entries) > _LISTED else ""
    listed = "".join(f"\n  {line}" for line in lines)
    return NameAmbiguous(f"{name!r} can mean {len(entries)} agreements; give more words or an id:{listed}{more}", lines)


def describe(entry: Entry) -> str:
    """An agreement in a line: its name, its parties, its year."""
    parties = ", ".join(entry.parties)
    return entry.name + (f" ({parties})" if parties else "") + (f", {entry.date[:4]}" if entry.date else "")


def _not_found(name: str, entries: Sequence[Entry], view: View) -> str:
    if not entries:
        return f"no agreement in {view.path} yet; add reports with: foedera add FILE..."
    return f"no agreement in {view.path} fits {name!r}; list all {len(entries)} with: foedera show"


def find_actors(view: View, name: str) -> list[Actor]:
    """The persons, organisations, states and blocs that a name means: each word of it stands in theirs.

    Raises:
        NameNotFound: there is none.
    """
    codes = {code for _, _, code in find_states(tokens(name))}
    found = [
        actor
        for actor in view.actors()
        if actor.id == name or (actor.iso3 in codes if actor.iso3 else any(bears(known, name) for known in actor.names))
    ]
    if not found:
        raise NameNotFound(f"nothing in {view.path} goes by {name!r}; list what there is with: foedera show, entities")
    return found


def find_thing(view: View, name: str) -> str:
    """The id of what a name means: an id as it is, an agreement, or the one meeting, person, body or state it names.

    Raises:
        NameNotFound: nothing has that name.
        NameAmbiguous: several things have.
    """
    known = "SELECT 1 FROM thing WHERE profile = $1 OR id = $1 UNION SELECT 1 FROM described WHERE record = $1"
    if view.rows(known, [name]):
        return name
    try:
        return find_agreement(view, name).entry.id
    except NameNotFound:
        found = find_meetings(view, name) or {
            actor.id: f"{actor.name} ({actor.kind})" for actor in find_actors(view, name)
        }
    if len(found) > 1:
        lines = tuple(f"{thing}  {said}" for thing, said in list(found.items())[:_LISTED])
        listed = "".join(f"\n  {line}" for line in lines)
        raise NameAmbiguous(f"{name!r} can mean {len(found)} of them; give more words or an id:{listed}", lines)
    return next(iter(found))


def find_meetings(view: View, name: str) -> dict[str, str]:
    """The meetings that "visit Putin Pyongyang" means, by id, each in a line: every word fits, one of them the kind."""
    wanted = [word for word in tokens(name) if is_content(word) or word.isdigit()]
    found = {}
    for thing, records in view.meeting_groups().items():
        known = describe_meeting(records)
        own = tokens(known)
        if {record.kind for record in records} & set(wanted) and all(_among(word, own) for word in wanted):
            found[thing] = known
    return found


def describe_meeting(records: Sequence[Meeting]) -> str:
    """A meeting in a line: what reports call it, who took part, where and when."""
    parts = {
        "": " / ".join(ranked(record.kind for record in records)),
        "of": ", ".join(ranked(name for record in records for name in record.participants)),
        "in": " / ".join(ranked(place for record in records for place in (record.place, record.host))),
        "on": first(ranked(record.date for record in records)),
    }
    return " ".join(f"{joint} {said}".strip() for joint, said in parts.items() if said)


def bears(known: str, name: str) -> bool:
    """Whether somebody known by one name can be meant by another: each of its words stands there, up to spelling."""
    own, wanted = tokens(known), [word for word in tokens(name) if word != "the"]
    return bool(wanted) and all(_among(word, own) for word in wanted)
