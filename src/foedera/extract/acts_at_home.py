"""What a government's consent is to: a text that is still to be signed, or one that binds once parliament agrees.

The cabinet's go-ahead before signing is a step of its own (`draft_approved`), though reports call it "approved" like
the consent of a parliament to what was signed (Vienna Convention, art. 7 and 14).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from foedera.lexicon import words

if TYPE_CHECKING:
    from foedera.extract.acts_merge import Draft


def cleared_at_home(drafts: list[Draft]) -> list[Draft]:
    """The steps, where a government's approval of what it will only sign is a go-ahead."""
    signed = {d.mention.agreement.id for d in drafts if d.stage == "signed" and d.realis == "actual"}
    planned = {d.mention.agreement.id for d in drafts if d.stage == "signed" and d.realis == "planned"} - signed
    return [_cleared(d) if d.mention.agreement.id in planned else d for d in drafts] if planned else drafts


def _cleared(draft: Draft) -> Draft:
    governing = words("en", "acts", "classes", "governing")
    if draft.stage != "approved" or not any(t.lemma_.lower() in governing for t in draft.agents):
        return draft
    return dataclasses.replace(draft, stage="draft_approved")
