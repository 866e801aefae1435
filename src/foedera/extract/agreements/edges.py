"""Where a phrase starts and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements.nouns import vocabulary
from foedera.extract.agreements.words import HYPHENS, QUOTES, years
from foedera.extract.venues import is_aid
from foedera.lexicon import words as lexicon_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.agreements.phrases import Form

_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "PRON", "VERB", "PUNCT", "CCONJ", "SYM", "X"})
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "DET"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "nsubj", "aux", "ROOT", "prep", "preconj", "mark", "appos"})
_LISTING = frozenset({"between", "among", "amongst", "with"})
_COMPLEMENTS = _LISTING | {"on", "over", "of", "for", "about", "against", "concerning", "regarding"}
_MISPLACED = frozenset({"between", "among", "on", "over", "with"})  # that a tree may hang on the verb
_INNER = _COMPLEMENTS | {"in", "from", "to"}
_ASIDES = frozenset({"(", "—", "–", ";", ":", "”", '"'})
_LONGEST = 14  # tokens: a complement that is longer says more than what the agreement is
_LONGEST_LIST = 60  # tokens: a list of partners can be long


def left_edge(head: Token, floor: int) -> int:
    """The first token of the phrase: its determiner, or the first word before the noun that belongs to it."""
    words, doc, start = vocabulary(), head.doc, head.i
    if start - 2 >= floor and doc[start - 2].lower_ == "cease":
        start -= 2
    while start > floor and _belongs(doc[start - 1], head):
        start -= 1
        token = doc[start]
        if token.lower_ in words.definite - {"said", "both"} or token.lower_ in {"a", "an"}:
            break
    if (
        doc[start].pos_ == "ADJ"
        and start + 2 < head.i
        and doc[start + 1].text == ","
        and doc[start + 2].text[0].isupper()
    ):
        start += 2  # "the landmark, yet controversial, [Lima Agreement]"
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].tag_ in {"CC", "POS", "RB"}):
        start += 1
    return start


def _belongs(token: Token, head: Token) -> bool:
    """Whether a word before a noun is part of its phrase."""
    if token.pos_ not in _LEFT or (token.is_punct and token.text not in HYPHENS | QUOTES | {","}):
        return False
    for _ in range(6):
        if token.dep_ in _CLAUSAL and not _hyphened(token):
            return False
        token = token.head
        if token.i == head.i:
            return True
        if token.i > head.i:
            return False
    return False


def _hyphened(token: Token) -> bool:
    """Whether a name is joined to the one before it: "the United States-[United Kingdom] trade deal"."""
    start = token.left_edge.i
    return token.dep_ == "appos" and start > 0 and token.doc[start - 1].text in HYPHENS


def left_of_modifier(head: Token, floor: int) -> int:
    """The start of a noun that stands before another: a "the" that belongs to both is taken in ("the treaty text")."""
    words, start = vocabulary(), left_edge(head, floor)
    while start > floor and head.doc[start - 1].head.i == head.head.i:
        if head.doc[start - 1].dep_ not in {"amod", "compound", "det", "nmod", "poss"}:
            break
        start -= 1
        if head.doc[start].lower_ in words.definite:
            return start
    return left_edge(head, floor)


def left_by_words(head: Token, floor: int) -> int:
    """The phrase's start where the tree is no help (capitals, a phrase torn apart): back to a determiner."""
    words, doc = vocabulary(), head.doc
    for i in range(head.i - 1, max(floor, head.i - 5) - 1, -1):
        if doc[i].lower_ in words.determiners:
            return i
        if doc[i].pos_ not in _WITHIN and not head.is_upper:
            break
        if doc[i].is_punct and doc[i].text not in HYPHENS | QUOTES:
            return i + 1 if head.is_upper else head.i
    return head.i


def after_verb(head: Token, floor: int) -> int:
    """Where a headline's phrase starts if its verb, written with a capital, was taken for a part of it."""
    verbs = vocabulary().headline_verbs
    return next((t.i + 1 for t in reversed(head.doc[floor : head.i]) if t.lower_ in verbs), floor)


def after_signers(head: Token, floor: int) -> int:
    """Where the phrase of a headline in small letters starts, if the tree took its verb for a noun: "Chile, Peru ink
    [border pact]", "Parliament Oks [border pact]"."""
    words, doc = vocabulary(), head.doc
    for token in reversed(doc[floor : head.i]):
        after_name = token.is_lower and token.i > floor and doc[token.i - 1].pos_ == "PROPN"
        verb = (
            token.tag_ == "NNS"
            and token.is_lower
            and token.dep_ in {"compound", "nmod"}
            and token.lower_ in words.headline_verbs
        )
        if verb or token.lower_ in words.headline_only or (after_name and token.lower_ in words.signing):
            return token.i + 1
    return floor


