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


def score(gold: dict, documents: dict[str, tuple[Document, tuple[Entity, ...]]], *, errors: bool) -> None:
    hits = total_gold = total_system = named = names = 0
    for doc, (document, entities) in documents.items():
        system = [(m.start, m.end, e.id) for e in entities for m in e.mentions]
        wanted = gold_mentions(gold, doc)
        by_id = {e.id: e for e in entities}
        paired = pair(wanted, system, {e.id: e.kind for e in entities})
        used: set[tuple[int, int, str]] = set()
        for start, end, entity in wanted:
            match = next(
                (s for s in system if s not in used and s[2] == paired.get(entity) and start < s[1] and s[0] < end),
                None,
            )
            if match:
                used.add(match)
            elif errors:
                print(f"{doc} missed {entity}: {document.text[start:end]!r} at {start}")
        for s in system:
            if errors and s not in used:
                print(f"{doc} extra {by_id[s[2]].kind} {by_id[s[2]].name!r}: {document.text[s[0] : s[1]]!r} at {s[0]}")
        hits, total_gold, total_system = hits + len(used), total_gold + len(wanted), total_system + len(system)
        for entity in dict.fromkeys(e for _, _, e in wanted):
            accepted = options(gold, entity)
            if accepted:
                names += 1
                right = entity in paired and plain(by_id[paired[entity]].name) in accepted
                named += right
                if errors and not right:
                    print(f"{doc} name of {entity}: {paired.get(entity) and by_id[paired[entity]].name}")
    p, r = hits / (total_system or 1), hits / (total_gold or 1)
    print(f"mentions P {p:.3f}  R {r:.3f}  F1 {2 * p * r / ((p + r) or 1):.3f}  gold {total_gold}")
    print(f"names    {named / (names or 1):.3f}  of {names}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold/seeds.full.json"))
    parser.add_argument("--errors", action="store_true")
    options_ = parser.parse_args()
    gold = json.loads(options_.gold.read_text(encoding="utf-8"))
    folder = options_.gold.parent.parent
    nlp = load_language()
    documents = {}
    for entry in gold["documents"]:
        (document,) = read([str(folder / entry["file"])], published="2024-06-18")
        (tokens,) = parse(nlp, [document])
        documents[entry["id"]] = (document, read_actors(Layers(document, tokens)).entities)
    score(gold, documents, errors=options_.errors)


if __name__ == "__main__":
    main()
