"""Whether one agreement already stands in a relation to another, or only will or may."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from foedera.extract import grammar, realis
from foedera.extract.links_frames import unmade
from foedera.model.stages import AHEAD

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.realis import Mood

_UP = 5  # steps up from a noun to the verb that says what becomes of it


def mood_of(trigger: Token) -> Mood:
    """How the text states a relation. What only describes an agreement has no tense of its own: it is as far along as
    the agreement ("will sign a pact replacing", "a successor to", "signed as part of").
    """
    if trigger.dep_ not in {"appos", "pobj"} and not (trigger.tag_ == "VBG" and trigger.dep_ in {"acl", "pcomp"}):
        return realis.mood(trigger)
    state = realis.Mood()
    for word in islice(trigger.ancestors, _UP):
        state.weigh(unmade().get(word.lemma_), word)
        if grammar.is_verb(word):
            outer = realis.mood(word)
            if outer.realis in AHEAD:
                state.weigh(outer.realis, word)
            break
    return state
