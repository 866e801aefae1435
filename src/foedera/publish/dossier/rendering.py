"""From a case to the page: fills the templates. All text is escaped by the templates' environment."""

from __future__ import annotations

import base64
import functools
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from foedera.model.records import REALIS
from foedera.publish.dossier import wording
from foedera.publish.dossier.claims import claims_of
from foedera.publish.dossier.concord import questions_of
from foedera.publish.dossier.dates import plain_date, shown_date
from foedera.publish.dossier.facts import facts_of
from foedera.publish.dossier.kinship import kin_of
from foedera.publish.dossier.life import standing, steps_of, track
from foedera.publish.dossier.notes import Notes
from foedera.publish.dossier.pictures import narrow_picture, wide_picture
from foedera.publish.dossier.provenance import Source, sources_of
from foedera.publish.dossier.texts import visible
from foedera.publish.dossier.voices import encounters_of, voices_of

if TYPE_CHECKING:
    from foedera.publish.dossier.case import Case


@dataclass(frozen=True, slots=True)
class _Asset:
    """A style sheet or script that stands in the page, with the hash that the content security policy allows."""

    text: Markup
    allowed: str


def _asset(text: str) -> _Asset:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return _Asset(Markup(text), f"'sha256-{digest}'")


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("foedera.publish.dossier"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(date=shown_date, plain_date=plain_date)
    del environment.filters["safe"]  # nothing that a source wrote is ever trusted
    environment.globals.update(words=wording, REALIS=REALIS)
    return environment


def _file(name: str) -> str:
    source, _, _ = _environment().loader.get_source(_environment(), name)  # type: ignore[union-attr]
    return source


def render(case: Case) -> str:
    """The page about a case: one HTML document that needs nothing else."""
    context = context_of(case)
    return visible(_environment().get_template("page.html").render(context))


def context_of(case: Case) -> dict[str, Any]:
    """What the templates are given. The order matters: it is the order in which evidence is numbered."""
    notes = Notes(case)
    facts = facts_of(case, notes)
    steps = steps_of(case, notes)
    where = standing(case, steps)
    kin = kin_of(case, notes)
    context: dict[str, Any] = {
        "case": case,
        "parties": [case.call(party) for party in case.entry.parties],
        "facts": facts,
        "steps": steps,
        "status": where.step if where else None,
        "disputed": where.disputed if where else (),
        "track": track(steps),
        "kin": kin,
        "pictures": [picture for picture in (wide_picture(case.name, kin), narrow_picture(case.name, kin)) if picture],
        "encounters": encounters_of(case, notes),
        "voices": voices_of(case, notes),
        "claims": claims_of(case, notes),
        "questions": questions_of(case, notes, facts),
    }
    sources = sources_of(case, notes)
    style = _asset(_file("style.css") + _split_rules(sources))
    return {**context, "sources": sources, "style": style, "script": _asset(_file("script.js"))}


def _split_rules(sources: tuple[Source, ...]) -> str:
    """Rules that highlight a note whose words had to be cut, because another note crosses them."""
    rules = (
        f":root:has(#{note.anchor}:target) .{note.anchor}{{background:var(--lit);color:var(--lit-ink)}}"
        for source in sources
        for note in source.split
    )
    return "\n".join(rules)
