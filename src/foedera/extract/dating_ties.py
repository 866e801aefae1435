"""Which words a time hangs on: its own verb, and no other clause or name between."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.model.dates import precision

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.model import Time

_MAX = 12
_ELSEWHEN = frozenset(
    {"since", "before", "prior", "until", "till", "ahead"}
)  # a time under these is that of something else
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "day", "month", "course", "start", "end", "eve"})
_AT = frozenset({"at", "during", "in"})
_ASIDE = 6  # tokens from a noun to the time set aside behind it
_ASIDE_KINDS = frozenset({"ADP", "NOUN", "PUNCT", "DET"})
_LASTS = frozenset({"extend", "prolong", "renew"})  # "extended it to 30 June": that is when it ends
_ASIDES = frozenset({"acl", "relcl", "advcl", "dep"})
_CLAUSES = frozenset({"acl", "advcl", "relcl"})
PART_OF_NAME = frozenset({"nummod", "amod", "compound", "nmod"})
_OF_NOUN = PART_OF_NAME | {"poss"}  # "Tuesday's signing ended months of talks": when it was signed


def near(layers: Layers, trigger: Token) -> tuple[Time, ...]:
    """The times of the sentence that a word stands in."""
    sentence = trigger.sent
    first = bisect.bisect_left(layers.times, sentence.start_char, key=lambda t: t.start)
    last = bisect.bisect_left(layers.times, sentence.end_char, key=lambda t: t.start)
    return layers.times[first:last]


def head_of(layers: Layers, time: Time) -> Token:
    """The word by which a time expression hangs on the rest of its sentence."""
    tokens = layers.tokens
    first = max(bisect.bisect_right(layers.starts, time.start) - 1, 0)
    last = max(bisect.bisect_left(layers.starts, time.end) - 1, first)
    inside = tokens[first : last + 1]
    return next((t for t in inside if not first <= t.head.i <= last or t.dep_ == "ROOT"), inside[0])


def stands_with(token: Token, holders: set[int], lent: bool = False) -> bool:
    """Whether a time hangs on one of some words without another clause or a name between; `lent`: or only the clause
    of an aim or a description, whose own time it cannot be."""
    if token.dep_ == "conj" and token.like_num and token.head.like_num:  # "the accords of 1974 | and 2012"
        token = token.head
    if token.dep_ in _OF_NOUN and token.head.i not in holders and not _is_year_of_occasion(token):
        return False
    first, own, below = token.i, token.head, token
    for step in range(_MAX):
        if token.dep_ in _CLAUSES and any(c.tag_ == "TO" and c.i > first for c in token.children):
            token, below = token.head, token  # "received him | on Monday | to hold talks"
            continue
        if token.i in holders:
            return True
        if token.lower_ == "to" and token.dep_ == "prep" and token.head.lemma_ in _LASTS:
            return False
        if step and token.dep_ == "conj" and token.pos_ == "NOUN":  # "years of talks and delays in December"
            return False
        of_name = token == own and _is_of_noun(token) and token.head.i not in holders
        if token.lower_ in _ELSEWHEN or token.dep_ == "ROOT" or of_name:
            return False
        verb = token.pos_ == "VERB" and not _is_at_occasion(token)
        another = (verb and not _is_noun(token)) or (token.pos_ == "AUX" and token.dep_ == "conj")
        if another and not (_shares_time(token) or (lent and describes(token)) or _is_aside(token, below)):
            return False
        token, below = token.head, token
    return False


def _is_aside(verb: Token, below: Token) -> bool:
    """Whether a clause between commas is over before a time: "approved the accord, called "Lima", | in March"."""
    first = verb.left_edge.i
    opened = first > 0 and verb.doc[first - 1].text == "," and verb.dep_ in _ASIDES
    return opened and below.i > verb.i and below.nbor(-1).text == ","


def _is_at_occasion(verb: Token) -> bool:
    """Whether what looks like a verb only leads to an occasion: "| following | their talks on Monday, they signed"."""
    known = lexicon.words("en", "dating", "occasions")
    return verb.dep_ == "prep" and any(t.lemma_.lower() in known for t in grammar.children(verb, "pobj"))


def _is_noun(verb: Token) -> bool:
    """Whether what the tagger takes for a verb is the end of a noun phrase: "signed a ceasefire | deal | on Friday"."""
    if verb.tag_ != "VB" or verb.dep_ not in {"ccomp", "dobj"} or verb.i == 0:
        return False
    before = verb.nbor(-1)
    return before.dep_ == "dobj" and before.head == verb.head and not grammar.children(verb, "aux", "nsubj", "dobj")


def stands_before(layers: Layers, time: Time, holders: set[int]) -> bool:
    """Whether a time stands right before one of some verbs, or opens the sentence of one, whatever the parser hung it
    on: "the rebel group | on Friday | resumed talks", "On 12 May, | watched by Kim, they signed it".
    """
    after = bisect.bisect_left(layers.starts, time.end)
    if after >= len(layers.tokens):
        return False
    token = layers.tokens[after]
    if token.i in holders:
        return token.tag_ in {"VBD", "VBZ", "VBP"}
    root = token.sent.root
    first = bisect.bisect_left(layers.starts, time.start)
    opens = first - token.sent.start <= 1 and token.lower_ == ","
    return opens and root.i in holders and head_of(layers, time).head.head in {root, *root.children}


def stands_aside(layers: Layers, time: Time, noun: Token) -> bool:
    """Whether a time is set between commas behind a noun, whatever the parser hung it on: "the entry into force, on 1
    March 2021, of the treaty".
    """
    tokens, first = layers.tokens, bisect.bisect_left(layers.starts, time.start)
    after = bisect.bisect_left(layers.starts, time.end)
    between = tokens[noun.i + 1 : first] if 0 < first - noun.i <= _ASIDE else ()
    closed = after < len(tokens) and tokens[after].lower_ == ","
    return closed and any(t.lower_ == "," for t in between) and all(t.pos_ in _ASIDE_KINDS for t in between)


def _tells_when(verb: Token) -> bool:
    return verb.lemma_ in lexicon.words("en", "dating", "held")


def _is_year_of_occasion(token: Token) -> bool:
    """Whether a time names an occasion, and so says when what was done there was: "at the | 2023 | summit"."""
    noun = token.head
    known = noun.dep_ == "pobj" and noun.lemma_.lower() in lexicon.words("en", "dating", "occasions")
    return known and noun.head.lower_ in _AT


def _shares_time(verb: Token) -> bool:
    """Whether a verb's time is that of the verb above: "before signing", "signed the deal, ending the war in 1995"."""
    # "at a ceremony held on Friday", "at a summit that opens on Friday", "at a summit slated for May"
    event = verb.dep_ in {"acl", "relcl"} and _tells_when(verb) and verb.head.dep_ == "pobj"
    return event or verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def describes(verb: Token) -> bool:
    """Whether a verb with its object only says what the noun before it is for: "a pact to end the war", "amending it";
    the time behind it may be that of the verb above.
    """
    if (
        verb.dep_ == "pcomp" and verb.head.i and verb.head.nbor(-1).pos_ in {"NOUN", "PROPN"}
    ):  # "signed a protocol on | updating | the treaty"
        return bool(grammar.children(verb, "dobj"))
    aim = verb.dep_ in {"acl", "relcl", "advcl"} and grammar.infinitive(verb)
    beside = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).pos_ in {"NOUN", "PROPN"}
    return (aim or (beside and verb.dep_ in {"acl", "advcl"})) and bool(grammar.children(verb, "dobj"))


def _is_of_noun(token: Token) -> bool:
    """Whether a time is part of a name: "replaced the Treaty of Peace | of 2000", "the agreement | of May 1, 1997"."""
    return token.lower_ == "of" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.lemma_ not in _PARTS


def is_lent(layers: Layers, time: Time) -> bool:
    """Whether a time is none that an aim could have: "signed a pact to end the war on 13 May", told in June."""
    published = layers.document.published
    return published is not None and str(time.value)[:10] <= published


def is_of_main_verb(layers: Layers, time: Time, head: Token, trigger: Token) -> bool:
    """Whether a time at the end of a clause that says what a pact is for is that of the verb above: "ratified the pact
    amending the treaty on Monday", "signed a pact to amend the treaty on Monday".
    """
    if head.i < trigger.i or not describes(trigger) or precision(str(time.value)) != "day":
        return False
    above = grammar.clause_head(trigger.head)
    return above.tag_ == "VBD" and (trigger.tag_ == "VBG" or is_lent(layers, time))
