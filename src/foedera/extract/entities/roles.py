"""Roles: the office or description that a text gives a person, next to the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.entities import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_INSIDE = {"of", "-", "–", "and", "to", "for", "on", "'s", "’s", "&"}
_RELATIVES = frozenset({"who", "whose", "whom", "which", "that"})
_OF_STATE = {"of", "the", "and"}
_LONGEST = 12
_SHORTEST = 4  # tokens of "the President of Peru,"


def read_roles(cast: Cast, draft: Draft, start: int, end: int) -> None:
    """The role before the name ("Russian President Vladimir Putin") and the one after it ("..., professor of law")."""
    if start and _follows_kin(cast.doc, start):
        draft.is_relative = True
    draft.affiliation = draft.affiliation or _body_after(cast.doc, end)
    before = role_before(cast, start) or _office_before(cast, start)
    if before:
        _give(cast, draft, *before)
        if not draft.home and (home := _state_after(cast, end)):
            cast.settle(draft, home)
        return
    shared = _shared(cast, start)
    if shared:
        for role in shared.roles[-1:]:
            draft.add_role(role)
        return
    after = _after(cast, end) or _apposed(cast, start, end)
    if after:
        _give(cast, draft, *after)


def _shared(cast: Cast, start: int) -> Draft | None:
    """Who shares a title in the plural with the next name: "Foreign ministers Lund and Vega"."""
    doc = cast.doc
    before = cast.named.get(start - 2) if start > 1 and doc[start - 1].lower_ == "and" else None
    if before is None or before.kind != "person":
        return None
    noun = doc[max(0, cast.extent(start - 2)[0] - 1)]
    return before if noun.tag_ in ("NNS", "NNPS") and titles.noun_ending_at(cast.layers, noun.i) else None


def _body_after(doc: Doc, end: int) -> str | None:
    """The body right after a name and "of" or "at" ("Jan Nowak of the Arctic Institute"), without a role."""
    if end + 2 >= len(doc) or doc[end].lower_ not in ("of", "at", "from", "with"):
        return None
    first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    stop = first
    while stop < len(doc) and doc[stop].ent_type_ == "ORG" and stop - first < _LONGEST:
        stop += 1
    name = str(doc[first:stop].text).strip(" ,.'’")
    return name if name[:1].isupper() else None


def _state_after(cast: Cast, end: int) -> str | None:
    """The state right after a name with its office: "President Ann Roe of Chile"."""
    doc = cast.doc
    if end + 2 >= len(doc) or doc[end].lower_ != "of":
        return None
    known = cast.named.get(end + 2 if doc[end + 1].lower_ == "the" else end + 1)
    return known.home if known is not None and known.is_state else None


def _follows_kin(doc: Doc, start: int) -> bool:
    """Whether a name follows a word of kinship ("his sister, Kim Yo-jong"): somebody's relative, not the somebody."""
    before = [t.lower_ for t in doc[max(0, start - 2) : start] if t.text != ","]
    return bool(before) and (before[-1] in titles.words("kin") or before[-2:] == ["first", "lady"])


def _give(cast: Cast, draft: Draft, start: int, end: int) -> None:
    doc = cast.doc
    stop, affiliation = _split(cast, start, end)
    role = doc[start:stop].text
    noun = titles.role_noun(role)
    draft.add_role(" ".join(role.split()))
    for i in range(start, stop):
        if i not in cast.named:
            cast.by_token[i] = draft
    draft.affiliation = draft.affiliation or affiliation
    if noun:
        draft.gender = draft.gender or titles.genders().get(noun.split()[-1])
    home = _home(cast, start, stop)
    if home and not draft.home:
        cast.settle(draft, home)


def _home(cast: Cast, start: int, end: int) -> str | None:
    """The state of an office: named before its noun ("Russian President"), or right after "of" ("King of Jordan")."""
    doc, passed = cast.doc, False
    for i in range(start, end):
        known = cast.named.get(i)
        if known is not None and known.home and (not passed or doc[i].dep_ == "pobj"):
            return known.home
        ends = titles.noun_ending_at(cast.layers, i) is not None
        passed = passed or (ends and doc[i].dep_ not in ("compound", "amod"))
    return None


def _split(cast: Cast, start: int, end: int) -> tuple[int, str | None]:
    """Where the role ends and the body in which it is held begins ("research fellow | at the Institute of ...")."""
    doc = cast.doc
    for i in range(start + 1, end):
        if doc[i].lower_ in ("at", "with", "for", "from", "in") and doc[i].pos_ == "ADP":
            first = i + 2 if i + 1 < end and doc[i + 1].lower_ in ("the", "a", "an") else i + 1
            name = doc[first : _end_of_name(doc, first, end)].text.strip(" ,.")
            return (i, name) if name[:1].isupper() else (end, None)
    return end, None


