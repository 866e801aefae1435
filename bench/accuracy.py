"""Scores the reader against hand-coded gold, writes docs/accuracy.md, and holds the floors.

    python bench/accuracy.py                 score, compare with bench/floors.json, write docs/accuracy.md
    python bench/accuracy.py --raise         also lift each floor to what was measured
    python bench/accuracy.py --lower REASON  set the floors to what was measured, even where that is lower

The gold is not part of the project: it is read from ../shared (or --shared DIR), and without it this says so and
stops. A floor belongs to the corpus it was measured on, by hash: on other texts it says nothing.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "bench" / "floors.json"
REPORT = ROOT / "docs" / "accuracy.md"
SETS = {"seeds": "gold/seeds", "news": "gold/news", "times": "bench/meantime", "quotes": "bench/polnear-dev"}
META = ("title", "published", "publisher", "authors", "url")
SLACK = 0.0005  # figures are rounded to three places


def extract(gold: Path, out: Path) -> None:
    """Run `foedera extract` over the texts of a gold folder."""
    corpus = out.with_suffix(".corpus.jsonl")
    with corpus.open("w", encoding="utf-8") as file:
        for path in sorted(gold.glob("*.txt")):
            meta = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            row = {"id": path.name, "text": path.read_bytes().decode("utf-8")}
            row |= {key: meta[key] for key in META if meta.get(key)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    foedera = Path(sys.executable).parent / "foedera"
    with out.open("w", encoding="utf-8") as file:
        subprocess.run([foedera, "extract", corpus], stdout=file, check=True)


def score(scorer: Path, gold: Path, system: Path) -> tuple[dict[str, Any], list[str]]:
    """The scorer's figures and its error lines."""
    command = [sys.executable, scorer, "--gold", gold, "--system", system, "--json", "--errors", "100000"]
    first, *errors = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return json.loads(first)["scores"], errors


def confusions(errors: list[str]) -> list[tuple[str, int]]:
    """The commonest kinds of error. Names of kinds only: the texts belong to their publishers."""
    kinds: collections.Counter[str] = collections.Counter()
    for line in errors:
        what = line.split(": ", 1)[1]
        if match := re.match(r"act missed: \S+ (\w+) (\w+)", what):
            kinds[f"act missed: {match[1]}, {match[2]}"] += 1
        elif match := re.match(r"act wrong: (\S+) (\w+) (\w+)", what):
            where = "on no agreement of the gold" if match[1] == "None" else "on an agreement of the gold"
            kinds[f"act too many or other: {match[2]}, {match[3]}, {where}"] += 1
        elif match := re.match(r"quotation missed: .*: (direct|indirect|mixed) at", what):
            kinds[f"quotation missed: {match[1]}"] += 1
        elif match := re.match(r"time value: .* gold (\S+), system (\S+)", what):
            shape = [re.sub(r"\d", "9", value.strip("',")) for value in match.groups()]
            kinds[f"time value: {shape[0]} read as {shape[1]}"] += 1
        else:
            kinds[what.split(":")[0]] += 1
    return kinds.most_common(15)


