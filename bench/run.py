"""Speed and memory of `foedera extract`, beside the bare language pipeline, in one run.

    python bench/run.py [CORPUS.jsonl] [--words N] [--memory SMALL LARGE]

Ratios hold where absolute times do not: all are timed in turn (CPU time), a few texts at a time, and each round's ratio
is of all its texts. "Bare" is the pipeline as spaCy loads it. Without a corpus the example reports are repeated.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
BATCH = 32  # documents that go through the pipeline together, as the engine hands them on


def texts(corpus: Path | None, words: int) -> list[str]:
    """The texts to read: a corpus, or the example reports over and over until there are enough words."""
    if corpus:
        found = [json.loads(line)["text"] for line in corpus.open(encoding="utf-8") if line.strip()]
    else:
        found = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "examples/reports").glob("*.txt"))]
    chosen, count = [], 0
    for text in itertools.cycle(found):
        if count >= words:
            return chosen
        chosen.append(text)
        count += len(text.split())
    raise SystemExit("bench: no texts")


def speed(sample: list[str]) -> None:
    """Words per second of the bare pipeline and of everything that is read on top of it."""
    from foedera.annotate import load_language, parse
    from foedera.model import Document
    from foedera.model.codec import lines
    from foedera.model.ids import text_hash
    from foedera.pipeline import Extractor
    from foedera.times import read_times

    extractor, pipeline = Extractor(), load_language(quick=False)
    documents = [
        Document(f"d{i}", f"d{i}", f"d{i}", text, text_hash(text), published="2024-06-18")
        for i, text in enumerate(sample)
    ]

    def bare(batch: list[Document]) -> None:
        for _ in pipeline.pipe([d.text for d in batch], batch_size=BATCH):
            pass

    def quick(batch: list[Document]) -> None:
        with extractor.nlp.memory_zone():
            for _ in parse(extractor.nlp, batch):
                pass

    def whole(batch: list[Document]) -> None:
        for reading in extractor.read(batch):
            for _ in lines(reading):
                pass

    runs = {"bare": bare, "quick": quick, "whole": whole}
    batches = [documents[i : i + BATCH] for i in range(0, len(documents), BATCH)]
    rounds = list(timed(runs, batches))
    words = sum(len(text.split()) for text in sample)
    best = {name: words / min(took[name] for took in rounds) for name in runs}
    start = time.process_time()
    for document in documents:
        read_times(document)
    alone = words / (time.process_time() - start)
    print(f"{words} words, {len(sample)} documents, {extractor.model}")
    print(f"language pipeline as spaCy loads it  {best['bare']:>9.0f} words/s")
    print(f"the same, as Foedera runs it         {best['quick']:>9.0f} words/s")
    print(f"foedera extract                      {best['whole']:>9.0f} words/s")
    print(f"speed beside the bare pipeline       {spread(t['bare'] / t['whole'] for t in rounds)}")
    print(f"reading on top, of the bare's time   {spread((t['whole'] - t['quick']) / t['bare'] for t in rounds)}")
    bare_time = statistics.median(t["bare"] for t in rounds)
    for name, took in by_room(lambda: [whole(batch) for batch in batches]).items():
        print(f"    {name:<33}{took / bare_time:>9.2f}")
    print(f"times alone                          {alone:>9.0f} words/s")


def timed(runs: dict[str, Callable[[T], None]], batches: list[T]) -> Iterator[dict[str, float]]:
    """The CPU time that each of some runs takes over all batches, round after round."""
    for number in range(ROUNDS + 1):
        took = dict.fromkeys(runs, 0.0)
        for batch in batches:  # in turn: a machine that slows down slows all of them down
            for name, run in runs.items():
                start = time.process_time()
                run(batch)
                took[name] += time.process_time() - start
        if number:  # the first round warms up
            yield took


def by_room(read: Callable[[], object]) -> dict[str, float]:
    """The CPU time that each extractor takes of a reading."""
    from foedera import pipeline

    whole = {"read_document", "read_files"}
    took = {name: 0.0 for name in vars(pipeline) if name.startswith("read_") and name not in whole}

    def clocked(name: str) -> Callable[..., object]:
        extract = getattr(pipeline, name)

        def run(*layers: object) -> object:
            start = time.process_time()
            found = extract(*layers)
            took[name] += time.process_time() - start
            return found

        return run

    with mock.patch.multiple(pipeline, **{name: clocked(name) for name in took}):
        read()
    return took


def spread(ratios: Iterable[float]) -> str:
    """The median, and how far the rounds lie apart."""
    found = sorted(ratios)
    return f"{statistics.median(found):>9.2f} (median of {len(found)} rounds, {found[0]:.2f} to {found[-1]:.2f})"


def memory(sample: list[str], sizes: list[int]) -> None:
    """Peak memory of `foedera extract` over few and over many documents."""
    short = [" ".join(text.split()[:60]) for text in sample]
    for size in sizes:
        with tempfile.TemporaryDirectory() as tmp:
            corpus = Path(tmp) / "corpus.jsonl"
            with corpus.open("w", encoding="utf-8") as file:
                for i, text in zip(range(size), itertools.cycle(short), strict=False):
                    file.write(json.dumps({"id": f"r{i}", "text": f"{text} {i}", "published": "2024-06-18"}) + "\n")
            code = (
                "import resource, subprocess, sys;"
                "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            )
            foedera = str(Path(sys.executable).parent / "foedera")
            done = subprocess.run(
                [sys.executable, "-c", code, foedera, "extract", str(corpus)],
                capture_output=True,
                text=True,
                check=True,
            )
            print(f"peak memory, {size:>6} documents {int(done.stdout) / 1024:>9.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--memory", type=int, nargs="*", default=[1_000, 10_000])
    options = parser.parse_args()
    sample = texts(options.corpus, options.words)
    speed(sample)
    memory(sample, options.memory)


if __name__ == "__main__":
    main()
