"""Where a document names persons: the language pipeline's finds, and names that follow a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.symbols import PROPN

from foedera.extract.entities import titles
from foedera.extract.entities.leaders import leader_named
from foedera.extract.entities.lists import speech, words
from foedera.extract.entities.names import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities.cast import Cast

Place = tuple[int, int]
_MARKS = frozenset(
    [
        "'s",
        "’s",
        "’",
        "'",
        ",",
        ".",
        '"',
        "“",
        "”",
        "-",
        "–",
        "—",
        ":",
        ";",
        "(",
        ")",
        "/",
        "|",
        "*",
        "#",
        "@",
        "[",
        "]",
        "…",
    ]
)
_QUOTES = frozenset({'"', "”", "’", "'"})
_NO_BODY = frozenset({"", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT", "LAW", "PERSON"})
_LONGEST = 4
_BREAKS = frozenset({"'s", "’s", ",", ":", "(", "/"})
_ARTICLES = frozenset({"the", "a", "an"})
_HEADLINES = frozenset({"title", "heading", "related", "caption"})


def person_names(cast: Cast) -> list[Place]:
    """The bare names of persons, in order, none overlapping another."""
    found: list[Place] = []
    end = 0
    places = {*_from_pipeline(cast), *_after_titles(cast), *_after_quotes(cast)}
    for place in sorted(places, key=lambda p: (p[0], -p[1])):
        if place[0] >= end:
            found.append(place)
            end = place[1]
    return found


def _from_pipeline(cast: Cast) -> Iterator[Place]:
    for ent in cast.doc.ents:
        person = ent.label_ == "PERSON" or (
            ent.label_ in ("ORG", "GPE", "NORP") and leader_named(ent.text, cast.layers.document.published)
        )
        if person and (place := _bare(cast, ent.start, ent.end)):
            yield place


def _after_titles(cast: Cast) -> Iterator[Place]:
    """ "President Xi", "Mr. Kim": a capitalised word after a title or a word of respect."""
    texts = cast.layers.texts
    for first in range(1, len(texts)):
        # What is cheap to see is asked first: most words have no capital, and few of the others are names.
        if not (texts[first][0].isupper() and _like_title(texts[first - 1])):
            continue
        if _may_name(cast, first) and is_title(cast.layers, first - 1) and (place := _bare(cast, first, first + 1)):
            yield place


def _after_quotes(cast: Cast) -> Iterator[Place]:
    """ "...," Ann Berg, a jurist, said: a name behind quoted words, which the pipeline takes for a work's title."""
    doc = cast.doc
    for first in (i + 1 for i, text in enumerate(cast.layers.texts[:-2]) if text in _QUOTES):
        end = first
        while end < len(doc) and end - first < _LONGEST and _may_name(cast, end):
            end += 1
        if end - first > 1 and _speaks(doc[end - 1]) and (place := _bare(cast, first, end)):
            yield place


def _speaks(last: Token) -> bool:
    """Whether a name, by its last token, is the subject of a verb of saying and no body's."""
    subject = last.dep_ == "nsubj" and last.head.lemma_ in speech()
    return subject and last.ent_type_ in _NO_BODY and last.lower_ not in words("organisation_nouns")


def _may_name(cast: Cast, i: int) -> bool:
    token = cast.doc[i]
    written = token.pos == PROPN and token.text[0].isupper() and not token.text.isupper()
    return written and i not in cast.named and token.lower_ not in titles.words("never_names")


def _like_title(word: str) -> bool:
    """Whether a word is written as titles are."""
    return word[0].isupper() or word in titles.honorifics()


def is_title(layers: Layers, i: int) -> bool:
    """Whether a token is, or ends, a title as it stands before a name ("President", "Mr.", "Prime Minister")."""
    word = layers.texts[i]
    if word in titles.honorifics():
        return True
    return word[0].isupper() and titles.noun_ending_at(layers, i) is not None


def _bare(cast: Cast, start: int, end: int) -> Place | None:
    """The bare name inside some tokens, drawn out over the capitalised words that go on; None where it is none."""
    doc, layers = cast.doc, cast.layers
    stop = next((i for i in range(start, end) if doc[i].text in _BREAKS or doc[i].is_space), end)
    while start < stop and (
        is_title(layers, start) or layers.texts[start] in _MARKS or layers.words[start] in _ARTICLES
    ):
        start += 1
    while stop > start and (doc[stop - 1].text in _MARKS or doc[stop - 1].is_space):
        stop -= 1
    stop = _drawn_out(cast, start, stop) if stop == end else stop
    if start >= stop or any(i in cast.named or i in cast.reserved for i in range(start, stop)):
        return None
    if stop - start > 2 and cast.layers.kind(doc[start]) in _HEADLINES and not _is_in_body(cast, start, stop):
        return None  # "Kim Approves Draft": in a headline every word looks like a name
    return (start, stop) if _is_name(doc[start:stop].text) else None


def _drawn_out(cast: Cast, start: int, stop: int) -> int:
    """Where a name ends that goes on beyond what the pipeline saw ("Yoon Suk" Yeol, "Moon Jae" -in)."""
    doc = cast.doc
    while stop < len(doc) and stop - start < 5 and _may_name(cast, stop) and cast.same_sentence(stop, start):
        again = doc[stop].text in {t.text for t in doc[start:stop]}
        one = doc[stop].ent_iob_ == "I" and doc[stop].ent_type_ != "DATE"  # of one name with the word before
        if again or is_title(cast.layers, stop) or not (one or doc[stop].ent_type_ in ("", "PERSON")):
            break
        stop += 1
    joined = stop + 1 < len(doc) and doc[stop].text == "-"
    return stop + 2 if joined and not doc[stop - 1].whitespace_ and not doc[stop].whitespace_ else stop


def _is_in_body(cast: Cast, start: int, stop: int) -> bool:
    """Whether the running text knows every part of a name too."""
    places = (cast.places_of(token.text) for token in cast.doc[start:stop] if token.is_alpha)
    return all(any(cast.layers.kind(cast.doc[i]) not in _HEADLINES for i in found[-20:]) for found in places)


def _is_name(text: str) -> bool:
    its = parts(text)
    if not (text[0].isupper() and 1 <= len(its) <= 5) or any(c.isdigit() for c in text):
        return False
    return len(its[-1]) > 1 and not (text.isupper() and len(text) < 4)
