"""What each construction of quotation scores, on the sentences of quotation_suite.yaml: a table in Markdown.

python bench/quotation_suite.py [--misses]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from foedera.annotate import load_language, parse
from foedera.model import Document, Quotation
from foedera.model.ids import text_hash
from foedera.pipeline import read_document

SUITE = Path(__file__).with_suffix(".yaml")


def places(text: str, words: str | list[str]) -> set[int]:
    """The characters of a sentence that the pieces of a quotation cover, one piece after the other."""
    covered: set[int] = set()
    start = 0
    for piece in [words] if isinstance(words, str) else words:
        start = text.index(piece, start)
        covered |= set(range(start, start + len(piece)))
        start += len(piece)
    return covered


def matches(text: str, wanted: dict[str, Any], read: Quotation) -> bool:
    """The same words (four fifths of the characters), the same speaker, the same form."""
    gold, ours = places(text, wanted["words"]), {i for s in read.content for i in range(s.start, s.end)}
    named = read.speaker.span is not None and (
        wanted["by"] in read.speaker.span.text or read.speaker.span.text in wanted["by"]
    )
    return len(gold & ours) >= 0.8 * len(gold | ours) and named and read.form == wanted["form"]


def score(items: list[dict[str, Any]], nlp: Any) -> tuple[int, int, int, list[str]]:
    """How many quotations there are, how many are read right, how many more are read, and what went wrong."""
    wanted_count = right = extra = 0
    wrong: list[str] = []
    documents = [Document(str(n), "", "", item["text"], text_hash(item["text"])) for n, item in enumerate(items)]
    for item, document, tokens in zip(items, documents, parse(nlp, documents), strict=True):
        read = list(read_document(document, tokens).quotations)
        wanted = item.get("said", [])
        wanted_count += len(wanted)
        for one in wanted:
            hit = next((q for q in read if matches(item["text"], one, q)), None)
            right += hit is not None
            if hit is not None:
                read.remove(hit)
            else:
                wrong.append(f"missed: {item['text']!r} {one['by']}: {one['words']}")
        extra += len(read)
        wrong += [
            f"extra: {item['text']!r} {q.speaker.span and q.speaker.span.text}: {[s.text for s in q.content]} {q.form}"
            for q in read
        ]
    return wanted_count, right, extra, wrong


def main() -> int:
    """Print the table."""
    nlp = load_language()
    suite: dict[str, list[dict[str, Any]]] = yaml.safe_load(SUITE.read_text(encoding="utf-8"))
    print("| construction | sentences | of these without | quotations | right | wrong or extra |")
    print("|---|---|---|---|---|---|")
    totals = [0, 0, 0, 0, 0]
    misses: list[str] = []
    for name, items in suite.items():
        wanted, right, extra, wrong = score(items, nlp)
        row = [len(items), sum(not item.get("said") for item in items), wanted, right, extra]
        totals = [a + b for a, b in zip(totals, row, strict=True)]
        misses += [f"{name}: {line}" for line in wrong]
        print(f"| {name} | " + " | ".join(map(str, row)) + " |")
    print("| **all** | " + " | ".join(f"**{n}**" for n in totals) + " |")
    if "--misses" in sys.argv:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
