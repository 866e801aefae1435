"""What persons decided: two things are one, or are not. It beats the machine and survives reading again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa

from foedera.resolve.clusters import Decided

if TYPE_CHECKING:
    from foedera.store import Writer
    from foedera.store.base import Connected

Verdict = Literal["same", "different"]

_LIVE = """
SELECT DISTINCT d.profile FROM described d JOIN visible v ON v.id = d.doc WHERE d.kind = ? AND d.profile = ?
"""
_AT = """
SELECT d.profile FROM described d JOIN visible v ON v.id = d.doc JOIN "{table}" r ON r.doc = d.doc AND r.id = d.record
WHERE d.kind = $1 AND v.source = $2 AND len(list_filter(r.{spans}, lambda m: m.start <= $3 AND $3 < m.end)) > 0 LIMIT 1
"""
_WHERE = """
SELECT v.source, list_min(list_transform(r.{spans}, lambda m: m.start)) AS "start"
FROM described d JOIN visible v ON v.id = d.doc JOIN "{table}" r ON r.doc = d.doc AND r.id = d.record
WHERE d.kind = ? AND d.profile = ? ORDER BY v.published_by NULLS LAST, v.source LIMIT 1
"""


def decisions(register: Connected, kind: str) -> Decided:
    """The decisions on things of a kind, as pairs of profiles that count now; of two on one pair the later holds."""
    found: dict[frozenset[str], tuple[str, tuple[str, str]]] = {}
    moved: dict[str, str] = {}
    sql = "SELECT verdict, a, b, a_at, b_at FROM decision WHERE kind = ? ORDER BY decided_at, a, b"
    for verdict, a, b, a_at, b_at in register.rows(sql, [kind]):
        pair = _now(register, kind, a, a_at), _now(register, kind, b, b_at)
        found[frozenset(pair)] = (verdict, pair)
        moved |= {was: now for was, now in zip((a, b), pair, strict=True) if was != now}
    pairs = found.values()
    return Decided(
        same=tuple(pair for verdict, pair in pairs if verdict == "same"),
        different=frozenset(frozenset(pair) for verdict, pair in pairs if verdict == "different"),
        moved=tuple(moved.items()),
    )


def _in(kind: str, sql: str) -> str:
    """A question on the records of a kind and the spans that stand for them."""
    table, spans = {"agreement": ("agreement", "mentions"), "meeting": ("meeting", "evidence")}.get(
        kind, ("entity", "mentions")
    )
    return sql.format(table=table, spans=spans)


def _now(register: Connected, kind: str, profile: str, at: dict[str, Any] | None) -> str:
    """The profile that stands for what was decided on: itself, or what is read now where it was read then."""
    if at is None or register.rows(_LIVE, [kind, profile]):
        return profile
    found = register.rows(_in(kind, _AT), [kind, at["source"], at["start"]])
    return str(found[0][0]) if found else profile


def keep(writer: Writer, kind: str, verdict: Verdict, a: str, b: str, note: str | None = None) -> None:
    """Keep a decision on two profiles for good. Call it in a transaction."""
    row: dict[str, Any] = {"kind": kind, "verdict": verdict, "a": a, "b": b, "note": note}
    for name, profile in (("a_at", a), ("b_at", b)):
        found = writer.rows(_in(kind, _WHERE), [kind, profile])
        row[name] = dict(zip(("source", "start"), found[0], strict=True)) if found else None
    row["decided_at"] = datetime.now(UTC).replace(tzinfo=None)
    writer.insert("decision", pa.Table.from_pylist([row]))
