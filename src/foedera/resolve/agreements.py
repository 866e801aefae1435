"""When two reports speak of the same agreement.

Compared are its titles and acronyms, its parties, the year it was made, its partnership label, what it is about
and, for an agreement without a title, when the reports came out. Agreements of different years, of different
pairs of states or of kinds that exclude each other (a protocol and its treaty) stay apart whatever they are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.lexicon.states import find_state, year_of
from foedera.model.dates import bounds
from foedera.resolve.forms import cohering, read_form
from foedera.resolve.kinds import Description, Likeness
from foedera.resolve.words import is_telling, matters, nationality_words, stem, tokens, year_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model import Agreement, Reading

name = "agreement"

# Kinds that a report may use loosely for any instrument; the others say what it is.
_LOOSE = frozenset({"agreement", "partnership", "framework", "plan", "other", "exchange"})
_ALIKE = ({"declaration", "statement"}, {"treaty", "convention", "charter"})
_NEAR = 120
"""Days between two reports within which untitled deals of the same parties on the same matter are one."""
_SAME_NEWS = 30
"""Days within which they are one where nothing else is said of one of them."""


def describe(reading: Reading) -> Iterator[tuple[str, Description]]:
    """The agreements of a reading."""
    for agreement in reading.agreements:
        yield agreement.id, _describe(agreement, reading)


def _describe(agreement: Agreement, reading: Reading) -> Description:
    forms = cohering(
        [read_form(text, agreement.parties) for text in (agreement.name, *(m.text for m in agreement.mentions))]
    )
    titles = sorted({form.title for form in forms if form.title})
    label = tokens(agreement.label or "")
    # A title says enough; without one, all that the report calls it counts.
    words = forms[0].words if titles else frozenset[str]().union(*(form.words for form in forms))
    made = year_of(agreement.date) or year_in(tokens(agreement.name))
    return {
        "titles": titles,
        "acronyms": sorted({form.acronym for form in forms if form.acronym}),
        "initials": sorted({form.initials for form in forms if form.initials}),
        "words": sorted(words | {stem(word) for word in label if is_telling(word)}),
        "numerals": sorted(forms[0].numerals),
        "label": label,
        "kind": agreement.kind,
        "parties": sorted({" ".join(map(stem, tokens(p))) if find_state(p) is None else p for p in agreement.parties}),
        "many": bool(agreement.multilateral),
        "year": int(made) if made else None,
        "seen": None if titles else reading.document.published,
    }


def keys(description: Description) -> Iterator[str]:
    """An acronym, a word of a title, or all of the parties."""
    yield from (f"acronym {word}" for word in description["acronyms"])
    yield from (f"acronym {word}" for word in description["initials"])
    yield from {f"word {word}" for title in description["titles"] for word in title}
    if len(description["parties"]) > 1:
        yield "parties " + " ".join(description["parties"])


def likeness(a: Description, b: Description) -> Likeness | None:
    """The strongest reason to take two descriptions for one agreement."""
    return max((found for rule in _RULES if (found := rule(a, b))), key=lambda found: found.score, default=None)


def _same_acronym(a: Description, b: Description) -> Likeness | None:
    shared = _shared(a["acronyms"], [*b["acronyms"], *b["initials"]]) or _shared(b["acronyms"], a["initials"])
    return Likeness(0.95, (f"both go by {', '.join(sorted(shared)).upper()}",)) if shared else None


def _same_title(a: Description, b: Description) -> Likeness | None:
    for title in sorted(_shared(map(tuple, a["titles"]), map(tuple, b["titles"]))):
        if _distinctive(title):
            return Likeness(0.95, (f"the same title: {' '.join(title)}",))
        if _same_parties(a, b):
            return Likeness(0.9, (f"the same title ({' '.join(title)}) and parties ({' '.join(a['parties'])})",))
    return None


def _shorter_title(a: Description, b: Description) -> Likeness | None:
    for one, other in ((a, b), (b, a)):
        for short in one["titles"]:
            for long in other["titles"]:
                if _distinctive(short) and set(short) < set(long):
                    return Likeness(0.8, (f"{' '.join(short)} is short for {' '.join(long)}",))
    return None


def _same_label(a: Description, b: Description) -> Likeness | None:
    if not (a["label"] and b["label"] and _same_parties(a, b)):
        return None
    short, long = sorted((set(a["label"]), set(b["label"])), key=len)
    if not short <= long:
        return None
    return Likeness(0.85 if short == long else 0.75, (f"the same parties and label: {' '.join(sorted(short))}",))


def _same_year(a: Description, b: Description) -> Likeness | None:
    if not a["year"] or a["year"] != b["year"] or not _same_parties(a, b):
        return None
    shared = _shared(a["words"], b["words"])
    if a["words"] and b["words"] and not shared:
        return None
    return Likeness(0.8, (f"the same parties and year: {' '.join(a['parties'])} {a['year']}",))


def _same_matter(a: Description, b: Description) -> Likeness | None:
    shared = _shared(a["words"], b["words"])
    if not shared or a["many"] != b["many"] or not _same_parties(a, b) or _days_apart(a, b) > _NEAR:
        return None
    return Likeness(0.7, (f"the same parties on the same matter: {', '.join(sorted(shared))}",))


def _same_talk(a: Description, b: Description) -> Likeness | None:
    if a["words"] or b["words"] or a["many"] != b["many"] or not _same_parties(a, b):
        return None
    if not a["seen"] or not b["seen"]:
        return None
    if _days_apart(a, b) > _SAME_NEWS:
        return None
    return Likeness(0.6, ("the same parties in the same news, and nothing tells what else they are about",))


_RULES = (_same_acronym, _same_title, _shorter_title, _same_label, _same_year, _same_matter, _same_talk)


def conflict(a: Description, b: Description) -> str | None:
    """What keeps two descriptions apart."""
    if a["year"] and b["year"] and a["year"] != b["year"]:
        return f"made in {a['year']} and in {b['year']}"
    if _of_another_time(a, b) or _of_another_time(b, a):
        return "one was made years before the other was news"
    if not _parties_fit(a, b):
        return f"between {' '.join(a['parties'])} and between {' '.join(b['parties'])}"
    if a["numerals"] != b["numerals"] and a["titles"] and b["titles"]:
        return f"numbered {' '.join(a['numerals'] or ['-'])} and {' '.join(b['numerals'] or ['-'])}"
    if not _kinds_fit(a["kind"], b["kind"]):
        return f"a {a['kind']} and a {b['kind']}"
    return None


def leans(description: Description) -> bool:
    """No description of an agreement leans on another: one that tells too little is like nothing."""
    return False


def _of_another_time(dated: Description, news: Description) -> bool:
    seen = year_of(news["seen"])
    return bool(dated["year"] and not news["year"] and seen and not seen - 1 <= dated["year"] <= seen + 1)


def _parties_fit(a: Description, b: Description) -> bool:
    one, other = set(a["parties"]), set(b["parties"])
    if not one or not other or a["many"] or b["many"]:
        return True
    # An armed party seldom has two agreements at a time, and reports name its mediators as parties.
    return one <= other or other <= one or any(find_state(party) is None for party in one & other)


def _kinds_fit(a: str, b: str) -> bool:
    return a == b or a in _LOOSE or b in _LOOSE or any({a, b} <= group for group in _ALIKE)


def _same_parties(a: Description, b: Description) -> bool:
    return len(a["parties"]) > 1 and bool(a["parties"] == b["parties"])


def _shared(one: Iterable[Any], other: Iterable[Any]) -> set[Any]:
    return set(one) & set(other)


def _distinctive(title: Iterable[str]) -> bool:
    """Whether a title names one agreement whoever its parties are: not when all its words are of a matter."""
    return not all(word in matters() or word in nationality_words() for word in title)


def _days_apart(a: Description, b: Description) -> int:
    """Days between the reports of two untitled agreements; 0 where either has a title or no date."""
    if not a["seen"] or not b["seen"]:
        return 0
    first, second = bounds(a["seen"])[0], bounds(b["seen"])[0]
    return abs((first - second).days) if first and second else 0
