"""States that are listed behind the word that counts them: "twelve of them (Chile, Peru, ...)", "the signatories –
Chile, Peru and Tonga", "countries such as Chile and Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_OPENING = frozenset({"(", "–", "—", "-", ":", "[", "including", "namely"})
_LIKE = frozenset({"like", "as"})  # "such as"
_FILLERS = frozenset({",", "and", "&", "the", "of", "republic", "kingdom", "-", "as", "well", "both", ";"})
_NEAR = 8  # words between the count and its list
_LONGEST = 100  # words of a list


def enumerated(token: Token, of: Callable[[Token], tuple[str, ...]]) -> tuple[str, ...]:
    """The states in the list behind a plural or a number; `of` tells whom one word names. One alone is no list."""
    if not (token.tag_ in {"NNS", "NNPS", "CD"} or token.lower_ in {"members", "all", "several"}):
        return ()
    doc, end = token.doc, min(len(token.doc), token.i + 2 + _NEAR)
    for i in range(token.i + 1, end):
        word = doc[i]
        if word.is_sent_start or word.text in {".", ";"}:
            return ()
        if word.text in _OPENING or (word.lower_ in _LIKE and doc[i - 1].lower_ in {"such", ","}):
            return _list(word, of)
        if word.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return ()
    return ()


def _list(opening: Token, of: Callable[[Token], tuple[str, ...]]) -> tuple[str, ...]:
    """The states named in a row from an opening mark on, over words of long names that no list of states has."""
    doc, found, skipped = opening.doc, dict[str, None](), 0
    for token in doc[opening.i + 1 : opening.i + _LONGEST]:
        codes = of(token)
        found.update(dict.fromkeys(codes))
        skipped = 0 if codes or token.text in {",", ";"} else skipped + (token.lower_ not in _FILLERS)
        if skipped and not (token.text[:1].isupper() or token.text == "-"):
            break
    return tuple(found) if len(found) > 1 else ()