def right_edge(head: Token) -> int:
    """The token after the phrase's complements: "between A and B", "with B", "on trade"; clauses stay outside."""
    end = _closed(head)
    while end < len(head.doc):
        child = head.doc[end]
        if child.dep_ != "prep" or not _complements(child, head):
            break
        objects = [c for c in child.children if c.dep_ == "pobj" or (c.dep_ == "pcomp" and child.lower_ == "on")]
        last = child.right_edge.i
        if not objects or objects[0].ent_type_ in {"DATE", "TIME"}:
            dated = child.lower_ == "of" and bool(years(objects[:1])) and objects[0].i == child.i + 1
            return child.i + 2 if dated else end
        if last - child.i > (_LONGEST_LIST if child.lower_ in _LISTING else _LONGEST):
            last = _short_end(child, last)
        if _is_manner(child, objects[0]):
            break
        stop = _interrupted(child, last)
        if stop <= child.i + 1:
            break
        end = stop
        if stop <= last:
            break
    if head.doc[end - 1].text == ",":
        return end - 1
    quoted = sum(t.text == '"' for t in head.doc[head.i : end]) % 2 and head.doc[end : end + 1].text == '"'
    return end + 1 if quoted else end


def _closed(head: Token) -> int:
    """The token after a noun and the mark that closes a quotation around it: "the 'framework agreement' with Peru"."""
    after = head.doc[head.i + 1 : head.i + 3]
    closes = len(after) > 1 and after[0].text in QUOTES and after[1].lower_ in _LISTING
    return head.i + 2 if closes else head.i + 1


def _complements(preposition: Token, head: Token) -> bool:
    """Whether a preposition after a noun belongs to it, also where the tree hangs it on the verb."""
    if preposition.head.i == head.i:
        return preposition.lower_ in _COMPLEMENTS
    return preposition.lower_ in _MISPLACED and preposition.i == head.i + 1 and preposition.head.i < head.i


def _is_manner(preposition: Token, noun: Token) -> bool:
    """Whether a preposition says how or when: "view the treaty with unease", "clears treaty on eve of visit"."""
    if is_aid(noun) or (preposition.lower_ == "on" and noun.lower_ in vocabulary().occasions):
        return True
    if preposition.lower_ != "with" or noun.tag_ != "NN" or not noun.is_lower:
        return False
    new = any(t.lower_ in {"a", "an"} for t in noun.lefts)  # "left the convention with a decree"
    return not any(noun.lefts) or (new and noun.lemma_ not in lexicon_words("en", "agreements_parties", "counterparts"))


def _short_end(preposition: Token, last: int) -> int:
    """The last token of a long complement's first part: up to a later preposition."""
    doc = preposition.doc
    later = (i for i in range(preposition.i + 3, last) if doc[i].dep_ == "prep")
    return next((i - 1 for i in later if doc[i - 1].pos_ in {"NOUN", "PROPN"}), preposition.i)


def _interrupted(preposition: Token, last: int) -> int:
    """Where a clause, an aside or another known agreement starts inside a complement; past its end if none does."""
    doc, words = preposition.doc, vocabulary()
    listing = preposition.lower_ in _LISTING
    for i in range(preposition.i + 1, last + 1):
        token = doc[i]
        if (
            token.is_space
            or (token.text in _ASIDES and not _opens_quotation(token))
            or (token.text == "," and not listing)
        ):
            return i
        if token.dep_ == "relcl" or (token.dep_ in {"acl", "advcl"} and token.tag_ != "VBG"):
            return min(token.left_edge.i, i)
        if token.dep_ == "prep" and token.head.i != preposition.i and token.lower_ not in _INNER:
            return i
        if words.noun(token.lower_):
            if any(t.lower_ in words.definite for t in token.lefts):
                return preposition.i
            if token.dep_ in {"conj", "appos"}:
                return _before(token)
    return last + 1


def _opens_quotation(token: Token) -> bool:
    """Whether a straight quotation mark is an opening one: "a deal on a "lasting truce\""."""
    return token.text == '"' and not token.whitespace_ and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _before(token: Token) -> int:
    """Where what stands before a listed noun ends, without the comma or "and" that joins them."""
    end = token.left_edge.i
    while end > 1 and (token.doc[end - 1].is_punct or token.doc[end - 1].tag_ == "CC"):
        end -= 1
    return end


def form_of(head: Token, start: int) -> Form:
    """What the determiner says: known, new, any, or nothing."""
    words, first = vocabulary(), head.doc[start]
    if first.lower_ in words.open:
        return "open"
    if any(t.lower_ == "own" for t in head.doc[start : head.i]):
        return "indefinite"  # "Spain has its own treaty" brings one in
    if first.lower_ in words.definite or any(t.tag_ == "POS" for t in head.doc[start : head.i]):
        return "definite"
    return "indefinite" if first.lower_ in words.indefinite else "bare"
