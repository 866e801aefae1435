"""Places other than states and capitals, as the language pipeline finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.extract.entities.cast import Cast


def read_places(cast: Cast) -> None:
    """Names every town and region of running text that nothing else has named."""
    for ent in cast.doc.ents:
        taken = (i in cast.named or i in cast.by_token or i in cast.reserved for i in range(ent.start, ent.end))
        if ent.label_ != "GPE" or any(taken):
            continue
        if (
            ent.text[0].isupper()
            and not ent.text.isupper()
            and ent.root.tag_ == "NNP"
            and cast.layers.kind(ent) in ("body", "dateline")
        ):
            cast.name(cast.draft("place", " ".join(ent.text.split())), ent.start, ent.end)
