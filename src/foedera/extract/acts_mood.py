"""How a text states a step of an agreement: what its frame, its agreement's words and the sentence make of it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar, realis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention

_INDEFINITE = frozenset({"a", "an", "any", "another", "some"})
_NOTIFIED = frozenset({"withdrawn", "terminated"})
_UP = 4  # words between a notice and what it is of: "notified | that it had decided | to leave"
_ENDS = frozenset({".", "!", "?", ";", '"', "”", "’", "'"})


def mood_of(layers: Layers, token: Token, frame: ActFrame, meant: tuple[Mention, ...], *, known: bool) -> realis.Mood:
    """How the step is stated that a word stands for.

    `known`: the agreement is named by the step ("the treaty signed in 2000"), so that it must have happened.
    """
    if frame.known or (known and token.tag_ in {"VBN", "VBD"}):
        mood = realis.Mood(frame.realis)
    else:
        mood = realis.mood(notice_of(token, frame) or token, frame.realis, frame.stage)
    for word in _none_of(token, meant, frame) if mood.realis != "denied" else ():
        mood.weigh("denied", word)
    momentary = frame.stage in realis.progressive_plans() and in_progress(token)
    if mood.realis == "actual" and (momentary or _is_scheduled(layers, token, frame)):
        mood.weigh("planned", token)
    if mood.realis == "planned" and (_at_once(token) or any(_has_come(word) for word in mood.words)):
        mood.realis = "actual"
    return mood


def notice_of(token: Token, frame: ActFrame) -> Token | None:
    """The formal word of a withdrawal, which is the step itself: "notified the depositary of its intention to leave",
    "a notice terminating the pact"."""
    if frame.stage not in _NOTIFIED:
        return None
    above = list(itertools.islice(token.ancestors, _UP))
    i = next((i for i, t in enumerate(above) if t.lemma_.lower() in realis.notices()), None)
    if i is None or (not grammar.is_verb(above[i]) and realis.says((token, *above)[i])):
        return None  # "gave notice that it would leave": when it takes effect
    return above[i]


def _at_once(token: Token) -> bool:
    """Whether what is decided holds from then on: "decided to suspend the treaty with immediate effect"."""
    rest = token.doc[token.i : token.sent.end].text.lower()
    return any(words in rest for words in lexicon.words("en", "realis", "at_once"))


def _has_come(decision: Token) -> bool:
    """Whether a decision is carried out: "its decision to withdraw has come into effect"."""
    verb = decision.head
    if decision.dep_ != "nsubj" or not realis.past(verb):
        return False
    reached = [*grammar.children(verb, "dobj"), *grammar.phrase(verb, "into")]
    return any(t.lemma_ in {"effect", "force"} for t in reached)


def says_of_all(token: Token, frame: ActFrame, mention: Mention) -> bool:
    """Whether a clause speaks of all agreements of a kind: "a treaty takes effect when it is ratified"."""
    plain = not (frame.agent or frame.indefinite) and token.lemma_ != "be"
    return plain and _is_indefinite(mention.tokens[0]) and realis.present(token)


def in_progress(verb: Token) -> bool:
    """Whether a verb is in the present progressive: "is leaving"."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)


def _is_indefinite(token: Token) -> bool:
    return token.lower_ in _INDEFINITE or any(c.lower_ in _INDEFINITE for c in token.children)


def may_be_indefinite(token: Token) -> bool:
    """Whether "a" or the like stands with a word, or could: a headline leaves it out ("Rivals close to peace deal")."""
    if _is_indefinite(token):
        return True
    bare = token.tag_ == "NN" and not any(c.dep_ in {"det", "poss"} for c in token.children)
    return bare and token.dep_ not in {"compound", "amod"} and not _is_sentence(token)


def _is_scheduled(layers: Layers, token: Token, frame: ActFrame) -> bool:
    """Whether running text tells in the present tense what is set to happen: "the truce ends at midnight"; a headline
    tells in it what has happened: "Truce ends"."""
    if not frame.scheduled or token.tag_ not in {"VBZ", "VBP"} or not realis.present(token):
        return False
    return layers.kind(token) == "body" and _is_sentence(token)


def _is_sentence(token: Token) -> bool:
    """Whether a word stands in a whole sentence, with its full stop; a headline has none."""
    last = next((t for t in reversed(token.sent) if not t.is_space), token)
    return last.text in _ENDS


def _none_of(trigger: Token, meant: tuple[Mention, ...], frame: ActFrame) -> list[Token]:
    """The "no" of "no deal was reached", "talks ended with no agreement on a treaty"."""
    first = meant[0]
    if not trigger.is_ancestor(first.tokens.root):
        return []
    tokens = [first.tokens[0], *([first.tokens[0].nbor(-1)] if first.first > 0 else [])]
    node = first.tokens.root
    while frame.stage == "text_agreed" and node != trigger and node.dep_ != "ROOT":
        node = node.head
        tokens += grammar.children(node, "det") if node != trigger else []
    return [token for token in tokens if token.lower_ == "no"][:1]
