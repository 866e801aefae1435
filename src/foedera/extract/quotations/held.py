"""Held words: quoted words in what a verb of saying governs, where no frame of the verb says how they hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.phrases import kind_of
from foedera.extract.quotations.subjects import HAVE
from foedera.extract.quotations.tails import CONCESSION

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.quotations.cues import Cue
    from foedera.extract.quotations.extents import Range

_OPENING = ("dobj", "dative", "prep", "oprd", "attr", "xcomp", "ccomp", "advcl", "acl", "prt")
_TOPICS = ("about", "on", "upon", "over", "of", "to", "for", "against", "at")
_QUOTED = frozenset({"quoted"})
_DEEP = 12  # steps up the tree
_FAR = 25  # tokens between a thing and its name


def held_by(cue: Cue, word: Token) -> Range | None:
    """The tokens of what a cue governs around a quoted word ("tweeted an image with the words “...”").

    None where another verb that is a clause of its own stands between them, or where nobody speaks.
    """
    unreal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in cue.head.lefts)
    if cue.speaker is None or unreal or not _firm(cue) or kind_of(cue.speaker) == "thing":
        return None
    child = _under(cue.head, word)
    if child is None and (named := _named(cue, word)) is not None:
        return named
    if child is None or child.i < cue.head.i or child.dep_ not in _OPENING or child.left_edge.lower_ in CONCESSION:
        return None
    # "urged both sides to “show calm”", "painted it as “a farce”": whom or what it is about belongs to what is said.
    thing = next((c for c in cue.head.rights if c.dep_ == "dobj" and c.i < child.i), None)
    if child.dep_ != "prep" or child.lower_ == "with" or any(t.lower_ == "as" for t in word.doc[child.i : word.i]):
        return (thing or child).left_edge.i, child.right_edge.i + 1
    return (child.i + 1, child.right_edge.i + 1) if child.lower_ in _TOPICS else None


def _named(cue: Cue, word: Token) -> Range | None:
    """From what somebody calls something to the name he gives it, over clauses between them.

    'called the idea that the talks had failed a “ridiculous claim”'.
    """
    thing = next((c for c in cue.head.rights if c.dep_ == "dobj"), None)
    if thing is None or not cue.saying.takes("predicate") or not thing.i < word.i < thing.i + _FAR:
        return None
    return (thing.left_edge.i, word.i + 1) if cue.head.is_ancestor(word) else None


def _firm(cue: Cue) -> bool:
    """Whether it says more than how a voice sounds, and is a saying without quoted words too, or speaks of a topic."""
    frames = cue.saying.frames
    if "plain" in frames or (cue.head.tag_ == "VBN" and not any(c.lower_ in HAVE for c in cue.head.lefts)):
        return False
    return "about" in frames or any(by != _QUOTED for frame, by in frames.items() if frame != "quote")


def _under(verb: Token, word: Token) -> Token | None:
    """The child of a verb that a word stands under, with no finite clause of another subject between them."""
    for _ in range(_DEEP):
        if word.head == verb:
            return word
        if word.head == word or (word.dep_ in ("relcl", "advcl", "conj") and word.pos_ in ("VERB", "AUX")):
            return None
        word = word.head
    return None
