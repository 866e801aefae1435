"""Persons: every name of one, short forms and other spellings brought together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from foedera.extract.entities import titles
from foedera.extract.entities.names import parts, same_person, short_for, surname
from foedera.extract.entities.roles import read_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

Place = tuple[int, int]
_NOT_IN_NAMES = {"'s", "’s", "’", "'", ",", ".", '"', "“", "”", "-", "–", "—", ":", ";", "(", ")", "/", "|"}


def read_persons(cast: Cast) -> None:
    """Names every person: full names first, then the short forms that stand for them."""
    places = sorted(set(_candidates(cast)))
    full = [p for p in places if len(parts(cast.doc[p[0] : p[1]].text)) > 1]
    short = [p for p in places if p not in set(full)]
    by_part: dict[str, list[Draft]] = defaultdict(list)
    for place in full:
        _name(cast, place, _same(by_part, cast.doc[place[0] : place[1]].text), by_part)
    for place in short:
        _name(cast, place, _nearest(by_part, cast, place), by_part)
    _name_the_rest(cast, by_part)


def _candidates(cast: Cast) -> Iterator[Place]:
    doc = cast.doc
    taken: set[int] = set()
    for ent in doc.ents:
        if ent.label_ == "PERSON" and (place := _trim(cast, ent.start, ent.end)):
            taken.update(range(*place))
            yield place
    for token in doc:
        # "President Xi", "Mr. Kim": a title before a name that the pipeline did not take for a person.
        if token.i + 1 < len(doc) and _is_title(doc, token.i) and token.i + 1 not in taken:
            end = token.i + 1
            while (
                end < len(doc)
                and doc[end].pos_ == "PROPN"
                and doc[end].is_title
                and end not in cast.named
                and end not in taken
            ):
                end += 1
            if end > token.i + 1 and (place := _trim(cast, token.i + 1, end)):
                yield place


def _is_title(doc: Doc, i: int) -> bool:
    word = doc[i].text
    if word in titles.honorifics():
        return True
    return word[0].isupper() and not word.isupper() and titles.noun_ending_at(doc, i) is not None


def _trim(cast: Cast, start: int, end: int) -> Place | None:
    """The bare name inside some tokens, without titles, marks and a possessive; None where it is no name."""
    doc = cast.doc
    for i in range(start, end):
        if doc[i].text in ("'s", "’s") or doc[i].is_space:
            end = i
            break
    while start < end and (
        _is_title(doc, start) or doc[start].text in _NOT_IN_NAMES or doc[start].lower_ in ("the", "a")
    ):
        start += 1
    while end > start and (doc[end - 1].text in _NOT_IN_NAMES or doc[end - 1].is_space):
        end -= 1
    if start >= end or any(i in cast.named for i in range(start, end)):
        return None
    text = doc[start:end].text
    good = text[0].isupper() and not any(c.isdigit() for c in text) and len(parts(text)) in range(1, 6)
    return (start, end) if good and not (text.isupper() and len(text) < 4) else None


def _same(by_part: dict[str, list[Draft]], name: str) -> Draft | None:
    for key in {surname(name), parts(name)[-1], parts(name)[0]}:
        for draft in by_part.get(key, ()):
            if same_person(draft.name, name):
                return draft
    return None


def _nearest(by_part: dict[str, list[Draft]], cast: Cast, place: Place) -> Draft | None:
    """Of the persons whom a short form can stand for, the one named last before it, else the first after it."""
    name = cast.doc[place[0] : place[1]].text
    options = [d for d in by_part.get(parts(name)[-1], ()) if short_for(name, d.name)]
    gender = titles.honorifics().get(cast.doc[place[0] - 1].text) if place[0] else None
    options = [d for d in options if not (gender and d.gender and d.gender != gender)] or options
    if len(options) < 2:
        return options[0] if options else None
    before = [d for d in options if d.mentions[0][0] < place[0]]
    if not before:
        return min(options, key=lambda d: d.mentions[0])
    return max(before, key=lambda d: max(m for m in d.mentions if m[0] < place[0]))


def _name(cast: Cast, place: Place, draft: Draft | None, by_part: dict[str, list[Draft]]) -> None:
    name = cast.doc[place[0] : place[1]].text
    if draft is None:
        draft = cast.draft("person", " ".join(name.split()))
        for part in {surname(name), parts(name)[-1], parts(name)[0]}:
            by_part[part].append(draft)
    elif len(parts(name)) > len(parts(draft.name)):
        cast.drafts.pop(("person", draft.name), None)
        draft.name = " ".join(name.split())
        cast.drafts[("person", draft.name)] = draft
    cast.name(draft, *place)
    if place[0]:
        draft.gender = draft.gender or titles.honorifics().get(cast.doc[place[0] - 1].text)
    read_roles(cast, draft, *place)


def _name_the_rest(cast: Cast, by_part: dict[str, list[Draft]]) -> None:
    """A capitalised surname that the pipeline took for something else elsewhere in the document."""
    known = {surname(d.name).capitalize() for drafts in by_part.values() for d in drafts if len(parts(d.name)) > 1}
    for token in cast.doc:
        if token.text in known and token.i not in cast.named and token.pos_ == "PROPN":
            draft = _nearest(by_part, cast, (token.i, token.i + 1))
            if draft:
                _name(cast, (token.i, token.i + 1), draft, by_part)
