"""Readers: from files, pages, corpora and standard input to documents with their provenance.

    for item in read(["news/", "page.html", "corpus.jsonl.gz", "-"], published="2024-06-18"):
        ...                                  # a Document, or the Failure of one file or row, in their order

    document("MOSCOW, June 18. /TASS/. ...", name="report.txt", published="2024-06-18")

Everything streams: one document is held at a time, whatever the size of a corpus or a folder. A file or row that
cannot be read is one Failure, and the others go on.
"""

from foedera.read.assemble import document
from foedera.read.files import read
from foedera.read.raw import MAX_CHARACTERS, Raw

__all__ = ["MAX_CHARACTERS", "Raw", "document", "read"]
