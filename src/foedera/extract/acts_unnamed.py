"""Which agreement a step is about that names none: "the talks resumed", "before signing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.acts_mentions import Mention
    from foedera.model import Agreement

_RECENT = 1  # years from an agreement to a report in which talks may be about it


def likeliest(step: Token, close: list[Mention], states: frozenset[str], published: str | None) -> Mention | None:
    """The mention that an unnamed step is about, of those close to it: that of the agreement which the document
    speaks of most, if those who act, some `states`, may be parties to it; `published`: the day of the report."""
    fitting = [m for m in close if _may_act(states, m.agreement)]
    if step.lemma_.lower() in words("en", "agreements_parties", "talks"):
        return _talked_of(step, fitting, published)
    return max(fitting, key=lambda m: (len(m.agreement.mentions), m.first), default=None)


def _talked_of(talks: Token, fitting: list[Mention], published: str | None) -> Mention | None:
    """What talks are about: the agreement named beside them, else the one spoken of most; one made years before the
    report only where there is no other, and no convention of many states."""
    recent = [m for m in fitting if not _is_old(m.agreement, published)]
    if not recent and talks.sent.start > 0:  # "Iran wants new terms of the deal. If the others join talks"
        start = talks.doc[talks.sent.start - 1].sent.start
        recent = [m for m in fitting if not m.agreement.multilateral and m.first >= start]
    beside = [m for m in recent if talks.sent.start <= m.first < talks.sent.end]
    if beside:
        return min(beside, key=lambda m: abs(m.first - talks.i))
    return max(recent, key=lambda m: (len(m.agreement.mentions), m.first), default=None)


def _is_old(agreement: Agreement, published: str | None) -> bool:
    then, now = (agreement.date or "")[:4], (published or "")[:4]
    return then.isdigit() and now.isdigit() and int(now) - int(then) > _RECENT


def _may_act(states: frozenset[str], agreement: Agreement) -> bool:
    known = states and agreement.parties and not agreement.multilateral  # of many parties, only some are named
    return not known or bool(states & set(agreement.parties))
