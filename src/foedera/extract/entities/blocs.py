"""Blocs: groups of states that a text speaks of as one, with the members it gives."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from foedera.extract.entities.lists import words
from foedera.extract.entities.words import Gazetteer
from foedera.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_RECENT = 40  # blocs: a description does not reach back further
_FAR = 40  # tokens
_HYPHENS = {"-", "–", "—", "/"}


@functools.cache
def _diffuse() -> Gazetteer[str]:
    known = load("en", "actors")["diffuse_blocs"]
    return Gazetteer((name, bloc) for bloc, names in known.items() for name in names)


def read_blocs(cast: Cast) -> None:
    """Names every bloc: diffuse ones, those named after their members, and those only spoken of."""
    for found in _diffuse().find(cast.words):
        if not any(i in cast.named for i in range(found.start, found.end)):
            _name_diffuse(cast, found.value, found.start, found.end)
    seen: list[Draft] = []
    nouns, regions, adjectives = words("bloc_nouns"), words("regions"), _adjectives()
    for i, text in enumerate(cast.layers.texts):
        if text.lower() in nouns and i not in cast.named:
            _read_group(cast, cast.doc[i], seen)
        elif text in regions:
            _read_spoken_of(cast, cast.doc[i])
        if text in adjectives:
            _read_adjective(cast, cast.doc[i])


@functools.cache
def _adjectives() -> dict[str, dict[str, Any]]:
    return dict(load("en", "actors")["bloc_adjectives"])


def _name_diffuse(cast: Cast, bloc: str, start: int, end: int) -> None:
    draft = cast.draft("bloc", bloc)
    cast.name(draft, start, end)
    text = cast.doc[start:end].text.removeprefix("the ").removeprefix("The ")
    draft.label = max(draft.label or bloc, text, key=len)


def _read_group(cast: Cast, token: Token, seen: list[Draft]) -> None:
    """ "the Washington-Tokyo-Seoul triangle", "the triangle between Moscow and Pyongyang", "the Western triangle"."""
    noun = token.lower_
    members, start = _members_before(cast, token)
    end = token.i + 1
    if len(members) < 2:
        members, end = _members_after(cast, token)
        start = token.i
    if len(members) >= 2:
        name = "-".join(_full(cast, i) for i in members) + f" {noun}"
        draft = cast.draft("bloc", name)
        draft.members = tuple(dict.fromkeys(p for i in members if (p := cast.named[i].party)))
        draft.add(start, end)
        cast.by_token[token.i] = draft
        cast.named.setdefault(token.i, draft)
        cast.states[token.i] = draft.members
        seen.append(draft)
        return
    before = cast.doc[token.i - 1].text if token.i else ""
    known = set(_adjectives().get(before, {}).get("states", ()))
    for draft in reversed(seen[-_RECENT:]):
        if draft.name.endswith(noun) and (known & set(draft.members) if known else _is_definite(token)):
            cast.refer(draft, token.i, token.i - 1 if known else token.i, token.i + 1)
            cast.states[token.i] = draft.members
            return


def _full(cast: Cast, i: int) -> str:
    """The whole name of which a token is a part."""
    start, end = cast.extent(i)
    return str(cast.doc[start:end].text)


def _is_definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in token.children)


def _members_before(cast: Cast, token: Token) -> tuple[list[int], int]:
    """The states joined by hyphens right before a word."""
    members: list[int] = []
    i = token.i - 1
    while i >= 0 and (cast.doc[i].text in _HYPHENS or _is_state(cast, i)):
        if _is_state(cast, i):
            members.insert(0, i)
        i -= 1
    return members, i + 1


def _members_after(cast: Cast, token: Token) -> tuple[list[int], int]:
    """The states coordinated after "between" or "of"."""
    doc, end = cast.doc, token.i + 1
    if end >= len(doc) or doc[end].lower_ not in ("between", "of", "among"):
        return [], end
    members: list[int] = []
    for i in range(end + 1, min(len(doc), end + 16)):
        if _is_state(cast, i):
            if not (members and cast.named[i] is cast.named[members[-1]]):
                members.append(i)
            end = i + 1
        elif doc[i].lower_ not in (",", "and", "the", "&"):
            break
    return members, end


def _is_state(cast: Cast, i: int) -> bool:
    return (draft := cast.named.get(i)) is not None and draft.is_state


def _read_spoken_of(cast: Cast, token: Token) -> None:
    """ "an Asian NATO": a region before the name of an organisation makes a thing only spoken of, another one."""
    after = cast.named.get(token.i + 1)
    if after is None or after.kind != "organisation" or after.home or token.i in cast.named:
        return
    start, end = token.i, token.i + 2
    while cast.named.get(end) is after:
        end += 1
    if not after.is_alliance:
        return
    after.drop(token.i + 1, end)
    draft = cast.draft("bloc", cast.doc[start:end].text)
    cast.name(draft, start, end)
    if not draft.members:
        draft.members = _makers(cast, cast.doc[end - 1])


def _makers(cast: Cast, token: Token) -> tuple[str, ...]:
    """The states that are said to make a bloc ("plans of X and Y to establish an ..."): all are its members."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ not in words("bloc_making"):
        return ()
    source = verb.head if verb.dep_ in ("acl", "xcomp", "relcl", "advcl") else verb
    before = (i for i in range(source.left_edge.i, verb.i)[-_FAR:] if _is_state(cast, i))
    found = tuple(dict.fromkeys(p for i in before if (p := cast.named[i].party)))
    return found if len(found) > 1 else ()


def _read_adjective(cast: Cast, token: Token) -> None:
    """ "Western sanctions", "anti-Western": the adjective of a diffuse bloc, unless it is part of a bloc's own name."""
    after = cast.doc[token.i + 1].lower_ if token.i + 1 < len(cast.doc) else ""
    if token.i in cast.named or after in words("bloc_nouns"):
        return
    draft = cast.draft("bloc", _adjectives()[token.text]["bloc"])
    draft.add(token.i, token.i + 1)
    cast.by_token.setdefault(token.i, draft)
