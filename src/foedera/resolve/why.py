"""Why two things of the register are one or two: the reasons, and the words that each rests on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedera.errors import NameNotFound
from foedera.resolve.decisions import decisions
from foedera.resolve.resolver import kind_of

if TYPE_CHECKING:
    from foedera.store.base import Connected


@dataclass(frozen=True, slots=True)
class Described:
    """One way in which reports describe a thing. `id` can be decided on; `reports` are those that describe it so."""

    id: str
    thing: str
    kind: str
    description: dict[str, Any]
    names: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against two descriptions being of one thing."""

    a: str
    b: str
    score: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Whether two things are one (`same`), the descriptions of each, and what joins or parts them."""

    same: bool
    a: tuple[Described, ...]
    b: tuple[Described, ...]
    joins: tuple[Reason, ...]
    parts: tuple[Reason, ...]
    decided: tuple[str, ...]


def why(register: Connected, a: str, b: str) -> Why:
    """Why two things, given by the ids of things, descriptions or records, are one or two.

    Raises:
        NameNotFound: there is no such thing.
    """
    one, other = described(register, a), described(register, b)
    kind = kind_of(one[0].kind)
    everything = {d.id: d for d in (*one, *other)}
    ids = list(everything)
    sql = """SELECT a, b, score, reasons FROM same WHERE list_contains($1, a) AND list_contains($1, b)
             ORDER BY score DESC, a, b"""
    joins = tuple(Reason(x, y, score, tuple(reasons)) for x, y, score, reasons in register.rows(sql, [ids]))
    parts = tuple(
        Reason(x.id, y.id, None, (said,))
        for x in one
        for y in other
        if x.thing != y.thing and (said := kind.conflict(x.description, y.description))
    )
    return Why(one[0].thing == other[0].thing, one, other, joins, parts, _decided(register, kind.name, set(ids)))


def _decided(register: Connected, kind: str, ids: set[str]) -> tuple[str, ...]:
    found = decisions(register, kind)
    same = [f"{a} and {b} are the same" for a, b in found.same if {a, b} & ids]
    pairs = sorted(sorted(pair) for pair in found.different if pair & ids)
    return (*same, *(f"{' and '.join(pair)} are different" for pair in pairs))


def described(register: Connected, name: str) -> tuple[Described, ...]:
    """The descriptions of the thing with that id; of a description or record, its own first.

    Raises:
        NameNotFound: there is no such thing.
    """
    found = register.rows("SELECT profile FROM described WHERE record = ? OR profile = ?", [name, name])
    own = found[0][0] if found else name
    things = register.rows("SELECT id FROM thing WHERE profile = ? OR id = ?", [own, name])
    if not things:
        raise NameNotFound(f"nothing in {register.path} has the id {name}; foedera show gives the ids")
    rows = register.rows(
        """SELECT t.kind, t.profile, t.id, p.description, list(DISTINCT coalesce(a.name, e.name, m.evidence[1].text)),
           list(DISTINCT v.name)
           FROM thing t JOIN profile p ON p.id = t.profile AND p.kind = t.kind
           JOIN described d ON d.profile = t.profile AND d.kind = t.kind JOIN visible v ON v.id = d.doc
           LEFT JOIN agreement a ON a.doc = d.doc AND a.id = d.record
           LEFT JOIN entity e ON e.doc = d.doc AND e.id = d.record
           LEFT JOIN meeting m ON m.doc = d.doc AND m.id = d.record
           WHERE t.id = ? GROUP BY ALL ORDER BY t.profile""",
        [things[0][0]],
    )
    all_of_it = [
        Described(profile, thing, kind, json.loads(text), tuple(sorted(names)), tuple(sorted(reports)))
        for kind, profile, thing, text, names, reports in rows
    ]
    return tuple(sorted(all_of_it, key=lambda d: (d.id != own, d.id)))
