"""The page about a bloc: what binds its pairs, by which witness, and what is claimed of it."""

from __future__ import annotations

import base64
import functools
import hashlib
import itertools
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from foedera.lexicon.states import states
from foedera.publish.bloc.pictures import HEIGHT, KINDS, RADIUS, WIDTH, anchor, pictures

if TYPE_CHECKING:
    from foedera.analyse.alignment import Alignment
    from foedera.analyse.blocs import BlocReport, Tie
    from foedera.analyse.standing import Spell
    from foedera.model import Span
    from foedera.store import View
    from foedera.store.reference import ReferenceSource


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a source, and which report they stand in."""

    text: str
    report: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """All that is known of a pair: alliances by each file, agreements of the register with their words, alignment."""

    a: str
    b: str
    id: str
    alliances: tuple[tuple[ReferenceSource, tuple[Spell, ...]], ...]
    unknown_to: tuple[ReferenceSource, ...]
    ties: tuple[tuple[Tie, tuple[Words, ...]], ...]
    alignment: Alignment | None


def bloc_page(view: View, report: BlocReport, *, around: str | None = None) -> str:
    """One self-contained HTML page; all words from sources are escaped.

    Args:
        view: the register, for the words behind each agreement and claim.
        report: the answer about the bloc.
        around: the id of an agreement: the register's network is then drawn both without and with it.
    """
    style = resources.files(__name__).joinpath("templates/bloc.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("bloc.html")
        .render(
            report=report,
            names={code: state.name for code, state in states().items()},
            pictures=pictures(report, around),
            pairs=_pairs(view, report),
            claims=[(claimed, _words(view, claimed.claim.evidence[0])) for claimed in report.claims],
            kinds=KINDS,
            anchor=anchor,
            size={"width": WIDTH, "height": HEIGHT, "radius": RADIUS},
            style=Markup(style),
            style_hash=digest,
        )
    )


def _pairs(view: View, report: BlocReport) -> list[Pair]:
    alignment = {frozenset((found.a, found.b)): found for found in report.alignments}
    pairs = []
    for a, b in itertools.combinations((*report.bloc, *report.against), 2):
        standings = [
            (by.bloc.reference, pair)
            for by in report.references
            for side in (by.bloc, by.against, by.across)
            if side
            for pair in side.pairs
            if {pair.a, pair.b} == {a, b}
        ]
        pairs.append(
            Pair(
                a,
                b,
                anchor(a, b),
                alliances=tuple((source, pair.spells) for source, pair in standings if pair.known),
                unknown_to=tuple(source for source, pair in standings if not pair.known),
                ties=tuple((tie, _evidence(view, tie)) for tie in report.ties if {tie.a, tie.b} == {a, b}),
                alignment=alignment.get(frozenset((a, b))),
            )
        )
    return pairs


def _evidence(view: View, tie: Tie) -> tuple[Words, ...]:
    """The words of the step that the status rests on, or of the first mention where no step is told as done."""
    if tie.line.status:
        return tuple(_words(view, act.evidence[0]) for act in tie.line.status.event.acts[:3])
    return (_words(view, tie.line.entry.records[0].mentions[0]),)


def _words(view: View, span: Span) -> Words:
    document = view.report(span.doc).document
    return Words(span.text, document.publisher or document.agency or document.name, document.published)


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("foedera.publish.bloc"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
