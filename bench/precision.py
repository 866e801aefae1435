"""False acts in news that speaks of no agreement: `python bench/precision.py [--shared ../shared] [--show]`.

Draws 500 paragraphs of political news (PolNeAR's training texts) in which no instrument between states is named: half
at random, half that hold a word which could mislead ("deal", "sign", "withdraw", "convention", "summit"). Every act
read in them is false. The bar: fewer than one act in 50 paragraphs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from pathlib import Path

from foedera.model import Document
from foedera.model.ids import text_hash
from foedera.pipeline import Extractor

BAR = 1 / 50
PARAGRAPHS = 500
# Instruments between states that these texts do speak of: such a paragraph may hold true acts and is not drawn.
INSTRUMENTS = re.compile(
    r"treat(y|ies)\b|\baccords?\b|cease-?fire|truce|armistice|nafta|\btpp\b|trans-pacific|\biran\b|\bnato\b|\bcuba"
    r"|nuclear (deal|agreement)|climate (deal|agreement|change)|\bparis\b|brexit|european union|trade (agree|deal)"
    r"|(trade|free-trade|security|peace|diplomatic) (deal|agreement|pact|talks)|memorandum of|geneva convention",
    re.IGNORECASE,
)
MISLEADING = re.compile(
    r"\b(deals?|agreement|pact|convention|compact|sign(ed|ing)?|withdr\w+|ratif\w+|approve\w*|summit|negotiat\w+|talks)\b",
    re.IGNORECASE,
)


def paragraphs(source: Path) -> list[tuple[str, str | None]]:
    """The same 500 paragraphs each time, each with its date of publication."""
    plain: list[tuple[str, str | None]] = []
    misleading: list[tuple[str, str | None]] = []
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for text in row["text"].split("\n\n"):
                if len(text.split()) >= 12 and not INSTRUMENTS.search(text):
                    (misleading if MISLEADING.search(text) else plain).append((text, row.get("published")))
    draw = random.Random(2024)
    half = PARAGRAPHS // 2
    return draw.sample(plain, half) + draw.sample(misleading, half)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="print every false act with its words")
    options = parser.parse_args()
    source = options.shared / "bench" / "polnear-train.jsonl.gz"
    if not source.is_file():
        print(f"no measurement data: {source} is missing; nothing measured")
        return 0
    documents = [
        Document(f"doc_{i}", f"{i}.txt", f"{i}.txt", text, text_hash(text), published=published)
        for i, (text, published) in enumerate(paragraphs(source))
    ]
    acts = agreements = meetings = 0
    for reading in Extractor().read(documents):
        acts += len(reading.acts)
        agreements += len(reading.agreements)
        meetings += len(reading.meetings)
        for act in reading.acts if options.show else ():
            print(f"{act.stage} {act.realis} [{act.rule}]: {act.evidence[0].text!r} in {reading.document.text[:160]!r}")
    rate = acts / len(documents)
    print(f"{len(documents)} paragraphs: {acts} false acts ({rate:.4f} a paragraph, bar {BAR}), ", end="")
    print(f"{agreements} agreements, {meetings} meetings")
    return int(rate >= BAR)


if __name__ == "__main__":
    sys.exit(main())
