"""The picture of an agreement among those that it replaces, amends or rests on, laid out for wide and narrow pages."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.publish.dossier.wording import REALIS_WORDS, RELATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model.records import Realis
    from foedera.publish.dossier.kinship import Kin

_LINE, _PAD, _GAP, _LETTER, _TRUNK = 19.0, 14.0, 20.0, 7.4, 22.0
_STRONGEST: tuple[Realis, ...] = ("actual", "planned", "claimed", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Box:
    """An agreement: a box with the lines of its name."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    main: bool = False

    @property
    def middle(self) -> float:
        """Its height's middle, where arrows meet it."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on an arrow: a line for each way in which sources put the relation. Empty: no ways."""

    x: float
    y: float
    width: float
    rows: tuple[tuple[Realis, str], ...]

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.rows) * _LINE


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from the agreement that acts to the one that it acts on, drawn as the strongest of its ways."""

    path: str
    realis: Realis
    label: Label


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture in one shape; `width` and `height` are user units, one unit a pixel on a page of that width."""

    shape: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


_Side = list[tuple[str, list["Kin"]]]


def wide_picture(name: str, kin: Sequence[Kin]) -> Picture | None:
    """Others stand left (what this one acts on) and right (what acts on it); this one between them."""
    left, right = _sides(kin)
    if not left and not right:
        return None
    both = bool(left and right)
    across, between = (235.0, 185.0) if both else (340.0, 200.0)
    main = _box(name, 2.0 + (across + between if left else 0.0), 0.0, across, main=True)
    columns = ((left, 2.0), (right, main.x + across + between))
    stacks = [_stack(side, x, across) for side, x in columns]
    height = max(main.height + 4, *(_bottom(stack) for stack in stacks))
    main = replace(main, y=(height - main.height) / 2)
    boxes, arrows = [main], []
    for (side, _), stack in zip(columns, stacks, strict=True):
        down = (height - _bottom(stack)) / 2
        for (_, ways), box in zip(side, stack, strict=True):
            placed = replace(box, y=box.y + down)
            boxes.append(placed)
            arrows.append(_across(main, placed, ways))
    width = max(box.x + box.width for box in boxes) + 2
    return Picture("wide", width, height, tuple(boxes), tuple(arrows))


def narrow_picture(name: str, kin: Sequence[Kin]) -> Picture | None:
    """The same for a narrow page: this one on top, the others below, hanging from one line."""
    left, right = _sides(kin)
    if not left and not right:
        return None
    width, indent = 340.0, 34.0
    main = _box(name, 2.0, 2.0, width - 4, main=True)
    boxes, arrows = [main], []
    y = main.y + main.height + 14.0
    for other, ways in (*left, *right):
        label = _label(ways, indent + 4, y)
        box = _box(other, indent, y + label.height + 4, width - indent - 2)
        boxes.append(box)
        arrows.append(_hanging(main, box, ways, label))
        y = box.y + box.height + 18.0
    return Picture("narrow", width, y - 14.0, tuple(boxes), tuple(arrows))


def _sides(kin: Sequence[Kin]) -> tuple[_Side, _Side]:
    sides: tuple[dict[str, list[Kin]], dict[str, list[Kin]]] = ({}, {})
    for one in kin:
        sides[0 if one.outward else 1].setdefault(one.name, []).append(one)
    return list(sides[0].items()), list(sides[1].items())


def _box(name: str, x: float, y: float, width: float, *, main: bool = False) -> Box:
    letters = int((width - 2 * _PAD) / _LETTER)
    lines = tuple(textwrap.wrap(name, letters, max_lines=5, placeholder=" …")) or ("–",)
    return Box(x, y, width, len(lines) * _LINE + 2 * _PAD - 4, lines, main)


def _stack(side: _Side, x: float, width: float) -> list[Box]:
    """Boxes one under another, each with room for what stands on its arrow."""
    boxes: list[Box] = []
    y = 2.0
    for name, ways in side:
        box = _box(name, x, y, width)
        room = max(box.height, 2 * _label(ways, 0, 0).height + 8)
        boxes.append(replace(box, y=y + (room - box.height) / 2))
        y += room + _GAP
    return boxes


def _bottom(stack: list[Box]) -> float:
    return stack[-1].y + stack[-1].height + stack[0].y if stack else 0.0


def _label(ways: list[Kin], x: float, y: float) -> Label:
    rows = tuple(dict.fromkeys((way.realis, _words(way)) for way in ways))
    return Label(x, y, max(len(words) for _, words in rows) * 6.6 + 28, rows)


def _words(way: Kin) -> str:
    words = RELATION_WORDS[way.relation][0 if way.outward else 1]
    return words if way.realis == "actual" else f"{words} ({REALIS_WORDS[way.realis].word})"


def _strongest(ways: list[Kin]) -> Realis:
    return min((way.realis for way in ways), key=_STRONGEST.index)


def _across(main: Box, other: Box, ways: list[Kin]) -> Arrow:
    """One trunk beside the main box, from which a line runs level to each other box, with its label above the line."""
    leftward = other.x < main.x
    near = main.x if leftward else main.x + main.width
    far = other.x + other.width if leftward else other.x
    trunk = near - _TRUNK if leftward else near + _TRUNK
    path = f"M{near:.1f},{main.middle:.1f} H{trunk:.1f} V{other.middle:.1f} H{far:.1f}"
    if not ways[0].outward:
        path = f"M{far:.1f},{other.middle:.1f} H{trunk:.1f} V{main.middle:.1f} H{near:.1f}"
    label = _label(ways, 0, 0)
    x = (far if leftward else trunk) + 14
    return Arrow(path, _strongest(ways), replace(label, x=x, y=other.middle - label.height - 5))


def _hanging(main: Box, other: Box, ways: list[Kin], label: Label) -> Arrow:
    x, top = main.x + 12, main.y + main.height
    path = f"M{x:.1f},{top:.1f} V{other.middle:.1f} H{other.x:.1f}"
    if not ways[0].outward:
        path = f"M{other.x:.1f},{other.middle:.1f} H{x:.1f} V{top:.1f}"
    return Arrow(path, _strongest(ways), label)
