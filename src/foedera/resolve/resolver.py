"""Keeps the register's things: which records of which documents are of one agreement, person or place.

Only what new documents touch is looked at again: their descriptions that are new, and the groups that these fall
into. The result is a function of the set of documents; the order and the batches they came in leave no trace,
save in the history of merges and splits.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from foedera.model.ids import content_id
from foedera.resolve import agreements, meetings
from foedera.resolve.actors import Named
from foedera.resolve.clusters import Decided, clusters
from foedera.resolve.copies import fingerprints
from foedera.resolve.decisions import decisions
from foedera.resolve.persons import Persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from foedera.model import Reading
    from foedera.resolve.kinds import Description, Kind
    from foedera.store import Writer

KINDS: tuple[Kind, ...] = (
    agreements,
    Persons(),
    *(Named(kind) for kind in ("state", "organisation", "bloc", "place")),
    meetings,
)
"""Every kind of thing that the register keeps one of."""

_PREFIX = {
    "agreement": "ag", "person": "pe", "organisation": "org", "state": "st", "bloc": "bl", "place": "pl",
    "meeting": "mt",
}  # fmt: skip
_ALWAYS = 0.95  # so alike that even one report's two records are one thing


def resolve(writer: Writer, readings: Sequence[Reading], released: Iterable[tuple[str, str]] = ()) -> None:
    """Find out what the records of new readings stand for.

    `released` are profiles (kind, id) that some record described and does no longer. Call it in the transaction
    that files the readings.
    """
    prints = [(reading.document.id, value) for reading in readings for value in fingerprints(reading.document)]
    if prints:
        docs, hashes = zip(*prints, strict=True)
        writer.insert("fingerprint", pa.table({"doc": docs, "hash": pa.array(hashes, pa.uint32())}))
    describe(writer, readings, released)


def describe(writer: Writer, readings: Sequence[Reading], released: Iterable[tuple[str, str]] = ()) -> None:
    """The same, without a look at the text of the documents."""
    gone = list(released)
    for kind in KINDS:
        touched = {profile for name, profile in gone if name == kind.name}
        _Resolving(writer, kind).add(readings, touched)


def kind_of(name: str) -> Kind:
    """The kind of that name."""
    return next(kind for kind in KINDS if kind.name == name)


def resolve_again(writer: Writer, kind: str, profiles: set[str]) -> None:
    """Look again at what some profiles stand for, as a person's decision asks. Call it in a transaction."""
    resolving = _Resolving(writer, kind_of(kind))
    resolving.group(resolving.reach(profiles))


