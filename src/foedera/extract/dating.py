"""When a step happens: the time expression that stands with its words."""

from __future__ import annotations

import bisect
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis import lends_time
from foedera.model.dates import bounds, onset, precision, span

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.realis import Mood
    from foedera.model import Time

_MAX = 12
_NEXT_DAY = 40  # characters behind a day in which the next may be named
_NEXT = 3  # tokens from one of two joined verbs to the other, where they share what follows
_YEAR = re.compile(r"\b\d{4}\b")
_MONTH = re.compile(r"\b[A-Z][a-z]{2}")
_WEEKDAY = re.compile(r"(?i)(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_ELSEWHEN = frozenset({"since", "before", "until", "till", "ahead"})  # a time under these is that of something else
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "day", "month", "course", "start", "end", "eve"})
_LASTS = frozenset({"extend", "prolong", "renew"})  # "extended it to 30 June": that is when it ends
PART_OF_NAME = frozenset({"nummod", "amod", "compound", "nmod"})
_TOLD = frozenset({"date", "interval", "time", "duration"})  # what says when, if it has a value ("the past three days")
_WHEN = frozenset({"when", "as", "while"})
_POINTS_BACK = frozenset({"they", "he", "she", "it", "both", "we"})


def date_of(
    layers: Layers, trigger: Token, mood: Mood, within: Container[int] = (), *, since: bool = False
) -> str | None:
    """The EDTF date of a step; None where no time stands with it. A time in tokens `within` (a name) is not it.

    `since`: what the words tell lasts since it happened ("in force since 1970").
    """
    lenders = [t for t in mood.governors if mood.realis == "actual" or (lends_time(t.lemma_) and t.tag_ != "VBD")]
    holders = {trigger.i, *(t.i for t in lenders)}
    holders |= {
        t.i for t in grammar.conjuncts(trigger)[1:2] if t.i - trigger.i <= _NEXT
    }  # "signed and ratified in 2015"
    holders |= {t.i for t in grammar.children(trigger, "xcomp")}  # "ceased to apply in 2015"
    if trigger.dep_ == "compound":  # "a November signing ceremony"
        holders.add(trigger.head.i)
    if since:
        holders |= {t.i for t in grammar.children(trigger, "prep") if t.lower_ == "since"}
    if not grammar.is_verb(trigger):  # "the talks that began in July", "held on Monday"
        own = grammar.children(trigger, "acl", "relcl")
        holders |= {verb.i for verb in own if lends_time(verb.lemma_)}
    booked = (*mood.governors, *grammar.children(trigger, "acl"))  # "a trip planned for July", "is set for July"
    holders |= {t.i for verb in booked for t in grammar.children(verb, "prep") if t.lower_ == "for"}
    when = _nearest(layers, trigger, mood, holders, within) or date_of_scene(layers, trigger, mood, within)
    return onset(when) if when and since else when


def date_of_report(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The date on which a step was told ("they said on Friday that they had agreed")."""
    return _nearest(layers, trigger, mood, {mood.reporter.i}, within) if mood.reporter is not None else None


def _nearest(layers: Layers, trigger: Token, mood: Mood, holders: set[int], within: Container[int]) -> str | None:
    best: tuple[int, str] | None = None
    for time in _near(layers, trigger):
        if time.value is None or time.kind not in _TOLD:
            continue
        head = head_of(layers, time)
        if head.i in within or layers.document.text[time.start - 1 : time.start] == "(":
            continue
        if _stands_with(head, holders, _lent(layers, time)) and not _is_of_main_verb(layers, time, head, trigger):
            distance = abs(head.i - trigger.i)
            if best is None or distance < best[0]:
                best = (distance, _with_next(layers, time, _when(layers, time, mood, trigger)))
    return best[1] if best else None


def _with_next(layers: Layers, time: Time, value: str) -> str:
    """The days from one to the next, where two are named together: "today and tomorrow"."""
    after = next((t for t in layers.times_in(time.end, time.end + _NEXT_DAY)), None)
    if after is None or after.value is None or layers.document.text[time.end : after.start] != " and ":
        return value
    days = len(value) == len(after.value) == 10
    ahead = days and date.fromisoformat(after.value) - date.fromisoformat(value) == timedelta(days=1)
    return span(value, after.value) if ahead else value


def date_of_scene(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The day on which what is told beside a step happened, where the step belongs to the same scene: "they met on
    Monday and signed it", "met there on Monday, where they signed it", "signed it when he visited on Monday", "They met
    on Monday. They signed it."
    """
    if not grammar.is_verb(trigger):
        return None
    clauses = grammar.children(trigger, "advcl")
    below = [c for c in clauses if _is_marked(c, _WHEN) and grammar.children(c, "nsubj", "nsubjpass")]
    if mood.realis not in {"actual", "planned"} or (mood.realis == "planned" and not below):
        return None
    for verb in (*below, *_scene(trigger)):
        times = [t for t in _near(layers, verb) if t.kind in _TOLD and t.value]
        heads = [(t, head_of(layers, t)) for t in times]
        whole = verb.sent != trigger.sent  # the only time of the sentence before
        own = [t for t, head in heads if head.i not in within and (whole or _stands_with(head, {verb.i}))]
        days = {_when(layers, t, mood, verb) for t in own}
        if len(days) == 1 and (verb in below or precision(min(days)) == "day"):
            return days.pop()
    return None


def _scene(trigger: Token) -> list[Token]:
    """The verb of the past that a verb of the past goes on from, without a time of its own between."""
    if trigger.tag_ != "VBD" and not grammar.is_passive(trigger):
        return []
    if trigger.dep_ == "conj":
        return [trigger.head] if trigger.head.tag_ == "VBD" else []
    if trigger.dep_ in {"relcl", "advcl"} and _is_marked(trigger, frozenset({"where"})):
        return [grammar.clause_head(trigger.head)]
    quoted = trigger.dep_ == "ccomp" and trigger.i < trigger.head.i  # "they signed it, the ministry said"
    return _verb_before(trigger) if quoted or trigger.dep_ == "ROOT" else []


def _verb_before(verb: Token) -> list[Token]:
    """The verb of the sentence before, where both tell what the same persons did."""
    start = verb.sent.start
    last = verb.doc[start - 1].sent.root if start else verb
    quoted = [c for c in grammar.children(last, "ccomp") if c.i < last.i]  # "they signed it, the ministry said"
    last = quoted[0] if quoted else last
    if last.tag_ != "VBD" or last is verb or last.lemma_ in {"say", "tell"}:
        return []
    before, now = grammar.children(last, "nsubj"), grammar.children(verb, "nsubj")
    if not before or not now:
        return []
    named = {t.lower_ for t in before[0].subtree if t.pos_ in {"PROPN", "NOUN"}}
    same = now[0].lower_ in _POINTS_BACK or now[0].lower_ in named
    return [last] if same else []


def _is_marked(clause: Token, marks: Container[str]) -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in marks for c in clause.children)


