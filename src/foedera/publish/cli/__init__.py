"""The command line: a file a command."""

from __future__ import annotations


def main() -> None:
    """Run `foedera`."""
    import sys
    from pathlib import Path

    from foedera.model import Document
    from foedera.model.codec import lines
    from foedera.model.ids import text_hash
    from foedera.pipeline import Extractor

    import json

    args = sys.argv[2:]
    published = None
    if args[0] == "--published":
        published, args = args[1], args[2:]
    docs = []
    for a in args:
        if a.endswith(".jsonl"):
            for line in Path(a).open(encoding="utf-8"):
                row = json.loads(line)
                docs.append(Document(Document.identify(row["id"], row["text"], row.get("published")), row["id"], row["id"], row["text"], text_hash(row["text"]), published=row.get("published"), title=row.get("title"), publisher=row.get("publisher")))
        else:
            t = Path(a).read_bytes().decode()
            docs.append(Document(Document.identify(a, t, published), a, Path(a).name, t, text_hash(t), published=published))
    for reading in Extractor().read(docs):
        for line in lines(reading):
            print(line)
