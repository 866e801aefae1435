"""The composition root: puts the rooms together, from documents to readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import engine
from foedera.annotate import Layers, language_name, load_language, parse
from foedera.extract.acts import read_acts
from foedera.extract.agreements import read_agreements
from foedera.extract.claims import read_claims
from foedera.extract.entities import read_actors
from foedera.extract.explain import explain
from foedera.extract.joining import with_joined
from foedera.extract.links import read_links
from foedera.extract.meetings import read_meetings
from foedera.extract.quotations import read_quotations
from foedera.extract.status import with_status
from foedera.model import Failure, Reading
from foedera.read import read
from foedera.times import read_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc

    from foedera.engine import Stage
    from foedera.extract.explain import Explanation
    from foedera.model import Document


class Extractor:
    """Reads documents. It holds the language pipeline, so make one a process and keep it."""

    def __init__(self, model: str | None = None) -> None:
        self.nlp = load_language(model)
        self.model = language_name(self.nlp)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """What is read in each document, in their order; they go through the pipeline together."""
        batch = list(documents)
        # What the pipeline learns of new words is forgotten with the batch, else memory grows with the corpus.
        with self.nlp.memory_zone():
            readings = [read_document(doc, tokens) for doc, tokens in zip(batch, parse(self.nlp, batch), strict=True)]
        yield from readings

    def explain(self, document: Document, offset: int) -> tuple[Explanation, ...]:
        """Which words, frames and rules made the acts, links and meetings whose evidence covers an offset."""
        layers = Layers(document, next(parse(self.nlp, [document])), read_times(document))
        actors = read_actors(layers)
        return explain(layers, actors, read_agreements(layers, actors), offset)


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
        agreements=with_status(with_joined(agreements, acts), acts),
        acts=acts,
        links=read_links(layers, actors, agreements),
        meetings=read_meetings(layers, actors),
        quotations=quotations,
        claims=read_claims(layers, actors, agreements, quotations),
    )


def make_reader(model: str | None = None) -> Stage[Reading]:
    """The stage that an engine maps over documents: a language pipeline, loaded once a worker, and all extractors."""
    return Extractor(model).read


def read_files(
    files: Iterable[str],
    *,
    published: str | None = None,
    workers: int = 1,
    failed: Callable[[Failure], None],
) -> Iterator[Reading]:
    """What is read in each report of the files, in their order; `failed` hears of what could not be read.

    Readings come as a stream: memory does not grow with the number of reports.
    """
    for item in engine.map(make_reader, read(files, published=published), workers=workers):
        if isinstance(item, Failure):
            failed(item)
        else:
            yield item
