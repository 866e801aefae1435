"""The network of a bloc as positions and lines; a kind of line is a shape and a word, never a colour alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.lexicon.states import states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.analyse.blocs import BlocReport, Tie
    from foedera.analyse.standing import PairStanding

WIDTH, HEIGHT, RADIUS = 720, 400, 34
# The strongest obligation decides how a line is drawn.
KINDS = (
    ("defence", "defence or offence"),
    ("consultation", "neutrality or consultation"),
    ("nonaggression", "nonaggression"),
    ("in-force", "in force by the reports"),
    ("known", "known, not known to be in force"),
)
_KIND_OF = {
    "defence": "defence",
    "offence": "defence",
    "neutrality": "consultation",
    "consultation": "consultation",
    "nonaggression": "nonaggression",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A state in the picture."""

    code: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two states: its kind, a word for it, and where on the page its agreements stand."""

    a: Node
    b: Node
    kind: str
    label: str
    href: str

    @property
    def middle(self) -> tuple[float, float]:
        """Where its label stands: off the middle, so that lines that cross there keep theirs apart."""
        return self.a.x + 0.42 * (self.b.x - self.a.x), self.a.y + 0.42 * (self.b.y - self.a.y)


@dataclass(frozen=True, slots=True)
class Picture:
    """A network with its title; `words` says the same for those who don't see it."""

    id: str
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def words(self) -> str:
        """Every line in words."""
        lines = [f"{edge.a.name} and {edge.b.name}: {edge.label}" for edge in self.edges]
        return "; ".join(lines) if lines else "no lines: nothing is known to bind any pair"


def nodes(bloc: Sequence[str], against: Sequence[str]) -> dict[str, Node]:
    """Each bloc on a ring of its own, the two side by side; one bloc alone in the middle."""
    centres = ((WIDTH * 0.27, HEIGHT / 2), (WIDTH * 0.73, HEIGHT / 2)) if against else ((WIDTH / 2, HEIGHT / 2),)
    placed = {}
    for members, (x, y), facing in zip((bloc, against), centres, (0.0, math.pi), strict=False):
        for i, code in enumerate(members):
            turn = math.pi / len(members) + 2 * math.pi * i / len(members) + facing
            placed[code] = Node(
                code, states()[code].name, round(x + 115 * math.cos(turn), 1), round(y + 130 * math.sin(turn), 1)
            )
    return placed


def by_reference(
    name: str, title: str, pairs: Sequence[PairStanding], placed: dict[str, Node], *, multilateral: bool
) -> Picture:
    """The network by one file of reference data."""
    edges = []
    for pair in pairs:
        kinds = [
            _KIND_OF[word]
            for spell in pair.spells
            if multilateral or spell.bilateral is not False
            for word in spell.obligations
        ]
        if kinds:
            kind = min(kinds, key=[key for key, _ in KINDS].index)
            edges.append(Edge(placed[pair.a], placed[pair.b], kind, dict(KINDS)[kind], f"#{anchor(pair.a, pair.b)}"))
    return Picture(name, title, tuple(placed.values()), tuple(edges))


def by_register(name: str, title: str, ties: Sequence[Tie], placed: dict[str, Node]) -> Picture:
    """The network by the agreements that the register's reports speak of."""
    strongest: dict[tuple[str, str], bool] = {}
    for tie in ties:
        strongest[tie.a, tie.b] = strongest.get((tie.a, tie.b), False) or tie.in_force
    edges = []
    for (a, b), in_force in strongest.items():
        kind = "in-force" if in_force else "known"
        edges.append(Edge(placed[a], placed[b], kind, dict(KINDS)[kind], f"#{anchor(a, b)}"))
    return Picture(name, title, tuple(placed.values()), tuple(edges))


def anchor(a: str, b: str) -> str:
    """Where on the page a pair stands."""
    return "pair-" + "-".join(sorted((a, b)))


def pictures(report: BlocReport, around: str | None = None) -> tuple[Picture, ...]:
    """The networks of a report; with the id of an agreement, the register's both without and with it."""
    placed = nodes(report.bloc, report.against)
    found = []
    for by in report.references:
        every = [pair for side in (by.bloc, by.against, by.across) if side for pair in side.pairs]
        if every:
            counted = "bilateral treaties" if by.bloc.graded else "alliances"
            title = f"{by.bloc.reference.title}, as of {by.bloc.as_of}, {counted}"
            found.append(by_reference(f"net-{by.bloc.reference.key}", title, every, placed, multilateral=False))
    if around:
        without = [tie for tie in report.ties if tie.line.entry.id != around]
        name = next((tie.line.entry.name for tie in report.ties if tie.line.entry.id == around), around)
        found.append(by_register("net-before", f"By the reports, without “{name}”", without, placed))
        found.append(by_register("net-after", f"By the reports, with “{name}”", report.ties, placed))
    else:
        found.append(by_register("net-register", f"By the reports of the register, {report.on}", report.ties, placed))
    return tuple(found)
