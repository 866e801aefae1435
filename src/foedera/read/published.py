"""When a report was published, and what that rests on. A date that is not stated stays unknown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.model.dates import bounds, precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from foedera.model.documents import PublishedBasis
    from foedera.read.datelines import Filed
    from foedera.read.days import Day
    from foedera.read.kinds import Piece
    from foedera.read.raw import Raw

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?)?(?=[/.-]|$)")
_NEAR = 31  # days between a dateline and the publication of what it opens


def when(
    raw: Raw, pieces: Sequence[Piece], opening: Filed | None, option: str | None
) -> tuple[str | None, PublishedBasis | None, str | None]:
    """The publication date (EDTF), its basis, and the date of the dateline.

    What the file states goes before `option`. A dateline without a year takes the year that the file or the user
    states elsewhere (in the address, or as a month or year of publication), never that of today.
    """
    day = opening.day if opening else None
    stated = _stated(raw, pieces, day, option)
    if day is None:
        return *stated, None
    if stated[0] and precision(stated[0]) == "day":
        return *stated, _beside(day, bounds(stated[0])[0])
    inferred = next((value for year in _years(raw, stated[0]) if (value := day.edtf(year))), None)
    return (inferred, "dateline, year inferred", inferred) if inferred else (*stated, None)


def _stated(
    raw: Raw, pieces: Sequence[Piece], day: Day | None, option: str | None
) -> tuple[str | None, PublishedBasis | None]:
    candidates: list[tuple[str | None, PublishedBasis]] = [
        (raw.published, raw.published_basis or "metadata"),
        (day.edtf() if day else None, "dateline"),
        (_byline(pieces), "byline"),
        (_address(raw.url), "metadata"),
        (option, "option"),
    ]
    return next(((value, basis) for value, basis in candidates if value), (None, None))


def _byline(pieces: Sequence[Piece]) -> str | None:
    """The day of a byline or of a line that says when the report came out; of an update only where no other is."""
    said = [p.said for p in pieces if p.said and p.said.day and p.said.says in ("authors", "first_published")]
    said += [p.said for p in pieces if p.said and p.said.day and p.said.says == "last_updated"]
    return next((value for line in said if line.day and (value := line.day.edtf())), None)


def _address(url: str | None) -> str | None:
    match = _IN_ADDRESS.search(url or "")
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match and match[2] and match[3] else None


def _years(raw: Raw, stated: str | None) -> Iterator[int]:
    """The years that the file or the user gives for the publication, the surest first.

    Not that of a copyright line: on a web page it is the year in which the page was fetched.
    """
    if stated and precision(stated) in ("month", "year"):
        first = bounds(stated)[0]
        yield from [first.year] if first else []
    address = _IN_ADDRESS.search(raw.url or "")
    if address:
        yield int(address[1])


def _beside(day: Day, published: date | None) -> str | None:
    """The dateline's day in the year of the publication it stands beside."""
    if published is None:
        return None
    nearest = day.nearest(published)
    is_near = nearest is not None and (day.year or abs((nearest - published).days) <= _NEAR)
    return nearest.isoformat() if nearest and is_near else None
