"""Which agreements this one replaces, amends or rests on, and which do so to it; and the picture of that."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.publish.dossier.case import source_name
from foedera.publish.dossier.texts import visible
from foedera.publish.dossier.wording import RELATION_MODES, RELATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model import Link
    from foedera.model.records import Realis, Relation
    from foedera.publish.dossier.case import Case
    from foedera.publish.dossier.notes import Notes, Reference


@dataclass(frozen=True, slots=True)
class Kin:
    """Another agreement and one way in which sources relate it to this one.

    `outward` is True where this agreement replaces (amends, ...) the other, False where the other does so to it.
    """

    name: str
    relation: Relation
    outward: bool
    realis: Realis
    examples_only: bool
    sources: tuple[str, ...]
    witnesses: int
    references: tuple[Reference, ...]

    @property
    def phrase(self) -> str:
        """The relation in words, with how it is put: "replaces, as planned"."""
        return RELATION_MODES[self.realis].format(RELATION_WORDS[self.relation][0 if self.outward else 1])

    @property
    def sentence(self) -> str:
        """The relation and the other's name, for those who can't see the picture."""
        return f"{self.phrase}: {self.name}"


def kin_of(case: Case, notes: Notes) -> tuple[Kin, ...]:
    """Every relation that a source states, agreement by agreement; outward ones first."""
    groups: dict[tuple[str, Relation, bool, Realis], list[Link]] = defaultdict(list)
    for link in case.links:
        outward = link.source == case.id
        other = case.call(link.target if outward else link.source)
        groups[other, link.relation, outward, link.realis].append(link)
    ordered = sorted(groups.items(), key=lambda item: (not item[0][2], item[0][1] != "replaces", item[0]))
    return tuple(_kin(case, notes, *key, links) for key, links in ordered)


def _kin(
    case: Case, notes: Notes, name: str, relation: Relation, outward: bool, realis: Realis, links: list[Link]
) -> Kin:
    docs = list(dict.fromkeys(span.doc for link in links for span in link.evidence))
    return Kin(
        name=name,
        relation=relation,
        outward=outward,
        realis=realis,
        examples_only=any(link.exhaustive is False for link in links),
        sources=tuple(dict.fromkeys(source_name(case.document(doc)) for doc in docs)),
        witnesses=len({case.witness(doc) for doc in docs}),
        references=notes.cite(span for link in links for span in link.evidence),
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture with its lines of text."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    main: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow of the picture, from the agreement that acts to the one that it acts on."""

    path: str
    modes: tuple[Realis, ...]
    words: tuple[str, ...]
    x: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture in one shape; `width` and `height` are user units, one unit a pixel on a page of that width."""

    id: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


_LINE, _PAD, _GAP = 19.0, 14.0, 26.0
_WAY = 22  # characters of a line on an arrow


def wide_picture(name: str, kin: Sequence[Kin]) -> Picture | None:
    """Others stand left (what this one acts on) and right (what acts on it); this one in the middle."""
    left, right = _sides(kin)
    if not left and not right:
        return None
    columns = 3 if left and right else 2
    across, between = (230.0, 160.0) if columns == 3 else (330.0, 190.0)
    width = columns * across + (columns - 1) * between + 4
    stacks = [_stack(side, across) for side in (left, right)]
    height = max(_height(stack) for stack in stacks)
    main_x = 2.0 + (across + between if left else 0.0)
    main = _box(name, main_x, 0, across, main=True)
    height = max(height, main.height + 4)
    main = _shift(main, (height - main.height) / 2)
    boxes, arrows = [main], []
    for side, stack, x in ((left, stacks[0], 2.0), (right, stacks[1], main_x + across + between)):
        offset = (height - _height(stack)) / 2
        for (_, ways), box in zip(side, stack, strict=True):
            placed = _shift(box, offset, x)
            boxes.append(placed)
            arrows.append(_across(main, placed, ways))
    return Picture("wide", width, height, tuple(boxes), tuple(arrows))


def narrow_picture(name: str, kin: Sequence[Kin]) -> Picture | None:
    """The same for a narrow page: this one on top, the others below, hanging from one line."""
    left, right = _sides(kin)
    if not left and not right:
        return None
    width, indent = 340.0, 34.0
    main = _box(name, 2.0, 2.0, width - 4, main=True)
    boxes, arrows = [main], []
    y = main.y + main.height + 34.0
    for _, ways in (*left, *right):
        box = _box(ways[0].name, indent, y, width - indent - 2)
        boxes.append(box)
        arrows.append(_hanging(main, box, ways))
        y += box.height + 40.0
    return Picture("narrow", width, y - 36.0, tuple(boxes), tuple(arrows))


_Side = list[tuple[str, list[Kin]]]


def _sides(kin: Sequence[Kin]) -> tuple[_Side, _Side]:
    sides: tuple[dict[str, list[Kin]], dict[str, list[Kin]]] = ({}, {})
    for one in kin:
        sides[0 if one.outward else 1].setdefault(one.name, []).append(one)
    return list(sides[0].items()), list(sides[1].items())


def _box(name: str, x: float, y: float, width: float, *, main: bool = False) -> Box:
    lines = tuple(textwrap.wrap(visible(name), int((width - 2 * _PAD) / 7.4), max_lines=5, placeholder=" …"))
    return Box(x, y, width, len(lines) * _LINE + 2 * _PAD - 4, lines or (name,), main)


def _stack(side: _Side, width: float) -> list[Box]:
    boxes: list[Box] = []
    y = 2.0
    for name, ways in side:
        box = _box(name, 0, y, width)
        room = max(box.height, len(_modes(ways)) * 2 * _LINE)
        boxes.append(_shift(box, (room - box.height) / 2))
        y += room + _GAP
    return boxes


def _height(stack: list[Box]) -> float:
    return stack[-1].y + stack[-1].height + 2 if stack else 0.0


def _shift(box: Box, down: float, x: float | None = None) -> Box:
    return Box(box.x if x is None else x, box.y + down, box.width, box.height, box.lines, box.main)


def _modes(ways: list[Kin]) -> dict[str, Realis]:
    return {way.phrase: way.realis for way in ways}


def _across(main: Box, other: Box, ways: list[Kin]) -> Arrow:
    leftward = other.x < main.x
    start = (main.x if leftward else main.x + main.width, main.y + main.height / 2)
    end = (other.x + other.width if leftward else other.x, other.y + other.height / 2)
    if not ways[0].outward:
        start, end = end, start
    half = (start[0] + end[0]) / 2
    path = (
        f"M{start[0]:.1f},{start[1]:.1f} C{half:.1f},{start[1]:.1f} {half:.1f},{end[1]:.1f} {end[0]:.1f},{end[1]:.1f}"
    )
    words = _modes(ways)
    lines = tuple(line for word in words for line in textwrap.wrap(word, _WAY))
    level = (start[1] + end[1]) / 2 - (len(lines) - 1) * _LINE / 2
    return Arrow(path, tuple(words.values()), lines, half, level + 5, "middle")


def _hanging(main: Box, other: Box, ways: list[Kin]) -> Arrow:
    x, top, level = main.x + 12, main.y + main.height, other.y + other.height / 2
    path = f"M{x:.1f},{top:.1f} V{level:.1f} H{other.x:.1f}"
    if not ways[0].outward:
        path = f"M{other.x:.1f},{level:.1f} H{x:.1f} V{top:.1f}"
    words = _modes(ways)
    return Arrow(path, tuple(words.values()), (" · ".join(words),), other.x, other.y - 8)
