"""Which words of a document are nouns that speak of an agreement."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import Noun, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.extract.agreements.lookup import Lookup

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_OBJECTS = frozenset({"dobj", "pobj"})
_FRAME = 9  # tokens after "the text" in which its agreement must be named: "of a phase one trade deal"
_FIRES = frozenset({"fire", "fires"})  # "cease-fire" is three tokens, of which the last is the head


def heads(lookup: Lookup) -> Iterator[tuple[Token, Noun]]:
    """Each agreement noun that heads a phrase: no verb ("deal with"), no idiom, not "ceasefire" in "ceasefire deal"."""
    for token in lookup.words(_wanted()):
        noun = _noun(token)
        if noun is None or not _nominal(token, lookup.sentence(token).start) or _before_another(token):
            continue
        if not (_idiom(lookup, token) or _frames_another(lookup, token)):
            yield token, noun


@functools.cache
def _wanted() -> frozenset[str]:
    lexicon = vocabulary()
    nouns = {*lexicon.singular, *lexicon.plural}
    return frozenset({*nouns, *(f"{noun}." for noun in nouns), *_FIRES})  # "MoU." may be one token


def _noun(token: Token) -> Noun | None:
    lexicon = vocabulary()
    if token.lower_ not in _FIRES:
        noun = lexicon.noun(token.lower_.rstrip("."))
        return None if noun is not None and noun.acronym and not token.text.rstrip("s.").isupper() else noun
    ceased = token.i > 1 and token.nbor(-2).lower_ == "cease" and token.nbor(-1).text == "-"
    return lexicon.singular["ceasefire"] if ceased else None


def _nominal(token: Token, floor: int) -> bool:
    """Whether a word is used as a noun; "deal" after a determiner and a noun is one, whatever its tag says."""
    if token.pos_ in _NOMINAL or token.is_upper or token.dep_ in _OBJECTS:
        return True
    before = token.doc[max(floor, token.i - 3) : token.i]
    articled = any(t.lower_ in {"a", "an", "the", "this"} for t in before)
    return token.tag_ in {"VBP", "VB"} and articled and len(before) > 1 and before[-1].pos_ in {"NOUN", "ADJ"}


def _before_another(token: Token) -> bool:
    """Whether a word stands before another agreement noun that heads the phrase: "ceasefire deal"."""
    if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
        return False
    after = token.nbor()
    return after.pos_ in {"NOUN", "PROPN"} and vocabulary().noun(after.lower_) is not None


def _frames_another(lookup: Lookup, token: Token) -> bool:
    """Whether a noun only frames another that is the agreement: "the framework of the agreement"."""
    tail, lexicon = lookup.lower(token.i + 1, token.i + _FRAME), vocabulary()
    noun = lexicon.noun(token.lower_)
    if len(tail) < 3 or tail[0] != "of" or (noun is not None and noun.family == "protocol"):
        return False
    known = lexicon.definite | (lexicon.indefinite if token.lower_ in {"text", "texts"} else frozenset())
    return tail[1] in known and any(lexicon.noun(word) for word in tail[2:])


def _idiom(lookup: Lookup, token: Token) -> bool:
    around = lookup.phrase(token.i - 2, token.i + 3)
    if any(title in around for title in vocabulary().not_titles):
        return True
    idioms = vocabulary().idioms.get(token.lower_)
    return idioms is not None and any(idiom in around.lower() for idiom in idioms)
