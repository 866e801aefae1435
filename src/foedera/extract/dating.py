"""When a step happens: the time expression that stands with its words."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.extract.dating_occasions import date_of_occasion
from foedera.extract.dating_offsets import date_by_offset
from foedera.extract.dating_scene import scene
from foedera.extract.dating_ties import (
    head_of,
    is_lent,
    is_of_main_verb,
    near,
    stands_aside,
    stands_before,
    stands_with,
)
from foedera.extract.dating_values import is_surely_ahead, value_of, with_next
from foedera.extract.realis import law_above, lends_time, marked, past
from foedera.extract.slots import fill
from foedera.model.dates import onset
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.realis import Mood
    from foedera.model import Time

_DAY = len("2024-06-18")
_NEXT = 3  # tokens from one of two joined verbs to the other, where they share what follows
_TOLD = frozenset({"date", "interval", "time", "duration"})  # what says when, if it has a value ("the past three days")
_WHEN = frozenset({"when", "as", "while"})
_WHERE = frozenset({"where", "when"})


def date_of(
    layers: Layers, trigger: Token, mood: Mood, within: Container[int] = (), *, since: bool = False
) -> str | None:
    """The EDTF date of a step; None where no time stands with it. A time in tokens `within` (a name) is not it.

    `since`: what the words tell lasts since it happened ("in force since 1970").
    """
    told = mood.realis == "actual"
    lenders = [t for t in mood.governors if told or (lends_time(t.lemma_) and t.tag_ != "VBD") or _refused(t, mood)]
    holders = {trigger.i, *(t.i for t in lenders)}
    holders |= {
        t.i for t in grammar.conjuncts(trigger)[1:2] if t.i - trigger.i <= _NEXT and t.tag_ == trigger.tag_
    }  # "signed and ratified in 2015"; not "is ratified and takes effect in 2015"
    holders |= {t.i for t in grammar.children(trigger, "xcomp")}  # "ceased to apply in 2015"
    holders |= {t.i for g in mood.governors for t in grammar.children(g, "xcomp") if _takes_place(t, trigger)}
    holders.update(_became(trigger))
    holders |= {paper.head.i for paper in _papers(trigger) if told and paper.dep_ in {"dobj", "nsubjpass"}}
    holders |= {t.head.i for t in lenders if t.dep_ == "xcomp" and _refused(t, mood)}
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
    when = when or date_by_offset(layers, trigger) or date_of_occasion(layers, trigger)
    return onset(when) if when and since else when


def _papers(step: Token) -> list[Token]:
    """The law or instrument that takes a step: "signed a law | on Monday | ratifying the pact", "exchanged on Monday
    the documents ratifying it", "signed the deed of accession".
    """
    above = step.head.head if step.dep_ == "pobj" and step.head.lower_ == "of" else step.head
    if step.dep_ in {"acl", "pobj"} and above.lemma_ in lexicon.words("en", "dating", "instruments"):
        return [above]
    verb, law = step, law_above(step)
    if law is None and step.dep_ == "dobj" and step.head.dep_ in {"relcl", "acl"}:
        law = law_above(step.head)  # "signed a law | on Monday | that formalises its exit"
    if law is None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return [t for t in grammar.children(verb.head, "dobj") if t.lemma_ in lexicon.words("en", "realis", "laws")]
    return [law] if law is not None else []


def _refused(verb: Token, mood: Mood) -> bool:
    """Whether a step was not taken on the day of a verb: "rejected an extension of the truce last month"."""
    finite = verb.head if verb.dep_ == "xcomp" else verb  # "voted to reject it"
    denied = mood.realis == "denied" and finite.tag_ == "VBD"
    return denied and verb.lemma_ in lexicon.words("en", "dating", "refusing")


def _became(verb: Token) -> list[int]:
    """The verb by which somebody became one of those who took a step: "| became | the sixth state to ratify it"."""
    beside = verb.dep_ in {"xcomp", "advcl"}
    above = verb.head if beside else verb.head.head
    joined = beside or (verb.dep_ in {"acl", "relcl"} and verb.head.dep_ == "attr")
    return [above.i] if joined and grammar.infinitive(verb) and above.lemma_ == "become" else []


def _takes_place(verb: Token, event: Token) -> bool:
    """Whether a verb only says that an event happens: "the signing is expected | to take place on Monday"."""
    return lends_time(verb.lemma_) and event in grammar.subjects(verb)


def _at_same_occasion(verb: Token) -> list[Token]:
    """What was done along with a step, where it is said at what: "signed it and | adopted | a plan at their summit"."""
    known = lexicon.words("en", "dating", "occasions")
    joined = (
        c for c in grammar.children(verb, "conj") if c.tag_ == "VBD" and not grammar.children(c, "nsubj", "nsubjpass")
    )
    return [c for c in joined if any(t.lemma_.lower() in known for path in ("at", "during") for t in fill(c, path))]


def time_since(layers: Layers, step: Token, mood: Mood) -> str | None:
    """From when on something goes on: "has mediated talks | since May"."""
    nouns = [step, *([step.head.head] if step.dep_ == "pobj" else [])]  # "four rounds of talks held since May"
    verbs = [verb for noun in nouns for verb in (*grammar.children(noun, "acl"), grammar.clause_head(noun))]
    holders = {t.i for t in (*nouns, *verbs, *mood.governors)}
    for time in near(layers, step):
        preposition = head_of(layers, time).head
        hung = {preposition.head.i, grammar.clause_head(preposition).i}
        if str(time.value).endswith("/..") and preposition.lower_ == "since" and hung & holders:
            return time.value
    return None


def date_of_report(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The date on which a step was told ("they said on Friday that they had agreed")."""
    return _nearest(layers, trigger, mood, {mood.reporter.i}, within) if mood.reporter is not None else None


