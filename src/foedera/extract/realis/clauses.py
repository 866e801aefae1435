"""What a clause looks like: its tense, its mood, and whether it is a condition or what somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOERS = frozenset({"nsubj", "nsubjpass"})


def present(verb: Token) -> bool:
    """Whether a verb is in the simple present: "enters", "is signed", "does not put"."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not helping:
        return verb.tag_ in {"VBZ", "VBP"}
    if len(helping) == 1 and helping[0].lemma_ == "do":
        return helping[0].tag_ in {"VBZ", "VBP"}
    return verb.tag_ == "VBN" and len(helping) == 1 and helping[0].tag_ in {"VBZ", "VBP"} and helping[0].lemma_ == "be"


def marked(clause: Token, marks: frozenset[str]) -> bool:
    """Whether one of some words opens a clause: "if", "once", "that"."""
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in marks for c in clause.children)


def is_wish(clause: Token) -> bool:
    """Whether a clause says what somebody wants done, in the subjunctive: "demanded that Chile sign it", "it is vital
    that the truce be extended". Of a clause without "that" only its governor tells ("let Chile sign it")."""
    if clause.dep_ not in {"ccomp", "acl", "relcl", "advcl"} or not any(c.dep_ in _DOERS for c in clause.children):
        return False
    helping = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    plain = clause.tag_ in {"VB", "VBP"} if not helping else all(c.lower_ == "be" for c in helping)
    if not plain or (not helping and clause.lower_ != clause.lemma_.lower()):
        return False
    above = {clause.head.lemma_.lower(), *(c.lower_ for c in grammar.children(clause.head, "acomp", "attr", "oprd"))}
    if above & words_of_realis().mandative:
        return True
    return (bool(helping) or clause.tag_ == "VB") and any(
        c.lower_ == "that" and c.dep_ == "mark" for c in clause.children
    )


def is_inverted(clause: Token) -> bool:
    """Whether a clause's first word makes it a condition: "had they signed, ..."."""
    first = next(iter(clause.children), clause)
    return clause.dep_ in {"advcl", "ccomp"} and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}


def is_condition(clause: Token) -> bool:
    """Whether a clause says on what condition: "if they signed", "had they signed"."""
    return marked(clause, words_of_realis().conditions) or is_inverted(clause)


def is_content(clause: Token) -> bool:
    """Whether a clause is what a noun says: "notice that it would leave"."""
    return clause.dep_ in {"acl", "relcl"} and finite(clause) and marked(clause, frozenset({"that"}))


def is_known(noun: Token) -> bool:
    """Whether a noun is spoken of as something that its reader knows of: "its withdrawal", "the signing"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in {"the", "this"}) for c in noun.children)


def is_ranked(noun: Token) -> bool:
    """Whether a noun is told apart by when it came: "the first state", "the last to sign"."""
    ranks = words_of_realis().ranks
    return any(t.lower_ in ranks or (t.like_num and t.tag_ == "JJ") for t in (noun, *grammar.children(noun, "amod")))


def finite(node: Token) -> bool:
    """Whether a verb has a tense."""
    return node.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" and c.tag_ != "VBG" for c in node.children
    )


def is_seen(participle: Token) -> bool:
    """Whether a participle tells, with the noun before it, what somebody sees: "to see the treaty ratified"."""
    noun = participle.head
    if participle.tag_ != "VBN" or participle.dep_ != "acl" or noun.dep_ != "dobj":
        return False
    return noun.head.lemma_ in words_of_realis().perceiving


def is_bare_after(verb: Token, fellow: Token) -> bool:
    """Whether a verb shares its fellow's "will" or "to", though it is tagged as one with a tense of its own: "will come
    back and finalise it"."""
    bare = verb.lower_ == verb.lemma_.lower() and fellow.tag_ == "VB"
    return bare and any(c.tag_ in {"MD", "TO"} for c in grammar.children(fellow, "aux"))


def will(verb: Token) -> bool:
    """Whether a verb looks ahead from now: "will sign", "shall be signed"."""
    return any(c.lower_ in {"will", "shall", "'ll", "’ll"} for c in grammar.children(verb, "aux"))


def past(verb: Token) -> bool:
    """Whether a verb tells of what is over: "signed", "has signed", "was signed"."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helping)


def ranked_by(clause: Token) -> Token | None:
    """The noun whose rank an infinitive gives: "the first to sign", "became the 50th state to sign"."""
    nouns = grammar.children(clause.head, "attr") if clause.head.pos_ in {"AUX", "VERB"} else [clause.head]
    return next((noun for noun in nouns if noun.i < clause.i and is_ranked(noun)), None)


def is_of_headline(clause: Token) -> bool:
    """Whether an infinitive is all that a headline says of its first noun: "Neighbours to sign accord"."""
    head = clause.head
    named = head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() not in words_of_realis().governors
    return named and head.dep_ == "ROOT" and head.i < clause.i and clause.dep_ in {"acl", "relcl", "xcomp"}


def is_only_named(clause: Token) -> bool:
    """Whether a verb only names what another is about: "stressed signing", "ruled out leaving"."""
    if clause.tag_ != "VBG" or clause.dep_ not in {"xcomp", "ccomp", "advcl"} or clause.head.pos_ != "VERB":
        return False
    between = clause.doc[clause.head.i + 1 : clause.i]
    return len(between) <= 2 and not any(t.is_punct for t in between) and not grammar.children(clause, "aux", "nsubj")


def law_above(node: Token) -> Token | None:
    """The law or bill that takes a step: "a bill extending the pact", "the decree on the ratification of it"."""
    words = words_of_realis()
    above: Token | None = None
    if node.dep_ in {"acl", "relcl"} and not is_content(node):
        above = node.head
    elif node.dep_ == "pobj" and node.head.lower_ in {"on", "for"} and node.head.i > 0:
        above = node.head.nbor(-1)
    return above if above is not None and above.lemma_.lower() in words.laws | words.bills else None


def is_whoever(noun: Token) -> bool:
    """Whether a noun stands for all who do something, whoever they are: "only states that", "those who"."""
    whoever = words_of_realis().whoever
    if any(c.lower_ == "the" for c in noun.children):  # "the only states that"
        return False
    return noun.lower_ in whoever or any(c.lower_ in whoever for c in noun.children)


def is_now(verb: Token) -> bool:
    """Whether a clause is told from now on: "until it is signed", "until we have agreed"; not "until it was"."""
    return any(t.tag_ in {"VBZ", "VBP"} for t in (verb, *grammar.children(verb, "aux", "auxpass")))


def past_only(verb: Token) -> bool:
    """Whether a clause is told in the past tense: "after it was signed"; not "after it has been signed"."""
    return any(t.tag_ == "VBD" for t in (verb, *grammar.children(verb, "aux", "auxpass")))
