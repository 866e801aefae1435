"""Order does not matter: reports added in any order and any batches make the same register."""

from __future__ import annotations

import functools
import itertools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from foedera.adding import decide
from foedera.analyse.events import events
from foedera.model.ids import content_id
from foedera.store import View
from tests.register.reports import Report, keep, treaty
from tests.register.test_sameness import named

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def both(one: str, other: str) -> Report:
    """A report that speaks of two agreements."""
    report = Report(f"They spoke of {one}, then of {other}.", "2024-06-23", "both")
    for words in (one, other):
        report.agreement(words, parties=("USA", "MEX"), kind="agreement")
    return report


def met(published: str, **fields: Any) -> Report:
    """A report of a meeting of two."""
    report = Report("They met for an hour.", published, content_id("m", published, fields))
    report.meeting("They met", kind="meeting", participants=("Vladimir Putin", "Kim Jong Un"), **fields)
    return report


def of(name: str, *, kind: str = "person", published: str = "2024-06-18", **fields: Any) -> Report:
    """A report that speaks of somebody, or of a body."""
    report = Report(f"{name} arrived.", published, content_id("of", name, kind, published))
    report.entity(name, kind, **fields)
    return report


def told(text: str, day: str, name: str) -> Report:
    """A report whose text others pass on."""
    report = Report(text, day, name)
    report.act(report.agreement("the Zenda Treaty", parties=("RUR", "GRA")), "signed", "signed the Zenda Treaty")
    return report


STORY = """The ministers met in the old castle above the river on the first day of spring and signed the Zenda Treaty.
The text runs to thirty pages and names the three passes over which goods may go without any further inspection."""

POOL = (
    # Alone, the third would tie the first two together; the fourth tells them apart.
    named("the Zenda Pact", parties=("USA", "MEX"), kind="agreement"),
    named("the Hentzau Pact", parties=("USA", "MEX"), kind="agreement"),
    named("the Zenda Hentzau Pact", parties=("USA", "MEX"), kind="agreement"),
    both("the Zenda Pact", "the Hentzau Pact"),
    named("the treaty of friendship", date="1961", published="2024-06-17"),
    named("the 1961 treaty", date="1961", published="2024-06-19"),
    named("the treaty of good neighbourliness", date="2000", published="2024-06-18"),
    named("a comprehensive strategic partnership treaty", label="comprehensive strategic partnership"),
    named("the strategic partnership pact", label="strategic partnership", published="2024-06-20"),
    named("a treaty", published="2024-06-21"),
    named("the deal", published="2024-06-22", kind="agreement"),
    named("NAFTA", parties=("USA", "CAN", "MEX"), kind="agreement", published="2018-01-01"),
    named("the North American Free Trade Agreement", parties=("USA", "CAN"), kind="agreement", published="2018-02-01"),
    named("a trade deal", parties=("USA", "MEX"), kind="agreement", published="2018-02-02"),
    # The first leans on the second until the third comes.
    named("a deal", parties=("USA", "CHN"), kind="agreement", published="2019-12-13"),
    named("a Phase One trade deal", parties=("USA", "CHN"), kind="agreement", published="2019-12-14"),
    named("a visa pact", parties=("USA", "CHN"), kind="agreement", published="2019-12-15"),
    # The undated meeting is the first of the two until the second comes.
    met("2024-06-20"),
    met("2024-06-20", date="2024-06-18"),
    met("2024-06-21", date="2024-06-21", place="Geneva"),
    met("2024-06-14", realis="planned"),
    # One step in three reports with other dates, and one that is still to come.
    treaty("2024-06-18", "the Strelsau Treaty", name="s1", realis="planned", date="2024-06-19"),
    treaty("2024-06-19", "the Strelsau Treaty", name="s2", date="2024-06-19"),
    treaty("2024-06-20", "the Strelsau Treaty", name="s3", date="2024-06"),
    treaty("2024-06-21", "the Strelsau Treaty", name="s4"),
    # A text and what passes it on.
    told(STORY, "2024-03-20", "first"),
    told(f"Quiet spring\n\n{STORY}", "2024-03-21", "copy"),
    # Spellings; a surname that is its only bearer's until the second comes; father and son; acronyms.
    of("Kim Jong Un"),
    of("Kim Jong-un", published="2024-06-17"),
    of("Kim", published="2024-06-16"),
    of("Kim Yo Jong"),
    of("George W. Bush"),
    of("George H.W. Bush", published="2001-01-01"),
    of("George Bush", published="2002-01-01"),
    of("Mohammed bin Salman"),
    of("MBS", published="2023-01-01"),
    of("Mohammad bin Salman Al Saud"),
    of("North Atlantic Treaty Organization", kind="organisation"),
    of("NATO", kind="organisation", published="2023-01-01"),
    of("Foreign Ministry", kind="organisation", affiliation="Ruritania"),
)