def _end_of_name(doc: Doc, first: int, end: int) -> int:
    """Where the capitalised words of a body's name end."""
    last = first
    for i in range(first, end):
        if doc[i].text[0].isupper() or doc[i].text in ("&", "'s", "’s", "’", "-", "–"):
            last = i + 1
        elif doc[i].lower_ not in ("of", "the", "and", "for", "on", "in"):
            break
    return last


def role_before(cast: Cast, start: int) -> tuple[int, int] | None:
    """The tokens of the role right before a name, None where there is none."""
    doc = cast.doc
    first = start
    if start and doc[start - 1].lower_ == "of":
        return None
    while first > 0 and start - first < _LONGEST and _may_precede(cast, first - 1, start):
        first -= 1
    while first < start and (doc[first].lower_ in _INSIDE or doc[first].pos_ in ("ADP", "CCONJ", "VERB", "PART")):
        first += 1
    if first == start or doc[first:start].text in titles.honorifics():
        return None
    noun = next((i for i in range(first, start) if titles.noun_ending_at(cast.layers, i)), None)
    if noun is None:
        return None
    owned = next((i for i in range(noun, first, -1) if doc[i].lower_ == "of"), None)
    return (first if owned is None else owned + 1), start  # "at the invitation of | Prime Minister Roe"


def _office_before(cast: Cast, start: int) -> tuple[int, int] | None:
    """The office and its state before a comma and a name: "the President of the Republic of Peru, Martin Vizcarra"; not
    that of the person named before it ("Ann Roe, the Premier of Chile, Jan Poe and others")."""
    doc = cast.doc
    end = start - 1 if doc[start - 1].text in titles.honorifics() else start
    if end < _SHORTEST or doc[end - 1].text != ",":
        return None
    for i in range(end - 2, max(0, end - _LONGEST), -1):
        if not (doc[i].text[:1].isupper() or doc[i].lower_ in _OF_STATE) or not cast.same_sentence(i, start):
            return None
        if doc[i + 1].lower_ == "of" and titles.noun_ending_at(cast.layers, i):
            first = i
            while first and doc[first - 1].text[:1].isupper() and doc[first - 1].tag_ != "DT":
                first -= 1
            return (first, end - 1) if _is_free(cast, first, end - 1) else None
    return None


def _is_free(cast: Cast, first: int, end: int) -> bool:
    """Whether an office with its article belongs to nobody named before it."""
    doc = cast.doc
    if first < 2 or doc[first - 1].lower_ != "the":
        return False
    before = cast.named.get(first - 3) if first > 2 and doc[first - 2].text == "," else None
    if before is None or before.kind != "person":
        return True
    own = " ".join(doc[first:end].text.split())
    return any(role != own for role in before.roles)


def _may_precede(cast: Cast, i: int, start: int) -> bool:
    token = cast.doc[i]
    if token.is_space or not cast.same_sentence(i, start):
        return False
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("of", "-", "&") or token.text in titles.honorifics()
    )


def _after(cast: Cast, end: int) -> tuple[int, int] | None:
    doc = cast.doc
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    first = end + 1
    if doc[first].lower_ in ("the", "a", "an", "who", "his", "her", "its"):
        first += 1
        if doc[first - 1].lower_ == "who":
            return None
    stop = first
    depth_end = min(len(doc), first + 40)
    while (
        stop < depth_end
        and doc[stop].text not in (",", ";", ".", ":", '"', "“", "”", "—", "–", "--", "(", ")")
        and not doc[stop].is_space
        and doc[stop].lower_ not in _RELATIVES
    ):
        if doc[stop].pos_ in ("VERB", "AUX") and doc[stop].dep_ not in ("amod", "compound"):
            break
        stop += 1
    head = next((i for i in range(first, min(stop, first + 7)) if titles.noun_ending_at(cast.layers, i)), None)
    if head is None or any(doc[i].pos_ == "ADP" for i in range(first, head)):
        return None
    return first, stop


def _apposed(cast: Cast, start: int, end: int) -> tuple[int, int] | None:
    """The role before a name and a comma: "Korea's trade minister, Yeo Han-koo"."""
    doc = cast.doc
    name = doc[start:end].root
    if start < 2 or doc[start - 1].text != "," or name.dep_ != "appos" or name.head.i >= start:
        return None
    noun = name.head
    if titles.noun_ending_at(cast.layers, noun.i) is None or not cast.same_sentence(noun.i, start):
        return None
    lefts = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod")]
    first = min((t.left_edge.i for t in lefts), default=noun.i)
    owner = next((t for t in noun.lefts if t.dep_ == "poss"), None)
    known = cast.named.get(owner.i) if owner is not None else None
    if known is not None and known.is_state and known.home:
        draft = cast.named.get(start)
        if draft is not None and not draft.home:
            cast.settle(draft, known.home)
    return first, start - 1
