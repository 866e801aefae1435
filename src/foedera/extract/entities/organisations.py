"""Organisations that no lexicon knows: names built on what a body is ("Ministry of ...", "... Institute")."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from foedera.extract.entities import titles
from foedera.extract.entities.lists import words
from foedera.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from foedera.annotate import Layers
    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

Place = tuple[int, int]
_JOINTS = {"of", "and", "for", "&", "on", "the", "-", "–"}
_LONGEST = 14


@functools.cache
def _instrument_nouns() -> frozenset[str]:
    """Nouns of agreements: a capitalised phrase that ends in one is the title of an instrument, not a body."""
    return (words("title_nouns") | frozenset(load("en", "agreements")["nouns"])) - words("organisation_nouns")


@functools.cache
def _known_instruments() -> frozenset[str]:
    return frozenset(name for entry in load("world", "instruments") for name in entry.get("names", ()))


def _instruments(layers: Layers) -> frozenset[str]:
    """Short names of agreements: before an agreement's noun ("INF Treaty"), or in brackets after it."""
    found, nouns = set(_known_instruments()), _instrument_nouns()
    texts, words = layers.texts, layers.words
    for i, text in enumerate(texts):
        if text.isupper() and len(text) > 2 and 0 < i < len(texts) - 1:
            before = words[i - 2] if texts[i - 1] == "(" and i >= 2 else ""
            if words[i + 1] in nouns or before in nouns:
                found.add(text)
    return frozenset(found)


def read_organisations(cast: Cast) -> None:
    """Names every organisation built on a body noun, then what the language pipeline takes for one."""
    for start, end in _built(cast):
        _name(cast, start, end)
    for start, end in _state_bodies(cast):
        _name(cast, start, end)
    for start, end in _from_pipeline(cast):
        _name(cast, start, end)


def _name(cast: Cast, start: int, end: int) -> None:
    doc = cast.doc
    inside = {i: cast.named[i] for i in range(start, end) if i in cast.named}
    home = next((d.home for d in inside.values() if d.home), None)
    name = " ".join(doc[start:end].text.split())
    extents = {i: cast.extent(i) for i in inside}
    draft = _same_body(cast, name, home) or cast.draft("organisation", name, home=home)
    cast.name(draft, start, end)
    governs = any(doc[i].lower_ in words("state_bodies") for i in range(start, end))
    for i, other in inside.items():
        if governs and i < end - 1 and (other.kind != "organisation" or other.is_state):
            cast.name_inside(other, i)
        else:
            other.drop(*extents[i])


_SMALL = frozenset({"of", "the", "and", "for", "affairs"})


def _same_body(cast: Cast, name: str, home: str | None) -> Draft | None:
    """The same ministry under the other order of its words ("Foreign Ministry", "Ministry of Foreign Affairs")."""
    content = frozenset(name.lower().split()) - _SMALL
    key = (home, content)
    if not content & words("state_bodies"):
        return None
    found = cast.bodies.get(key)
    if found is None:
        cast.bodies[key] = cast.draft("organisation", name, home=home)
    return found


def _built(cast: Cast) -> Iterator[Place]:
    """Runs of capitalised words that hold a body noun."""
    doc, texts, position = cast.doc, cast.layers.texts, 0
    while position < len(doc):
        end = _run(cast, position) if texts[position][0].isupper() else position
        if end == position:
            position += 1
            continue
        if cast.layers.kind(doc[position]) == "body":
            yield from _bodies_in(cast, position, end)
        position = end


def _run(cast: Cast, start: int) -> int:
    """The end of the capitalised words, with what joins them, from a token on."""
    doc, end, last = cast.doc, start, start
    while end < min(len(doc), start + _LONGEST):
        token = doc[end]
        if _capital(token) and not cast.is_person(end):
            last = end + 1
        elif end == start or token.lower_ not in _JOINTS:
            break
        end += 1
    return last


