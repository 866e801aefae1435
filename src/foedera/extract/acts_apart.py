"""What a step is about where its words stand apart: across a relative clause, an opening participle, "is", or a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention, Mentions

_NEAR = 8  # words from "which" to the verb of its clause
_OPENING = 2  # words before a participle that opens a sentence: "First adopted in 1992, the convention"
_TELLING = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ARTICLES = frozenset({"the", "this", "a", "an"})
_TELLS_MORE = frozenset({"VERB", "AUX", "PRON", "SCONJ", "CCONJ"})
_ONLY_OF_AGREEMENTS = frozenset({"entered_into_force", "provisionally_applied"})
"""Steps that nothing but an agreement takes; those that may go without its name (`implicit`) are the others."""


def told_apart(mentions: Mentions, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
    """The mention that a verb is about, where the tree leads to none."""
    if (not grammar.is_verb(token) and token.tag_ != "VBN") or is_of_talks(token):
        return ()
    found = next((m for rule in _RULES if (m := rule(mentions, token, frame)) is not None), None)
    return (found,) if found is not None else ()


def is_of_talks(verb: Token) -> bool:
    """Whether a clause is rather of talks on an agreement: "talks on the pact, which began in May"."""
    above = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "pobj" or above.lower_ not in {"on", "over", "for", "about"}:
        return False
    return above.head.lemma_.lower() in words("en", "agreements_parties", "talks")


def _of_which(mentions: Mentions, verb: Token, frame: ActFrame) -> Mention | None:
    """What "which" stands for: the mention right before it ("the treaty, which both presidents signed"), and of a step
    that only agreements take, the last one ("a truce was agreed by the two sides, which took effect")."""
    doc, start = verb.doc, max(verb.sent.start, verb.i - _NEAR)
    i = next((i for i in range(verb.i - 1, start - 1, -1) if doc[i].lower_ in {"which", "that"}), -1)
    if i <= verb.sent.start or any(t.tag_ in _TELLING and t.dep_ not in {"aux", "auxpass"} for t in doc[i : verb.i]):
        return None
    last = i - 2 if doc[i - 1].text == "," else i - 1
    only = frame.implicit or (frame.stage in _ONLY_OF_AGREEMENTS and frame.with_ is not None)
    right_before = next((m for m in mentions.by_token.get(last, ()) if m.last == last), None)
    if right_before is not None and (only or not _is_of_another(verb, right_before)):
        return right_before
    far = only and doc[i].lower_ == "which" and doc[i - 1].text == "," and verb.dep_ == "relcl"
    return mentions.before(doc[i], 0) if far else None


def _is_of_another(verb: Token, mention: Mention) -> bool:
    """Whether a clause describes the noun that a mention only hangs on: "the talks on the pact, which began in May"."""
    return verb.dep_ == "relcl" and verb.head.i < mention.first and verb.head.is_ancestor(mention.tokens.root)


def _said_of(mentions: Mentions, verb: Token, _: ActFrame) -> Mention | None:
    """What a noun is said of: "it was the first pact signed by both", "this is a treaty which all have ratified"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl"} or noun.dep_ != "attr" or noun.head.lemma_ != "be" or grammar.infinitive(verb):
        return None
    subjects = grammar.children(noun.head, "nsubj")
    found = mentions.meant_by(subjects[0], frozenset()) if len(subjects) == 1 else ()
    return found[0] if found else None


def _opened(mentions: Mentions, verb: Token, _: ActFrame) -> Mention | None:
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


def says_as_it_was(verb: Token) -> bool:
    """Whether a participle says in which form an agreement stands: "the treaty as signed by both sides"."""
    return verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ == "as"


def _as_it_was(mentions: Mentions, verb: Token, _: ActFrame) -> Mention | None:
    """What an "as" goes on about."""
    doc, i = verb.doc, verb.i - 1
    if i < 1 or not says_as_it_was(verb):
        return None
    last = i - 2 if doc[i - 1].text == "," else i - 1
    return next((m for m in mentions.by_token.get(last, ()) if m.last == last), None)


def _over_circumstance(mentions: Mentions, verb: Token, frame: ActFrame) -> Mention | None:
    """What a verb acts on behind when and where: "approved [Wednesday on second reading] the visiting forces pact"."""
    if "object" not in frame.agreement or verb.tag_ == "VBG" or (verb.tag_ == "VBN" and grammar.is_passive(verb)):
        return None
    doc, end = verb.doc, min(verb.sent.end, verb.i + _NEAR)
    first = next((i for i in range(verb.i + 1, end) if any(m.first == i for m in mentions.by_token.get(i, ()))), -1)
    between = list(doc[verb.i + 1 : first]) if first > 0 else []
    if not between or any(t.is_punct or (t.pos_ in _TELLS_MORE and t.dep_ != "pcomp") for t in between):
        return None
    starts = first - 1 if doc[first - 1].lower_ in _ARTICLES else first
    when = any(t.ent_type_ in {"DATE", "TIME", "GPE", "ORDINAL"} for t in between)
    if not when or doc[starts - 1].pos_ == "ADP" or starts == verb.i + 1:
        return None
    return next(m for m in mentions.by_token[first] if m.first == first)


_RULES: tuple[Callable[[Mentions, Token, ActFrame], Mention | None], ...] = (
    _of_which,
    _said_of,
    _opened,
    _as_it_was,
    _over_circumstance,
)
"""Where a step's agreement may stand, the likeliest first."""
