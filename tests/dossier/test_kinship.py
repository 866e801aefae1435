"""Predecessors and successors, and their picture."""

from __future__ import annotations

from foedera.model import Link
from foedera.publish.dossier import Case
from foedera.publish.dossier.concord import questions_of
from foedera.publish.dossier.facts import facts_of
from foedera.publish.dossier.kinship import kin_of
from foedera.publish.dossier.notes import Notes
from foedera.publish.dossier.pictures import Picture, narrow_picture, wide_picture
from foedera.publish.dossier.voices import encounters_of
from foedera.store.entries import entry
from tests.dossier.treaty import OF_1961, account, act, at, make_document, steps


def test_each_way_of_putting_a_relation_is_kept(case: Case) -> None:
    ways = {(one.name, one.realis) for one in kin_of(case, Notes(case))}
    assert {(OF_1961, "planned"), (OF_1961, "denied"), (OF_1961, "actual")} <= ways


def test_examples_are_not_taken_for_the_whole_list(case: Case) -> None:
    (planned,) = [one for one in kin_of(case, Notes(case)) if (one.name, one.realis) == (OF_1961, "planned")]
    assert planned.examples_only


def test_sources_that_contradict_each_other_are_said_to_differ(case: Case) -> None:
    notes = Notes(case)
    differ = {one.title for one in questions_of(case, notes, facts_of(case, notes)) if one.verdict == "differ"}
    assert {f"Replaces: {OF_1961}", "Beforehand: signed", "Class of visit: Vladimir Putin to North Korea"} <= differ


def test_a_rough_date_agrees_with_the_exact_one_that_it_holds() -> None:
    documents = [make_document(f"{i}", "They signed it.", publisher=f"P{i}") for i in range(3)]
    dates = ("2024-06", "2024-06-19", "2024-06-20")
    acts = [act(doc, "signed", "actual", "signed", date=date) for doc, date in zip(documents, dates, strict=True)]

    def asked(n: int) -> list[tuple[str, list[str]]]:
        about = entry("agr_1", [account(documents[0], "it")])
        case = Case(about, tuple(documents[:n]), life=steps(documents[:n], acts[:n]))
        notes = Notes(case)
        return [(one.verdict, [value.words for value in one.values]) for one in questions_of(case, notes, ())]

    assert asked(2) == [("agree", ["19 June 2024"])]
    assert asked(3) == [("differ", ["19 June 2024", "20 June 2024"])]


def successor() -> Case:
    text = "The new pact replaced the old pact."
    document = make_document("a.txt", text)
    link = Link("l", "new", "replaces", "agr_1", "actual", (at(document, text),))
    return Case(
        entry("agr_1", [account(document, "the old pact")]), (document,), links=(link,), names={"new": "New pact"}
    )


def test_a_successor_stands_right_of_what_it_replaces() -> None:
    case = successor()
    kin = kin_of(case, Notes(case))
    assert [one.phrase for one in kin] == ["is replaced by"]
    picture = wide_picture(case.name, kin)
    assert picture is not None
    main, other = picture.boxes
    assert other.x > main.x + main.width


def _apart(picture: Picture) -> bool:
    boxes = sorted(picture.boxes, key=lambda box: (box.x, box.y))
    return all(
        one.x + one.width <= other.x or one.y + one.height <= other.y
        for i, one in enumerate(boxes)
        for other in boxes[i + 1 :]
    )


def test_boxes_never_overlap_and_stay_inside(case: Case) -> None:
    kin = kin_of(case, Notes(case))
    for picture in (wide_picture(case.name, kin), narrow_picture(case.name, kin)):
        assert picture is not None
        assert _apart(picture)
        assert all(box.x >= 0 and box.x + box.width <= picture.width for box in picture.boxes)
        assert all(box.y >= 0 and box.y + box.height <= picture.height for box in picture.boxes)
        assert all(arrow.label.y >= 0 for arrow in picture.arrows)


def test_no_relation_no_picture() -> None:
    assert wide_picture("it", ()) is None
    assert narrow_picture("it", ()) is None


def told_by(*publishers: str) -> list[tuple[str, str, list[str]]]:
    """Title, verdict and values of the questions, where one house each tells of an approval in other words."""
    texts = ("Aho approved a draft of it.", "Aho accepted a proposal to sign it.", "Aho approved the new draft of it.")
    documents = [
        make_document(f"{i}", text, publisher=by) for i, (text, by) in enumerate(zip(texts, publishers, strict=False))
    ]
    acts = [act(doc, "draft_approved", "actual", doc.text.rstrip(".")) for doc in documents]
    case = Case(entry("agr_1", [account(documents[0], "it")]), tuple(documents), life=steps(documents, acts))
    found = questions_of(case, Notes(case), ())
    return [(one.title, one.verdict, [value.words for value in one.values]) for one in found]


def test_what_was_approved_is_compared() -> None:
    assert told_by("Courier", "Post") == [("What was approved", "differ", ["a draft", "a proposal"])]


def test_two_reports_of_one_house_repeat_each_other() -> None:
    documents = [make_document(f"{i}", "Aho approved a draft of it.", publisher="Courier") for i in range(2)]
    acts = [act(doc, "draft_approved", "actual", "Aho approved a draft") for doc in documents]
    case = Case(entry("agr_1", [account(documents[0], "it")]), tuple(documents), life=steps(documents, acts))
    (question,) = questions_of(case, Notes(case), ())
    assert question.verdict == "repeat"


def test_what_reports_put_in_two_ways_is_one_meeting(case: Case) -> None:
    found = [(one.id, one.level) for one in encounters_of(case, Notes(case))]
    assert found[:2] == [("visit", "state"), ("visit", "official")]
