"""Whether a phrase can be the first that speaks of an agreement."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.several import is_counted
from foedera.extract.agreements.words import HYPHENS
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foedera.extract.agreements.phrases import Phrase

_OF = 16  # tokens in which the agreement is named that another one is of
_CLAUSAL = frozenset({"VERB", "AUX", "PUNCT"})
_MADE = frozenset({"dobj", "nsubjpass"})

_lexicon = functools.partial(words, "en", "agreements_parties")


def founds(phrase: Phrase) -> bool:
    """Whether a phrase can be the first that speaks of an agreement."""
    noun = phrase.noun
    if phrase.title:
        return True
    if phrase.plural:
        made = phrase.done or phrase.lived or bool(phrase.years)
        return phrase.form == "bare" and made and is_counted(phrase)
    if phrase.predicate or phrase.form == "open" or noun.founds == "no" or _is_not_it(phrase):
        return False
    joint = len({*phrase.concluders, *phrase.parties}) > 1
    if noun.founds in _ONLY:
        return _ONLY[noun.founds](phrase, joint)
    if noun.family == "protocol" and (_is_of_another(phrase) or _is_its(phrase)):
        return True
    known = phrase.form == "definite" or phrase.noun.family == "protocol"
    if phrase.above and phrase.noun.weight and known:
        return True  # "the signing of the protocol to upgrade the treaty"
    if phrase.noun.lemma == "partnership" and phrase.form == "definite" and _is_relation(phrase):
        return False
    if phrase.years and (phrase.name or (noun.founds == "needs" and noun.weight)):
        return True  # one of "the declarations of 2000 and 2001"; "a 2015 declaration"
    told = joint or bool(noun.founds == "needs" and noun.needs & phrase.words)
    if (phrase.modifying and noun.family != "ceasefire") or (phrase.form == "bare" and phrase.bare and not told):
        return False
    if noun.lemma == "statement" and not (noun.needs & phrase.words or phrase.done):
        joint = joint and phrase.head.dep_ in _MADE  # "both made a statement"; not "said in a statement"
    signed = noun.family != "declaration" and phrase.verbs & _lexicon("instrumental")
    return noun.founds == "yes" or joint or bool(noun.needs & phrase.words or signed)


def _is_of_another(phrase: Phrase) -> bool:
    """Whether it is made to another agreement: "an updated version of the treaty", "a protocol of the convention"."""
    after = phrase.head.doc[phrase.head.i + 1 : phrase.head.i + _OF]
    known = vocabulary().definite | vocabulary().indefinite
    if len(after) < 3 or after[0].lower_ not in {"of", "to"}:
        return False
    if after[0].lower_ == "to" and after[1].lower_ in _lexicon("changing"):
        after = after[1:]
    elif not (after[1].lower_ in known or after[1].text[:1].isupper()):
        return False
    other = next((t for t in after[2:] if vocabulary().noun(t.lower_)), None)
    between = after[2 : other.i - after[0].i] if other is not None else ()
    return other is not None and not any(t.pos_ in _CLAUSAL and t.text not in HYPHENS for t in between)


def _is_its(phrase: Phrase) -> bool:
    """Whether it belongs to an agreement named beside it: "signed the treaty and its additional protocol"."""
    first = phrase.head.doc[phrase.start]
    before = phrase.head.doc[max(0, phrase.start - 3) : phrase.start].text.lower()
    return first.lower_ in {"its", "their"} and before.endswith(("and", "with", "as well as"))


def _has_its_word(phrase: Phrase, joint: bool) -> bool:
    """Whether one of the words that its noun must have stands beside it, or notes or letters are signed."""
    made = phrase.verbs & _lexicon("instrumental") or {"notes", "between"} <= phrase.words
    exchanged = phrase.words & _lexicon("exchanged") and made and joint
    return bool(phrase.noun.needs & phrase.words or exchanged)


_ONLY: Mapping[str, Callable[[Phrase, bool], bool]] = {
    "must": _has_its_word,
    "of": lambda phrase, joint: _is_of_another(phrase),
    "joint": lambda phrase, joint: joint,
    "signed": lambda phrase, joint: joint and (bool(phrase.verbs & _lexicon("instrumental")) or _is_of_another(phrase)),
}
"""When a noun of some use can be the first that speaks of an agreement, by what its phrase says."""


def _is_not_it(phrase: Phrase) -> bool:
    """Whether it is named as what there is not: "an armistice, not a peace treaty"."""
    before = phrase.head.doc[max(0, phrase.start - 2) : phrase.start]
    return [t.lower_ for t in before][-1:] == ["not"] or [t.lower_ for t in before] == ["rather", "than"]


def _is_relation(phrase: Phrase) -> bool:
    """Whether a partnership is only how two states stand: "a new phase in the partnership"."""
    above = phrase.head.head
    return (above.head if above.pos_ == "ADP" else above).lemma_.lower() in _lexicon("relating")
