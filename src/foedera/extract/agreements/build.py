"""Makes a phrase of a noun: what the words before and after it say about the agreement."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract.agreements import words
from foedera.extract.agreements.edges import form_of
from foedera.extract.agreements.nouns import Noun, normal, vocabulary
from foedera.extract.agreements.parties import names_state, unique
from foedera.extract.agreements.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.agreements.parties import Parties

_NAMING = frozenset({"between", "with", "among", "amongst"})
_MINOR = frozenset(
    {"of", "on", "for", "and", "the", "to", "concerning", "regarding", "in", "between", "with", "a", "an", "against"}
)
_ANYBODY = frozenset({"country", "countries", "party", "parties", "state", "states", "nation", "nations"})
_SERIES = frozenset({"phase", "stage"})  # their number tells which, not the word
_CODE = 3  # letters of a state's code; other parties go by name
_ABOUT = frozenset({"on", "of", "for", "against", "concerning", "regarding"})
_LONG = 12  # tokens of a title's matter in small letters
_NEAR = 6  # tokens of an infinitive that are taken to say what an agreement is for


def build(parties: Parties, head: Token, noun: Noun, left: int, span: tuple[int, int], *, titled: bool) -> Phrase:
    """The phrase of a head; `left` is where its words begin, `span` what it covers (a title leaves out its article)."""
    doc, (start, end) = head.doc, span
    before, after = list(doc[left : head.i]), list(doc[head.i + 1 : end])
    named, naming = _parties(parties, before, after)
    if titled:
        title = {code for t in before for code in parties.of(t)}  # the "United Nations Convention" is of states
        blocs = lexicon.words("en", "agreements_parties", "blocs")
        hyphened = any(t.text in words.HYPHENS for t in before)  # "the ASEAN-China Agreement" is of both
        title = title.difference(blocs) if hyphened else title
        named = tuple(code for code in named if len(code) <= _CODE or code not in title)
    own = [t for t in (*before, *after) if t.i not in naming]
    plain = [t for t in own if not (titled and t.text[0].isupper())]
    with_whom = bool(after) and after[0].lower_ == "with"
    text = "".join([t.text_with_ws for t in before])
    length, marks = words.length(text), words.marks(t for t in before if not (titled and t.text == "New"))
    base = _base(after) if titled else frozenset()
    dated = words.years([*doc[max(0, start - 1) : start], *before, *(() if base else _own(after))])
    behind = [] if titled else _behind_bracket(head, end)
    return Phrase(
        head,
        noun,
        start,
        end,
        form="name" if titled else "open" if _with_anybody(after) else form_of(head, left),
        plural=head.lower_ in vocabulary().plural and head.lower_ not in vocabulary().singular,
        title=_title_words(doc[start:end], head, naming, named) if titled else frozenset(),
        matter=_matter(head, end) if titled else frozenset(),
        base=base,
        topics=words.content([*plain, *_purpose(head), *behind]) - _SERIES,
        scope=words.scopes(before) | words.size(text),
        years=dated | words.years(_year_after(doc[end : end + 5])),
        dated=bool(dated),
        parties=named,
        number=words.number([*before, head, *doc[end : end + 2]])
        or (words.ordinal(before) if noun.family != "contract" else None),
        articles=words.articles(text),
        marks=marks or (frozenset({"part"}) if length and not length.endswith("year") else marks),
        length=length,
        partners=frozenset(named) if with_whom else frozenset(),
        pair=frozenset() if with_whom else _pair(before, after, named),
        inside=_inside(before, after, named, noun),
        inner=frozenset(n.lemma for t in (*before, *after) if (n := vocabulary().noun(t.lower_)) and not _is_owner(t)),
        words=frozenset(t.lower_ for t in (*before, *after, *behind)),
    )


def _parties(parties: Parties, before: list[Token], after: list[Token]) -> tuple[tuple[str, ...], set[int]]:
    """The parties that a phrase names, and the tokens that name them: those are no topic."""
    found = parties.named(before)
    taking, inside = False, []
    voices = lexicon.words("en", "agreements_parties", "voices")  # those who speak in a joint text: its parties
    for token in after:
        if token.lower_ in voices:
            taking = True  # "Joint Statement of the Presidents of Chile and Peru"
        elif token.pos_ in {"ADP", "SCONJ"}:
            taking = token.lower_ in _NAMING or (taking and token.lower_ == "of")
        elif taking and not (token.is_punct or token.is_space or token.pos_ in {"DET", "CCONJ"} or _owns_aside(token)):
            inside.append(token)
    found += [(t, codes) for t in inside if (codes := parties.of(t))]
    return unique(code for _, codes in found for code in codes), {t.i for t in (*(t for t, _ in found), *inside)}


def _owns_aside(token: Token) -> bool:
    """Whether a name only tells whose a party is: "the IAEA, the UN's watchdog"."""
    return token.dep_ == "poss" and token.head.dep_ == "appos"


def _is_owner(token: Token) -> bool:
    """Whether what follows belongs to a noun: "the [convention]'s protocol"."""
    return token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"


def _with_anybody(after: list[Token]) -> bool:
    """Whether the partner is nobody in particular: "a deal with a third country"."""
    return any(a.lower_ == "third" and b.lower_ in _ANYBODY for a, b in itertools.pairwise(after))


def _own(after: list[Token]) -> list[Token]:
    """The words before another agreement's noun: the year in "Protocol to the Treaty of 1949" is the Treaty's."""
    other = next((n for n, t in enumerate(after) if vocabulary().noun(t.lower_)), len(after))
    return after[:other]


def _title_words(tokens: Tokens, head: Token, naming: set[int], parties: tuple[str, ...]) -> frozenset[str]:
    """A title's telling words; where it has only states, those, and where only a body, its name."""
    own = [t for t in tokens if t.i != head.i and t.lower_ not in _MINOR]
    return _normal(t for t in own if t.i not in naming) or frozenset(parties) or _normal(own)


