"""What stands right around a mention: who signs it in a headline, when it was signed, what it is made under, how many
articles it has."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agreements.concluders import by_one_state
from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.parties import joined, unique
from foedera.extract.numbers import whole
from foedera.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from foedera.annotate import Layers
    from foedera.extract.agreements.parties import Parties
    from foedera.extract.agreements.phrases import Phrase

_JOINING = frozenset({",", "and", "&", "-", "–", "the"})
_UNDER = frozenset({"to", "under", "amending", "supplementing", "implementing"})
_CLIMB = 8  # words from an agreement up to the verb whose subject owns it
_TITLING = _JOINING | {"of", "minister", "president", "king", "leader", "counterpart", "counterparts", "his", "her"}
_LONG_LIST = 80  # tokens of a list of leaders with their titles
_LONGEST = 12  # tokens of a headline's list of signers

_lexicon = functools.partial(words, "en", "agreements_parties")


def read_around(layers: Layers, parties: Parties, phrase: Phrase, verbs: list[Token], floor: int) -> None:
    """Notes in a phrase what stands around it; `verbs` have it as their object, its sentence starts at `floor`."""
    signed = [verb for verb in verbs if verb.lemma_.lower() in _lexicon("dating")]
    jointly = (verb for verb in signed if not by_one_state(parties, verb))
    phrase.made = next((year for verb in jointly for year in _years(layers, verb)), None)
    phrase.below = _under(phrase)
    about = _about(phrase.head)
    phrase.heir = any(word in _lexicon("superseding") for word in about)
    phrase.above = bool(about) and not phrase.heir
    phrase.articles = phrase.articles or _articles(phrase.head)
    if not phrase.parties:
        phrase.parties = _between(parties, phrase)
    listed = (code for verb in signed[:1] for code in _leaders(parties, verb, floor))
    phrase.concluders = unique(
        [*phrase.concluders, *_signers(parties, phrase, floor), *listed, *_owners(parties, phrase)]
    )


def _years(layers: Layers, verb: Token) -> Iterator[str]:
    """The years of a verb's own dates: "signed on Monday", "in March 1987, when both signed"."""
    dated = [(t.left_edge, t.right_edge) for path, t in grammar.phrases(verb) if path in {"in", "on", "at"}]
    dated += [(t.left_edge, t.right_edge) for t in grammar.children(verb, "npadvmod")]
    dated += [(t.nbor(-1), t) for c in verb.children if c.lower_ == "when" and (t := _before(c)).i]
    for first, last in dated:
        if last.ent_type_ != "DATE" and first.ent_type_ != "DATE":
            continue
        for time in layers.times_in(first.idx, last.idx + len(last)):
            if time.value and time.value[:4].isdigit():
                yield time.value[:4]


def _before(token: Token) -> Token:
    """The word before a word, over a comma."""
    back = 2 if token.i > 1 and token.nbor(-1).text == "," else 1
    return token.doc[max(0, token.i - back)]


def _under(phrase: Phrase) -> int:
    """The noun of what is made under or as a part of an agreement: the protocol of "a protocol to the treaty"."""
    doc, i = phrase.head.doc, phrase.start - 1
    changed = _changing(phrase.head)
    if changed is not None:
        made, joins = changed, True  # "an agreement to extend the treaty"
    else:
        i -= i > 0 and doc[i].tag_ == "DT"  # which a title leaves out
        purpose = i > 1 and doc[i - 1].lower_ == "to" and doc[i].lemma_.lower() in _lexicon("changing")
        made, joins = doc[max(0, i - 2 if purpose else i - 1)], i > 0 and (purpose or doc[i].lower_ in _UNDER)
        noun = vocabulary().noun(made.lower_) if doc[i].lower_ == "of" else None
        joins = joins or (noun is not None and noun.family == "protocol")  # "a protocol of the convention"
    return made.i if joins and vocabulary().noun(made.lower_) else -1


def _changing(head: Token) -> Token | None:
    """The noun of the agreement that is about another one: "an agreement to extend | the treaty", "the deal on
    extending | it", "a protocol on the extension of | it"."""
    verb = head.head
    if head.dep_ == "dobj" and verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl"}:
        return verb.head
    if (head.dep_, verb.tag_, verb.dep_) in {("dobj", "VBG", "pcomp"), ("dobj", "VBG", "acl")}:
        return verb.head.head if verb.dep_ == "pcomp" else verb.head
    change = verb.head if head.dep_ == "pobj" and verb.lower_ == "of" else verb
    if change.lemma_.lower() in _lexicon("changes") and change.dep_ == "pobj":
        return change.head.head
    return None


def _about(head: Token) -> list[str]:
    """What an agreement does to another one: "a deal to extend the treaty", "on extending it"."""
    verbs = [c for c in head.children if c.dep_ in {"acl", "relcl"} and c.tag_ in {"VB", "VBG"}]
    about = [t for path, t in grammar.phrases(head) if path in {"on", "for", "about", "of"}]
    verbs += [t for t in about if t.tag_ == "VBG"]
    changes = [t for t in about if t.lemma_.lower() in _lexicon("changes")]
    changed = [(verb, t) for verb in verbs for t in grammar.children(verb, "dobj")]
    changed += [(change, t) for change in changes for t in grammar.phrase(change, "of")]
    return [doing.lemma_.lower() for doing, t in changed if vocabulary().noun(t.lower_)]


