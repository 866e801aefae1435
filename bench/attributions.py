"""What a corpus that codes every attribution counts that our guidelines leave out, and what is found of the rest.

    python bench/attributions.py [--shared DIR] [--train]

PolNeAR's guidelines ask for beliefs, intentions and positions as well as sayings, and for attributions to nobody. The
table sorts its attributions by the words of their cues: a word of saying of the lexicon makes a saying. The corpus is
not part of the project: it is read from ../shared (or --shared DIR), and without it this says so and stops.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from foedera.annotate import load_language, parse
from foedera.extract.quotations.sayings import nouns, verbs
from foedera.model import Document
from foedera.model.ids import text_hash
from foedera.pipeline import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

CLASSES = Path(__file__).with_suffix(".yaml")
SAYING, JUDGED, NOBODY, OTHER = "saying", "bare judgement or topic", "nobody named as its source", "other words"
LEAST = 0.3  # of all characters, those shared
_QUOTED = frozenset({"quoted"})


def kinds() -> dict[str, str]:
    """The class of each word that is none of saying."""
    found: dict[str, str] = {}
    for name, words in yaml.safe_load(CLASSES.read_text(encoding="utf-8")).items():
        for word in words.split():
            found.setdefault(word, name)
    return found


def sort(tokens: Doc, row: dict[str, Any], known: dict[str, str]) -> str:
    """The class of one attribution, by its source and the words of its cue."""
    if not row.get("speaker_span"):
        return NOBODY
    span = row.get("cue_span")
    words = tokens.char_span(span["start"], span["end"], alignment_mode="expand") if span else None
    if words is None or words.text in (":", "-", "—", "–"):
        return SAYING  # a bare name beside the words: '"...," Jane Doe, head of the institute.'
    lemmas = [(t.lemma_.lower(), t.pos_) for t in words]
    table = verbs()
    firm = [w for w, p in lemmas if p in ("VERB", "AUX") and w in table and set(table[w].frames.values()) != {_QUOTED}]
    if firm or any(w == "according" or (p == "NOUN" and w in nouns()) for w, p in lemmas):
        return SAYING
    named = [known[w] for w, _ in lemmas if w in known]
    if named:
        return named[0]
    return JUDGED if any(w in table for w, p in lemmas if p in ("VERB", "AUX")) else OTHER


def share(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def found_in(gold: list[set[int]], read: list[set[int]]) -> set[int]:
    """The attributions that some record of ours overlaps, each record for one of them, the closest first."""
    pairs = sorted(((share(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)), reverse=True)
    hit: dict[int, int] = {}
    for value, i, j in pairs:
        if value >= LEAST and i not in hit and j not in hit.values():
            hit[i] = j
    return set(hit)


def covered(pieces: Any) -> set[int]:
    """The characters of some pieces, of the gold or of ours."""
    ends = [(p["start"], p["end"]) if isinstance(p, dict) else (p.start, p.end) for p in pieces]
    return {i for start, end in ends for i in range(start, end)}


def corpus(shared: Path, *, train: bool) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    if train:
        with gzip.open(shared / "bench/polnear-train.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield Document(row["doc"], "", "", row["text"], text_hash(row["text"])), row["quotations"]
        return
    for path in sorted((shared / "bench/polnear-dev").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield Document(path.name, "", "", text, text_hash(text)), gold["quotations"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--train", action="store_true", help="the training part instead of the development part")
    options = parser.parse_args()
    if not (options.shared / "bench/polnear-dev").is_dir():
        print(f"attributions: no corpus at {options.shared}; nothing was counted")
        return 0
    rows = list(corpus(options.shared, train=options.train))
    known, count, hit = kinds(), collections.Counter[tuple[str, str]](), collections.Counter[tuple[str, str]]()
    for (document, gold), tokens in zip(rows, parse(load_language(), [d for d, _ in rows]), strict=True):
        ours = [covered(q.content) for q in read_document(document, tokens).quotations]
        found = found_in([covered(q["content"]) for q in gold], ours)
        for number, row in enumerate(gold):
            key = (sort(tokens, row, known), row["form"])
            count[key] += 1
            hit[key] += number in found
    print(table(count, hit))
    return 0


def table(count: collections.Counter[tuple[str, str]], hit: collections.Counter[tuple[str, str]]) -> str:
    """The attributions of each class, and how many of them are read, in Markdown."""
    forms = ("direct", "mixed", "indirect")
    lines = ["| cue | attributions | " + " | ".join(f"{form}: found" for form in forms) + " |", "|---|---|---|---|---|"]
    classes = sorted({name for name, _ in count}, key=lambda name: -sum(count[name, form] for form in forms))
    for name in (*classes, "**all**"):
        chosen = classes if name == "**all**" else [name]
        sums = [(sum(hit[c, f] for c in chosen), sum(count[c, f] for c in chosen)) for f in forms]
        cells = [f"{found} of {all_}" + (f" ({found / all_:.2f})" if all_ else "") for found, all_ in sums]
        lines.append(f"| {name} | {sum(n for _, n in sums)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
