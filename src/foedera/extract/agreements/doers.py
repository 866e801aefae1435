"""Who does what is done with an agreement: a verb's subject, a noun's owner, and who is said to be that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.parties import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_HOLDERS = frozenset({"signatory", "party", "member"})
_OWNING = ("compound", "amod", "poss", "nmod")
_LISTED = 16  # steps up a list of names


def agents_of(governor: Token, place: str) -> Iterator[Token]:
    """Who does it: subject, "by", or the owner of a noun."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        yield from grammar.children(governor, *_OWNING)
        yield from (t for path, by in grammar.phrases(governor) if path == "by" for t in joined(by))
        if governor.lemma_.lower() in _HOLDERS:
            yield from _named_as(governor)
        return
    if grammar.is_passive(governor) and place == "object":
        agents = [t for path, t in grammar.phrases(governor) if path == "by"]
    else:
        agents = _accused(governor) or grammar.subjects(governor) or _first_to(governor)
    yield from (t for agent in agents for who in _called_so(agent) for t in joined(who))


def _named_as(noun: Token) -> Iterator[Token]:
    """Who is said to be something: "Chile and Peru, [signatories] of the pact", "Chile is a [party] to the pact"."""
    if noun.dep_ == "appos":
        yield from joined(noun.head)
        above = noun.head
        for _ in range(_LISTED):  # the tree hangs it on the last name of a list
            if above.dep_ != "conj":
                break
            above = above.head
            yield above
    elif noun.dep_ in {"attr", "oprd"}:
        yield from (t for subject in grammar.subjects(noun.head) for t in joined(subject))


def _first_to(verb: Token) -> list[Token]:
    """Of whom an infinitive tells what they do: "the first [countries] to ratify the treaty"."""
    return [verb.head] if verb.dep_ in {"relcl", "acl"} and verb.tag_ == "VB" and verb.head.dep_ == "attr" else []


def _called_so(agent: Token) -> list[Token]:
    """Who is said to be what does it: "Chile and Peru are the first countries to ratify the treaty"."""
    copula = agent.dep_ == "attr" and agent.pos_ == "NOUN" and agent.head.lemma_ == "be"
    return grammar.children(agent.head, "nsubj") if copula else [agent]


def _accused(verb: Token) -> list[Token]:
    """Who is said to do what stands in a participle: "accused Ruritania of breaching the treaty"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "from", "for", "into"} and verb.head.head.pos_ == "VERB":
        accused = grammar.children(verb.head.head, "dobj")
        mutual = any(t.lower_ in {"other", "another"} for t in accused)  # "accused each other of breaking the truce"
        return grammar.subjects(verb.head.head) if mutual else accused
    return []