def _capital(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME", "WORK_OF_ART"):
        return False
    return token.text[0].isupper() and token.pos_ not in ("PRON", "DET", "AUX", "SCONJ", "ADV")


def _shouted(doc: Doc, start: int, end: int) -> bool:
    """Whether all the words are in capitals: a headline, whose words say nothing about what is a name."""
    return all(t.is_upper for t in doc[start:end] if t.is_alpha)


def _is_body_noun(cast: Cast, i: int) -> bool:
    """Whether a capitalised token says what a body is; not inside a state's name ("Soviet Union")."""
    token, known = cast.doc[i], cast.named.get(i)
    return (
        token.lower_ in words("organisation_nouns")
        and token.text[0].isupper()
        and not (known and known.kind == "state")
    )


def _bodies_in(cast: Cast, start: int, end: int) -> Iterator[Place]:
    doc = cast.doc
    heads = [i for i in range(start, end) if _is_body_noun(cast, i)]
    if not heads or end - start < 2 or _shouted(doc, start, end) or doc[end - 1].lower_ in _instrument_nouns():
        return
    while start < end and (doc[start].lower_ in _JOINTS or doc[start].pos_ in ("ADP", "DET", "CCONJ")):
        start += 1
    # A title after the body's name belongs to a person: "... Committee Chairman James Inhofe".
    for i in range(heads[-1] + 1, end):
        if titles.noun_ending_at(cast.layers, i):
            end = heads[-1] + 1
            break
    while end > start and doc[end - 1].lower_ in _JOINTS:
        end -= 1
    for i in range(start + 1, end - 2):
        # "the Centre of the Academy", "the Senate and the House": two bodies, one after the other.
        if (
            doc[i].lower_ in ("of", "and")
            and doc[i + 1].lower_ == "the"
            and any(i < h for h in heads)
            and any(h < i for h in heads)
        ):
            yield from _bodies_in(cast, start, i)
            yield from _bodies_in(cast, i + 2, end)
            return
    start, end = _without_state(cast, start, end)
    if end - start >= 2 and not all(
        i in cast.named and cast.named[i].kind == "organisation" for i in range(start, end)
    ):
        yield start, end


def _without_state(cast: Cast, start: int, end: int) -> Place:
    """A body's name without the state that is only joined to it: "Chad and | the Lake League", "the Lake League | and
    Chad"."""
    doc = cast.doc
    for i in range(start + 1, end - 1):
        if doc[i].lower_ != "and":
            continue
        after = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        if after > i + 1 and _is_a_state(cast, start, i):
            return after, end
        if _is_a_state(cast, after, end):
            return start, i
    return start, end


def _is_a_state(cast: Cast, start: int, end: int) -> bool:
    """Whether some words are a state's name and nothing else."""
    return start < end and all(i in cast.named and cast.named[i].kind == "state" for i in range(start, end))


def _state_bodies(cast: Cast) -> Iterator[Place]:
    """Bodies in small letters after whose they are: "the Syrian government", "the Obama administration"."""
    doc, nouns = cast.doc, words("state_bodies")
    for i, word in enumerate(cast.layers.words):
        if word not in nouns or i == 0 or i in cast.named:
            continue
        token, start = doc[i], i
        while (
            start > 0
            and token.i - start < 4
            and (doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN") or doc[start - 1].tag_ == "POS")
        ):
            start -= 1
        owners = [i for i in range(start, token.i) if i in cast.named and cast.named[i].kind in ("state", "person")]
        if owners:
            yield owners[0], token.i + 1


def _from_pipeline(cast: Cast) -> Iterator[Place]:
    """What the language pipeline takes for an organisation in running text, where nothing speaks against it."""
    doc = cast.doc
    instruments = _instruments(cast.layers)
    for ent in doc.ents:
        if ent.label_ != "ORG" or (len(ent) > 2 and _shouted(doc, ent.start, ent.end)):
            continue
        start, end = _bare(doc, ent.start, ent.end)
        if start >= end or any(i in cast.named or i in cast.by_token or i in cast.reserved for i in range(start, end)):
            continue
        text = doc[start:end].text
        good = (
            text[0].isupper()
            and text not in instruments
            and doc[end - 1].lower_ not in words("title_nouns")
            and cast.layers.kind(doc[start]) == "body"
        )
        if good and not _is_titled(doc, start, end) and (end - start > 1 or text.isupper() or _acts(doc[start])):
            yield start, end


def _acts(token: Token) -> bool:
    return token.dep_ in ("nsubj", "agent", "poss") or (token.dep_ == "pobj" and token.head.lower_ in ("by", "to"))


def _is_titled(doc: Doc, start: int, end: int) -> bool:
    """Whether the words hold an agreement's noun: a title, not a body."""
    return any(
        doc[i].lower_ in _instrument_nouns() or doc[i].lemma_.lower() in ("partnership", "cooperation")
        for i in range(start, end)
    )


def _bare(doc: Doc, start: int, end: int) -> Place:
    while start < end and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s", "’", "'") or doc[end - 1].is_punct):
        end -= 1
    return start, end


@functools.cache
def kinds() -> dict[str, frozenset[str]]:
    """What an organisation known by name is: `outlet`, `international`, `armed`."""
    known = load("world", "institutions")
    groups = {group: frozenset(entry["name"] for entry in known[group]) for group in ("international", "armed")}
    return {"outlet": frozenset(name.removeprefix("The ") for name in known["outlets"]), **groups}
