"""What a step is about where its words stand apart: across a relative clause, an opening participle, or "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention, Mentions

_NEAR = 8  # words from "which" to the verb of its clause
_OPENING = 2  # words before a participle that opens a sentence: "First adopted in 1992, the convention"
_TELLING = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ARTICLES = frozenset({"the", "this", "a", "an"})
_ONLY_OF_AGREEMENTS = frozenset({"entered_into_force", "provisionally_applied"})
"""Steps that nothing but an agreement takes; those that may go without its name (`implicit`) are the others."""


def told_apart(mentions: Mentions, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
    """The mention that a verb is about, where the tree leads to none."""
    if not grammar.is_verb(token) and token.tag_ != "VBN":
        return ()
    found = _of_which(mentions, token, frame) or _said_of(mentions, token) or _opened(mentions, token)
    return (found,) if found is not None else ()


def _of_which(mentions: Mentions, verb: Token, frame: ActFrame) -> Mention | None:
    """What "which" stands for: the mention right before it ("the treaty, which both presidents signed"), and of a step
    that only agreements take, the last one ("a truce was agreed by the two sides, which took effect")."""
    doc, start = verb.doc, max(verb.sent.start, verb.i - _NEAR)
    i = next((i for i in range(verb.i - 1, start - 1, -1) if doc[i].lower_ in {"which", "that"}), -1)
    if i <= verb.sent.start or any(t.tag_ in _TELLING and t.dep_ not in {"aux", "auxpass"} for t in doc[i:verb.i]):
        return None
    last = i - 2 if doc[i - 1].text == "," else i - 1
    right_before = [m for m in mentions.by_token.get(last, ()) if m.last == last]
    if right_before:
        return right_before[0]
    only = frame.implicit or frame.stage in _ONLY_OF_AGREEMENTS
    far = only and doc[i].lower_ == "which" and doc[i - 1].text == "," and verb.dep_ == "relcl"
    return mentions.before(doc[i], 0) if far else None


def _said_of(mentions: Mentions, verb: Token) -> Mention | None:
    """What a noun is said of: "it was the first pact signed by both", "this is a treaty which all have ratified"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl"} or noun.dep_ != "attr" or noun.head.lemma_ != "be" or grammar.infinitive(verb):
        return None
    subjects = grammar.children(noun.head, "nsubj")
    found = mentions.meant_by(subjects[0], frozenset()) if len(subjects) == 1 else ()
    return found[0] if found else None


def _opened(mentions: Mentions, verb: Token) -> Mention | None:
    """What a participle that opens a sentence goes on to name: "First adopted in 1992, the convention has grown"."""
    doc, sentence = verb.doc, verb.sent
    if verb.tag_ != "VBN" or verb.i - sentence.start > _OPENING:
        return None
    for i in range(verb.i + 1, sentence.end - 1):
        if doc[i].tag_ in _TELLING:
            return None
        after = i + 2 if doc[i + 1].lower_ in _ARTICLES else i + 1
        found = [m for m in mentions.by_token.get(after, ()) if m.first >= i] if doc[i].text == "," else []
        if found:
            return found[0]
    return None