@dataclass
class _Resolving:
    """One kind of thing being resolved."""

    writer: Writer
    kind: Kind

    def add(self, readings: Sequence[Reading], touched: set[str]) -> None:
        rows, described = [], {}
        for reading in readings:
            for record, description in self.kind.describe(reading):
                profile = content_id(_PREFIX[self.kind.name], _text(description))
                described[profile] = description
                rows.append({"doc": reading.document.id, "record": record, "profile": profile})
        if not rows and not touched:
            return
        before = self._first_seen(described)
        self._insert("described", rows)
        new = self._insert_new(described)
        self._compare(new)
        after = self._first_seen(described)
        moved = {profile for profile in described if before.get(profile) != after.get(profile)}
        parted = self._newly_parted([reading.document.id for reading in readings])
        self.group(self.reach({*new, *moved, *parted, *touched}))

    def _newly_parted(self, docs: Sequence[str]) -> set[str]:
        """Profiles that are one thing so far and that one of these reports tells apart."""
        found = self._rows(
            """WITH told AS (
                   SELECT d.doc, d.profile, t.id FROM described d
                   JOIN thing t ON t.kind = d.kind AND t.profile = d.profile
                   WHERE d.kind = $1 AND d.doc IN (SELECT unnest($2))
               )
               SELECT DISTINCT x.profile, y.profile FROM told x
               JOIN told y ON x.doc = y.doc AND x.id = y.id AND x.profile < y.profile""",
            docs,
        )
        return {profile for pair in found for profile in pair}

    def _insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self.writer.insert(table, pa.Table.from_pylist([{"kind": self.kind.name, **row} for row in rows]))

    def _insert_new(self, described: dict[str, Description]) -> dict[str, Description]:
        """Keep the descriptions that the register did not have."""
        known = {
            name
            for (name,) in self._rows("SELECT id FROM profile WHERE kind = ? AND id IN (SELECT unnest(?))", described)
        }
        new = {profile: description for profile, description in described.items() if profile not in known}
        self._insert("profile", [{"id": profile, "description": _text(d)} for profile, d in new.items()])
        self._insert(
            "block",
            [{"key": key, "profile": profile} for profile, d in new.items() for key in sorted(set(self.kind.keys(d)))],
        )
        return new

    def _compare(self, new: dict[str, Description]) -> None:
        """Keep the likenesses between new descriptions and all that share a key with them, but for conflicts."""
        pairs = self._rows(
            """SELECT DISTINCT least(n.profile, o.profile), greatest(n.profile, o.profile)
               FROM block n JOIN block o ON o.kind = n.kind AND o.key = n.key AND o.profile <> n.profile
               WHERE n.kind = ? AND n.profile IN (SELECT unnest(?))""",
            new,
        )
        known = self._descriptions({profile for pair in pairs for profile in pair})
        rows = []
        for a, b in sorted(pairs):
            found = self.kind.likeness(known[a], known[b])
            if found and not self.kind.conflict(known[a], known[b]):
                rows.append({"a": a, "b": b, "score": found.score, "reasons": list(found.reasons)})
        self._insert("same", rows)

    def reach(self, start: set[str]) -> set[str]:
        """Every description that likenesses and decisions lead to from these."""
        decided = (*self._decided.same, *self._decided.moved)
        reached: set[str] = set()
        edge = set(start)
        while edge:
            reached |= edge
            found = self._rows(
                """SELECT b FROM same WHERE kind = $1 AND a IN (SELECT unnest($2))
                   UNION SELECT a FROM same WHERE kind = $1 AND b IN (SELECT unnest($2))""",
                edge,
            )
            told = {other for pair in decided if edge & set(pair) for other in pair}
            edge = ({profile for (profile,) in found} | told) - reached
        return reached

    def group(self, profiles: set[str]) -> None:
        """Decide anew which of these descriptions are of one thing, and keep what changed."""
        first = self._first_seen(profiles)
        was = dict(
            self._rows("SELECT profile, id FROM thing WHERE kind = ? AND profile IN (SELECT unnest(?))", profiles)
        )
        now: dict[str, str] = {}
        for group in self._clusters(first):
            thing = min(group, key=lambda profile: (first[profile], profile))
            now.update(dict.fromkeys(group, thing))
        self._remember(was, now)
        changed = {profile for profile in {*was, *now} if was.get(profile) != now.get(profile)}
        self._rows("DELETE FROM thing WHERE kind = ? AND profile IN (SELECT unnest(?))", changed)
        self._insert("thing", [{"profile": profile, "id": now[profile]} for profile in sorted(changed & now.keys())])

    def _clusters(self, first: dict[str, date]) -> list[frozenset[str]]:
        edges = self._rows(
            """SELECT a, b, score FROM same
               WHERE kind = $1 AND a IN (SELECT unnest($2)) AND b IN (SELECT unnest($2))""",
            first,
        )
        decided = self._decided.among(first)
        if not edges and not decided.same:
            return [frozenset({profile}) for profile in first]
        compared = {profile for a, b, *_ in [*edges, *decided.same] for profile in (a, b)}
        known = self._descriptions(compared)
        apart = self._in_one_report(known.keys()) - {(a, b) for a, b, score in edges if score >= _ALWAYS}

        @functools.cache
        def conflict(a: str, b: str) -> bool:
            return (min(a, b), max(a, b)) in apart or self.kind.conflict(known[a], known[b]) is not None

        leaning = {profile: self.kind.leans(description) for profile, description in known.items()}
        return clusters(first, edges, conflict, leaning=leaning, decided=decided)

    @functools.cached_property
    def _decided(self) -> Decided:
        return decisions(self.writer, self.kind.name)

    def _in_one_report(self, profiles: Iterable[str]) -> set[tuple[str, str]]:
        """Pairs that one report describes as two things: it knows best."""
        return set(
            self._rows(
                """WITH told AS (
                       SELECT d.doc, d.profile FROM described d JOIN visible v ON v.id = d.doc
                       WHERE d.kind = $1 AND d.profile IN (SELECT unnest($2))
                   )
                   SELECT DISTINCT x.profile, y.profile FROM told x JOIN told y ON x.doc = y.doc
                   WHERE x.profile < y.profile""",
                profiles,
            )
        )

    def _first_seen(self, profiles: Iterable[str]) -> dict[str, date]:
        """When each description that still counts was first published; the far future where no report is dated."""
        return dict(
            self._rows(
                """SELECT d.profile, min(coalesce(v.published_by, DATE '9999-12-31'))
                   FROM described d JOIN visible v ON v.id = d.doc
                   WHERE d.kind = ? AND d.profile IN (SELECT unnest(?)) GROUP BY 1""",
                profiles,
            )
        )

    def _descriptions(self, profiles: Iterable[str]) -> dict[str, Description]:
        found = self._rows("SELECT id, description FROM profile WHERE kind = ? AND id IN (SELECT unnest(?))", profiles)
        return {profile: json.loads(text) for profile, text in found}

    def _remember(self, was: dict[str, str], now: dict[str, str]) -> None:
        """An id that may have been cited and is none any more leads to what it became."""
        for thing in sorted(set(was.values()) - set(now.values())):
            became = now.get(thing)
            if became:
                reason = f"one with a thing of an earlier report ({self.kind.name})"
                self._insert("history", [{"was": thing, "became": became, "reason": reason, "decided_at": _now()}])

    def _rows(self, sql: str, profiles: Iterable[str]) -> list[tuple[Any, ...]]:
        """The answer to a question on this kind and some profiles."""
        names = list(profiles)
        return self.writer.rows(sql, [self.kind.name, names]) if names else []


def _text(description: Description) -> str:
    return json.dumps(description, sort_keys=True, ensure_ascii=False)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
