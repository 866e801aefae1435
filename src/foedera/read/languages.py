"""Whether Foedera reads the language of a text. It reads English; of any other text it would make wrong records."""

from __future__ import annotations

import functools
import re

from foedera.errors import UnknownLanguage
from foedera.lexicon import load

_READ = ("en",)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters that are looked at
_ENOUGH = 40  # words from which a language can be told
_SHARE = 0.03  # of the words; news in English has 0.08 and more, other languages have next to none


@functools.cache
def _english() -> frozenset[str]:
    return frozenset(load("en", "provenance")["english"])


def language(text: str, stated: str | None, path: str) -> str:
    """The language of a text as a code of ISO 639-1, where Foedera reads it.

    Raises:
        UnknownLanguage: the text states or shows that it is in another one.
    """
    if stated and re.split("[-_]", stated.lower())[0] not in _READ:
        raise UnknownLanguage(f"{path}: in the language {stated!r}; Foedera reads English (en), give a translation")
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) >= _ENOUGH and sum(word in _english() for word in words) < _SHARE * len(words):
        raise UnknownLanguage(f"{path}: does not look like English, and Foedera reads no other; give a translation")
    return _READ[0]