def _nearest(layers: Layers, trigger: Token, mood: Mood, holders: set[int], within: Container[int]) -> str | None:
    best: tuple[int, str] | None = None
    # "wants the pact signed in July", told in June: a day to come is that of the step, not of the wanting
    planners = {t.i for t in mood.governors} if mood.realis in AHEAD else set()
    for time in near(layers, trigger):
        if time.value is None or time.kind not in _TOLD:
            continue
        head = head_of(layers, time)
        if mood.realis in AHEAD and str(time.value).startswith("../") and head.head.lower_ == "before":
            head = head.head.head  # "must take effect | before 29 July": when it is due
        if is_of_name(layers, time, head, within):
            continue
        near_by = stands_with(head, holders, is_lent(layers, time)) or stands_before(layers, time, holders)
        near_by = near_by or (trigger.pos_ == "NOUN" and stands_aside(layers, time, trigger))
        near_by = near_by or (is_surely_ahead(layers, time) and stands_with(head, planners))
        if near_by and not is_of_main_verb(layers, time, head, trigger):
            distance = abs(head.i - trigger.i)
            if best is None or distance < best[0]:
                best = (distance, with_next(layers, time, value_of(layers, time, mood, trigger)))
    return best[1] if best else None


def is_of_name(layers: Layers, time: Time, head: Token, within: Container[int]) -> bool:
    """Whether a time is part of what an agreement is called: inside it, in brackets, or a bare year right behind ("the
    Indus Waters Treaty | 1960 | will be suspended")."""
    before = bisect.bisect_left(layers.starts, time.start) - 1
    behind = time.text.isdigit() and before in within
    return head.i in within or behind or layers.document.text[time.start - 1 : time.start] == "("


def date_of_scene(layers: Layers, trigger: Token, mood: Mood, within: Container[int] = ()) -> str | None:
    """The day on which what is told beside a step happened, where the step belongs to the same scene: "they met on
    Monday and signed it", "met there on Monday, where they signed it", "signed it when he visited on Monday", "They met
    on Monday. They signed it."
    """
    if not grammar.is_verb(trigger):
        return None
    clauses = grammar.children(trigger, "advcl")
    below = [c for c in clauses if marked(c, _WHEN) and grammar.children(c, "nsubj", "nsubjpass")]
    below = [c for c in below if not (past(c) if mood.realis == "planned" else grammar.children(c, "aux"))]
    if mood.realis not in {"actual", "planned"} or (mood.realis == "planned" and not below):
        return None
    if trigger.dep_ == "relcl" and marked(trigger, _WHERE):  # "the summit in May 2021, where they agreed on it"
        there = [t.value for t in near(layers, trigger) if t.value and head_of(layers, t) == trigger.head]
        if there:
            return there[0]
    for verb in (*below, *_at_same_occasion(trigger), *scene(trigger)):
        times = [t for t in near(layers, verb) if t.kind in _TOLD and t.value]
        heads = [(t, head_of(layers, t)) for t in times]
        whole = verb.sent != trigger.sent  # the only time of the sentence before
        own = [t for t, head in heads if head.i not in within and (whole or stands_with(head, {verb.i}))]
        days = {value_of(layers, t, mood, verb) for t in own}
        if len(days) == 1 and (verb in below or len(min(days)) == _DAY):
            return days.pop()
    return None