def _normal(tokens: Iterable[Token]) -> frozenset[str]:
    parts = (part for t in tokens for part in t.text.split("-"))
    return frozenset(normal(part) for part in parts if len(part) > 1 and part[0].isalnum())


def _matter(head: Token, end: int) -> frozenset[str]:
    """What an instrument is about, by the words behind its noun, in capitals or not: "the Oslo Convention on the
    prohibition of cluster munitions"."""
    doc, i = head.doc, _over_bracket(head)
    if i >= len(doc) or not (doc[i].lower_ in _ABOUT or doc[i].lower_ in vocabulary().aims):
        return frozenset()
    while i < len(doc) and (i < end or (i < head.i + _LONG and _goes_on(doc[i]))):
        i = _over_bracket(doc[i])
    return frozenset(
        normal(t.text) for t in doc[head.i + 1 : i] if t.is_alpha and t.lower_ not in _MINOR and t.tag_ != "PRP$"
    )


def _behind_bracket(head: Token, end: int) -> list[Token]:
    """What an instrument is on where its short name stands between: "a memorandum (MoU) on [trade]"."""
    doc, i = head.doc, _over_bracket(head.doc[end - 1])
    if i == end or doc[i : i + 1].text not in {"on", "for", "concerning", "regarding"}:
        return []
    last = next((t.i for t in doc[i + 1 : i + _LONG] if not _goes_on(t)), min(i + _LONG, len(doc)))
    return list(doc[i + 1 : last])


@functools.cache
def changing() -> frozenset[str]:
    """The verbs by which a title says what it changes: "Protocol to [Amend] the Treaty", "on [Upgrading] it"."""
    verbs = lexicon.words("en", "agreements_parties", "changing")
    return verbs | {f"{verb.removesuffix('e')}ing" for verb in verbs} | {"modifying"}


def _over_bracket(token: Token) -> int:
    """The place after a word and the short name in brackets behind it: "a Memorandum (MoU) | on trade"."""
    doc, i = token.doc, token.i + 1
    return i + 3 if doc[i : i + 1].text == "(" and doc[i + 2 : i + 3].text == ")" else i


def _base(after: list[Token]) -> frozenset[str]:
    """The words of a title that are another instrument's: "the Oslo Amendment to [the Rome Protocol on fish]"."""
    begins = [t.lower_ for t in after[:2]]
    made_to = begins[:1] == ["to"] or not changing().isdisjoint(begins)
    if not made_to or len(_own(after)) == len(after):
        return frozenset()
    return frozenset(normal(t.text) for t in after if t.is_alpha and t.lower_ not in _MINOR)


def _goes_on(token: Token) -> bool:
    """Whether a word may belong to what an instrument is about: no verb, no stop, no time."""
    joins = token.lower_ in {"of", "on", "the", "and", "against", "for"} or token.text in words.HYPHENS
    return token.ent_type_ != "DATE" and (joins or token.pos_ in {"NOUN", "ADJ", "PROPN"} or token.tag_ == "VBG")


def _purpose(head: Token) -> list[Token]:
    """The words of an infinitive that says what it is for ("a pact to extend visa limits"), up to another agreement."""
    for child in head.rights:
        infinitive = child.tag_ == "VB" and any(t.lower_ == "to" for t in child.lefts)
        if infinitive and child.dep_ in {"acl", "relcl"} and child.i - head.i <= 3:
            near = [t for t in head.doc[child.i : child.i + _NEAR + 1] if t.i <= child.right_edge.i]
            other = next((t.left_edge.i for t in near if vocabulary().noun(t.lower_)), None)
            return [t for t in near if other is None or t.i < other]
    return []


def _year_after(tail: Tokens) -> list[Token]:
    """The year that follows a title: "(1961)", "of 1987", "signed in 2000"."""
    rest = list(tail[1:] if len(tail) and tail[0].text == "," else tail)
    first = [t.lower_ for t in rest[:2]]
    follows = first[:1] in (["("], ["of"]) or first in (["signed", "in"], ["concluded", "in"])
    return rest[:3] if follows else []


def _pair(before: list[Token], after: list[Token], parties: tuple[str, ...]) -> frozenset[str]:
    """All parties, where a phrase names them all: "the Chile-Peru treaty", "a treaty between Chile and Peru"."""
    joint = bool(after) and after[0].lower_ in {"between", "among"}
    hyphened = any(t.text in {"-", "–"} or "-" in t.text for t in before)
    return frozenset(parties) if len(parties) >= 2 and (joint or hyphened) else frozenset()


def _inside(before: list[Token], after: list[Token], parties: tuple[str, ...], noun: Noun) -> bool:
    """Whether a phrase speaks of a deal inside one country, of firms or of courts."""
    lexicon = vocabulary()
    modifiers = noun.lemma != "treaty" and any(t.lower_ in lexicon.domestic_modifiers for t in before)
    counterparts = any(t.lower_ in lexicon.domestic_counterparts and not names_state(t.text) for t in after)
    between_states = bool(parties) or any(t.lower_ in lexicon.matters or t.lower_ == "joint" for t in before)
    return (modifiers and not between_states) or (counterparts and len(parties) < 2)
