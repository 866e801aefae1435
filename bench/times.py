"""Words per second of the time reader beside dateparser, and how its time grows with the text.

    python bench/times.py [CORPUS.jsonl]

The same texts are read by both, on one core. Then one text, one line and the inputs that are worst for the patterns
are read at a fifth of their length and in full: five times the text should take about five times as long.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from foedera.times import find_times

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = "2024-06-18"
SIZE = 5_000_000  # characters
WORST = {
    "spaces": " ", "line breaks": "\n", "hyphens": "-", "quotes": "'", "figures": "1", "dotted figures": "1.",
    "'the'": "the ", "'a'": "a ", "'last'": "last ", "years": "2000 ", "days": "18 ", "months": "June ",
    "numbers": "twenty-", "weekdays": "said Monday ",
}  # fmt: skip


def texts(corpus: Path | None) -> list[str]:
    """A corpus, or the example reports."""
    if corpus:
        return [json.loads(line)["text"] for line in corpus.open(encoding="utf-8") if line.strip()]
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples/reports").glob("*.txt"))]


def seconds(text: str) -> float:
    """Processor time of one reading."""
    start = time.process_time()
    find_times(text, PUBLISHED)
    return time.process_time() - start


def rate(found: list[str]) -> float:
    """Words per second, the best of five rounds."""
    words = sum(len(text.split()) for text in found)
    return words / min(sum(map(seconds, found)) for _ in range(5))


def dateparser_rate(found: list[str]) -> float | None:
    """Words per second of dateparser's search on the same texts; None where it is not installed."""
    try:
        from dateparser.search import search_dates
    except ModuleNotFoundError:
        return None
    search_dates("18 June 2024", languages=["en"])
    words, start = 0, time.process_time()
    for text in found:
        search_dates(text, languages=["en"])
        words += len(text.split())
        if time.process_time() - start > 10:
            break
    return words / (time.process_time() - start)


def growth(name: str, text: str) -> None:
    """Time at a fifth of the length and in full."""
    part, whole = seconds(text[: len(text) // 5]), seconds(text)
    print(f"{name:16} {len(text) / 1e6:>5.1f} MB {part:>7.2f} s {whole:>7.2f} s   x{whole / part:.1f}")


def main() -> None:
    """Print both tables."""
    found = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    ours, theirs = rate(found), dateparser_rate(found)
    print(f"times       {ours:>9.0f} words/s")
    print(f"dateparser  {theirs:>9.0f} words/s" if theirs else "dateparser is not installed")
    whole = "\n\n".join(found)
    whole = (whole + "\n\n") * (SIZE // len(whole) + 1)
    print(f"\n{'input':16} {'size':>8} {'a fifth':>9} {'whole':>9}   (five times the text)")
    growth("one text", whole[:SIZE])
    growth("one line", whole.replace("\n", " ")[:SIZE])
    for name, unit in WORST.items():
        growth(name, unit * (SIZE // 10 // len(unit)))


if __name__ == "__main__":
    main()
