"""What a time expression means, before it is written down as a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.records import TimeKind
    from foedera.times.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Meaning:
    """Kind, TIMEX3 value and EDTF value of an expression.

    `stretch` is the unit of the calendar it names, for what is counted from it; `basis` says what an inferred part
    rests on; `mod` is TIMEX3's modifier (START, MID, END, APPROX, LESS_THAN, MORE_THAN).
    """

    kind: TimeKind
    timex: str | None = None
    value: str | None = None
    precision: str | None = None
    basis: str | None = None
    mod: str | None = None
    stretch: Stretch | None = None
    duration: tuple[float | None, str] | None = None
    explicit: bool = False


def of_stretch(
    stretch: Stretch | None, basis: str | None = None, *, mod: str | None = None, explicit: bool = False
) -> Meaning:
    """A date; unresolved (every value None) where the stretch is not known."""
    if stretch is None:
        return Meaning("date")
    mark = "~" if mod == "APPROX" and "/" not in stretch.edtf else ""
    return Meaning(
        "date", stretch.timex, stretch.edtf + mark, stretch.unit, basis, mod, stretch=stretch, explicit=explicit
    )
