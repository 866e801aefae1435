#!/usr/bin/env python3
"""Score the entities and mentions of `foedera extract` against a gold of entities.

    bench/entities.py [GOLD.json] [--errors]

GOLD.json (default ../shared/gold/seeds.full.json) names its documents' files. A mention counts when it overlaps a
mention of the gold and its entity is the one paired with the gold's (paired one to one by shared mentions); a name is
right when it is the gold's, one of its aliases, or one of its parts divided by a slash.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.annotate import Layers, load_language, parse
from foedera.extract.entities import read_actors
from foedera.read import read

if TYPE_CHECKING:
    from foedera.model import Document, Entity

KINDS = {
    "st:": "state",
    "pe:": "person",
    "or:": "organisation",
    "bl:": "bloc",
    "pl:": "place",
    "gr:collective_west": "bloc",
}


def gold_mentions(gold: dict, doc: str) -> list[tuple[int, int, str]]:
    """Start, end and entity of every mention of an entity that Foedera knows a kind for."""
    found = [
        (m["span"]["start"], m["span"]["end"], e)
        for m in gold["mentions"]
        if m["span"]["doc"] == doc
        for e in (m["entity"] if isinstance(m["entity"], list) else [m["entity"]])
    ]
    return [m for m in found if m[2].startswith(tuple(KINDS))]


def pair(gold: list, system: list[tuple[int, int, str]], kinds: dict[str, str]) -> dict[str, str]:
    """The system's entity of the same kind for each of the gold's, by the number of overlapping mentions."""
    same = {(g, s) for g in {g[2] for g in gold} for s, kind in kinds.items() if kind == kind_of(g)}
    shared = Counter((g[2], s[2]) for g in gold for s in system if g[0] < s[1] and s[0] < g[1] and (g[2], s[2]) in same)
    paired: dict[str, str] = {}
    for (g, s), _ in shared.most_common():
        if g not in paired and s not in paired.values():
            paired[g] = s
    return paired


def kind_of(entity: str) -> str:
    return next(kind for prefix, kind in KINDS.items() if entity.startswith(prefix))


def options(gold: dict, entity: str) -> set[str]:
    """Every name that the gold accepts for an entity, made plain."""
    entry = next(e for e in [*gold["entities"], *gold["blocs"]] if e["id"] == entity)
    names = [*re.split(" / ", entry["name"] or ""), *entry.get("aliases", ())]
    return {plain(n) for n in names} - {""}


def plain(name: str) -> str:
    return re.sub(r"\(.*?\)|[\"“”]|^the ", "", name, flags=re.I).strip().casefold()


def measure(path: Path, *, errors: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of the mentions, and the share of right names."""
    gold, nlp = json.loads(path.read_text(encoding="utf-8")), load_language()
    hits = total_gold = total_system = right = names = 0
    for entry in gold["documents"]:
        (document,) = read([str(path.parent.parent / entry["file"])], published="2024-06-18")
        entities = read_actors(Layers(document, next(parse(nlp, [document])))).entities
        wanted = gold_mentions(gold, entry["id"])
        system = [(m.start, m.end, e.id) for e in entities for m in e.mentions]
        by_id = {e.id: e for e in entities}
        paired = pair(wanted, system, {e.id: e.kind for e in entities})
        found, missed, extra = compare(wanted, system, paired)
        hits, total_gold, total_system = hits + found, total_gold + len(wanted), total_system + len(system)
        accepted = {e: options(gold, e) for e in dict.fromkeys(e for _, _, e in wanted)}
        wrong = [e for e, o in accepted.items() if o and not (e in paired and plain(by_id[paired[e]].name) in o)]
        named = sum(map(bool, accepted.values()))
        names, right = names + named, right + named - len(wrong)
        if errors:
            show(document, by_id, missed, extra, wrong)
    p, r = hits / (total_system or 1), hits / (total_gold or 1)
    return {"mentions p": p, "mentions r": r, "mentions f1": 2 * p * r / ((p + r) or 1), "names": right / (names or 1)}


def compare(wanted: list, system: list, paired: dict[str, str]) -> tuple[int, list, list]:
    """How many mentions of the gold are found, which are missed, and which of the system's are none of the gold's."""
    used: set[tuple[int, int, str]] = set()
    missed = []
    for start, end, entity in wanted:
        fits = (s for s in system if s not in used and s[2] == paired.get(entity) and start < s[1] and s[0] < end)
        match = next(fits, None)
        if match:
            used.add(match)
        else:
            missed.append((start, end, entity))
    return len(used), missed, [s for s in system if s not in used]


def show(document: Document, by_id: dict[str, Entity], missed: list, extra: list, wrong: list[str]) -> None:
    for start, end, entity in missed:
        print(f"{document.name} missed {entity}: {document.text[start:end]!r} at {start}")
    for start, end, entity in extra:
        print(f"{document.name} extra {by_id[entity].kind} {by_id[entity].name!r}: {document.text[start:end]!r}")
    for entity in wrong:
        print(f"{document.name} wrong name of {entity}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold/seeds.full.json"))
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    for name, figure in measure(given.gold, errors=given.errors).items():
        print(f"{name:12} {figure:.3f}")


if __name__ == "__main__":
    main()
