"""A case made by hand from the example reports, so that the page is tested apart from the reading of texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.analyse.events import Event, gather
from foedera.analyse.witnesses import Witnesses
from foedera.model import (
    Act,
    Agreement,
    Block,
    Dateline,
    Document,
    Entity,
    Link,
    Meeting,
    Quotation,
    Span,
    Speaker,
)
from foedera.model.ids import text_hash
from foedera.publish.dossier import Case
from foedera.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
TREATY = "Treaty on Comprehensive Strategic Partnership between Russia and North Korea"
OF_1961 = "Treaty of Friendship, Cooperation and Mutual Assistance (1961)"
OF_2000 = "Treaty of Friendship, Good-Neighborliness and Cooperation (2000)"
LEADERS = ("Vladimir Putin", "Kim Jong Un")
STATES = ("RUS", "PRK")


def make_document(name: str, text: str, **provenance: Any) -> Document:
    return Document(f"doc_{name}", f"reports/{name}", name, text, text_hash(text), **provenance)


def at(document: Document, words: str, after: str = "") -> Span:
    """The words in the document, the first time they come after some others."""
    start = document.text.index(words, document.text.index(after) if after else 0)
    return document.span(start, start + len(words))


def report(number: str, **provenance: Any) -> Document:
    path = next(REPORTS.glob(f"{number}_*.txt"))
    return make_document(path.name, path.read_text(encoding="utf-8"), published_basis="dateline", **provenance)


def block(document: Document, words: str, kind: Any) -> Block:
    start = document.text.index(words)
    return Block(start, start + len(words), kind)


def account(document: Document, *mentions: str, **known: Any) -> Agreement:
    spans = tuple(at(document, words) for words in mentions)
    return Agreement(f"{document.id}:it", mentions[0], known.pop("kind", "treaty"), spans, **known)


def act(document: Document, stage: Any, realis: Any, words: str, **known: Any) -> Act:
    return Act(f"{document.id}:{stage}:{words[:9]}", "agr_1", stage, realis, (at(document, words),), **known)


def link(document: Document, target: str, realis: Any, words: str, **known: Any) -> Link:
    return Link(f"{document.id}:{target}", "agr_1", "replaces", target, realis, (at(document, words),), **known)


def said(document: Document, words: list[str], cue: str, speaker: Speaker, **known: Any) -> Quotation:
    hedges = tuple(at(document, hedge) for hedge in known.pop("hedges", ()))
    content = tuple(at(document, piece) for piece in words)
    form = known.pop("form", "direct")
    return Quotation(
        f"{document.id}:{words[0][:9]}", document.id, form, content, at(document, cue), speaker, hedges=hedges, **known
    )


def treaty_case(**changes: Any) -> Case:
    """The life of the treaty of 2024 as five of the example reports tell it."""
    announced = report(
        "01", publisher="Kestrel Wire", dateline=Dateline("MOSCOW", "2024-06-17"), published="2024-06-17"
    )
    draft = report(
        "02", publisher="The Quay Gazette", authors=("Marta Linde",), published="2024-06-18",
        title="Putin Approves Draft Treaty With North Korea on Eve of Visit", dateline=Dateline("SEOUL", "2024-06-18"),
    )  # fmt: skip
    copied = report(
        "04", publisher="The Quay Gazette", original_publisher="The Quay Gazette", republished_by="The Commons Digest",
        authors=("Marta Linde",), published="2024-06-18",
        title="Russia's President Clears Draft Treaty With North Korea",
    )  # fmt: skip
    copied = _with_blocks(copied)
    signed = report(
        "05", publisher="Kestrel Wire", dateline=Dateline("PYONGYANG", "2024-06-19"), published="2024-06-19"
    )
    force = report("07", publisher="Kestrel Wire", dateline=Dateline("MOSCOW", "2024-12-04"), published="2024-12-04")
    overview = report(
        "08", publisher="Strait Courier", authors=("Noor Halvorsen",), published="2024-12-06",
        title="Russia and North Korea: a treaty in force, and open questions", url="https://strait.example/overview",
    )  # fmt: skip
    documents = (announced, draft, copied, signed, force, overview)
    osei = Speaker(
        at(draft, "Henrik Osei"), "Henrik Osei", "osei", "former diplomat", "Solveig School of Government",
        at(draft, "former diplomat"), at(draft, "Solveig School of Government"),
    )  # fmt: skip
    varga = Speaker(None, "Ilse Varga", "varga", "senior fellow", "Halden Institute for Treaty Studies")
    ushakov = Speaker(None, "Yury Ushakov", None, "Russian presidential aide", None)
    replaced = "will replace the Treaty of Friendship, Cooperation and Mutual Assistance"
    words_of_2000 = "Treaty of Friendship, Good-Neighborliness and Cooperation of 2000"
    label = "comprehensive strategic partnership"
    case: dict[str, Any] = {
        "documents": documents,
        "copies": {copied.id: draft.id},
        "names": {"RUS": "Russia", "PRK": "North Korea", "of1961": OF_1961, "of2000": OF_2000,
                  "osei": "Henrik Osei", "varga": "Ilse Varga"},
        "entities": (Entity("rus", "state", "Russia", (at(signed, "Russian"),), iso3="RUS"),),
        "records": (
            account(announced, "a treaty on comprehensive strategic partnership", label=label, parties=STATES),
            account(draft, f"a {label} treaty with North Korea", label=label, parties=STATES),
            account(copied, f"a {label} treaty with North Korea", label=label, parties=STATES),
            account(signed, "the Treaty on Comprehensive Strategic Partnership", "the treaty", parties=STATES,
                    label="Comprehensive Strategic Partnership", articles=23),
            account(force, "The Treaty on Comprehensive Strategic Partnership between Russia and North Korea",
                    label="Comprehensive Strategic Partnership", parties=STATES),
            account(overview, "The Comprehensive Strategic Partnership Treaty between Russia and North Korea",
                    label="Comprehensive Strategic Partnership", parties=STATES),
        ),
        "acts": (
            act(announced, "signed", "possible", "may sign a treaty on comprehensive strategic partnership", by=STATES),
            act(draft, "draft_approved", "actual", "approved the draft", by=LEADERS[:1], date="2024-06-18"),
            act(copied, "draft_approved", "actual", "approved the draft", by=LEADERS[:1], date="2024-06-18"),
            act(draft, "signed", "planned", "will sign the treaty on June 19", by=LEADERS, date="2024-06-19"),
            act(copied, "signed", "planned", "will sign the treaty on June 19", by=LEADERS, date="2024-06-19"),
            act(signed, "signed", "actual", "signed the Treaty on Comprehensive Strategic Partnership in Pyongyang",
                by=LEADERS, date="2024-06-19", place="Pyongyang"),
            act(signed, "ratified", "denied", "Neither side has ratified the treaty", by=STATES),
            act(signed, "entered_into_force", "planned", "It will enter into force"),
            act(force, "entered_into_force", "actual", "entered into force on Wednesday", date="2024-12-04"),
            act(force, "signed", "actual", "was signed by Russian President", by=LEADERS, date="2024-06-19",
                place="Pyongyang"),
            act(overview, "entered_into_force", "actual", "entered into force on December 4", date="2024-12-04"),
            act(overview, "amended", "possible", "might add a protocol on military technology"),
        ),
        "links": (
            link(announced, "of1961", "planned", replaced),
            link(announced, "of2000", "planned", f"{replaced} of 1961, the {words_of_2000}"),
            link(draft, "of1961", "planned", "will replace several earlier documents", exhaustive=False),
            link(copied, "of1961", "planned", "will replace several earlier documents", exhaustive=False),
            link(force, "of2000", "actual", "the Treaty of Friendship, Good-Neighborliness and Cooperation of"
                 " February 9, 2000 ceased to have effect"),
            link(force, "of1961", "denied", "it does not replace the treaty of 1961"),
            link(overview, "of1961", "actual", "It replaces all earlier treaties of friendship"),
        ),
        "meetings": (
            Meeting("m1", "visit", "planned", (at(announced, "a state visit"),), LEADERS[:1], "North Korea", None,
                    "2024-06-18/2024-06-19", "state"),
            Meeting("m2", "visit", "planned", (at(draft, "two-day official visit"),), LEADERS[:1], "North Korea",
                    None, None, "official"),
            Meeting("m3", "talks", "actual", (at(signed, "after several hours of talks"),), LEADERS, None, "Pyongyang",
                    "2024-06-19"),
        ),
        "encounters": {"m1": "visit", "m2": "visit"},
        "quotations": (
            said(announced, ["the treaty will replace the Treaty of Friendship"], "Ushakov said", ushakov,
                 form="indirect", told="reporters"),
            said(draft, ["The title promises a great deal, but I would wait for the text,"], "told The Quay Gazette",
                 osei, told="The Quay Gazette", certainty="possible"),
            said(copied, ["The title promises a great deal, but I would wait for the text,"], "told The Quay Gazette",
                 osei, told="The Quay Gazette", certainty="possible"),
            said(signed, ["This could well be the strongest commitment between Moscow and Pyongyang since 1961,"],
                 "told Kestrel Wire", varga, told="Kestrel Wire", hedges=("could well",), certainty="probable"),
            said(overview, ["Both sides might add a protocol on military technology,", "but I have seen no draft."],
                 "she told", varga, told="the Strait Courier", hedges=("might",), certainty="possible"),
            said(overview, ["The treaty does not target third countries,"], "the Kremlin has said", Speaker(),
                 form="indirect"),
        ),
    }  # fmt: skip
    known = replace(entry("agr_1", case.pop("records")), name=TREATY)
    return Case(entry=known, life=steps(documents, case.pop("acts"), case["copies"]), **{**case, **changes})


def steps(
    documents: Iterable[Document], acts: Sequence[Act], copies: dict[str, str] | None = None
) -> tuple[Event, ...]:
    """The events that these acts state."""
    published = {document.id: document.published for document in documents if document.published}
    return tuple(gather(acts, Witnesses(copies or {}, {}, published)))


def _with_blocks(document: Document) -> Document:
    kinds = {
        "Russia's President Clears Draft Treaty With North Korea": "title",
        "Vietnam Prepares Welcome for Russian President": "related",
        "By Marta Linde": "byline",
        "Published by The Quay Gazette": "publication",
        "Republished by The Commons Digest": "publication",
        "Opinions in this article are the author's own": "disclaimer",
    }
    blocks = tuple(block(document, words, kind) for words, kind in kinds.items())
    fields = {name: getattr(document, name) for name in Document.__dataclass_fields__ if name != "type"}
    disclaimer = at(document, "Opinions in this article are the author's own")
    return Document(**{**fields, "blocks": blocks, "disclaimers": (disclaimer,)})
