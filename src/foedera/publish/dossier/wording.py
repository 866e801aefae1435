"""The words of the page: what a reader sees for stages, realis, relations and dates. Data, no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.records import Realis, Relation, Stage

NOT_STATED = "not stated"
"""What stands where the sources give nothing: never a blank, never a zero."""

STAGE_NAMES: Mapping[Stage, str] = {
    "proposed": "Proposed",
    "negotiated": "Negotiated",
    "text_agreed": "Text agreed",
    "draft_approved": "Draft approved",
    "signed": "Signed",
    "approved": "Approved at home",
    "ratified": "Ratified",
    "acceded": "Acceded to",
    "entered_into_force": "In force",
    "provisionally_applied": "Provisionally applied",
    "amended": "Amended",
    "extended": "Extended",
    "suspended": "Suspended",
    "withdrawn": "Withdrawn from",
    "terminated": "Terminated",
    "replaced": "Replaced",
    "rejected": "Rejected",
}

STAGE_PHRASES: Mapping[Stage, str] = {
    **{stage: name.lower() for stage, name in STAGE_NAMES.items()},
    "entered_into_force": "entered into force",
    "approved": "approved at home",
}

MAIN_LINE: tuple[Stage, ...] = ("signed", "ratified", "entered_into_force")
"""The steps that every treaty is expected to take; the track shows them even where no source reports them."""


PARTY_BY_PARTY: frozenset[Stage] = frozenset({"approved", "ratified", "acceded", "withdrawn"})
"""The steps that each party takes for itself, so that each has a date of its own."""


class RealisWords(NamedTuple):
    """How a step is put: the word on the page and what it means."""

    word: str
    meaning: str


REALIS_WORDS: Mapping[Realis, RealisWords] = {
    "actual": RealisWords("done", "a source asserts it as done"),
    "planned": RealisWords("planned", "a source says that it will happen"),
    "possible": RealisWords("possible", "a source says that it may happen"),
    "claimed": RealisWords("claimed", "a source reports someone’s contested claim"),
    "denied": RealisWords("denied", "a source says that it did not or will not happen"),
}

RELATION_WORDS: Mapping[Relation, tuple[str, str]] = {
    "replaces": ("replaces", "is replaced by"),
    "amends": ("amends", "is amended by"),
    "supplements": ("supplements", "is supplemented by"),
    "implements": ("implements", "is implemented by"),
    "extends": ("extends", "is extended by"),
    "based_on": ("is based on", "is the basis of"),
    "part_of": ("is part of", "includes"),
}
"""A relation read from this agreement to another, and from the other to this one."""

RELATION_MODES: Mapping[Realis, str] = {
    "actual": "{}",
    "planned": "{}, as planned",
    "possible": "possibly {}",
    "claimed": "{}, by a contested claim",
    "denied": "{}: denied",
}

CERTAINTY_WORDS = {
    "certain": "said without reserve",
    "probable": "held probable",
    "possible": "held possible",
    "unlikely": "held unlikely",
    "denied": "denied",
}

STANCE_WORDS = {
    "claiming": "the report marks it as a claim",
    "distancing": "the report keeps its distance",
}

FORM_WORDS = {"direct": "in the speaker’s words", "indirect": "in the report’s words", "mixed": "partly quoted"}

BASIS_WORDS = {
    "row": "stated in the corpus row",
    "option": "given by the reader of the file",
    "metadata": "stated by the page’s metadata",
    "dateline": "stated in the dateline",
    "byline": "stated in the byline",
    "dateline, year inferred": "from the dateline; the year is inferred",
}

BLOCK_WORDS = {
    "title": "title",
    "heading": "heading",
    "related": "line on another story",
    "caption": "caption",
    "dateline": "dateline",
    "byline": "byline",
    "publication": "publication line",
    "disclaimer": "disclaimer",
    "furniture": "not part of the report",
}
"""What is said of a stretch of text that is not the report's own running text."""
