"""The composition root: puts the rooms together, from documents to readings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from foedera.annotate import Layers, language_name, load_language, parse
from foedera.extract.acts import read_acts
from foedera.extract.agreements import read_agreements
from foedera.extract.claims import read_claims
from foedera.extract.entities import read_actors
from foedera.extract.links import read_links
from foedera.extract.meetings import read_meetings
from foedera.extract.quotations import read_quotations
from foedera.model import Reading
from foedera.times import read_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc

    from foedera.errors import FoederaError
    from foedera.model import Document

_BATCH = 32  # documents that go through the language pipeline together; bounds memory


class Extractor:
    """Reads documents. It holds the language pipeline, so make one a process and keep it."""

    def __init__(self, model: str | None = None) -> None:
        self.nlp = load_language(model)
        self.model = language_name(self.nlp)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """What is read in each document, in their order; they go through the pipeline together."""
        batch = list(documents)
        for document, tokens in zip(batch, parse(self.nlp, batch), strict=True):
            yield read_document(document, tokens)


def read_document(document: Document, tokens: Doc) -> Reading:
    """Every record of one document, from its tokens."""
    layers = Layers(document, tokens, read_times(document))
    actors = read_actors(layers)
    agreements = read_agreements(layers, actors)
    quotations = read_quotations(layers, actors, agreements)
    acts = read_acts(layers, actors, agreements, quotations)
    return Reading(
        document=document,
        times=layers.times,
        entities=actors.entities,
        agreements=agreements,
        acts=acts,
        links=read_links(layers, actors, agreements),
        meetings=read_meetings(layers, actors),
        quotations=quotations,
        claims=read_claims(layers, actors, agreements, quotations),
    )


def read_files(
    files: Iterable[str],
    *,
    published: str | None = None,
    workers: int = 1,
    failed: Callable[[FoederaError], None],
) -> Iterator[Reading]:
    """What is read in each report of the files, in their order; `failed` hears of what could not be read.

    Readings come as a stream: memory does not grow with the number of reports.
    """
    extractor = Extractor()
    for batch in batched(_documents(files, published, failed), _BATCH):
        yield from extractor.read(batch)


def _documents(
    files: Iterable[str], published: str | None, failed: Callable[[FoederaError], None]
) -> Iterator[Document]:
    """Stands in until the readers are here: text files and JSON Lines."""
    import json
    from pathlib import Path

    from foedera.model import Document
    from foedera.model.ids import text_hash

    for name in files:
        if name.endswith(".jsonl"):
            with Path(name).open(encoding="utf-8", newline="\n") as rows:
                for row in map(json.loads, rows):
                    text, when = row["text"], row.get("published", published)
                    identity = Document.identify(row["id"], text, when)
                    yield Document(
                        identity, row["id"], row["id"], text, text_hash(text), published=when,
                        title=row.get("title"), publisher=row.get("publisher"), url=row.get("url"),
                    )  # fmt: skip
        else:
            text = Path(name).read_bytes().decode("utf-8")
            identity = Document.identify(name, text, published)
            yield Document(identity, name, Path(name).name, text, text_hash(text), published=published)


def batched(items: Iterable[Document], size: int) -> Iterator[tuple[Document, ...]]:
    """The items in tuples of `size`, the last one shorter."""
    source = iter(items)
    while batch := tuple(islice(source, size)):
        yield batch
