"""The forms that a report names an agreement by: which are titles, and which of them belong together."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.lexicon import load
from foedera.resolve.words import (
    find_states,
    is_adjective,
    is_telling,
    matters,
    noun_kinds,
    small_words,
    stem,
    successors,
    versions,
    written,
    year_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPTIONAL = 4  # words that an acronym can leave out are tried with and without, so many at most
_SHORTEST = 3  # letters of an acronym that stands for a title


@dataclass(frozen=True, slots=True)
class Form:
    """One way of naming an agreement.

    `words` are its telling words; `title` those of a title, `proper` where the noun is part of the title ("Paris
    Agreement", "AUKUS") and not only what it is called by ("the Gaza ceasefire"). `numerals` number agreements of one
    name (START I, Phase Two); `initials` are the acronyms that the title can have; `fresh` says "the new deal".
    """

    words: frozenset[str]
    title: tuple[str, ...] = ()
    proper: bool = False
    numerals: frozenset[str] = frozenset()
    acronym: str | None = None
    initials: frozenset[str] = frozenset()
    year: str | None = None
    fresh: bool = False
    letters: str = ""


@functools.lru_cache(maxsize=4096)
def read_form(text: str, parties: tuple[str, ...]) -> Form:
    """What a form of the name of an agreement between these parties says."""
    original = written(_brokered().sub(" ", text))
    lower = [word.casefold() for word in original]
    numbers = dict(_numbers(original, lower))
    dropped = _naming_parties(lower, parties) | numbers.keys()
    capital = set() if _is_shouted(text, lower) else {i for i, word in enumerate(original) if word[0].isupper()}
    kept = [i for i in range(len(lower)) if i not in dropped and _tells(lower[i], capital=i in capital)]
    states = {i for start, end, _ in find_states(lower) for i in range(start, end)}
    titled = [i for i in kept if i in capital - states]
    fresh = any(word in successors() for word in original)
    if fresh:  # "the new NAFTA" is not NAFTA; but "New START" is a title
        kept, titled = [i for i in kept if i not in titled], []
    acronym = _acronym(original, lower, titled)
    proper = acronym is not None or _noun_is_capital(original, lower)
    is_title = _is_title([lower[i] for i in kept], {lower[i] for i in titled}, proper=proper)
    return Form(
        words=frozenset(stem(lower[i]) for i in kept if is_title or lower[i] not in versions()),
        title=tuple(stem(lower[i]) for i in kept) if is_title else (),
        proper=is_title and proper,
        numerals=frozenset(numbers.values()),
        acronym=acronym,
        initials=_initials(text) if titled else frozenset(),
        year=year_in(lower),
        fresh=fresh,
        letters="".join(lower),
    )


def _tells(word: str, *, capital: bool) -> bool:
    """Whether a word tells agreements apart: in a title also "Comprehensive" does."""
    return is_telling(word) or (capital and word in versions())


def _is_title(words: list[str], capital: set[str], *, proper: bool) -> bool:
    """Whether words are a title: all in capitals, or a name beside a matter ("Paris climate accord")."""
    if not capital or not all(word in capital or stem(word) in matters() for word in words):
        return False
    return proper or any(stem(word) not in matters() and word not in versions() for word in capital)


def _naming_parties(lower: list[str], parties: tuple[str, ...]) -> set[int]:
    """Words that name the parties, or list others: they are no part of what the agreement is about."""
    states = list(find_states(lower))
    listed = (
        len({code for *_, code in states} - {*parties}) > 1
    )  # "deals with Peru, Chile and Fiji": other deals' parties
    named = [span for span in states if span[2] in parties or listed or is_adjective(lower[slice(*span[:2])])]
    dropped = {i for start, end, _ in named for i in range(start, end)}
    seats = [span for span in find_states(lower, seats=True) if span[2] in parties and span[0] not in dropped]
    if len(seats) > 1:  # "the Moscow-Pyongyang treaty" names its parties, "the Moscow Declaration" a place
        dropped |= {i for start, end, _ in seats for i in range(start, end)}
    return dropped


def _numbers(original: list[str], lower: list[str]) -> Iterable[tuple[int, str]]:
    """Words that number agreements of one name: Roman numerals, "2.0", and numbers beside "phase"."""
    numbers, numbered = _numerals(), lexicon.words("en", "sameness", "numbered")
    for i, word in enumerate(lower):
        if word not in numbers:
            continue
        beside = {*lower[max(0, i - 1) : i], *lower[i + 1 : i + 2]} & numbered
        if beside or word == "2.0" or (i > 0 and re.fullmatch("[IV]+", original[i])):
            yield i, numbers[word]


def _is_shouted(text: str, lower: list[str]) -> bool:
    """A heading in capitals tells nothing of titles; "START I" does."""
    return text.isupper() and any(word in noun_kinds() or word in small_words() for word in lower)


def _noun_is_capital(original: list[str], lower: list[str]) -> bool:
    """Whether the noun that a title ends on, if any, is written as part of it."""
    nouns = [word for word, plain in zip(original, lower, strict=True) if plain in noun_kinds()]
    return not nouns or nouns[-1][0].isupper()


def _acronym(original: list[str], lower: list[str], titled: list[int]) -> str | None:
    """The acronym that stands in a name ("USMCA", "INF Treaty", "New START"), unless it is a state's."""
    taken = {i for start, end, _ in find_states(lower) for i in range(start, end)}
    for i in titled:
        if i not in taken and len(original[i]) >= _SHORTEST and original[i].isupper():
            return f"new {lower[i]}" if i and original[i - 1] == "New" else lower[i]
    return None


def _initials(text: str) -> frozenset[str]:
    """The acronyms that a title can have: with and without small words, its noun and second parts of compounds."""
    words = [(part, n > 0) for word in text.split() for n, part in enumerate(written(word))]
    capital = [i for i, (word, _) in enumerate(words) if word[0].isupper()]
    if len(capital) < _SHORTEST:
        return frozenset()
    first = [(word[0].casefold(), second or _is_optional(word)) for word, second in words[capital[0] :]]
    free = [i for i, (_, optional) in enumerate(first) if optional][:_OPTIONAL]
    ways = itertools.chain.from_iterable(itertools.combinations(free, n) for n in range(len(free) + 1))
    found = {"".join(letter for i, (letter, _) in enumerate(first) if i not in left_out) for left_out in ways}
    return frozenset(word for word in found if _SHORTEST <= len(word) <= 2 * _SHORTEST)


def _is_optional(word: str) -> bool:
    return word.casefold() in small_words() or word.casefold() in noun_kinds()


def cohering(forms: list[Form]) -> list[Form]:
    """The forms that name what the leading one names: the record's name or, where that is no title, its usual title.

    A report calls an agreement many things; "Nafta 2.0" is no title of what it otherwise calls USMCA.
    """
    counts = Counter(form for form in forms if form.title)
    lead = forms[0] if forms[0].title or not counts else max(counts, key=lambda form: (counts[form], form.title))
    if not lead.title:
        return forms
    return [lead, *(form for form in forms if not form.title or _coheres(form, lead))]


def _coheres(form: Form, lead: Form) -> bool:
    if form.numerals == lead.numerals and set(form.title) & set(lead.title):
        return True
    return any(
        one.acronym and (one.acronym in other.initials or _abbreviates(one.acronym, other.letters))
        for one, other in ((form, lead), (lead, form))
    )


def _abbreviates(acronym: str, letters: str) -> bool:
    """Whether an acronym's letters follow in a title's, the first first: START, INF. Good within one report only."""
    rest, acronym = iter(letters), acronym.replace(" ", "")
    return letters.startswith(acronym[0]) and all(letter in rest for letter in acronym)


@functools.cache
def _numerals() -> dict[str, str]:
    return {str(word): str(number) for number, words in load("en", "sameness")["numerals"].items() for word in words}


@functools.cache
def _brokered() -> re.Pattern[str]:
    """What says who helped an agreement about, not what it is: "US-brokered"."""
    ways = "|".join(load("en", "sameness")["brokered"])
    return re.compile(rf"\b[\w.]+[-\u2010\u2011](?:{ways})\b", re.IGNORECASE)
