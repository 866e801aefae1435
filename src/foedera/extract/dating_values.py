"""What day a time stands for beside a step that is done, planned or off."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.dating_ties import head_of
from foedera.extract.realis import past
from foedera.model.dates import before, bounds, span
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.realis import Mood
    from foedera.model import Time

_NEXT_DAY = 40  # characters behind a day in which the next may be named
_FAR = timedelta(days=120)
_YEAR = re.compile(r"\b\d{4}\b")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)")
_WEEKDAY = re.compile(r"(?i)(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day")


def value_of(layers: Layers, time: Time, mood: Mood, trigger: Token) -> str:
    """A time's value; a bare weekday of a step to come ("ends on Sunday") is the next one."""
    value, published = str(time.value).partition("T")[0], layers.document.published
    if mood.realis in AHEAD and value.startswith("../"):  # "to be signed by 12 July": the day on which it is due
        return value.removeprefix("../")
    clause = grammar.clause_head(head_of(layers, time))
    behind = past(clause) and clause not in mood.governors  # "will end the talks that | began on Monday"
    present = trigger.tag_ == "VBZ" and not grammar.children(trigger, "dobj")
    ahead = present or (mood.realis in AHEAD and not behind)
    days = published is not None and len(published) == len(value) == 10
    if days and _WEEKDAY.fullmatch(time.text):
        if ahead and value < str(published):
            return (date.fromisoformat(value) + timedelta(days=7)).isoformat()
        told = mood.realis == "actual" and trigger.tag_ not in {"VBZ", "VBP"}
        if (told or behind) and value > str(published):
            return (date.fromisoformat(value) - timedelta(days=7)).isoformat()
    told_as_done = mood.realis == "actual" and (trigger.tag_ == "VBD" or (clause.tag_ == "VBD" and _is_where(trigger)))
    if mood.realis == "denied" and any(t.tag_ == "VBD" for t in mood.governors):
        told_as_done = _is_far_ahead(layers, value)  # "the November signing fell through", told in December
    single = value[:4].isdigit() and "/" not in value and value[4:] != "-02-29"
    yearless = _MONTH.search(time.text) and not _YEAR.search(time.text)
    if told_as_done and single and yearless and lies_ahead(layers, value):
        return f"{int(value[:4]) - 1}{value[4:]}"  # "left it in August", told in June
    return value


def _is_where(noun: Token) -> bool:
    """Whether something was done at what a noun names: "invited them | at its summit in July"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during"}


def _is_far_ahead(layers: Layers, value: str) -> bool:
    published = layers.document.published
    gap = bounds(value)[0], bounds(published)[1] if published else None
    return gap[0] is not None and gap[1] is not None and gap[0] - gap[1] > _FAR


def with_next(layers: Layers, time: Time, value: str) -> str:
    """The days from one to the next, where two are named together: "today and tomorrow"."""
    after = next((t for t in layers.times_in(time.end, time.end + _NEXT_DAY)), None)
    if after is None or after.value is None or layers.document.text[time.end : after.start] != " and ":
        return value
    days = len(value) == len(after.value) == 10
    ahead = days and date.fromisoformat(after.value) - date.fromisoformat(value) == timedelta(days=1)
    return span(value, after.value) if ahead else value


def lies_behind(layers: Layers, when: str) -> bool:
    """Whether a date is wholly before the day of publication."""
    published = layers.document.published
    return published is not None and before(when, published)


def lies_ahead(layers: Layers, when: str | None) -> bool:
    """Whether a date is after the day of publication, whatever its precision: nothing done is dated so."""
    published = layers.document.published
    return when is not None and published is not None and before(published, when)


def is_surely_ahead(layers: Layers, time: Time) -> bool:
    """Whether a time is still to come when it is told; a bare weekday may as well be over."""
    return lies_ahead(layers, time.value) and not _WEEKDAY.fullmatch(time.text)
