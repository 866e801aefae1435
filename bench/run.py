"""Speed and memory of `foedera extract`, beside the bare language pipeline, in one run.

    python bench/run.py [CORPUS.jsonl] [--words N] [--memory SMALL LARGE]

Ratios hold where absolute times do not: the two are timed in turn (CPU time), on the same texts, and the median
of the pairwise ratios is printed. Without a corpus the example reports are repeated.
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

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


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
    from foedera.model import Document
    from foedera.model.codec import lines
    from foedera.model.ids import text_hash
    from foedera.pipeline import Extractor
    from foedera.times import read_times

    extractor = Extractor()
    documents = [
        Document(f"d{i}", f"d{i}", f"d{i}", text, text_hash(text), published="2024-06-18")
        for i, text in enumerate(sample)
    ]
    words = sum(len(text.split()) for text in sample)

    def bare() -> None:
        for _ in extractor.nlp.pipe(sample, batch_size=32):
            pass

    def whole() -> None:
        for reading in extractor.read(documents):
            for _ in lines(reading):
                pass

    bare(), whole()  # warm
    ratios, best = [], {"bare": 0.0, "whole": 0.0}
    for _ in range(ROUNDS):
        took = {}
        for name, run in (("bare", bare), ("whole", whole)):
            start = time.process_time()
            run()
            took[name] = time.process_time() - start
            best[name] = max(best[name], words / took[name])
        ratios.append(took["bare"] / took["whole"])
    start = time.process_time()
    for document in documents:
        read_times(document)
    print(f"{words} words, {len(sample)} documents, {extractor.model}")
    print(f"bare language pipeline  {best['bare']:>9.0f} words/s")
    print(f"foedera extract         {best['whole']:>9.0f} words/s")
    print(f"ratio                   {statistics.median(ratios):>9.2f}   (median of {ROUNDS} pairs)")
    print(f"times alone             {words / (time.process_time() - start):>9.0f} words/s")


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
