"""Near-copies among unrelated reports: how many are found, how many found are none, and how time grows.

    python bench/copies.py [--corpus TEXTS.jsonl] [--sizes 1000 10000 100000]

5,000 unrelated reports are made of words drawn at random (seeded), so that no two share a run of words by anything
but chance; that none do is checked by looking up every run of 12 words. A third of them end on one of a few footers, a
tenth carry one of a few statements that many outlets print: shared text that makes no copy. Then copies of them are
planted in the ways that outlets change a text: cut at a paragraph, a new headline, other quote marks, British
spelling, a paragraph inserted, and all of these at once. With --corpus (JSON Lines with `text`) real paragraphs are
used; reports that share 30 words in a row are then copies in truth, planted or not.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import re
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.model import Document, Reading
from foedera.model.ids import text_hash
from foedera.resolve import resolve
from foedera.store import Filing, View, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNRELATED, EACH, SEED = 5_000, 100, 20240618
Paragraphs = list[str]

SPELLING = {
    "center": "centre", "color": "colour", "defense": "defence", "program": "programme", "labor": "labour",
    "organize": "organise", "neighbor": "neighbour", "traveled": "travelled", "license": "licence", "honor": "honour",
    "recognize": "recognise", "favor": "favour", "harbor": "harbour", "meter": "metre", "analyze": "analyse",
}  # fmt: skip
SMALL = [
    "the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "with", "as", "by", "at", "it", "from", "was", "be",
    "this", "has", "have", "not", "are", "which", "will", "their",
]  # fmt: skip


class Maker:
    """Makes texts of words that mean nothing, as frequent as words are: a few often, most seldom."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
        words = ["".join(self.random.choices(syllables, k=self.random.randint(2, 3))) for _ in range(20_000)]
        self.words = [*SMALL, *SPELLING, *dict.fromkeys(words)]
        weights = [20 / (n + 3) for n in range(len(SMALL))]
        weights += [0.15] * len(SPELLING) + [5 / (n + 20) for n in range(len(self.words) - len(SMALL) - len(SPELLING))]
        self.weights = list(itertools.accumulate(weights))

    def sentence(self, words: int) -> str:
        said = " ".join(self.random.choices(self.words, cum_weights=self.weights, k=words))
        return said[0].upper() + said[1:] + "."

    def paragraph(self) -> str:
        sentences = [self.sentence(self.random.randint(9, 24)) for _ in range(self.random.randint(2, 3))]
        if self.random.random() < 0.4:
            sentences.append(f'"{self.sentence(12)}" he said.')
        return " ".join(sentences)

    def report(self) -> Paragraphs:
        return [self.paragraph() for _ in range(self.random.randint(3, 9))]


def with_shared_text(reports: list[Paragraphs], maker: Maker) -> None:
    """Put footers and statements that many outlets print into some of the reports."""
    footers = [" ".join(maker.sentence(20) for _ in range(3)) for _ in range(20)]
    statements = [f'"{maker.sentence(22)}" the statement said.' for _ in range(10)]
    for report in reports:
        if maker.random.random() < 1 / 10:
            report.insert(maker.random.randint(1, len(report)), maker.random.choice(statements))
        if maker.random.random() < 1 / 3:
            report.append(maker.random.choice(footers))


def _cut(report: Paragraphs, maker: Maker) -> Paragraphs:
    return report[: max(2, math.ceil(len(report) * 0.6))]


def _headline(report: Paragraphs, maker: Maker) -> Paragraphs:
    return [maker.sentence(9), *report]


def _quotes(report: Paragraphs, maker: Maker) -> Paragraphs:
    return [re.sub('"([^"]*)"', "‘\\1’", paragraph) for paragraph in report]


def _british(report: Paragraphs, maker: Maker) -> Paragraphs:
    american = re.compile(rf"\b({'|'.join(SPELLING)})\b")
    return [american.sub(lambda found: SPELLING[found[0]], paragraph) for paragraph in report]


def _inserted(report: Paragraphs, maker: Maker) -> Paragraphs:
    middle = len(report) // 2
    return [*report[:middle], maker.paragraph(), *report[middle:]]


WAYS: dict[str, Callable[[Paragraphs, Maker], Paragraphs]] = {
    "cut at a paragraph": _cut,
    "a new headline": _headline,
    "other quote marks": _quotes,
    "British spelling": _british,
    "a paragraph inserted": _inserted,
}


def _all(report: Paragraphs, maker: Maker) -> Paragraphs:
    for change in WAYS.values():
        report = change(report, maker)
    return report


def document(name: str, report: Paragraphs, published: str) -> Document:
    text = "\n\n".join(report)
    return Document(Document.identify(name, text, published), name, name, text, text_hash(text), published=published)


