"""Every frame of the lexicon reads its own example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.errors import LexiconError
from foedera.extract import frames
from foedera.extract.acts_frames import ActFrame, act_frames
from foedera.extract.links_frames import LinkFrame, link_frames
from foedera.extract.meetings_frames import MeetingFrame, meeting_frames
from tests.extract.marked import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading


@pytest.mark.parametrize("frame", act_frames().all, ids=lambda f: f.frame)
def test_frame_of_an_act_reads_its_example(nlp: spacy.Language, frame: ActFrame) -> None:
    read = read_marked(nlp, frame.example)
    found = [(act.rule, act.stage, act.realis) for act in read.acts if act.agreement == "a0"]
    assert (frame.frame, frame.stage, frame.reads) in found


@pytest.mark.parametrize("frame", link_frames().all, ids=lambda f: f.frame)
def test_frame_of_a_link_reads_its_example(nlp: spacy.Language, frame: LinkFrame) -> None:
    read = read_marked(nlp, frame.example)
    found = [(link.rule, link.source, link.relation, link.target, link.realis) for link in read.links]
    source, target = ("a0", "a1") if frame.order == "source first" else ("a1", "a0")
    assert (frame.frame, source, frame.relation, target, frame.reads) in found


@pytest.mark.parametrize("frame", meeting_frames().all, ids=lambda f: f.frame)
def test_frame_of_a_meeting_reads_its_example(read: Callable[..., Reading], frame: MeetingFrame) -> None:
    found = [(meeting.rule, meeting.kind, meeting.realis) for meeting in read(frame.example, "2022-06-15").meetings]
    assert (frame.frame, frame.kind, frame.reads) in found


def test_a_line_that_names_another_story_opens_no_frame(nlp: spacy.Language) -> None:
    from foedera.annotate import parse
    from foedera.pipeline import read_document
    from foedera.read import document as read_report

    report = read_report(
        "Chile and Peru signed a trade pact in Lima on Tuesday, officials of both countries said.\n\n"
        "READ MORE: BOLIVIA AND BRAZIL TO SIGN BORDER TREATY IN QUITO NEXT WEEK\n\n"
        "The pact will enter into force next year, the officials told reporters in Lima.\n",
        name="report.txt",
    )
    reading = read_document(report, next(parse(nlp, [report])))
    assert {act.stage for act in reading.acts} == {"signed", "entered_into_force"}
    assert all("TREATY" not in span.text for act in reading.acts for span in act.evidence)


def test_frame_names_are_unique() -> None:
    for table in (act_frames(), link_frames(), meeting_frames()):
        names = [frame.frame for frame in table.all]
        assert len(names) == len(set(names))


def test_a_field_that_frames_do_not_have_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {"frame": "sign", "stage": "signed", "agreement": ["object"], "verbs": ["sign"], "colour": "red"}
    monkeypatch.setattr(frames.lexicon, "load", lambda *_: {"frames": [entry]})
    with pytest.raises(LexiconError, match="'colour'"):
        frames.read_table("acts", ActFrame)
