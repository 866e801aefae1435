"""When two reports speak of the same agreement: how they describe it, and what keeps two descriptions apart.

Compared are its titles and acronyms, its parties, the year it was made, its partnership label, what it is about,
what it replaces and, for what has no lasting title, when the reports came out. Agreements of different years, of
different pairs of states, under two titles, or of kinds that exclude each other (a protocol and its treaty) stay apart
whatever else they are called. `likenesses` holds what joins two.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from foedera.lexicon.states import find_state, year_of
from foedera.model.dates import bounds
from foedera.resolve.forms import Form, cohering, read_form
from foedera.resolve.likenesses import RULES, parties_meet, stands_alone, titles_meet
from foedera.resolve.words import find_states, is_telling, matters, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model import Agreement, Reading
    from foedera.resolve.kinds import Description, Likeness

name = "agreement"

# Kinds that a report may use loosely for any instrument; the others say what it is.
_LOOSE = frozenset({"agreement", "partnership", "framework", "plan", "other", "exchange"})
_ALIKE = ({"declaration", "statement"}, {"treaty", "convention", "charter"})
_MONTHS = 4
"""News of so many months, and of those before and after, is looked at together; longer than any window between days."""
_FEW = 5
"""Parties of an agreement that can be known by any two of them."""


def describe(reading: Reading) -> Iterator[tuple[str, Description]]:
    """The agreements of a reading."""
    forms = {agreement.id: _forms(agreement) for agreement in reading.agreements}
    replaced: dict[str, set[str]] = {}
    for link in reading.links:
        if link.relation == "replaces" and link.target in forms:
            replaced.setdefault(link.source, set()).update(_known_as(forms[link.target]))
    told = {agreement.id: _describe(agreement, forms[agreement.id], reading) for agreement in reading.agreements}
    found: list[Description] = []
    for agreement in reading.agreements:
        description = told[agreement.id]
        before = None if agreement.id in replaced else _before(description, told)
        description["replaces"] = sorted(_known_as(forms[before]) if before else replaced.get(agreement.id, ()))
        if description in found and not stands_alone(description):
            description["of"] = agreement.id  # the report tells it apart from one that it describes alike
        found.append(description)
        yield agreement.id, description


def _before(description: Description, told: dict[str, Description]) -> str | None:
    """What "a new deal" comes after: the one agreement with a title that the same report gives the same parties."""
    if not description["fresh"]:
        return None
    named = [one for one, each in told.items() if stands_alone(each) and parties_meet(description, each)]
    return named[0] if len(named) == 1 else None


def _forms(agreement: Agreement) -> list[Form]:
    texts = (agreement.name, *(mention.text for mention in agreement.mentions))
    return cohering([read_form(text, agreement.parties) for text in texts])


def _known_as(forms: list[Form]) -> set[str]:
    """The titles and acronyms of an agreement, as words."""
    short = {form.acronym for form in forms if form.acronym}.union(*(form.initials for form in forms))
    return short | {" ".join(form.title) for form in forms if form.title}


def _describe(agreement: Agreement, forms: list[Form], reading: Reading) -> Description:
    titles = sorted({form.title for form in forms if form.title})
    proper = sorted({form.title for form in forms if form.proper})
    label = tokens(agreement.label or "")
    many = bool(agreement.multilateral)
    words = frozenset[str]().union(*(form.words for form in forms)) | {stem(word) for word in label if is_telling(word)}
    if titles:  # what a title does not say counts only as far as it is of what agreements are about
        words = (forms[0].words if forms[0].title else frozenset()) | (frozenset() if many else words & matters())
    lead = next((form for form in forms if form.title), forms[0])
    return {
        "titles": titles,
        "proper": proper,
        "acronyms": sorted({form.acronym for form in forms if form.acronym}),
        "initials": sorted(frozenset[str]().union(*(form.initials for form in forms))),
        "words": sorted(words),
        "numerals": sorted(lead.numerals or (frozenset() if titles else _numerals(forms))),
        "label": label,
        "kind": agreement.kind,
        "parties": sorted(set(map(_party, agreement.parties))),
        "many": many,
        "year": _made(agreement, forms, reading),
        "fresh": not titles and any(form.fresh for form in forms),
        "seen": None if titles and many else _seen(reading.document.published, year=bool(proper)),
    }


def _party(name: str) -> str:
    """A state by its code, as is who acts under its lead ("the Saudi-led coalition"); others by their words."""
    if find_state(name) is not None:
        return name
    words = tokens(name)
    leads = (code for _, end, code in find_states(words) if words[end : end + 1] == ["led"])
    return next(leads, " ".join(map(stem, words)))


def _numerals(forms: list[Form]) -> frozenset[str]:
    return frozenset[str]().union(*(form.numerals for form in forms))


def _made(agreement: Agreement, forms: list[Form], reading: Reading) -> int | None:
    """The year in which it was made: as the report dates it, or as most of its names have it."""
    now = year_of(reading.document.published) or 9999
    named = Counter(form.year for form in forms if form.year and int(form.year) <= now)
    made = year_of(agreement.date) or (max(named, key=lambda year: (named[year], year)) if named else None)
    return int(made) if made else None


def _seen(published: str | None, *, year: bool) -> str | None:
    """When it was news: to the day or, of what has a title and is described alike for long, to the year."""
    return published[:4] if year and published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else published


def keys(description: Description) -> Iterator[str]:
    """An acronym, a word of a title, what it replaces, its year and matter, or two parties with what else it has."""
    yield from {f"acronym {word}" for field in ("acronyms", "initials") for word in description[field]}
    yield from {f"word {word}" for title in description["titles"] for word in title}
    yield from (f"replaces {title}" for title in description["replaces"])
    if description["year"]:
        yield from (f"of {description['year']} on {word}" for word in description["words"])
    parties, beside = description["parties"], list(_beside_parties(description))
    sets = [" ".join(parties)] if len(parties) > _FEW else map(" ".join, itertools.combinations(parties, 2))
    yield from (f"parties {some} {other}" for some, other in itertools.product(sets, beside))


def _beside_parties(description: Description) -> Iterator[str]:
    """What two agreements of the same parties must share besides: a label, a year, or the months of their news."""
    yield from (f"label {word}" for word in description["label"])
    seen = bounds(description["seen"])[1] if description["seen"] else None
    year = description["year"] or (seen.year if seen else None)
    if year:
        yield from (f"of {year} on {word}" for word in description["words"])
    if description["year"]:
        yield f"of {year}"
    if description["proper"]:
        return  # a title needs no news to be known by
    if seen:
        third = seen.year * 12 // _MONTHS + (seen.month - 1) // _MONTHS
        yield from (f"then {third}", f"then {third + 1}")
    else:
        yield "then"


def likeness(a: Description, b: Description) -> Likeness | None:
    """The strongest reason to take two descriptions for one agreement."""
    return max((found for rule in RULES if (found := rule(a, b))), key=lambda found: found.score, default=None)


def conflict(a: Description, b: Description) -> str | None:
    """What keeps two descriptions apart."""
    if a["year"] and b["year"] and a["year"] != b["year"]:
        return f"made in {a['year']} and in {b['year']}"
    if _of_another_time(a, b) or _of_another_time(b, a):
        return "one was made years before the other was news"
    if not _parties_fit(a, b):
        return f"between {' '.join(a['parties'])} and between {' '.join(b['parties'])}"
    if a["numerals"] != b["numerals"] and _are_numbered(a, b):
        return f"numbered {' '.join(a['numerals'] or ['-'])} and {' '.join(b['numerals'] or ['-'])}"
    if not _kinds_fit(a["kind"], b["kind"]):
        return f"a {a['kind']} and a {b['kind']}"
    if not titles_meet(a, b):
        return f"titled {_listed(a['proper'])} and {_listed(b['proper'])}"
    return None


def leans(description: Description) -> int:
    """What has no title leans on what has one; what tells nothing of its matter either, on both."""
    if stands_alone(description):
        return 0
    return 1 if description["words"] else 2


def _listed(titles: Iterable[Iterable[str]]) -> str:
    return ", ".join(" ".join(title) for title in titles)


def _are_numbered(a: Description, b: Description) -> bool:
    """Whether numbers count: of two titles also where one has none (START, START I)."""
    return bool((a["titles"] and b["titles"]) or (a["numerals"] and b["numerals"]))


def _of_another_time(dated: Description, news: Description) -> bool:
    seen = None if news["titles"] else year_of(news["seen"])
    return bool(dated["year"] and not news["year"] and seen and not seen - 1 <= dated["year"] <= seen + 1)


def _parties_fit(a: Description, b: Description) -> bool:
    one, other = set(a["parties"]), set(b["parties"])
    if not one or not other or a["many"] or b["many"]:
        return True
    # An armed party seldom has two agreements at a time, and reports name its mediators as parties.
    return one <= other or other <= one or any(find_state(party) is None for party in one & other)


def _kinds_fit(a: str, b: str) -> bool:
    return a == b or a in _LOOSE or b in _LOOSE or any({a, b} <= group for group in _ALIKE)
