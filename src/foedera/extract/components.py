"""Quotations as a spaCy component, for pipelines that are not Foedera's own.

import foedera.extract.components                     # makes the factory known to spaCy
nlp.add_pipe("foedera_quotations")                    # last: it needs the parser and the names
doc = nlp('"We are ready," the minister told reporters.')
doc._.quotations                                      # the records, with exact character offsets
doc.spans["quotations"]                               # the tokens of what is said, labelled by form
doc.spans["speakers"]                                 # the tokens that name the speakers
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from foedera.annotate import Layers
from foedera.extract.agreements import read_agreements
from foedera.extract.entities import read_actors
from foedera.extract.quotations import read_quotations
from foedera.model import Document
from foedera.model.ids import text_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as Tokens

    from foedera.model import Span


@Language.factory(
    "foedera_quotations",
    requires=["token.dep", "token.head", "token.tag", "token.lemma", "doc.ents"],
    assigns=["doc._.quotations", "doc.spans"],
    retokenizes=False,
)
def make_quotations(nlp: Language, name: str) -> Quotations:
    """The component; it takes no settings."""
    return Quotations()


class Quotations:
    """Reads who said what in a doc that an English pipeline has parsed."""

    def __init__(self) -> None:
        if not Doc.has_extension("quotations"):
            Doc.set_extension("quotations", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Add the quotations to a doc."""
        text = doc.text
        document = Document(Document.identify("doc", text, None), "doc", "doc", text, text_hash(text))
        layers = Layers(document, doc)
        actors = read_actors(layers)
        found = read_quotations(layers, actors, read_agreements(layers, actors))
        doc._.quotations = found
        doc.spans["quotations"] = _group(doc, ((piece, q.form) for q in found for piece in q.content))
        doc.spans["speakers"] = _group(doc, ((q.speaker.span, q.speaker.name or "") for q in found if q.speaker.span))
        return doc


def _group(doc: Doc, spans: Iterable[tuple[Span, str]]) -> list[Tokens]:
    """The tokens of some spans, each with its label."""
    groups = (doc.char_span(s.start, s.end, label=label, alignment_mode="expand") for s, label in spans)
    return [group for group in groups if group is not None]
