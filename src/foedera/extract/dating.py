"""When a step happens: the time expression that stands with its words."""

from __future__ import annotations

import bisect
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis import lends_time

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_mentions import Mention
    from foedera.extract.realis import Mood
    from foedera.model import Time

_MAX = 12
_NEXT = 3  # tokens from one of two joined verbs to the other, where they share what follows
_YEAR = re.compile(r"\b\d{4}\b")
_WEEKDAY = re.compile(r"(?i)(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_ELSEWHEN = frozenset({"since", "before", "until", "till", "ahead"})  # a time under these is that of something else
_PART_OF_NAME = frozenset({"nummod", "amod", "compound", "nmod"})


def date_of(
    layers: Layers, trigger: Token, mood: Mood, within: Container[int] = (), *, since: bool = False
) -> str | None:
    """The EDTF date of a step; None where no time stands with it. A time in tokens `within` (a name) is not it.

    `since`: what the words tell lasts since it happened ("in force since 1970").
    """
    holders = {trigger.i, *(t.i for t in mood.governors if mood.realis == "actual" or lends_time(t.lemma_))}
    holders |= {
        t.i for t in grammar.conjuncts(trigger)[1:2] if t.i - trigger.i <= _NEXT
    }  # "signed and ratified in 2015"
    holders |= {t.i for t in grammar.children(trigger, "xcomp")}  # "ceased to apply in 2015"
    if since:
        holders |= {t.i for t in grammar.children(trigger, "prep") if t.lower_ == "since"}
    return _nearest(layers, trigger, mood, holders, within)


def date_of_report(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The date on which a step was told ("they said on Friday that they had agreed")."""
    return _nearest(layers, trigger, mood, {mood.reporter.i}, within) if mood.reporter is not None else None


def _nearest(layers: Layers, trigger: Token, mood: Mood, holders: set[int], within: Container[int]) -> str | None:
    best: tuple[int, str] | None = None
    for time in _near(layers, trigger):
        if time.value is None or time.kind not in {"date", "interval", "time"}:
            continue
        head = head_of(layers, time)
        if head.i in within or layers.document.text[time.start - 1 : time.start] == "(":
            continue
        if _stands_with(head, holders):
            distance = abs(head.i - trigger.i)
            if best is None or distance < best[0]:
                best = (distance, _when(layers, time, mood, trigger))
    return best[1] if best else None


def _when(layers: Layers, time: Time, mood: Mood, trigger: Token) -> str:
    """A time's value; a bare weekday of a step to come ("ends on Sunday") is the next one."""
    value, published = str(time.value).partition("T")[0], layers.document.published
    ahead = mood.realis in {"planned", "possible"} or (trigger.tag_ == "VBZ" and not grammar.children(trigger, "dobj"))
    days = published is not None and len(published) == len(value) == 10
    if days and _WEEKDAY.fullmatch(time.text):
        if ahead and value < str(published):
            return (date.fromisoformat(value) + timedelta(days=7)).isoformat()
        if mood.realis == "actual" and trigger.tag_ in {"VBD", "VBN"} and value > str(published):
            return (date.fromisoformat(value) - timedelta(days=7)).isoformat()
    told_as_done = mood.realis == "actual" and trigger.tag_ == "VBD"
    shifts = value[:4].isdigit() and value[4:] != "-02-29" and not _YEAR.search(time.text)
    if told_as_done and shifts and lies_ahead(layers, value):
        return f"{int(value[:4]) - 1}{value[4:]}"  # "left it in August", told in June
    return value


def _near(layers: Layers, trigger: Token) -> tuple[Time, ...]:
    sentence = trigger.sent
    first = bisect.bisect_left(layers.times, sentence.start_char, key=lambda t: t.start)
    last = bisect.bisect_left(layers.times, sentence.end_char, key=lambda t: t.start)
    return layers.times[first:last]


def head_of(layers: Layers, time: Time) -> Token:
    """The word by which a time expression hangs on the rest of its sentence."""
    tokens = layers.tokens
    first = max(bisect.bisect_right(layers.starts, time.start) - 1, 0)
    last = max(bisect.bisect_left(layers.starts, time.end) - 1, first)
    inside = tokens[first : last + 1]
    return next((t for t in inside if not first <= t.head.i <= last or t.dep_ == "ROOT"), inside[0])


def _stands_with(token: Token, holders: set[int]) -> bool:
    """Whether a time hangs on one of some words without another clause or a name between."""
    if token.dep_ in _PART_OF_NAME and token.head.i not in holders:
        return False
    for _ in range(_MAX):
        if token.i in holders:
            return True
        if token.lower_ in _ELSEWHEN or token.dep_ == "ROOT" or (token.pos_ == "VERB" and not _shares_time(token)):
            return False
        token = token.head
    return False


def _shares_time(verb: Token) -> bool:
    """Whether a verb's time is that of the verb above: "before signing", "signed the deal, ending the war in 1995"."""
    return verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def date_of_name(layers: Layers, mentions: Iterable[Mention]) -> str | None:
    """The date that an agreement's own words give it: "the 1987 treaty", "Treaty of Friendship (1961)".

    Two dates for two agreements under one name ("the Declarations of 2000 and 2001") are either's.
    """
    found: dict[str, None] = {}
    for mention in mentions:
        tokens = layers.tokens[max(mention.first - 2, 0) : mention.last + 3]
        for time in layers.times_in(tokens[0].idx, tokens[-1].idx + len(tokens[-1])):
            if (
                time.kind in {"date", "interval"}
                and time.value
                and time.value[:4].isdigit()
                and _names(layers, time, mention)
            ):
                found |= dict.fromkeys(time.value.split("/") if " and " in time.text else [time.value])
    if len(found) > 1:
        years = sorted(found)
        return f"[{','.join(years)}]" if all(len(y) == 4 for y in years) and len(years) == 2 else None
    return next(iter(found), None)


def _names(layers: Layers, time: Time, mention: Mention) -> bool:
    """Whether a time is part of a name, or qualifies it: "the 1987 treaty", "Friday's accord", "Treaty (1961)"."""
    head = head_of(layers, time)
    if mention.first <= head.i <= mention.last:
        return True
    if head.dep_ in {*_PART_OF_NAME, "poss"}:
        return mention.first <= head.head.i <= mention.last
    return layers.document.text[time.start - 1 : time.start] == "(" and head.i == mention.last + 2


def lies_ahead(layers: Layers, when: str | None) -> bool:
    """Whether a date is after the day of publication, whatever its precision: nothing done is dated so."""
    published = layers.document.published
    if when is None or published is None or not when[:4].isdigit():
        return False
    return when > published and not when.startswith(published) and not published.startswith(when[:10])
