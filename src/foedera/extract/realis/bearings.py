"""How a single word above a step bears on it: a purpose, a procedure, a refusal, a clause that describes a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.beside import weigh_beside
from foedera.extract.realis.clauses import (
    is_now,
    is_whoever,
    marked,
    past,
    will,
)
from foedera.extract.realis.governors import effect_of
from foedera.extract.realis.moods import Mood
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FOR = frozenset({"for"})
_URGED = frozenset({"text_agreed", "negotiated"})


def is_event(clause: Token) -> bool:
    """Whether the "-ing" form behind a noun tells, with it, what a word before them is about: "the prospect of Chile
    leaving", "without the pact being signed"; the parser takes it for a description of the noun."""
    noun = clause.head
    going_on = clause.tag_ == "VBG" or any(c.lower_ == "being" for c in grammar.children(clause, "auxpass"))
    if clause.dep_ != "acl" or not going_on:
        return False
    if noun.dep_ == "dobj":  # "the next step involves Chile signing the pact"
        return noun.head.lemma_ in words_of_realis().involving
    if noun.dep_ != "pobj":
        return False
    words, path, above = words_of_realis(), noun.head.lower_, noun.head.head
    governed = path == "of" and words.governors.get(above.lemma_.lower(), "actual") != "actual"
    return governed or path in words.prepositions or f"{above.lower_} {path}" in words.prepositions


def leave_noun(state: Mood, node: Token) -> None:
    """A clause that describes a noun: what governs the noun has no bearing on it."""
    noun = node.head
    if grammar.infinitive(node):  # "a treaty to be signed on Friday"
        state.weigh("planned", node)
        state.generic |= noun.lemma_ in words_of_realis().entitling  # "a clause to end the treaty"
    elif noun.lemma_ in words_of_realis().days and is_now(node) and not past(node):
        state.weigh("possible", noun)  # "the day when both sign it"
    elif node.dep_ == "relcl" and is_whoever(noun) and not past(grammar.clause_head(noun.head)):
        state.generic = True  # "only those who have signed it will benefit"


def is_on_the_way(state: Mood, node: Token) -> bool:
    """Whether a noun only says what another leads to: "the ratification process" (a "negotiation process" is talks)."""
    leads = node.dep_ == "compound" and node.head.lemma_.lower() in words_of_realis().procedures
    return leads and state.told != "negotiated"


def climb_procedure(state: Mood, procedure: Token) -> Token | None:
    """The way to a step: "the ratification process" is none yet, unless it is completed."""
    verb = procedure.head if procedure.dep_ in {"dobj", *_SUBJECTS} else None
    if verb is None or verb.lemma_ not in words_of_realis().completing:
        state.weigh("planned", procedure)
        return procedure
    state.governors.append(verb)
    return verb


def effect_on_step(state: Mood, governor: Token, of: Callable[[Token], Realis | None] = effect_of) -> Realis | None:
    """How a word takes the step; who tries to negotiate negotiates, and a proposal that was dismissed was made."""
    if governor.lemma_.lower() in words_of_realis().even_under.get(state.told or "", ()):
        return "actual"
    if governor.lemma_.lower() in words_of_realis().decided_under.get(state.told or "", ()):
        return "planned"
    if of is effect_of and governor.lemma_.lower() in words_of_realis().allowing and will(governor):
        return "planned"
    if governor.tag_ == "VBD" and state.told in words_of_realis().taken_at_once:
        return "actual" if governor.lemma_.lower() in words_of_realis().gathering else of(governor)
    return of(governor)


def looks_ahead(clause: Token, marks: list[Token]) -> bool:
    """Whether a clause in the present tense is of what is to come, though the main one denies something: "once Chile
    signs it, nobody will need a visa", "when Chile joins it, tariffs won't rise"."""
    opens = any(m.lower_ in words_of_realis().ahead for m in marks)
    return opens and is_now(clause) and not past(clause) and not past(grammar.clause_head(clause.head))


def climb_purpose(state: Mood, node: Token) -> Token | None:
    """An infinitive beside a verb: a purpose, which lies ahead, unless the verb says otherwise."""
    head = node.head
    if head.dep_ == "relcl" and head.lemma_ == "do" and any(c.lower_ == "so" for c in head.children):
        head = head.head.head  # "urged those who have not yet done so | to sign it"
        state.weigh(effect_on_step(state, head), head)
        return head
    state.governors.append(head)
    if head.lemma_ in words_of_realis().entitling:  # "the procedures for it to be ratified"
        state.generic = True
        return None
    if convert(state, head, node):
        return head
    effect = next((e for word in _rulers(node) if (e := effect_on_step(state, word))), None)
    state.weigh(effect or ("possible" if marked(node, _FOR) else "planned"), head)
    return head


def _rulers(node: Token) -> list[Token]:
    """The words that may govern an infinitive which the parser hung on a verb: "gave the green light | to sign",
    "met in a bid | to sign"; a verb that only tells of things governs none ("announced | to ensure").
    """
    to = next((c for c in node.children if c.tag_ == "TO"), node)
    close = [t for t in (to.doc[max(to.i - 1, 0)],) if t.pos_ == "NOUN" and t != node.head]
    head = [node.head] if node.head.lemma_.lower() not in words_of_realis().telling else []
    around = grammar.children(node.head, "dobj", "attr", "nsubj")[::-1]
    return close + head + [n for n in around if n.i < node.i and n.pos_ == "NOUN"]


def attachment(preposition: Token) -> Token:
    """What a phrase belongs to: a governing noun right before it ("negotiations | on the signing"), whatever the
    parser hung it on."""
    before = preposition.nbor(-1) if preposition.i > 0 else preposition
    words = words_of_realis()
    governs = before.pos_ == "NOUN" and (before.lemma_ in words.governors or before.lemma_ in words.conversions)
    return before if governs and not preposition.is_ancestor(before) else preposition.head


def effect_beside(head: Token) -> Realis | None:
    """What a noun takes from the verb that it merely stands beside: its "will", nothing else."""
    outer = Mood()
    weigh_beside(outer, head)
    return "planned" if outer.realis == "planned" else None


def _denies(word: Token) -> bool:
    """Whether a word before a choice makes it one against: "not to sign", "neither to sign nor"."""
    return word.dep_ == "neg" or (word.dep_ == "preconj" and word.lower_ == "neither")


def convert(state: Mood, governor: Token, node: Token) -> bool:
    """Takes note of a governor that makes another step of this one: to refuse to sign is to reject, and so is to
    choose not to."""
    words, lemma = words_of_realis(), governor.lemma_.lower()
    against = lemma in words.choices and any(_denies(c) for c in node.children)
    urged = lemma in words.urging and state.stage in _URGED and not grammar.children(node, "neg")
    stage: Stage | None = "rejected" if against else "proposed" if urged else words.conversions.get(lemma)
    if stage is None or state.stage in {None, stage} or (stage == "negotiated" and state.stage in words.taken_alone):
        return False
    if stage == "rejected" and state.stage == "negotiated":  # who won't talk of it has not turned it down
        return False
    if lemma in words.making and state.stage != "text_agreed":
        return False
    state.becomes, state.converter = stage, governor
    state.realis = "actual"
    state.governors.append(governor)
    state.words.append(governor)
    return True
