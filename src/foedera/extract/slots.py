"""The places around a verb or noun where its parts stand, by the names that the lexicon gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIONS = {
    "compound": ("compound", "nmod", "amod"),
    "possessive": ("poss",),
    "particle": ("prt", "advmod", "prep"),
    "adverb": ("advmod",),
    "adjective": ("amod",),
    "interjection": ("intj", "neg", "det"),
    "attribute": ("attr", "oprd", "acomp"),
    "recipient": ("dative",),
    "expletive": ("expl",),
    "direct object": ("dobj",),
    "joined": ("conj",),
    "helping": ("aux",),
}


def fill(token: Token, slot: str) -> list[Token]:
    """The words in one place around a verb or noun; a slot that is no name is a preposition path ("out of")."""
    if " > " in slot:
        first, _, rest = slot.partition(" > ")
        return [t for middle in fill(token, first) for t in fill(middle, rest)]
    if slot == "object":
        return grammar.objects(token)
    if slot == "subject":
        if grammar.is_passive(token):
            return grammar.phrase(token, "by")
        return grammar.subjects(token)
    if slot == "small":
        return grammar.clausal_objects(token)
    if slot.startswith("doer"):
        verb = _verb_above(token)
        return fill(verb, slot.removeprefix("doer").strip() or "subject") if verb is not None else []
    if slot == "holder":
        held = token.dep_ == "dobj" or token.head.lower_ in {"for", "in", "to"}
        return fill(token, "doer") if held else []
    if slot == "above":
        return [token.head.head] if token.dep_ == "pobj" else []
    if slot == "head":
        return [token.head]
    if slot == "self":
        return [token]
    if slot.startswith("to do "):
        return [t for verb in _things_to_do(token) for t in fill(verb, slot.removeprefix("to do "))]
    if slot == "to do":
        return [t for verb in _things_to_do(token) for t in grammar.children(verb, "dobj")]
    if slot == "complement":
        return grammar.children(token, "xcomp")
    if slot == "governor verb":
        return [token.head] if token.dep_ == "xcomp" else []
    if slot == "governor":
        return [token.head] if token.dep_ in {"dobj", "nsubjpass"} else []
    if slot in _RELATIONS:
        return grammar.children(token, *_RELATIONS[slot])
    found = grammar.phrase(token, slot)
    if not found and grammar.is_verb(token):  # the parser may hang it on the object: "put signatures | to the pact"
        near = [part for thing in grammar.children(token, "dobj") for part in grammar.conjuncts(thing)]
        near += grammar.phrase(token, "for", "after", "during")  # "for an hour with"
        found = [t for thing in near for t in grammar.phrase(thing, slot)]
    if not found and slot == "by" and not grammar.is_verb(token):  # "the signing of the pact | by Chile"
        inner = grammar.phrase(token, "of")
        found = [t for thing in inner for t in grammar.phrase(thing, slot)]
    return _named_before(token, slot, found) if token.dep_ == "relcl" else found


def _named_before(verb: Token, path: str, found: list[Token]) -> list[Token]:
    """What a relative clause's preposition is about, where that stands before: "the deal | they pulled out of", "the
    treaty | that they are working on"."""
    if found:
        return [verb.head if t.lower_ == "that" and t.tag_ in {"WDT", "IN"} else t for t in found]
    node = verb
    for word in path.split():
        steps = [c for c in grammar.children(node, "prep", "prt", "advmod") if c.lower_ == word]
        if not steps:
            return []
        node = steps[0]
    return [] if grammar.children(node, "pobj", "pcomp") else [verb.head]


def stands_with(token: Token, slot: str, words: frozenset[str]) -> bool:
    """Whether one of some words, or a name of one of some kinds (DATE, GPE, NORP), stands in a place."""
    near = fill(token, slot)
    if slot == "object":
        near = near + grammar.children(token, "oprd", "acomp", "ccomp", "nsubjpass")
    if any(t.ent_type_ in words for t in near if t.ent_type_):
        return True
    return any(t.lemma_.lower() in words or t.lower_ in words for t in near)


def _things_to_do(token: Token) -> list[Token]:
    """The verbs of what a noun or verb is for: "a bill to implement", "a bill implementing", "voted to approve"."""
    loose = [c for c in grammar.children(token, "relcl", "advcl") if any(a.tag_ == "TO" for a in c.children)]
    return grammar.children(token, "acl", "xcomp") + loose


def _verb_above(noun: Token) -> Token | None:
    """The verb of the sentence that says who is at what a noun names: "Kim paid a visit", "Kim arrived for talks"."""
    head = noun
    for _ in range(4):
        if head.dep_ not in {"pobj", "prep", "dobj", "conj", "nmod"}:
            return None
        head = head.head
        if grammar.is_verb(head):
            return head
    return None
