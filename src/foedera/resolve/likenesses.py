"""What speaks for two descriptions being of one agreement: rules, each with its strength and its reason.

Strengths above `clusters.WEAK` join; weaker ones join what has no title of its own only to the one thing that it fits.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from foedera.lexicon.states import year_of
from foedera.model.dates import days_between
from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.words import matters, nationality_words, versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WHILE_CALLED = 400
"""Days for which what an agreement is called, without a title, goes on meaning it."""
_WHILE_AT_ARMS = 120
"""The same for a ceasefire: the next is called by the same place."""
_SORTS = frozenset({"statement", "declaration", "memorandum", "ceasefire", "exchange", "protocol"})
"""Kinds that the same parties make beside others in the same days."""
_NEAR = 120
"""Days between two reports within which untitled deals of the same parties on the same matter are one."""
_SAME_NEWS = 30
"""Days within which they are one where nothing else is said of one of them."""
_SAME_DAYS = 7
"""Days within which a deal of which nothing is said is the only one that the parties are known to have."""


def _same_acronym(a: Description, b: Description) -> Likeness | None:
    shared = _shared(a["acronyms"], [*b["acronyms"], *b["initials"]]) or _shared(b["acronyms"], a["initials"])
    return Likeness(0.95, (f"both go by {', '.join(sorted(shared)).upper()}",)) if shared else None


def _same_title(a: Description, b: Description) -> Likeness | None:
    for title in sorted(_shared(map(tuple, a["titles"]), map(tuple, b["titles"]))):
        if not _lasts(a, b, title):
            continue
        if _distinctive(title):
            return Likeness(0.95, (f"the same title: {' '.join(title)}",))
        if _same_parties(a, b):
            return Likeness(0.9, (f"the same title ({' '.join(title)}) and parties ({' '.join(a['parties'])})",))
    return None


def _shorter_title(a: Description, b: Description) -> Likeness | None:
    near = _same_parties(a, b) and days_apart(a, b) <= _NEAR
    for short, long in [*itertools.product(a["titles"], b["titles"]), *itertools.product(b["titles"], a["titles"])]:
        if _is_short_for(short, long) and (near or (_distinctive(short) and _lasts(a, b, short))):
            return Likeness(0.8, (f"{' '.join(short)} is short for {' '.join(long)}",))
    return None


def _same_label(a: Description, b: Description) -> Likeness | None:
    if not (a["label"] and b["label"] and _same_parties(a, b)) or days_apart(a, b) > _WHILE_CALLED:
        return None
    short, long = sorted((set(a["label"]), set(b["label"])), key=len)
    if not short <= long:
        return None
    return Likeness(0.85 if short == long else 0.75, (f"the same parties and label: {' '.join(sorted(short))}",))


def _same_year(a: Description, b: Description) -> Likeness | None:
    shared = _shared(a["words"], b["words"])
    if not a["year"] or a["year"] != b["year"]:
        return None
    if not (_same_parties(a, b) or (shared and parties_meet(a, b))) or (a["words"] and b["words"] and not shared):
        return None
    parties = " ".join(sorted(_shared(a["parties"], b["parties"])))
    return Likeness(0.8, (f"the same parties and year: {parties} {a['year']}",))


def _news_of_that_year(a: Description, b: Description) -> Likeness | None:
    for dated, news in ((a, b), (b, a)):
        shared = _shared(dated["words"], news["words"])
        known = dated["year"] and not news["year"] and not news["many"] and news["seen"]
        if known and year_of(news["seen"]) == dated["year"] and shared and _same_parties(a, b):
            return Likeness(0.75, (f"one on {', '.join(sorted(shared))} was made in the year the other was news",))
    return None


def _same_replaced(a: Description, b: Description) -> Likeness | None:
    shared = _shared(a["replaces"], b["replaces"])
    if not shared or not parties_meet(a, b):
        return None
    return Likeness(0.85, (f"both replace {' / '.join(sorted(shared))}",))


def _same_matter(a: Description, b: Description) -> Likeness | None:
    if a["titles"] or b["titles"] or a["many"] != b["many"] or days_apart(a, b) > _NEAR:
        return None
    one, other = set(a["words"]), set(b["words"])
    shared = one & other
    if not (shared and (one <= other or other <= one or len(shared) > 1)):
        return None
    named = _same_parties(a, b) or (parties_meet(a, b) and not shared <= matters() and days_apart(a, b) <= _SAME_NEWS)
    return Likeness(0.7, (f"the same parties on the same matter: {', '.join(sorted(shared))}",)) if named else None


def _same_talk(a: Description, b: Description) -> Likeness | None:
    if a["titles"] or b["titles"] or a["words"] or b["words"] or a["many"] != b["many"] or not _of_same(a, b):
        return None
    if not a["seen"] or not b["seen"] or days_apart(a, b) > _SAME_NEWS or not _of_one_sort(a, b):
        return None
    return Likeness(0.6, ("the same parties in the same news, and nothing tells what else they are about",))


def _only_deal(a: Description, b: Description) -> Likeness | None:
    """An untitled deal and the one that the same reports' days give a title or a matter; fit for leaning only."""
    for plain, told in ((a, b), (b, a)):
        if stands_alone(plain) or a["many"] or b["many"] or not _of_same(a, b) or not (a["seen"] and b["seen"]):
            continue
        if told["titles"] and plain["fresh"] != told["fresh"]:
            continue
        shared = _shared(plain["words"], told["words"])
        says_more = told["words"] and not told["proper"] and _of_one_sort(a, b)
        if not plain["words"] and says_more and days_apart(a, b) <= _SAME_DAYS:
            return Likeness(0.5, ("the only agreement of these parties in the news of these days",))
        fits = set(plain["words"]) <= set(told["words"]) or len(a["parties"]) > 2
        if shared and fits and told["titles"] and not told["proper"] and days_apart(a, b) <= _SAME_NEWS:
            return Likeness(0.6, (f"the only agreement of these parties then on {', '.join(sorted(shared))}",))
    return None


