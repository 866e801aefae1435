"""Which agreements of several reports are the same: scored on reports of one event, coded by hand.

    python bench/clusters.py [FOLDER] [--errors] [--part all|open|even|odd|kept]

FOLDER (default ../shared/gold/news) holds reports named CLUSTER__NN.txt with their gold beside them. All are put into
one register, twice: as the gold has their agreements (the resolver alone), and as Foedera reads them (the whole
house; a record stands for the agreement of the gold with which it shares most words, one to one). Of every two
agreements of the gold in two reports of a cluster it is asked whether the register has them as one, and whether the
gold gives them one name. `R read` leaves out pairs that the house did not read; `R` counts them as missed. `astray` are
agreements that the register has as one across two clusters though the gold gives them two names.

Every fourth cluster is kept unread (`kept`): `--errors` never shows it. `open` is what remains.
"""

from __future__ import annotations

import argparse
import itertools
import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.adding import add_files
from foedera.model import Agreement, Document, Link, Reading
from foedera.model.ids import text_hash
from foedera.resolve import resolve
from foedera.resolve.words import noun_kinds, tokens
from foedera.store import Filing, View, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from foedera.store import Entry

PARTS: dict[str, Callable[[int], bool]] = {
    "all": lambda n: True,
    "open": lambda n: n % 4 != 3,
    "even": lambda n: n % 2 == 0,
    "odd": lambda n: n % 4 == 1,
    "kept": lambda n: n % 4 == 3,
}
"""Parts of the clusters, by their position when sorted by name; `odd` is the half of the odd ones that is open."""


