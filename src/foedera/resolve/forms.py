"""The forms that a report names an agreement by: which are titles, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.resolve.words import find_states, initials, is_adjective, is_telling, stem, successors, written

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "one", "two", "three", "four", "2.0"})
"""What numbers agreements of one name: START I, Phase Two."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of naming an agreement: its telling words, those of them that make a title, and its numerals."""

    words: frozenset[str]
    title: tuple[str, ...]
    numerals: frozenset[str]
    acronym: str | None
    initials: str | None


def read_form(text: str, parties: Iterable[str]) -> Form:
    """What a form of the name of an agreement between these parties says."""
    original = written(text)
    lower = [word.casefold() for word in original]
    own = set(parties)
    named = [span for span in find_states(lower) if span[2] in own or is_adjective(lower[slice(*span[:2])])]
    dropped = {i for start, end, _ in named for i in range(start, end)}
    seats = [span for span in find_states(lower, seats=True) if span[2] in own and span[0] not in dropped]
    if len(seats) > 1:  # "the Moscow-Pyongyang treaty" names its parties, "the Moscow Declaration" a place
        dropped |= {i for start, end, _ in seats for i in range(start, end)}
    kept = [i for i, word in enumerate(lower) if i not in dropped and (is_telling(word) or word in NUMERALS)]
    shouted = text.isupper() and len(lower) > 1
    titled = [] if shouted else [i for i in kept if original[i][0].isupper()]
    if any(word in successors() for word in original):  # "the new NAFTA" is not NAFTA; but "New START" is a title
        kept, titled = [i for i in kept if i not in titled], []
    return Form(
        words=frozenset(stem(lower[i]) for i in kept if lower[i] not in NUMERALS),
        title=tuple(stem(lower[i]) for i in kept) if titled and titled == kept else (),
        numerals=frozenset(NUMERALS.intersection(lower)),
        acronym=_acronym(original, lower, titled),
        initials=_initials(text) if titled else None,
    )


def _acronym(original: list[str], lower: list[str], titled: list[int]) -> str | None:
    """The acronym that stands in a name ("USMCA", "INF Treaty"), unless it is a state's."""
    taken = {i for start, end, _ in find_states(lower) for i in range(start, end)}
    short = (original[i] for i in titled if i not in taken and len(original[i]) > 2 and original[i].isupper())
    return next((word.casefold() for word in short), None)


def _initials(text: str) -> str | None:
    """The acronym that a title of three words and more would have."""
    capital = [word.casefold() for word in written(text) if word[0].isupper()]
    return initials(capital) if len(capital) > 2 else None


def cohering(forms: list[Form]) -> list[Form]:
    """The forms that name what the leading one names: the record's name or, where that is no title, its usual title.

    A report calls an agreement many things; "Nafta 2.0" is no title of what it otherwise calls USMCA.
    """
    counts = Counter(form for form in forms if form.title)
    lead = forms[0] if forms[0].title or not counts else max(counts, key=lambda form: (counts[form], form.title))
    if not lead.title:
        return forms

    def coheres(form: Form) -> bool:
        if not form.title:
            return True
        same = form.numerals == lead.numerals and bool(set(form.title) & set(lead.title))
        return same or form.acronym == lead.initials or (form.initials == lead.acronym and lead.acronym is not None)

    return [lead, *(form for form in forms if coheres(form))]
