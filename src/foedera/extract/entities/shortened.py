"""Bodies that a report introduces with their short name in brackets: "the Karen National Union (KNU)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_LONGEST = 10  # letters of a short name


def read_shortened(cast: Cast) -> None:
    """Names every body by its short name too."""
    for opening in [i for i, text in enumerate(cast.layers.texts) if text == "("]:
        short = _short(cast, opening)
        if short is not None and (body := _named_before(cast, opening, short)) is not None:
            for i in _places(cast, short):
                _name(cast, body, i)


def _short(cast: Cast, opening: int) -> str | None:
    """The letters in a bracket: "(KNU)", "(SPLM/A)"."""
    texts = cast.layers.texts[opening + 1 : opening + 3]
    good = len(texts) == 2 and texts[1] == ")" and texts[0].isupper() and texts[0].replace("/", "").isalpha()
    return texts[0] if good and 1 < len(texts[0]) <= _LONGEST else None


def _named_before(cast: Cast, opening: int, short: str) -> Draft | None:
    """The body whose name ends right before the bracket and has its letters, if only in another tongue."""
    draft = cast.named.get(opening - 1)
    if draft is None or draft.kind != "organisation" or draft.is_state:
        return None
    start, end = cast.extent(opening - 1)
    return draft if end == opening and _letters(cast, start, end) & set(short) else None


def _letters(cast: Cast, start: int, end: int) -> set[str]:
    return {text[0] for text in cast.layers.texts[start:end] if text[0].isupper()}


def _places(cast: Cast, short: str) -> Iterator[int]:
    return (i for i in cast.places_of(short) if (known := cast.named.get(i)) is None or known.name == short)


def _name(cast: Cast, body: Draft, i: int) -> None:
    """A short name at a token is the body's; what was taken for another body of that name is none."""
    known = cast.named.get(i)
    if known is not None and known is not body:
        cast.forget(known)
    if cast.named.get(i) is not body:
        cast.name(body, i, i + 1)