@dataclass(frozen=True)
class Coded:
    """A report with its gold."""

    cluster: str
    position: int
    document: Document
    agreements: tuple[Agreement, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Item:
    """An agreement of a report: what the gold calls it, and the register's entry and record (None: not read)."""

    report: Coded
    name: frozenset[str]
    entry: str | None
    record: Agreement | None


def load(folder: Path) -> list[Coded]:
    """The reports of a folder, with their place among the clusters."""
    paths = sorted(folder.glob("*__*.json"))
    clusters = sorted({path.name.split("__")[0] for path in paths})
    return [_coded(path, clusters) for path in paths]


def _coded(path: Path, clusters: list[str]) -> Coded:
    gold = json.loads(path.read_text(encoding="utf-8"))
    name, text = path.with_suffix(".txt").name, path.with_suffix(".txt").read_bytes().decode("utf-8")
    doc = Document(
        Document.identify(name, text, gold["published"]),
        name,
        name,
        text,
        text_hash(text),
        publisher=gold.get("publisher"),
        published=gold["published"],
    )
    cluster = name.split("__")[0]
    found = tuple(_agreement(row, doc) for row in gold["agreements"] if row["mentions"])
    links = tuple(_link(n, row, doc) for n, row in enumerate(gold["links"]) if row["evidence"])
    return Coded(cluster, clusters.index(cluster), doc, found, links)


def _agreement(row: dict[str, Any], doc: Document) -> Agreement:
    mentions = tuple(doc.span(m["start"], m["end"]) for m in row["mentions"])
    return Agreement(
        row["id"], row["name"], row["kind"], mentions, row["label"], tuple(row["parties"]), row["multilateral"]
    )


def _link(n: int, row: dict[str, Any], doc: Document) -> Link:
    evidence = tuple(doc.span(e["start"], e["end"]) for e in row["evidence"])
    return Link(f"l{n}", row["source"], row["relation"], row["target"], row["realis"], evidence)


def as_reported(agreement: Agreement) -> Agreement:
    """The record under a name that its report gives it: the gold's own names are the answers."""

    def titled(words: str) -> tuple[bool, int]:
        return any(word[0].isupper() for word in words.split()), len(words)

    name = max((mention.text for mention in agreement.mentions), key=titled)
    return Agreement(
        agreement.id,
        name,
        agreement.kind,
        agreement.mentions,
        agreement.label,
        agreement.parties,
        agreement.multilateral,
    )


def file_gold(register: Path, coded: list[Coded]) -> None:
    """A register of the gold's records."""
    readings = [Reading(c.document, agreements=tuple(map(as_reported, c.agreements)), links=c.links) for c in coded]
    with Writer(register) as writer, writer.transaction():
        filings = [Filing(reading.document.name, reading, "gold", "gold") for reading in readings]
        resolve(writer, readings, writer.file(filings))


def file_read(register: Path, coded: list[Coded]) -> None:
    """A register of what Foedera reads in the same texts."""
    corpus = register.with_suffix(".jsonl")
    rows = [
        {"id": d.name, "text": d.text, "published": d.published, "publisher": d.publisher}
        for d in (c.document for c in coded)
    ]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def failed(failure: Any) -> None:
        raise SystemExit(f"not read: {failure}")

    for _ in add_files([str(corpus)], register, failed=failed):
        pass


def items(register: Path, coded: list[Coded]) -> Iterator[Item]:
    """Each agreement of the gold beside what the register has for it."""
    with View(register) as view:
        reports = {report.document.name: report.document.id for report in view.reports()}
        entries = view.agreements()
    for c in coded:
        held = [(e, r) for e in entries for r in e.records if r.mentions[0].doc == reports[c.document.name]]
        paired = pair(c.agreements, held)
        for n, agreement in enumerate(c.agreements):
            entry, record = paired.get(n, (None, None))
            yield Item(c, _plain(agreement.name), entry.id if entry else None, record)


def pair(gold: tuple[Agreement, ...], held: list[tuple[Entry, Agreement]]) -> dict[int, tuple[Entry, Agreement]]:
    """One to one, those that share most characters of their mentions first."""
    shared = {
        (n, m): len(_characters(one) & _characters(other))
        for n, one in enumerate(gold)
        for m, (_, other) in enumerate(held)
    }
    found: dict[int, int] = {}
    for (n, m), size in sorted(shared.items(), key=lambda each: -each[1]):
        if size and n not in found and m not in found.values():
            found[n] = m
    return {n: held[m] for n, m in found.items()}


def _characters(agreement: Agreement) -> set[int]:
    return {at for mention in agreement.mentions for at in range(mention.start, mention.end)}


def _plain(name: str) -> frozenset[str]:
    """The words of a name but for the noun: coders say "security pact" and "security agreement" of one thing."""
    return frozenset(word for word in tokens(name) if word not in noun_kinds())


def count(found: Iterable[Item]) -> tuple[Counter[str], list[tuple[str, Item, Item]]]:
    """How many pairs are one in both, in the register only, in the gold only, and not read; and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong = []
    for a, b in itertools.combinations(found, 2):
        if a.report is b.report:
            continue
        is_one, joined = a.name == b.name, a.entry is not None and a.entry == b.entry
        if a.report.cluster != b.report.cluster:
            counts["astray"] += joined and not is_one
        elif a.entry is None or b.entry is None:
            counts["unread"] += is_one
        else:
            verdict = {(True, True): "right", (False, True): "joined", (True, False): "parted"}.get((is_one, joined))
            counts[verdict or "apart"] += 1
            if verdict in ("joined", "parted"):
                wrong.append((verdict, a, b))
    return counts, wrong


def figures(counts: Counter[str]) -> str:
    right, joined, parted = counts["right"], counts["joined"], counts["parted"]
    gold = right + parted + counts["unread"]

    def share(of: int) -> str:
        return f"{right / of:.3f}" if of else "  -  "

    shares = f"P {share(right + joined)}  R {share(gold)}  R read {share(right + parted)}"
    numbers = {"pairs": gold, **{name: counts[name] for name in ("joined", "parted", "unread", "astray")}}
    return "   ".join([shares, *(f"{name} {number:3}" for name, number in numbers.items())])


def show(wrong: list[tuple[str, Item, Item]]) -> None:
    for verdict, a, b in wrong:
        print(verdict)
        for item in (a, b):
            record = item.record
            assert record is not None
            forms = sorted({mention.text for mention in record.mentions})[:6]
            print(f"    {item.report.document.name}  {' '.join(sorted(item.name))}")
            print(f"        {record.kind} {record.label} {record.parties} {record.multilateral} {record.date} {forms}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(__file__).resolve().parents[2] / "shared/gold/news",
    )
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--input", choices=["gold", "read"])
    asked = parser.parse_args()
    coded = load(asked.folder)
    if not coded:
        raise SystemExit(f"bench: no coded reports in {asked.folder}")
    for name, fill in {"gold": file_gold, "read": file_read}.items():
        if asked.input not in (None, name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / "r.duckdb"
            fill(register, coded)
            found = list(items(register, coded))
        for part in [asked.part] if asked.part else PARTS:
            chosen = [item for item in found if PARTS[part](item.report.position)]
            counts, wrong = count(chosen)
            print(f"{name} {part:5} {figures(counts)}")
            if asked.errors and part in ("even", "odd", "open"):
                show(wrong)


if __name__ == "__main__":
    main()
