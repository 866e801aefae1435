"""One class for each type of record that Foedera writes.

The field names are those of the record format (docs/codebook.md says what each means in the field).
Unknown is None, never a guess and never 0. A record cannot be made without the words that support it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal, get_args

from foedera.errors import EvidenceError
from foedera.model.spans import Span

TimeKind = Literal["date", "interval", "duration", "set", "time", "reference"]
EntityKind = Literal["state", "person", "organisation", "bloc", "place"]
AgreementKind = Literal[
    "treaty", "convention", "charter", "protocol", "agreement", "memorandum", "declaration", "statement",
    "framework", "ceasefire", "exchange", "partnership", "plan", "other",
]  # fmt: skip
Stage = Literal[
    "proposed", "negotiated", "text_agreed", "draft_approved", "signed", "approved", "ratified", "acceded",
    "entered_into_force", "provisionally_applied", "amended", "extended", "suspended", "withdrawn", "terminated",
    "replaced", "rejected",
]  # fmt: skip
Realis = Literal["actual", "planned", "possible", "denied", "claimed"]
Relation = Literal["replaces", "amends", "supplements", "implements", "extends", "based_on", "part_of"]
MeetingKind = Literal["visit", "meeting", "summit", "call", "talks"]
QuotationForm = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "unlikely", "denied"]
Polarity = Literal["positive", "negative"]
Stance = Literal["neutral", "claiming", "distancing"]
Tense = Literal["past", "present", "future"]

STAGES: tuple[Stage, ...] = get_args(Stage)
"""The steps of an agreement's life, in the order of the Vienna Convention on the Law of Treaties (1969)."""
REALIS: tuple[Realis, ...] = get_args(Realis)


def _need(spans: tuple[Span, ...], record: str) -> None:
    if not spans:
        raise EvidenceError(f"{record} without evidence: name at least one span of the source that supports it")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it stands for.

    `value` is EDTF (None where it cannot be resolved), `timex` the TIMEX3 value of ISO-TimeML; `basis` says
    what an inferred part rests on ("year from publication"), None where the words alone give it.
    """

    type: ClassVar[Literal["time"]] = "time"
    doc: str
    start: int
    end: int
    text: str
    value: str | None
    timex: str | None
    kind: TimeKind
    precision: str | None = None
    basis: str | None = None
    mod: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.doc, self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, person, organisation, bloc or place that a document speaks of, with every place that names it.

    `iso3`, `cow` and `gw` are a state's ISO 3166-1 alpha-3 code and its Correlates of War and Gleditsch-Ward
    numbers on the document's date; `roles` are offices and descriptions as the text gives them.
    """

    type: ClassVar[Literal["entity"]] = "entity"
    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]
    iso3: str | None = None
    cow: int | None = None
    gw: int | None = None
    roles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    affiliation: str | None = None

    def __post_init__(self) -> None:
        _need(self.mentions, f"entity {self.name!r}")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One specific instrument or deal, existing, past, planned or merely proposed.

    `parties` are ISO 3166-1 alpha-3 codes, `EU`, or plain names; `articles` is a count; `status` is the furthest
    stage that the text asserts as done, None where it asserts none.
    """

    type: ClassVar[Literal["agreement"]] = "agreement"
    id: str
    name: str
    kind: AgreementKind
    mentions: tuple[Span, ...]
    label: str | None = None
    parties: tuple[str, ...] = ()
    multilateral: bool | None = None
    articles: int | None = None
    status: Stage | None = None
    date: str | None = None

    def __post_init__(self) -> None:
        _need(self.mentions, f"agreement {self.name!r}")


@dataclass(frozen=True, slots=True)
class Act:
    """One step in an agreement's life that a text states, with how it states it.

    `by` are the states or persons named as taking it; `date` (EDTF) is when it happens, not when it was announced.
    `holder` is the entity on whose word alone it rests, or the words for one whom nobody names ("unnamed official");
    `rule` names the frame of the lexicon that read it.
    """

    type: ClassVar[Literal["act"]] = "act"
    id: str
    agreement: str
    stage: Stage
    realis: Realis
    evidence: tuple[Span, ...]
    by: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    holder: str | None = None
    rule: str | None = None

    def __post_init__(self) -> None:
        _need(self.evidence, f"act {self.stage} of {self.agreement}")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two agreements. `exhaustive` is False where the text gives examples only ("such as")."""

    type: ClassVar[Literal["link"]] = "link"
    id: str
    source: str
    relation: Relation
    target: str
    realis: Realis
    evidence: tuple[Span, ...]
    exhaustive: bool | None = None
    rule: str | None = None

    def __post_init__(self) -> None:
        _need(self.evidence, f"link {self.source} {self.relation} {self.target}")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A visit, meeting, summit, call or round of talks between representatives of different parties.

    `level` is the class of a visit as stated: state, official, working, private.
    """

    type: ClassVar[Literal["meeting"]] = "meeting"
    id: str
    kind: MeetingKind
    realis: Realis
    evidence: tuple[Span, ...]
    participants: tuple[str, ...] = ()
    host: str | None = None
    place: str | None = None
    date: str | None = None
    level: str | None = None
    rule: str | None = None

    def __post_init__(self) -> None:
        _need(self.evidence, f"{self.kind}")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the words next to the cue (`span`), and whom they stand for in this document.

    `together` are the ids of all who say it jointly, `entity` among them; empty where one speaks alone.
    """

    span: Span | None = None
    name: str | None = None
    entity: str | None = None
    role: str | None = None
    affiliation: str | None = None
    role_span: Span | None = None
    affiliation_span: Span | None = None
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A piece of attributed speech or writing. `told` is the outlet or audience, `channel` the occasion or medium.

    `certainty` is how firmly the speaker puts it; `stance` is how the report's verb stands to it ("claimed").
    `source` is the id of the quotation this one is nested in, None at the top of the chain.
    """

    type: ClassVar[Literal["quotation"]] = "quotation"
    id: str
    doc: str
    form: QuotationForm
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Speaker = field(default_factory=Speaker)
    told: str | None = None
    told_span: Span | None = None
    channel: str | None = None
    hedges: tuple[Span, ...] = ()
    certainty: Certainty | None = None
    stance: Stance | None = None
    tense: Tense | None = None
    about: tuple[str, ...] = ()
    source: str | None = None

    def __post_init__(self) -> None:
        _need(self.content, "quotation")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a holder asserts about agreements, states or blocs. A claim is never a fact of the register.

    `subject`, `object` and `holder` are ids of entities or agreements; `holder` None is the report itself.
    """

    type: ClassVar[Literal["claim"]] = "claim"
    id: str
    predicate: str
    subject: str
    object: str | None
    holder: str | None
    polarity: Polarity
    evidence: tuple[Span, ...]
    hedges: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        _need(self.evidence, f"claim {self.predicate}")

    @property
    def asserted(self) -> str:
        """What `polarity` affirms or denies, in words: of `not_directed_at` "directed at"."""
        return self.predicate.removeprefix("not_").replace("_", " ")


Record = Time | Entity | Agreement | Act | Link | Meeting | Quotation | Claim
"""Everything that is read in a document; the `Document` record itself stands before them."""