def _lent(layers: Layers, time: Time) -> bool:
    """Whether a time is none that an aim could have: "signed a pact to end the war on 13 May", told in June."""
    published = layers.document.published
    return published is not None and str(time.value)[:10] <= published


def _is_of_main_verb(layers: Layers, time: Time, head: Token, trigger: Token) -> bool:
    """Whether a time at the end of a clause that says what a pact is for is that of the verb above: "ratified the pact
    amending the treaty on Monday", "signed a pact to amend the treaty on Monday".
    """
    if head.i < trigger.i or not _describes(trigger) or precision(str(time.value)) != "day":
        return False
    above = grammar.clause_head(trigger.head)
    return above.tag_ == "VBD" and (trigger.tag_ == "VBG" or _lent(layers, time))


def _when(layers: Layers, time: Time, mood: Mood, trigger: Token) -> str:
    """A time's value; a bare weekday of a step to come ("ends on Sunday") is the next one."""
    value, published = str(time.value).partition("T")[0], layers.document.published
    ahead = mood.realis in {"planned", "possible"} or (trigger.tag_ == "VBZ" and not grammar.children(trigger, "dobj"))
    days = published is not None and len(published) == len(value) == 10
    if days and _WEEKDAY.fullmatch(time.text):
        if ahead and value < str(published):
            return (date.fromisoformat(value) + timedelta(days=7)).isoformat()
        told = trigger.tag_ in {"VBD", "VBN"} or not grammar.is_verb(trigger)
        if mood.realis == "actual" and told and value > str(published):
            return (date.fromisoformat(value) - timedelta(days=7)).isoformat()
    told_as_done = mood.realis == "actual" and trigger.tag_ == "VBD"
    if mood.realis == "denied" and any(t.tag_ == "VBD" for t in mood.governors):
        told_as_done = _is_far_ahead(layers, value)  # "the November signing fell through", told in December
    single = value[:4].isdigit() and "/" not in value and value[4:] != "-02-29"
    yearless = _MONTH.search(time.text) and not _YEAR.search(time.text)
    if told_as_done and single and yearless and lies_ahead(layers, value):
        return f"{int(value[:4]) - 1}{value[4:]}"  # "left it in August", told in June
    return value


def _is_far_ahead(layers: Layers, value: str) -> bool:
    published = layers.document.published
    gap = bounds(value)[0], bounds(published)[1] if published else None
    return gap[0] is not None and gap[1] is not None and gap[0] - gap[1] > timedelta(days=120)


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


def _stands_with(token: Token, holders: set[int], lent: bool = False) -> bool:
    """Whether a time hangs on one of some words without another clause or a name between; `lent`: or only the clause
    of an aim or a description, whose own time it cannot be."""
    if token.dep_ in PART_OF_NAME and token.head.i not in holders:
        return False
    for _ in range(_MAX):
        if token.i in holders:
            return True
        if token.lower_ == "to" and token.dep_ == "prep" and token.head.lemma_ in _LASTS:
            return False
        if token.lower_ in _ELSEWHEN or token.dep_ == "ROOT" or (_is_of_noun(token) and token.head.i not in holders):
            return False
        if token.pos_ == "VERB" and not (_shares_time(token) or (lent and _describes(token))):
            return False
        token = token.head
    return False


def _shares_time(verb: Token) -> bool:
    """Whether a verb's time is that of the verb above: "before signing", "signed the deal, ending the war in 1995"."""
    return verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def _describes(verb: Token) -> bool:
    """Whether a verb with its object only says what the noun before it is for: "a pact to end the war", "amending it";
    the time behind it may be that of the verb above.
    """
    aim = verb.dep_ in {"acl", "relcl", "advcl"} and any(c.tag_ == "TO" for c in verb.children)
    beside = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).pos_ in {"NOUN", "PROPN"}
    return (aim or (beside and verb.dep_ in {"acl", "advcl"})) and bool(grammar.children(verb, "dobj"))


def _is_of_noun(token: Token) -> bool:
    """Whether a time is part of a name: "replaced the Treaty of Peace | of 2000", "the agreement | of May 1, 1997"."""
    return token.lower_ == "of" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.lemma_ not in _PARTS


def lies_ahead(layers: Layers, when: str | None) -> bool:
    """Whether a date is after the day of publication, whatever its precision: nothing done is dated so."""
    published = layers.document.published
    if when is None or published is None or not when[:4].isdigit():
        return False
    return when > published and not when.startswith(published) and not published.startswith(when[:10])
