"""Our rooms as spaCy components, for pipelines that are not Foedera's own.

    nlp.add_pipe("foedera_times")
    doc = nlp("They met on Tuesday.")                     # or: doc = nlp.make_doc(text)
    doc._.published = "2024-06-20"                        # before the pipe runs, to resolve "Tuesday"
    doc._.times                                           # the records, with exact character offsets
    doc.spans["times"]                                    # the tokens that they cover, labelled by kind

Importing this module makes the factory known to spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from foedera.times import find_times

if TYPE_CHECKING:
    from foedera.model import Time


@Language.factory(
    "foedera_times", default_config={"published": None}, assigns=["doc._.times", "doc.spans"], retokenizes=False
)
def make_times(nlp: Language, name: str, published: str | None) -> Times:
    """The component; `published` (EDTF) is the date of documents that do not carry their own in `doc._.published`."""
    return Times(published, nlp.lang or "en")


class Times:
    """Reads the times of a doc: it needs nothing but the text, so it may stand anywhere in a pipeline."""

    def __init__(self, published: str | None, language: str) -> None:
        self.published = published
        self.language = language
        for extension in ("times", "published"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=() if extension == "times" else None)

    def __call__(self, doc: Doc) -> Doc:
        """Add the times to a doc."""
        found: tuple[Time, ...] = find_times(doc.text, doc._.published or self.published, language=self.language)
        doc._.times = found
        spans = (doc.char_span(t.start, t.end, label=t.kind, alignment_mode="expand") for t in found)
        doc.spans["times"] = [span for span in spans if span is not None]
        return doc
