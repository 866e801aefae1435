"""What a time expression means, before it is written down as a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.records import TimeKind
    from foedera.times.stretches import Stretch

FROM_PUBLICATION = "publication date"
FROM_TOLD = "date told before"
YEAR_FROM_PUBLICATION = "year from publication date"
YEAR_FROM_RANGE = "year from the other end of the range"
ORDER_FROM_DOCUMENT = "order of day and month from the document"
ORDER_FROM_PUBLICATION = "order of day and month from publication date"
ORDER_UNKNOWN = "order of day and month unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Kind, TIMEX3 value and EDTF value of an expression; None where they are not known.

    `basis` says what an inferred part rests on; `mod` is TIMEX3's modifier (START, MID, END, APPROX, ...).
    `stretch` is the unit of the calendar it names and `last` the one an interval ends with: what other times are
    counted from. `yearless` holds month and day of a date whose words give no year, `explicit` that they give one.
    """

    kind: TimeKind
    timex: str | None = None
    value: str | None = None
    precision: str | None = None
    basis: str | None = None
    mod: str | None = None
    stretch: Stretch | None = None
    last: Stretch | None = None
    explicit: bool = False
    yearless: tuple[int, int | None] | None = None


def a_date(
    stretch: Stretch | None, basis: str | None = None, *, mod: str | None = None, explicit: bool = False
) -> Meaning:
    """A date; every value None where the stretch is not known."""
    if stretch is None:
        return Meaning("date", mod=mod)
    value = stretch.edtf + ("~" if mod == "APPROX" and "/" not in stretch.edtf else "")
    return Meaning("date", stretch.timex, value, stretch.unit, basis, mod, stretch, explicit=explicit)


def an_interval(first: Stretch, last: Stretch, basis: str | None = None, *, explicit: bool = False) -> Meaning | None:
    """From the first day of one stretch to the last of another; None where it would run backwards."""
    if last.first < first.first:
        return None
    value = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return Meaning("interval", first.timex, value, first.unit, basis, None, first, last, explicit)