def corpus_hash(gold: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(gold.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def below(measured: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """Every figure that has fallen under its floor, in words."""
    found = []
    for name, entry in floors.items():
        here = measured.get(name)
        if here is None:
            continue
        if here["corpus"] != entry["corpus"]:
            found.append(f"{name}: the floors are of corpus {entry['corpus']}, this is {here['corpus']}")
            continue
        for figure, floor in entry["f1"].items():
            if here["scores"][figure]["f1"] < floor - SLACK:
                found.append(f"{name}: {figure} is {here['scores'][figure]['f1']}, its floor is {floor}")
    return found


def page(measured: dict[str, Any], notes: str) -> str:
    """docs/accuracy.md."""
    parts = [
        "# Accuracy\n",
        "Made by `make accuracy` from hand-coded reports that are not part of the project. P is precision, R recall;",
        "`records` is how many the gold holds. The floors in `bench/floors.json` only go up.\n",
    ]
    for name, entry in measured.items():
        parts += [f"\n## {name}\n", f"Corpus `{entry['corpus']}`, {entry['documents']} documents.\n"]
        parts += ["| figure | P | R | F1 | records |", "|---|---|---|---|---|"]
        for figure, value in entry["scores"].items():
            parts.append(f"| {figure} | {value['p']:.3f} | {value['r']:.3f} | {value['f1']:.3f} | {value['gold']} |")
        parts += part_table(entry["parts"])
        parts += ["\nThe commonest errors:\n", "| error | times |", "|---|---|"]
        parts += [f"| {kind} | {count} |" for kind, count in entry["confusions"]]
    return "\n".join(parts) + "\n" + notes


def by_part(scorer: Path, gold: Path, system: Path) -> dict[str, dict[str, Any]]:
    """The figures by part of the events (EVENT__NN.txt), after what they were used for when the rules were made."""
    events = sorted({path.name.split("__")[0] for path in gold.glob("*__*.txt")})
    parts = {"developed on": events[::2], "later too": events[1::4], "kept for checking": events[3::4]}
    figures = {}
    for name, chosen in parts.items() if events else ():
        with tempfile.TemporaryDirectory() as tmp:
            for path in gold.iterdir():
                if path.name.split("__")[0] in chosen:
                    shutil.copy(path, tmp)
            figures[name] = score(scorer, Path(tmp), system)[0]
    return figures


def part_table(parts: dict[str, dict[str, Any]]) -> list[str]:
    """The F1 of the parts side by side, with how many records each holds."""
    if not parts:
        return []
    figures = [figure for figure in next(iter(parts.values())) if all(figure in part for part in parts.values())]
    rows = [
        f"| {figure} | "
        + " | ".join(f"{part[figure]['f1']:.3f} ({part[figure]['gold']})" for part in parts.values())
        + " |"
        for figure in figures
    ]
    head = ["\nF1 by part of the events (and how many records it holds):\n", f"| figure | {' | '.join(parts)} |"]
    return [*head, "|---" * (len(parts) + 1) + "|", *rows]


def measure(shared: Path) -> dict[str, Any]:
    measured = {}
    for name, folder in SETS.items():
        gold = shared / folder
        with tempfile.TemporaryDirectory() as tmp:
            system = Path(tmp) / "system.jsonl"
            extract(gold, system)
            scores, errors = score(shared / "bench/score.py", gold, system)
            parts = by_part(shared / "bench/score.py", gold, system)
        documents = len(list(gold.glob("*.txt")))
        measured[name] = {
            "corpus": corpus_hash(gold),
            "documents": documents,
            "scores": scores,
            "confusions": confusions(errors),
            "parts": parts,
        }
        print(f"{name}: {documents} documents scored", file=sys.stderr)
    return measured


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="REASON")
    options = parser.parse_args()
    if not (options.shared / "bench/score.py").is_file():
        print(f"accuracy: no gold at {options.shared}; nothing was measured")
        return 0
    measured = measure(options.shared)
    floors = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {}
    fallen = below(measured, floors)
    if options.lower or (options.lift and not fallen):
        floors = {
            name: {
                "corpus": entry["corpus"],
                "f1": {figure: value["f1"] for figure, value in entry["scores"].items()},
                **({"lowered": options.lower} if any(what.startswith(f"{name}: ") for what in fallen) else {}),
            }
            for name, entry in measured.items()
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
        fallen = []
    notes = ROOT / "docs" / "accuracy-notes.md"
    REPORT.write_text(page(measured, notes.read_text() if notes.is_file() else ""), encoding="utf-8")
    for name, entry in measured.items():
        print(name, *(f"{figure} {value['f1']:.3f}" for figure, value in entry["scores"].items()), sep="\n  ")
    print(*fallen, sep="\n", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
