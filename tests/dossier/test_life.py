"""The track of stages: what is done, and what is only said to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from foedera.publish.dossier import Case
from foedera.publish.dossier.life import Station, standing, steps_of, track
from foedera.publish.dossier.notes import Notes
from foedera.store.entries import entry
from tests.dossier.treaty import account, act, make_document, steps

if TYPE_CHECKING:
    from foedera.model import Act

TEXT = "They signed it. They will sign it. They may sign it. They did not sign it."
WORDS = {"actual": "signed", "planned": "will sign", "possible": "may sign", "denied": "did not sign"}


def stations(*told: tuple[str, str, str], **known: Any) -> dict[str, Station]:
    """The track after reports, each (day, stage, realis)."""
    documents = [
        make_document(f"{i}.txt", TEXT, publisher=f"P{i}", published=day) for i, (day, _, _) in enumerate(told)
    ]
    acts = [
        act(doc, stage, realis, WORDS[realis], **known) for doc, (_, stage, realis) in zip(documents, told, strict=True)
    ]
    return {station.stage: station for station in track(steps_of(_case(documents, acts), _notes(documents, acts)))}


def _case(documents: list[Any], acts: list[Act]) -> Case:
    return Case(entry("agr_1", [account(documents[0], "it")]), tuple(documents), life=steps(documents, acts))


def _notes(documents: list[Any], acts: list[Act]) -> Notes:
    return Notes(_case(documents, acts))


@pytest.mark.parametrize("realis", ["planned", "possible", "denied"])
def test_a_step_that_no_source_has_as_done_is_not_shown_as_done(realis: str) -> None:
    station = stations(("2024-06-17", "signed", realis))["signed"]
    assert station.realis == realis


def test_done_beats_what_was_said_before() -> None:
    station = stations(("2024-06-17", "signed", "possible"), ("2024-06-19", "signed", "actual"))["signed"]
    assert (station.realis, station.others, station.disputed) == ("actual", ("possible",), False)


def test_a_later_denial_of_what_was_done_is_shown() -> None:
    station = stations(("2024-06-19", "signed", "actual"), ("2024-06-20", "signed", "denied"))["signed"]
    assert (station.realis, station.disputed) == ("actual", True)


def test_a_denial_repeated_after_the_deed_is_a_dispute() -> None:
    told = ("2024-06-18", "signed", "denied"), ("2024-06-19", "signed", "actual"), ("2024-06-20", "signed", "denied")
    assert stations(*told)["signed"].disputed


def test_an_earlier_denial_is_no_dispute() -> None:
    assert not stations(("2024-06-18", "signed", "denied"), ("2024-06-19", "signed", "actual"))["signed"].disputed


def test_the_latest_word_counts_while_nothing_is_done() -> None:
    assert (
        stations(("2024-06-17", "signed", "planned"), ("2024-06-18", "signed", "denied"))["signed"].realis == "denied"
    )


def test_the_main_line_is_shown_where_no_source_speaks_of_it() -> None:
    assert stations(("2024-06-17", "signed", "planned"))["ratified"].realis is None


def test_status_is_the_latest_step_done(case: Case) -> None:
    found = standing(case, steps_of(case, Notes(case)))
    assert found is not None
    step = found.step
    assert (step.stage, step.date, step.sources) == (
        "entered_into_force",
        "2024-12-04",
        ("Kestrel Wire", "Strait Courier"),
    )


def test_no_step_done_gives_no_status() -> None:
    document = make_document("a.txt", TEXT)
    acts = [act(document, "signed", "planned", "will sign")]
    case = _case([document], acts)
    assert standing(case, steps_of(case, Notes(case))) is None


def test_a_copy_is_no_second_witness(case: Case) -> None:
    (step,) = [step for step in steps_of(case, Notes(case)) if step.stage == "draft_approved"]
    assert step.sources == ("The Quay Gazette", "The Commons Digest")
    assert step.witnesses == 1
