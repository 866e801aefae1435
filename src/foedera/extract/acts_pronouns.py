"""Pronouns that stand for an agreement, and which one "it" goes on about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from foedera.extract.acts_mentions import Mention

    ByToken = Mapping[int, tuple[Mention, ...]]

PRONOUNS = frozenset({"it", "this", "that", "which"})
"""Words that may stand for an agreement named before."""
_SENTENCES = 3  # that go on with "it"


def points_back(token: Token) -> bool:
    """Whether a pronoun may stand for an agreement named before; the "that" of "the declarations that they adopted"
    stands for the noun before it, whether that is an agreement or not, and "that" alone for what was said."""
    return token.lower_ in PRONOUNS and not (token.lower_ == "that" and token.tag_ in {"WDT", "IN", "DT"})


def antecedent(pronoun: Token, by_token: ByToken, depth: int = 0) -> Mention | None:
    """What "it" goes on about: what its clause describes or hangs on ("a deal that lapsed after Peru refused to
    extend it"), else the subject of the sentence before; None where only the nearness of a mention can tell.

    After J. Hobbs, Resolving pronoun references (Lingua 44, 1978): up the tree first, then subjects before objects.
    """
    if pronoun.lower_ != "it":
        return None
    node = pronoun
    while node.dep_ != "ROOT":
        node = node.head
        own = [m for m in by_token.get(node.i, ()) if m.tokens.root.i == node.i]
        found = own or ([] if node is pronoun.head else _argument(node, pronoun, by_token))
        if found:
            return found[0]
    before = pronoun.doc[pronoun.sent.start - 1].sent.root if pronoun.sent.start else None
    found = _argument(before, pronoun, by_token) if before is not None else []
    again = [t for t in grammar.children(before, "nsubj", "nsubjpass") if t.lower_ == "it"] if before else []
    if not found and again and depth < _SENTENCES:  # "It was signed in May. It will enter into force in June."
        return antecedent(again[0], by_token, depth + 1)
    return found[0] if found else None


def looks_forward(pronoun: Token, by_token: ByToken) -> Mention | None:
    """The subject of a main clause, which the "it" of an opening clause means: "Once it is signed, the pact ..."."""
    clause, subject = pronoun.head, pronoun.dep_ in {"nsubj", "nsubjpass"}
    if pronoun.lower_ != "it" or not subject or clause.dep_ != "advcl" or clause.i > clause.head.i:
        return None
    subjects = grammar.children(clause.head, "nsubj", "nsubjpass")
    opens = clause.left_edge.i == clause.sent.start
    found = [m for t in subjects for m in by_token.get(t.i, ()) if m.tokens.root.i == t.i and t.i > clause.i]
    return found[0] if opens and found else None


def _argument(verb: Token, pronoun: Token, by_token: ByToken) -> list[Mention]:
    """The mention that is the subject, else the object, of a verb before a pronoun."""
    for part in (*grammar.children(verb, "nsubj", "nsubjpass"), *grammar.children(verb, "dobj")):
        found = [m for m in by_token.get(part.i, ()) if m.tokens.root.i == part.i and m.last < pronoun.i]
        if found:
            return found
    return []
