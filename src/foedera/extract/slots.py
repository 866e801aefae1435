"""The places around a verb or noun where its parts stand, by the names that the lexicon gives them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

_WHEN_OR_WHERE = frozenset({"DATE", "GPE", "FAC", "LOC"})
_NEAR = 4  # tokens from a noun to an aside that parts it from what follows: "entry into force, on 1 May, of"
_ASIDE = 12  # tokens of such an aside


def fill(token: Token, slot: str) -> list[Token]:
    """The words in one place around a verb or noun; a slot that is no name is a preposition path ("out of")."""
    return _way_to(slot)(token)


@functools.cache
def _way_to(slot: str) -> Callable[[Token], list[Token]]:
    """How to get from a word to what stands in one of its places."""
    if " > " in slot:
        first, _, rest = slot.partition(" > ")
        return lambda token: [t for middle in fill(token, first) for t in fill(middle, rest)]
    if slot in _RELATIONS:
        relations = _RELATIONS[slot]
        return lambda token: grammar.children(token, *relations)
    if slot in _PLACES:
        return _PLACES[slot]
    if slot.startswith("doer"):
        place = slot.removeprefix("doer").strip() or "subject"
        return lambda token: fill(verb, place) if (verb := _verb_above(token)) is not None else []
    if slot.startswith("to do "):
        of_it = slot.removeprefix("to do ")
        return lambda token: [t for verb in _things_to_do(token) for t in fill(verb, of_it)]
    return lambda token: _behind(token, slot)


_RELATIONS = {
    "compound": ("compound", "nmod", "amod"),
    "possessive": ("poss",),
    "modifier": ("compound", "npadvmod"),
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
    "complement": ("xcomp",),
}
"""Places whose words hang on the word itself, by the relations in which they do."""

_PLACES: dict[str, Callable[[Token], list[Token]]] = {
    "object": grammar.objects,
    "subject": lambda token: grammar.phrase(token, "by") if grammar.is_passive(token) else grammar.subjects(token),
    "small": grammar.clausal_objects,
    "to do": lambda token: [t for verb in _things_to_do(token) for t in grammar.children(verb, "dobj")],
    "self": lambda token: [token],
    "head": lambda token: [token.head],
    "above": lambda token: [token.head.head] if token.dep_ in {"pobj", "pcomp"} else [],
    "governor": lambda token: [token.head] if token.dep_ in {"dobj", "nsubjpass"} else [],
    "governor verb": lambda token: [token.head] if token.dep_ == "xcomp" else [],
    "holder": lambda token: fill(token, "doer") if _is_held(token) else [],
}
"""The other places that have a name."""


def _is_held(noun: Token) -> bool:
    """Whether who acts in a sentence does what a noun names: "paid a visit", "arrived for talks"."""
    return noun.dep_ == "dobj" or noun.head.lower_ in {"for", "in", "to"}


def _behind(token: Token, path: str) -> list[Token]:
    """What prepositions lead to, also where the parser hung them on another word of the clause."""
    found = grammar.phrase(token, path)
    if not found:
        found = _behind_verb(token, path) if grammar.is_verb(token) else _behind_noun(token, path)
    return _named_before(token, path, found) if token.dep_ == "relcl" else found


def _behind_verb(verb: Token, path: str) -> list[Token]:
    """What the parser hung on the object or on a time: "put signatures | to the pact", "for an hour | with"."""
    near = [part for thing in grammar.children(verb, "dobj") for part in grammar.conjuncts(thing)]
    near += grammar.phrase(verb, "for", "after", "during")
    return [t for thing in near for t in grammar.phrase(thing, path)]


def _behind_noun(noun: Token, path: str) -> list[Token]:
    """What stands behind a noun's own complement or over an aside: "the signing of the pact | by Chile"."""
    inner = grammar.phrase(noun, "of") if path == "by" else []
    found = [t for thing in inner for t in grammar.phrase(thing, path)]
    return found or _over_aside(noun, path) or (_over_circumstance(noun) if path == "of" else [])


def _over_aside(noun: Token, path: str) -> list[Token]:
    """What follows a noun over an aside: "the entry into force[, on 1 May,] of the treaty"."""
    doc = noun.doc
    opens = next((i for i in range(noun.i + 1, min(noun.i + _NEAR, len(doc))) if doc[i].text == ","), -1)
    if opens < 0 or any(t.pos_ not in {"ADP", "NOUN"} for t in doc[noun.i + 1 : opens]):
        return []
    closes = next((i for i in range(opens + 2, min(opens + _ASIDE, len(doc))) if doc[i].text == ","), -1)
    again = doc[closes + 1] if 0 < closes < len(doc) - 1 and doc[opens + 1].pos_ == "ADP" else None
    return grammar.children(again, "pobj") if again is not None and again.lower_ == path else []


def _over_circumstance(noun: Token) -> list[Token]:
    """What follows a noun over when and where: "the signing [on 12 June] [during the visit] of the treaty"."""
    doc, i = noun.doc, noun.i + 1
    while (after := _circumstance(doc, i)) > i:
        i = after
    if not noun.i + 1 < i < len(doc) or doc[i].lower_ != "of":
        return []
    again = [c for c in grammar.children(doc[i], "conj") if c.lower_ == "of"]
    return [t for of in (doc[i], *again) for t in grammar.children(of, "pobj")]


def _circumstance(doc: Doc, i: int) -> int:
    """Where a phrase for a time, a place or an occasion ends that begins at a token; that token where none does."""
    if doc[i : i + 1].text.lower() not in {"on", "in", "at", "during"}:
        return i
    at = i + 2 if doc[i + 1 : i + 2].text.lower() in {"the", "their", "his", "her"} else i + 1
    known = words("en", "dating", "occasions")
    if at >= len(doc) or not (doc[at].ent_type_ in _WHEN_OR_WHERE or doc[at].lemma_ in known):
        return i
    at += 1
    while at < len(doc) and doc[at].ent_iob_ == "I":
        at += 1
    return at


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
    if not near:
        return False
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