def _of_one_sort(a: Description, b: Description) -> bool:
    """Whether nothing in their kinds tells them apart: a summit yields a joint statement and an agreement."""
    return a["kind"] == b["kind"] or not {a["kind"], b["kind"]} & _SORTS


RULES: tuple[Callable[[Description, Description], Likeness | None], ...] = (
    _same_acronym,
    _same_title,
    _shorter_title,
    _same_label,
    _same_year,
    _news_of_that_year,
    _same_replaced,
    _same_matter,
    _same_talk,
    _only_deal,
)


def stands_alone(description: Description) -> bool:
    """Whether it says which agreement it is, and need not lean on another description."""
    return any(description[field] for field in ("titles", "acronyms", "label", "year"))


def titles_meet(a: Description, b: Description) -> bool:
    """Whether two agreements can go by the titles of both: a title excludes others, save what it is short for."""
    one, other = ([tuple(title) for title in each["proper"] if _distinctive(title)] for each in (a, b))
    if not one or not other or _same_acronym(a, b):
        return True
    return any(x == y or _is_short_for(x, y) or _is_short_for(y, x) for x in one for y in other)


def _is_short_for(short: Iterable[str], long: Iterable[str]) -> bool:
    left_out = set(long) - set(short)
    return set(short) < set(long) and not left_out & versions()


def _lasts(a: Description, b: Description, title: Iterable[str]) -> bool:
    """Whether the title is one for good, or the two reports near enough for what an agreement is only called."""
    known = [[*title] in each["proper"] for each in (a, b)]
    if any(known) or a["many"] or b["many"]:
        return True
    limit = _WHILE_AT_ARMS if "ceasefire" in (a["kind"], b["kind"]) else _WHILE_CALLED
    return days_apart(a, b) <= limit


def _same_parties(a: Description, b: Description) -> bool:
    return len(a["parties"]) > 1 and bool(a["parties"] == b["parties"])


def parties_meet(a: Description, b: Description) -> bool:
    """Whether two at least are parties of both, and one names no others: reports leave parties out."""
    one, other = set(a["parties"]), set(b["parties"])
    return len(one & other) > 1 and (one <= other or other <= one)


def _of_same(a: Description, b: Description) -> bool:
    """The same parties; of ceasefires also those that name a mediator among them."""
    return _same_parties(a, b) or (a["kind"] == b["kind"] == "ceasefire" and parties_meet(a, b))


def _shared(one: Iterable[Any], other: Iterable[Any]) -> set[Any]:
    return set(one) & set(other)


def _distinctive(title: Iterable[str]) -> bool:
    """Whether a title names one agreement whoever its parties are: not when all its words are of a matter."""
    common = matters() | versions() | nationality_words()
    return not all(word in common for word in title)


def days_apart(a: Description, b: Description) -> int:
    """Days between the reports of two agreements; 0 where they may be of one day, or a date is not known."""
    return (days_between(a["seen"], b["seen"]) or 0) if a["seen"] and b["seen"] else 0
