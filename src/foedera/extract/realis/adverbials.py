"""How a clause beside another bears on the step it tells of: "if", "once", "until", "to sign", "rather than sign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.realis.bearings import climb_purpose, effect_on_step, looks_ahead
from foedera.extract.realis.clauses import finite, is_inverted, is_now, is_only_named, past_only
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.realis.moods import Mood

_NOT_OVER = frozenset({"VBZ", "VBP", "VBN", "VBG"})


def climb_adverbial(state: Mood, node: Token) -> Token | None:
    """On from a clause that stands beside a verb."""
    words = words_of_realis()
    marks = [c for c in node.children if c.dep_ in {"mark", "advmod"}]
    condition = next((m for m in marks if m.lower_ in words.conditions), None)
    if condition is not None or is_inverted(node):
        state.weigh("possible", condition or node)
        return None
    if any(m.lower_ == "than" for m in marks) and node.tag_ == "VB":  # "rather than sign it, they left"
        state.weigh("denied", node)
        return None
    if past_only(node) and node.tag_ != "VBD":
        return None  # "after it was signed"
    if any(m.lower_ in words.till for m in marks) and is_now(node):  # "they will talk until they have agreed on it"
        state.weigh("possible", node)
        return None
    return _climb_untold(state, node, marks)


def _climb_untold(state: Mood, node: Token, marks: list[Token]) -> Token | None:
    """On from a clause that does not say by itself whether its step is done."""
    if grammar.infinitive(node):
        return climb_purpose(state, node)
    if is_only_named(node) and not marks and (effect := effect_on_step(state, node.head)):  # "ruled out | leaving"
        state.weigh(effect, node.head)
        return node.head
    opens = any(m.lower_ in words_of_realis().ahead or m.head.head.lower_ == "soon" for m in marks)
    if (opens and node.tag_ in _NOT_OVER) or not finite(node):
        state.weigh(state.outlook(node.head) or ("planned" if looks_ahead(node, marks) else None), node.head)
    return None
