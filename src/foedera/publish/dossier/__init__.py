"""The dossier: one self-contained page about one agreement, whose every cell leads to the words in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.publish.dossier.case import Case
from foedera.publish.dossier.gathering import gather
from foedera.publish.dossier.rendering import render

if TYPE_CHECKING:
    from foedera.store.view import View

__all__ = ["Case", "gather", "page", "render"]


def page(view: View, agreement_id: str, *, as_of: str | None = None) -> str:
    """The page about an agreement of the register, as one HTML document that needs nothing else.

    `as_of` only says on the page what day the view answers from; the view itself leaves out later reports.

    Raises:
        NameNotFound: the register has no agreement of that id.
    """
    return render(gather(view, agreement_id, as_of=as_of))