def shared_runs(documents: list[Document], length: int) -> Iterator[tuple[str, str, str]]:
    """Every run of so many words that two documents share, with the first document to have it: by looking all up."""
    first: dict[int, tuple[str, str]] = {}
    for doc in documents:
        words = re.findall(r"[^\W_]+", doc.text.casefold())
        for n in range(len(words) - length + 1):
            run = " ".join(words[n : n + length])
            known, spoken = first.setdefault(hash(run), (doc.id, run))
            if known != doc.id and run == spoken:
                yield known, doc.id, run


def find(documents: list[Document], folder: Path) -> tuple[dict[str, str], float, float]:
    """The copies that a register of the documents finds; seconds to keep them and to find copies."""
    path = folder / f"{len(documents)}.duckdb"
    start = time.perf_counter()
    with Writer(path) as writer:
        for n in range(0, len(documents), 2_000):
            readings = [Reading(doc) for doc in documents[n : n + 2_000]]
            with writer.transaction():
                resolve(writer, readings, writer.file([Filing(r.document.name, r, "bench", "none") for r in readings]))
    kept = time.perf_counter()
    with View(path) as view:
        copies = view.copies()
    return copies, kept - start, time.perf_counter() - kept


def real_reports(corpus: Path) -> list[Paragraphs]:
    """Reports of five paragraphs each, of the texts of a corpus."""
    found = []
    for line in corpus.open(encoding="utf-8"):
        paragraphs = [part for part in re.split(r"\n+", json.loads(line)["text"]) if len(part.split()) > 8]
        found += [paragraphs[n : n + 5] for n in range(0, len(paragraphs) - 3, 5)]
    return found


def quality(corpus: Path | None, folder: Path) -> None:
    """Recall and precision, on unrelated reports and planted copies."""
    maker = Maker(SEED)
    reports = real_reports(corpus)[:UNRELATED] if corpus else [maker.report() for _ in range(UNRELATED)]
    originals = [document(f"o{n}", report, f"2024-01-{1 + n % 28:02}") for n, report in enumerate(reports)]
    akin = {frozenset((a, b)) for a, b, _ in shared_runs(originals, 30 if corpus else 12)}
    print(f"{len(originals)} reports, of which {len(akin)} pairs share text before anything is planted")
    if not corpus:
        with_shared_text(reports, maker)
        originals = [document(doc.name, r, str(doc.published)) for doc, r in zip(originals, reports, strict=True)]
    planted: dict[str, tuple[str, str]] = {}
    copies = []
    for way, change in {**WAYS, "all of these": _all}.items():
        for n in maker.random.sample(range(len(originals)), EACH):
            copy = document(f"{way} {n}", change(reports[n], maker), "2024-03-01")
            planted[copy.id] = (originals[n].id, way)
            copies.append(copy)
    found, *_ = find([*originals, *copies], folder)
    for way in (*WAYS, "all of these"):
        of_way = {copy: source for copy, (source, name) in planted.items() if name == way}
        hits = sum(_root(found, copy) == source for copy, source in of_way.items())
        print(f"    {way:22} recall {hits / len(of_way):.3f}")
    hits = sum(_root(found, copy) == source for copy, (source, _) in planted.items())
    pairs = [(_source(planted, copy), _source(planted, source)) for copy, source in found.items()]
    wrong = [pair for pair in pairs if len({*pair}) > 1 and frozenset(pair) not in akin]
    print(f"recall {hits / len(planted):.3f}  precision {1 - len(wrong) / max(1, len(found)):.3f}  found {len(found)}")


def _root(found: dict[str, str], doc: str) -> str | None:
    """The report that a copy is traced to, through copies of it."""
    source = found.get(doc)
    while source in found:
        source = found[source]
    return source


def _source(planted: dict[str, tuple[str, str]], doc: str) -> str:
    return planted[doc][0] if doc in planted else doc


def growth(sizes: list[int], folder: Path) -> None:
    """Seconds at growing numbers of reports, a tenth of them copies, beside what n log n would take."""
    first: tuple[int, float] | None = None
    for size in sizes:
        maker = Maker(SEED)
        reports = [maker.report()[:4] for _ in range(size * 9 // 10)]
        with_shared_text(reports, maker)
        copies = [_inserted(report, maker) for report in reports[: size - len(reports)]]
        documents = [document(f"d{n}", r, f"2024-01-{1 + n % 28:02}") for n, r in enumerate([*reports, *copies])]
        _, keeping, finding = find(documents, folder)
        first = first or (size, keeping + finding)
        expected = first[1] * size * math.log(size) / (first[0] * math.log(first[0]))
        print(
            f"{size:>7} reports: kept in {keeping:7.2f} s, copies found in {finding:6.2f} s; n log n {expected:8.2f} s"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        quality(asked.corpus, Path(folder))
        growth(asked.sizes, Path(folder))


if __name__ == "__main__":
    main()
