"""Two blocs side by side: what binds each on a day, by the register and by reference data, and what is claimed of them.

The register and each file of reference data are kept apart: they are different witnesses.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from foedera.analyse.alignment import Alignment, alignments
from foedera.analyse.overview import Line, overview
from foedera.analyse.standing import BlocStanding, standing
from foedera.errors import ReferenceDataError
from foedera.lexicon.states import find_state
from foedera.model.dates import bounds, known_by
from foedera.store.reference import reference_pairs, reference_sources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from foedera.model import Claim
    from foedera.store import Actor, View

IN_FORCE = frozenset({"entered_into_force", "amended", "extended", "provisionally_applied"})
MORE_BOUND = "more_institutionalised_than"


@dataclass(frozen=True, slots=True)
class Tie:
    """An agreement of the register between two states, where it stands, and whether it was in force on the day."""

    a: str
    b: str
    line: Line
    in_force: bool


@dataclass(frozen=True, slots=True)
class ByReference:
    """Both blocs, and the pairs across them, by one file of reference data."""

    bloc: BlocStanding
    against: BlocStanding | None
    across: BlocStanding | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that one bloc is more institutionalised than the other; `holder` None is the report itself."""

    claim: Claim
    holder: str | None
    of_bloc: bool


@dataclass(frozen=True, slots=True)
class BlocReport:
    """The answer about a bloc, and about another that it is held against."""

    bloc: tuple[str, ...]
    against: tuple[str, ...]
    on: str
    references: tuple[ByReference, ...]
    ties: tuple[Tie, ...]
    claims: tuple[Claimed, ...]
    alignments: tuple[Alignment, ...] = ()

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What each file of reference data says, in plain words, with how far it reaches."""
        return tuple(_verdict(self, reference) for reference in self.references)


def bloc_report(view: View, bloc: Sequence[str], against: Sequence[str], on: str) -> BlocReport:
    """Ask the register and every file of alliances in it about a bloc on a day (EDTF).

    Raises:
        ReferenceDataError: a state that is not known, or a bloc of fewer than two.
    """
    ours, theirs = _members(_spelled_out(view, bloc)), _members(_spelled_out(view, against)) if against else ()
    everyone = (*ours, *theirs)
    # A number may change between the day and the last day that the data cover (Korea, Germany): all are asked for.
    numbers = {n for code in everyone for _, n in _numbers(code)}
    spells = reference_pairs(view, sorted(numbers))
    references = tuple(
        ByReference(
            standing(ours, spells, source, on),
            standing(theirs, spells, source, on) if theirs else None,
            standing(ours, spells, source, on, against=theirs) if theirs else None,
        )
        for source in reference_sources(view)
        if source.unit in ("member", "alliance", "dyad") and source.source in ("atop", "cow")
    )
    pairs = list(itertools.combinations(everyone, 2))
    return BlocReport(
        bloc=ours,
        against=theirs,
        on=on,
        references=references,
        ties=_ties(view, pairs, on),
        claims=_claims(view, ours, theirs),
        alignments=alignments(view, pairs, on),
    )


def _spelled_out(view: View, names: Sequence[str]) -> Sequence[str]:
    """The members of a bloc that reports name ("the Washington-Tokyo-Seoul triangle"), as they state them."""
    if len(names) != 1 or find_state(names[0]):
        return names
    known = {actor.name: actor for actor in view.actors("bloc") if actor.members}
    best = process.extractOne(names[0], list(known), scorer=fuzz.token_set_ratio, score_cutoff=80)
    return known[best[0]].members if best else names


def _members(names: Sequence[str]) -> tuple[str, ...]:
    codes = []
    for name in names:
        state = find_state(name)
        if state is None:
            raise ReferenceDataError(f"no state {name!r}; give ISO 3166-1 alpha-3 codes or names, such as USA,JPN,KOR")
        codes.append(state.key)
    members = tuple(dict.fromkeys(codes))
    if len(members) < 2:
        raise ReferenceDataError(f"a bloc has at least two members; found {', '.join(members) or 'none'}")
    return members


def _numbers(code: str) -> tuple[tuple[str, int], ...]:
    state = find_state(code)
    return tuple((code, number) for number, _, _ in state.cow) if state else ()


def _ties(view: View, pairs: Sequence[tuple[str, str]], on: str) -> tuple[Tie, ...]:
    lines = overview(view)
    return tuple(
        Tie(a, b, line, _in_force(line, on)) for a, b in pairs for line in lines if {a, b} <= set(line.entry.parties)
    )


def _in_force(line: Line, on: str) -> bool:
    """Whether reports assert that it had entered into force by that day and nothing that ends it."""
    day = bounds(on)[1]
    if line.status is None or line.status.stage not in IN_FORCE or day is None:
        return False
    return line.status.date is not None and known_by(line.status.date, day)


def _claims(view: View, bloc: tuple[str, ...], against: tuple[str, ...]) -> tuple[Claimed, ...]:
    actors = {actor.id: actor for actor in view.actors()}

    def is_bloc(thing: str | None, members: tuple[str, ...]) -> bool:
        actor = actors.get(thing or "")
        return actor is not None and set(_codes(actor)) == set(members)

    found = []
    for claim in view.claims():
        if claim.predicate != MORE_BOUND:
            continue
        ours = is_bloc(claim.subject, bloc) and (not against or is_bloc(claim.object, against))
        theirs = bool(against) and is_bloc(claim.subject, against) and is_bloc(claim.object, bloc)
        if ours or theirs:
            holder = actors.get(claim.holder or "")
            found.append(Claimed(claim, holder.name if holder else None, of_bloc=ours))
    return tuple(found)


def _codes(actor: Actor) -> tuple[str, ...]:
    states = (find_state(member) for member in actor.members)
    return tuple(state.key for state in states if state)


def _verdict(report: BlocReport, by: ByReference) -> str:
    bloc, against = by.bloc, by.against
    title = bloc.reference.title
    if bloc.as_of is None:
        covered = f"{bloc.reference.first_year} to {bloc.reference.last_year}"
        return f"{title} covers {covered}: nothing is known of {report.on}."
    reach = f"{title}, as of {bloc.as_of}, bilateral treaties only"
    own = bloc.institutionalisation()
    other = against.institutionalisation() if against else None
    if not bloc.graded:
        return f"{title}, as of {bloc.as_of}: {_shares(bloc)}; it does not grade institutionalisation."
    if own is None or (against and other is None):
        return f"{reach}: some pairs are unknown, so there is no mean."
    said = f"{reach}: {'-'.join(bloc.members)} {_number(own)}"
    if against and other is not None:
        said += f", {'-'.join(against.members)} {_number(other)} (0 none to 2 high)" + _agreement(report, own, other)
    return said + _with_multilateral(bloc, against) + _limits(bloc, report.on)


def _with_multilateral(bloc: BlocStanding, against: BlocStanding | None) -> str:
    """What multilateral treaties add: the means with them, and how many pairs they bind not to attack each other."""
    sides = [bloc, against] if against else [bloc]
    means = [side.institutionalisation(multilateral=True) for side in sides]
    shares = [side.share("nonaggression", multilateral=True) for side in sides]
    levels = " and ".join("not known" if mean is None else _number(mean) for mean in means)
    bound = " and ".join("not known" if share is None else f"{float(share):.0%}" for share in shares)
    return f"; with multilateral treaties {levels}, and nonaggression binds {bound} of the pairs"


def _agreement(report: BlocReport, own: Fraction, other: Fraction) -> str:
    """Whether the claims that the register holds agree with the figures."""
    words = []
    for claimed in report.claims:
        more = own > other if claimed.of_bloc else other > own
        asserted = claimed.claim.polarity == "positive"
        verb = "agrees with" if more == asserted else "disagrees with"
        words.append(f"; this {verb} {claimed.holder or 'the report'}: “{claimed.claim.evidence[0].text}”")
    return "".join(words)


def _limits(bloc: BlocStanding, on: str) -> str:
    last = bounds(on)[1]
    beyond = last is not None and bloc.as_of is not None and last.isoformat() > bloc.as_of
    return f"; nothing is known after {bloc.as_of}." if beyond else "."


def _shares(bloc: BlocStanding) -> str:
    held = sum(pair.obliged("defence", multilateral=True) for pair in bloc.pairs)
    return f"{held} of {len(bloc.pairs)} pairs of {'-'.join(bloc.members)} have a defence pact"


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
