"""What a line says about the report: the patterns of `lexicon/en/provenance.yaml`, bylines and lines of dates."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedera.lexicon import load
from foedera.read import days
from foedera.read.datelines import filed
from foedera.read.names import agencies, byline_names, is_outlet, is_person

if TYPE_CHECKING:
    from foedera.model.documents import BlockKind
    from foedera.read.days import Day

_LONGEST = 800  # characters; a longer paragraph is the report's own text
_ENDS = 6  # paragraphs from either end of the text where a line about the report itself may stand

_PARTS = {
    "{name}": (
        r"(?P<name>(?:the )?(?-i:[A-Z0-9])[\w.&'’/-]*"
        r"(?:(?: (?:of|the|and|for|in|de|la|&))* (?-i:[A-Z0-9(])[\w.&'’/)-]*){0,6})"
    ),
    "{url}": r"(?P<url>(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+){1,3})",
    "{names}": r"(?P<names>[^.;()]{2,120}?)",
    "{rest}": r"[\s\S]*?",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What kind of line it is, and what it tells: who published (`says` names the field), when, who wrote."""

    kind: BlockKind
    says: str | None = None
    name: str | None = None
    day: Day | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: BlockKind
    says: str | None
    ends_only: bool
    compiled: re.Pattern[str]


@functools.cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(row["kind"], row.get("says"), row.get("where") == "ends", _compile(row["pattern"]))
        for row in load("en", "provenance")["lines"]
    )


def _compile(written: str) -> re.Pattern[str]:
    source = "".join(written.splitlines())
    for part, meaning in {**_PARTS, "{date}": f"(?P<date>{days.pattern()})"}.items():
        source = source.replace(part, meaning)
    return re.compile(source, re.IGNORECASE)


def said(text: str, from_start: int, from_end: int) -> Said | None:
    """What a paragraph says about the report; None where it is none of the lines that are known.

    `from_start` and `from_end` count the paragraphs before and after it.
    """
    if len(text) > _LONGEST:
        return None
    at_an_end = min(from_start, from_end) < _ENDS
    return _day_line(text) or (_byline(text) if at_an_end else None) or _known_line(text, at_an_end)


def signature(line: str, following: str, below_title: bool) -> Said | None:
    """A writer's name, or an outlet's, alone on a line above the outlet or the dateline."""
    opens = filed(following) is not None
    if is_outlet(line) and opens:
        return Said("byline")
    if is_person(line) and line.replace(" ", "").isalpha() and (is_outlet(following) or (opens and below_title)):
        return Said("byline", "authors", authors=(line,))
    return None


def _known_line(text: str, at_an_end: bool) -> Said | None:
    for pattern in _patterns():
        if pattern.ends_only and not at_an_end:
            continue
        match = pattern.compiled.fullmatch(text)
        if match:
            groups = match.groupdict()
            day = next(days.days(groups.get("date") or ""), None)
            return Said(pattern.kind, pattern.says, _outlet(groups), day, _writers(groups))
    return None


def _outlet(groups: dict[str, Any]) -> str | None:
    """The name of an outlet; of an address, its host."""
    if groups.get("url"):
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", groups["url"]).split("/")[0].rstrip(".,") or None
    name = groups["name"].strip(" .,") if groups.get("name") else None
    return agencies().get(name, name) if name else None


def _writers(groups: dict[str, Any]) -> tuple[str, ...]:
    found = byline_names(f"By {groups['names']}") if groups.get("names") else None
    return found.names if found else ()


def _byline(text: str) -> Said | None:
    found = byline_names(text)
    return Said("byline", "authors", day=found.day, authors=found.names) if found else None


def _day_line(text: str) -> Said | None:
    """A line that holds a date, a clock time and such words as "Updated", and nothing else."""
    found = list(days.days(text)) if len(text) <= 120 and re.search(r"\d", text) else []
    if not found:
        return None
    labels = load("en", "provenance")["date_lines"]
    left = text[: found[0].start].lower()
    bare = _without(text, found)
    bare = " ".join(part for part in re.split(r"[|•·]", bare) if part.strip() not in agencies()).lower()
    words = set(re.findall(r"[a-z]+", bare.replace(".", "")))
    numbers = re.search(r"\d", re.sub(r"\d{1,2}[:.]\d\d", "", bare))
    if numbers or not words <= {*labels["first"], *labels["later"], *labels["clocks"]}:
        return None
    updated = bool(set(re.findall(r"[a-z]+", left)) & set(labels["later"]))
    return Said("publication", "last_updated" if updated else "first_published", day=found[0])


def _without(text: str, found: list[Day]) -> str:
    for day in reversed(found):
        text = text[: day.start] + " " + text[day.end :]
    return text
