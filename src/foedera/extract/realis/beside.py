"""What stands beside the word for a step: helping verbs, negation, adverbs and adjectives, a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.clauses import is_condition, is_content, marked, past, past_only, present
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.realis.moods import Mood
    from foedera.model.records import Realis

_LENGTHS = frozenset({"day", "week", "month", "year", "hour"})


def weigh_beside(state: Mood, node: Token) -> None:
    """What stands beside a word: modals, negation, adverbs and adjectives, a condition."""
    words = words_of_realis()
    modal: Realis | None = None
    for child in node.children:
        lower = child.lower_
        if child.dep_ == "aux" and lower in words.auxiliaries:
            modal = "planned" if lower in words.duties and (_soon(node) or _is_dated(node)) else _modal(node, child)
            state.weigh(modal, child)
        elif child.dep_ in {"advmod", "amod", "npadvmod"} and words.modifiers.get(lower, "denied") != "denied":
            state.weigh(words.modifiers[lower] if modal != "planned" else None, child)
        elif child.dep_ == "advcl" and is_condition(child) and not _is_done(node):
            state.weigh("possible", child)
        elif child.dep_ == "advcl" and marked(child, words.ahead) and present(node) and not past_only(child):
            state.weigh("planned", child)  # "it enters into force once both have ratified it"
    negation = negation_of(node)
    if negation is not None and node.lemma_ not in words.hindrances:
        state.weigh("denied", negation)


def _soon(verb: Token) -> bool:
    """Whether what "should" happen is expected: "should be approved shortly"."""
    return any(words_of_realis().modifiers.get(c.lower_) == "planned" for c in grammar.children(verb, "advmod"))


def _is_dated(verb: Token) -> bool:
    """Whether a verb has a day or month: "by 29 July", "in June"; not "within 60 days" of something."""
    beside = grammar.children(verb, "npadvmod") + grammar.phrase(verb, "on", "by", "before", "in")
    return any(
        t.ent_type_ == "DATE"
        and any(c.tag_ in {"NNP", "CD"} for c in t.doc[t.left_edge.i : t.i + 1])
        and t.lemma_ not in _LENGTHS
        for t in beside
    )


def _is_done(verb: Token) -> bool:
    """Whether a condition beside a verb cannot make it open: "it was signed, if late"."""
    helping = grammar.children(verb, "aux", "auxpass")
    return past(verb) or (verb.tag_ == "VBN" and not helping)


def negation_of(node: Token) -> Token | None:
    """The first word beside another that denies it."""
    return next((n for child in node.children if (n := _negation(child)) is not None), None)


def _negation(child: Token) -> Token | None:
    """The word by which a dependent denies what it stands with: "not", "no", "never", "neither side has signed"."""
    words = words_of_realis()
    if child.dep_ in {"nsubj", "nsubjpass"}:
        if child.lower_ in words.nobody:
            return child
        if child.lemma_ in words.hindrances:  # "no date has been set for signing it"
            return None
        return next((c for c in grammar.children(child, "det", "neg") if c.lower_ in words.nobody), None)
    if child.dep_ in {"advmod", "amod", "npadvmod", "preconj"} and words.modifiers.get(child.lower_) == "denied":
        return child if child.i > child.sent.start else None  # "Yet they signed"
    if child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no":
        return child
    if child.dep_ == "neg" and child.head.pos_ in {"NOUN", "PROPN"} and child.i > child.head.i:
        return None  # "the talks, not the text"
    if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in words.nobody):
        return None if _only(child) else child
    return None


def _modal(verb: Token, modal: Token) -> Realis:
    """A modal's value; "would" after a past verb of saying, without a condition, is a reported "will"."""
    words = words_of_realis()
    if modal.lower_ in words.backshifted and _is_counterfactual(verb):
        return "denied"  # "it would have signed, had Peru agreed"
    if modal.lower_ in words.backshifted and not any(is_condition(c) for c in verb.children if c.dep_ == "advcl"):
        top = verb
        while top.dep_ == "conj":
            top = top.head
        if (top.dep_ == "ccomp" and _tells_past(top.head)) or is_content(top) or _is_term(top):
            return "planned"
    return words.auxiliaries[modal.lower_]


def _tells_past(verb: Token) -> bool:
    """Whether a verb reports what was said then: "said", "smiled, adding that"."""
    return verb.tag_ in {"VBD", "VBN"} or (verb.tag_ == "VBG" and verb.lemma_ in words_of_realis().transparent)


def _is_counterfactual(verb: Token) -> bool:
    """Whether "would have" with a condition says that it did not happen."""
    perfect = verb.tag_ == "VBN" and any(c.lower_ == "have" for c in grammar.children(verb, "aux"))
    return perfect and any(is_condition(c) for c in grammar.children(verb, "advcl", "ccomp"))


def _is_term(clause: Token) -> bool:
    """Whether a clause tells what has been agreed: "a deal under which a truce would begin"."""
    return clause.dep_ == "relcl" and any(t.lower_ == "which" for t in grammar.phrase(clause, "under"))


def _only(negation: Token) -> bool:
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    if negation.i > 0 and negation.nbor(-1).lower_ == "or":  # "whether or not"
        return True
    return after is not None and after.lower_ in {"only", "just", "merely"}