def _between(parties: Parties, phrase: Phrase) -> tuple[str, ...]:
    """Parties that a place or a verb keeps apart from the noun: "a border agreement in the Andes between Chile and
    Peru", "a truce brokered by Oman between Chile and Peru"."""
    doc, i = phrase.head.doc, phrase.end
    if phrase.plural:
        return ()
    made = [c for c in grammar.children(phrase.head, "acl") if c.tag_ == "VBN"]
    hangs = [c for word in (phrase.head, *made) for c in grammar.children(word, "prep", "agent")]
    own = [c.i for c in hangs if c.lower_ == "between" and c.i >= i]
    opens = own[0] if own else _over_place(doc, i)
    listed = grammar.children(doc[opens], "pobj") if opens >= 0 else []
    found = unique(code for first in listed for t in joined(first) for code in parties.meant(t))
    return found if len(found) != 1 else unique([*found, *_next_to(parties, doc, opens)])


def _next_to(parties: Parties, doc: Doc, opens: int) -> Iterator[str]:
    """Those named in the words after "between", where a bracket or a long name tears the tree."""
    for token in doc[opens + 1 : opens + _LONGEST]:
        if token.pos_ in {"VERB", "AUX"} or token.is_sent_start or token.text in {";", ".", "(", "["}:
            return
        if token.pos_ != "ADP":
            yield from parties.of(token)


def _over_place(doc: Doc, i: int) -> int:
    """Where "between" stands behind a place; -1 where it does not."""
    if doc[i : i + 1].text not in {"in", "at"}:
        return -1
    opens = next((t.i for t in doc[i : i + _LONGEST] if t.lower_ == "between"), -1)
    return -1 if any(t.pos_ in {"VERB", "AUX", "PUNCT"} for t in doc[i : max(i, opens)]) else opens


def _owners(parties: Parties, phrase: Phrase) -> Iterator[str]:
    """Whose an agreement is that is "theirs": those who are the subject, "Chile and Peru said [their] pact holds"."""
    if phrase.partners and phrase.partners.issuperset(
        phrase.parties
    ):  # "the president's deal with Canada" is his state's
        yield from (c for t in phrase.head.children if t.dep_ == "poss" and parties.is_person(t) for c in parties.of(t))
    if phrase.plural or not any(t.lower_ == "their" and t.head.i == phrase.head.i for t in phrase.tokens):
        return
    above = phrase.head
    for _ in range(_CLIMB):
        subjects = grammar.children(above, "nsubj", "nsubjpass")
        found = unique(code for first in subjects for t in joined(first) for code in parties.of(t))
        if len(found) > 1:
            yield from found
        if found or above.dep_ == "ROOT":
            return
        above = above.head


def _signers(parties: Parties, phrase: Phrase, floor: int) -> Iterator[str]:
    """The states that stand before a headline's verb, where the tree is no help: "Chile, Peru ink border pact"."""
    doc, i = phrase.head.doc, phrase.start - 1
    while i > floor and doc[i].lower_ in {"to", "will", "an", "a", "the"}:
        i -= 1
    if i <= floor or doc[i].lower_ not in vocabulary().signing:
        return
    for token in reversed(doc[max(floor, i - _LONGEST) : i]):
        codes = parties.of(token)
        if not codes and token.lower_ not in _JOINING:
            return
        yield from codes


def _leaders(parties: Parties, verb: Token, floor: int) -> Iterator[str]:
    """The states whose leaders are listed before a verb of signing, where names tear the tree: "President A of Chile,
    President B of Peru and President C of the Kingdom of Tonga signed"."""
    doc, i = verb.doc, verb.i - 1
    first = max(floor, verb.i - _LONG_LIST)
    while i >= first and (doc[i].text[:1].isupper() or doc[i].lower_ in _TITLING):
        i -= 1
    found = [(t, c) for t in doc[i + 1 : verb.i] if (c := parties.of(t)) and _is_led(t)]
    if len(found) > 1:
        yield from (code for _, codes in found for code in codes)


def _is_led(token: Token) -> bool:
    """Whether a name stands after the "of" that gives a leader's state: "of Chile", "of the Kyrgyz Republic"."""
    before = token.doc[max(0, token.i - 3) : token.i]
    return any(t.lower_ == "of" for t in before) and not any(t.text == "," for t in before)


def _articles(head: Token) -> int | None:
    """How many articles a clause says that it has: "the treaty has 23 articles", "which consists of ten articles"."""
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [c for c in head.children if c.dep_ in {"relcl", "acl"}]
    for verb in verbs:
        if verb.lemma_.lower() in _lexicon("consisting"):
            parts = (*grammar.children(verb, "dobj"), *grammar.phrase(verb, "of"))
            told = [t for part in parts for t in grammar.conjuncts(part) if t.lemma_.lower() == "article"]
            # The tree may hang the number on another word: "a preamble and 23 articles".
            counts = [c for t in told for c in (*grammar.children(t, "nummod"), t.nbor(-1)) if c.tag_ == "CD"]
            return whole(t.text for t in counts[0].subtree) if counts else None
    return None