DIFFERENT = ("Mohammed bin Salman", "Mohammad bin Salman Al Saud")
SAME = ("the Hentzau Pact", "NAFTA")


def record_of(words: str) -> tuple[str, str]:
    """The report of the pool that alone speaks of something, and the id of its record."""
    return next(
        (report.document.id, records[0].id)
        for report in POOL
        for kind in ("agreements", "entities")
        if (records := report.parts.get(kind, [])) and len(records) == 1 and records[0].name == words
    )


def tell_apart(path: Path, added: Collection[str]) -> bool:
    """A person's word, as soon as both reports are in."""
    (one, a), (other, b) = map(record_of, DIFFERENT)
    if not {one, other} <= {*added}:
        return False
    decide(path, "different", a, b)
    return True


def register(path: Path, batches: Sequence[Sequence[Report]]) -> Any:
    """What the register holds after these batches and decisions, without the history."""
    added: list[str] = []
    decided = False
    for batch in batches:
        keep(path, *batch)
        added += [report.document.id for report in batch]
        decided = decided or tell_apart(path, added)
    decide(path, "same", *(record_of(words)[1] for words in SAME))
    with View(path) as view:
        entries, actors = view.agreements(), view.actors()
        lives = [events(view, entry.id) for entry in entries]
        ids = view.identities().to_pylist()
        return entries, actors, lives, view.meeting_groups(), view.copies(), sorted(map(repr, ids))


@functools.cache
def at_once() -> Any:
    """The register of all reports in one batch."""
    with tempfile.TemporaryDirectory() as folder:
        return register(Path(folder) / "r.duckdb", [POOL])


@given(st.permutations(POOL), st.sets(st.integers(1, len(POOL) - 1), max_size=8))
@settings(
    max_examples=5, phases=[Phase.explicit, Phase.generate], deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_neither_order_nor_batches_leave_a_trace(order: list[Report], cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(order)]
    batches = [order[start:end] for start, end in itertools.pairwise(ends)]
    with tempfile.TemporaryDirectory() as folder:
        many = register(Path(folder) / "many.duckdb", batches)
    for one, other in zip(many, at_once(), strict=True):
        assert one == other


def test_the_pool_holds_what_can_go_wrong() -> None:
    """Each kind of thing is there, and each way in which a later report changes what an earlier one was."""
    entries, actors, lives, meetings, copies, _ = at_once()
    names = {frozenset(actor.names) for actor in actors}
    assert {frozenset({"MBS", "Mohammed bin Salman"}), frozenset({DIFFERENT[1]}), frozenset({"Kim"})} <= names
    assert any({*SAME} <= {*entry.names} for entry in entries)
    assert any(len(event.reports) == 3 for life in lives for event in life)
    assert len(meetings) > 2
    assert len(copies) == 1


def test_ids_stay_when_later_reports_come_and_lead_on_when_two_become_one(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    cited = []
    for report in sorted(POOL, key=lambda report: str(report.document.published)):
        keep(path, report)
        with View(path) as view:
            cited += [entry.id for entry in view.agreements()]
    with View(path) as view:
        held = {entry.id for entry in view.agreements()}
        assert {view.current_id(thing) for thing in cited} == held
        assert [view.agreement(thing).id for thing in held] == list(held)
