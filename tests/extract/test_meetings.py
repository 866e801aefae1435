"""Visits and meetings: done only where the text says so."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from foedera.annotate import parse
from foedera.model import Dateline
from foedera.pipeline import read_document
from tests.conftest import document

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The treaty may be signed after Emmanuel Macron's trip to Japan.", "planned"),
        ("The treaty was signed after Emmanuel Macron's trip to Japan.", "actual"),
    ],
)
def test_a_visit_that_only_dates_what_is_not_yet_done_is_not_done(
    read: Callable[..., Reading], text: str, realis: str
) -> None:
    assert [(m.kind, m.realis) for m in read(text, "2019-05-03").meetings] == [("visit", realis)]


def test_a_delegation_need_not_be_named(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "The delegation met for an hour with French President Emmanuel Macron in Paris.", "2019-05-03"
    ).meetings
    assert (found.kind, found.participants, found.realis) == ("meeting", ("Emmanuel Macron",), "actual")


_TODAY = "2024-06-20"  # a Thursday
_LEADERS = "Emmanuel Macron and Olaf Scholz"


@pytest.mark.parametrize(
    ("text", "kind", "realis", "date"),
    [
        # whether it takes place
        ("Emmanuel Macron refused to meet Olaf Scholz.", "meeting", "denied", None),
        ("Emmanuel Macron did not meet Olaf Scholz.", "meeting", "denied", None),
        ("The planned summit between Emmanuel Macron and Olaf Scholz was called off.", "summit", "denied", None),
        ("Emmanuel Macron hopes to meet Olaf Scholz in Berlin.", "meeting", "possible", None),
        ("Japan invited French President Emmanuel Macron to visit Tokyo.", "visit", "possible", None),
        ("French President Emmanuel Macron accepted an invitation to visit Japan.", "visit", "planned", None),
        ("Emmanuel Macron looks forward to welcoming Olaf Scholz to Paris.", "visit", "planned", None),
        ("French President Emmanuel Macron postponed his trip to Japan.", "visit", "planned", None),
        # when
        (f"A phone call between {_LEADERS} was planned for Friday.", "call", "planned", "2024-06-21"),
        (f"A meeting between {_LEADERS} is planned for July.", "meeting", "planned", "2024-07"),
        ("Emmanuel Macron talked to Olaf Scholz over the phone on Tuesday.", "call", "actual", "2024-06-18"),
        ("After meeting Olaf Scholz on Tuesday, Emmanuel Macron praised it.", "meeting", "actual", "2024-06-18"),
        ("Emmanuel Macron arrived in Tokyo on Tuesday.", "visit", "actual", "2024-06-18"),
        (
            "Emmanuel Macron arrived in Tokyo on Tuesday for a two-day visit.",
            "visit",
            "actual",
            "2024-06-18/2024-06-19",
        ),
        ("Emmanuel Macron ended a two-day visit to Tokyo on Tuesday.", "visit", "actual", "2024-06-17/2024-06-18"),
        ("French President Emmanuel Macron is due in Tokyo on Monday.", "visit", "planned", "2024-06-24"),
        ("French President Emmanuel Macron left for Japan on Tuesday.", "visit", "actual", "2024-06-18"),
        ("French President Emmanuel Macron met in Tokyo with leaders from ten nations.", "meeting", "actual", None),
        ("The ministers of the member states met in Tokyo on Tuesday.", "meeting", "actual", "2024-06-18"),
        (f"On the sidelines, {_LEADERS.split(' and ')[0]} discussed it with Olaf Scholz.", "talks", "actual", None),
        # what is done on its occasion tells that it took place
        (f"{_LEADERS} discussed the pact in a phone call on Tuesday.", "call", "actual", "2024-06-18"),
        (f"{_LEADERS} will discuss the pact in a phone call on Friday.", "call", "planned", "2024-06-21"),
        ("Emmanuel Macron told Olaf Scholz in a call that it was over.", "call", "actual", None),
        (
            "Olaf Scholz, who has been meeting Emmanuel Macron for the past three days, left.",
            "meeting",
            "actual",
            "2024-06-18/2024-06-20",
        ),
        ("The two envoys, Emmanuel Macron and Olaf Scholz, met on Tuesday.", "meeting", "actual", "2024-06-18"),
        (
            "Emmanuel Macron will receive his German counterpart, Olaf Scholz, on July 3 to discuss it.",
            "meeting",
            "planned",
            "2024-07-03",
        ),
        (
            "Emmanuel Macron and Olaf Scholz agreed on the way to peace at the summit in Berlin.",
            "summit",
            "actual",
            None,
        ),
        (f"{_LEADERS} held talks.", "talks", "actual", None),
        (f"{_LEADERS} are taking part in talks in Lima.", "talks", "actual", None),
        ("The French foreign minister visited Tokyo on Tuesday.", "visit", "actual", "2024-06-18"),
        ("Emmanuel Macron accepted Fumio Kishida's invitation to visit Japan.", "visit", "planned", None),
        ("The last time Emmanuel Macron and Olaf Scholz met was in April.", "meeting", "actual", "2024-04"),
        (f"Yesterday, {_LEADERS} held their first meeting.", "meeting", "actual", "2024-06-19"),
        # a phrase behind an aim belongs to what was done
        (
            f"France stressed its commitment to solving it during a meeting between {_LEADERS} on Tuesday.",
            "meeting",
            "actual",
            "2024-06-18",
        ),
        ("A meeting in Berlin of envoys from France and Germany ended on Tuesday.", "meeting", "actual", "2024-06-18"),
        ("Emmanuel Macron met with his German counterpart to discuss it.", "meeting", "actual", None),
        ("Emmanuel Macron cleared a draft pact for signing at a meeting with Olaf Scholz.", "meeting", "planned", None),
        ("France and Germany held a round of talks in May.", "talks", "actual", "2024-05"),
        ("France and Germany agreed to hold the next meeting of the French-German body.", "meeting", "planned", None),
        ("At its Madrid summit in November, NATO invited France.", "summit", "actual", "2023-11"),
        # bodies that two states have together, unions of states, and so many sides
        ("The fifth meeting of the France-Japan Joint Committee was held on May 3.", "meeting", "actual", "2024-05-03"),
        ("The French-German Commission met in Paris on Tuesday.", "meeting", "actual", "2024-06-18"),
        ("Leaders spoke at the 2023 NATO summit in Vilnius.", "summit", "actual", "2023"),
        ("France spoke at the NATO summit slated for July in Washington.", "summit", "planned", "2024-07"),
        ("France, Spain and Italy spoke. A trilateral summit in Rome was held in May.", "summit", "actual", "2024-05"),
        ("France and Germany concluded their two-day talks.", "talks", "actual", None),
        (
            "A summit between Emmanuel Macron and Olaf Scholz is expected to take place in July.",
            "summit",
            "planned",
            "2024-07",
        ),
        # what is only settled of a meeting is not whether it is held
        (f"The date of the meeting between {_LEADERS} has not been announced.", "meeting", "planned", None),
        # who calls on somebody, who chairs together, and who meets "his counterpart"
        ("Emmanuel Macron called on German Chancellor Olaf Scholz in Berlin.", "meeting", "actual", None),
        ("The talks were co-chaired by Emmanuel Macron and Olaf Scholz.", "meeting", "actual", None),
        ("Emmanuel Macron spoke after meeting his counterpart on Tuesday.", "meeting", "actual", "2024-06-18"),
        ("Emmanuel Macron said on Tuesday that he would go as he met Olaf Scholz.", "meeting", "actual", "2024-06-18"),
        ("A session of the commission between France and Japan opened on May 3.", "meeting", "actual", "2024-05-03"),
        # where somebody is on a visit
        ("French President Emmanuel Macron is in Japan on a state visit.", "visit", "actual", None),
        ("The French and German leaders will visit Paris on Friday.", "visit", "planned", "2024-06-21"),
        ("Olaf Scholz invited Emmanuel Macron to Berlin.", "visit", "possible", None),
        # of "next week" and a day in it, the day
        (
            f"{_LEADERS} will hold talks in Lima next week. The talks, set for June 26, are the first.",
            "talks",
            "planned",
            "2024-06-26",
        ),
        ("Emmanuel Macron is in Tokyo for a state visit.", "visit", "actual", None),
        ("Emmanuel Macron, who is currently visiting Tokyo, was glad.", "visit", "actual", "2024-06-20"),
        (
            "French President Emmanuel Macron on Tuesday left after an eight-day visit.",
            "visit",
            "actual",
            "2024-06-11/2024-06-18",
        ),
        (
            "Delegations from France and Japan, after meeting in Lima on Tuesday, agreed.",
            "meeting",
            "actual",
            "2024-06-18",
        ),
        ("In Lima, France met with at least 20 countries on Tuesday.", "meeting", "actual", "2024-06-18"),
        ("Emmanuel Macron landed in Tokyo on Tuesday.", "visit", "actual", "2024-06-18"),
        # a call to somebody; talks that are wrapped up, and that took place between a state and a movement
        (
            "In a telephone call to Olaf Scholz on Tuesday, Emmanuel Macron asked for it.",
            "call",
            "actual",
            "2024-06-18",
        ),
        ("France and Japan on Tuesday wrapped up the fifth round of talks in Paris.", "talks", "actual", "2024-06-18"),
        ("Talks between Colombia and the FARC began in Havana on Tuesday.", "talks", "actual", "2024-06-18"),
        # who stands at the head of a group has gone with it
        ("A delegation of officials led by Emmanuel Macron visited Tokyo on Tuesday.", "visit", "actual", "2024-06-18"),
        ("A French delegation led by Emmanuel Macron visited Tokyo on Tuesday.", "visit", "actual", "2024-06-18"),
    ],
)
def test_a_meeting_is_told_as_done_planned_open_or_off(
    read: Callable[..., Reading], text: str, kind: str, realis: str, date: str | None
) -> None:
    assert [(m.kind, m.realis, m.date) for m in read(text, _TODAY).meetings] == [(kind, realis, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron called Olaf Scholz a liar.",
        "Emmanuel Macron called on Olaf Scholz to resign.",
        "Emmanuel Macron met the deadline set by Germany.",
        "Chile and Peru are negotiating a border treaty.",
        "Negotiations between Chile and Peru on a border treaty have lasted for years.",
        "France and Germany announced the conclusion of their negotiations in May 2019.",
        "Emmanuel Macron and Olaf Scholz agreed to revive talks.",
        "Emmanuel Macron, who led the French side in the talks with Germany, resigned.",
        "Emmanuel Macron met French Prime Minister Gabriel Attal in Paris.",
        "French President Emmanuel Macron returned to Paris on Tuesday.",
        "Emmanuel Macron and Olaf Scholz want to solve it through dialogue.",
        "French President Emmanuel Macron flew back to Berlin on Tuesday.",
        "French President Emmanuel Macron received a letter from Germany on Tuesday.",
        "Olaf Scholz was welcomed by Emmanuel Macron at the airport.",
        "Emmanuel Macron welcomed the results of the talks with Germany on the treaty.",
        "France and Germany have held ten rounds of talks.",
        "France and Japan launched negotiations on a treaty on May 3.",
        "France should join the EU on 1 July 2024.",
        "An event convened jointly by France and Germany began on Tuesday.",
        "We will be glad when we see Olaf Scholz on Tuesday.",
        f"{_LEADERS} will have several meetings.",
    ],
)
def test_what_is_no_meeting(read: Callable[..., Reading], text: str) -> None:
    assert read(text, _TODAY).meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron met Olaf Scholz in Berlin on Tuesday. Emmanuel Macron met Olaf Scholz in Paris last June.",
        "Emmanuel Macron and Olaf Scholz held their first meeting since their summit in Berlin in May.",
    ],
)
def test_meetings_of_the_same_two_on_other_days_are_two(read: Callable[..., Reading], text: str) -> None:
    assert len(read(text, _TODAY).meetings) == 2


def test_who_welcomes_a_meeting_takes_no_part(read: Callable[..., Reading]) -> None:
    (found,) = read("Moscow welcomed a meeting between Emmanuel Macron and Olaf Scholz.", _TODAY).meetings
    assert sorted(found.participants) == ["Emmanuel Macron", "Olaf Scholz"]


def test_what_has_just_been_is_not_what_was_long_ago(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron has met Olaf Scholz. In May 2021 Emmanuel Macron met Olaf Scholz in Paris."
    assert [m.date for m in read(text, _TODAY).meetings] == [None, "2021-05"]


def test_a_meeting_on_the_sidelines_of_a_summit_is_one(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron and Olaf Scholz held a meeting on the sidelines of the summit in Spain on June 9."
    assert [(m.kind, m.realis, m.date) for m in read(text, _TODAY).meetings] == [("meeting", "actual", "2024-06-09")]


def test_those_who_are_met_separately_are_met_each(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron met Olaf Scholz and Pedro Sanchez separately on Tuesday."
    assert sorted(sorted(m.participants) for m in read(text, _TODAY).meetings) == [
        ["Emmanuel Macron", "Olaf Scholz"],
        ["Emmanuel Macron", "Pedro Sanchez"],
    ]


def test_each_state_behind_a_colon_is_visited(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron will travel to three island nations: Fiji, Tonga and Samoa."
    assert sorted(m.place for m in read(text, _TODAY).meetings if m.place) == ["Fiji", "Samoa", "Tonga"]


def test_a_host_and_his_guest_have_one_meeting(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron hosted German Chancellor Olaf Scholz on a state visit. During the visit they signed a pact."
    (found,) = read(text, _TODAY).meetings
    assert (found.kind, found.host, found.level) == ("visit", "Emmanuel Macron", "state")


def test_a_union_not_a_guest_holds_its_summit(read: Callable[..., Reading]) -> None:
    (found,) = read("Emmanuel Macron spoke at the NATO summit in Vilnius on Tuesday.", _TODAY).meetings
    assert (found.kind, found.participants) == ("summit", ("NATO",))


def test_the_sides_of_trilateral_talks_are_those_named_last(read: Callable[..., Reading]) -> None:
    (found,) = read("Officials of France, Spain and Italy came. The trilateral talks in Lima ended.", _TODAY).meetings
    assert sorted(found.participants) == ["ESP", "FRA", "ITA"]


def test_setting_out_for_elsewhere_ends_a_visit(read: Callable[..., Reading]) -> None:
    text = "Emmanuel Macron, who was paying a state visit, praised the pact. Macron left for Hanoi on Tuesday evening."
    assert [(m.level, m.place, m.date) for m in read(text, _TODAY).meetings] == [
        ("state", None, None),
        (None, "Hanoi", "2024-06-18"),
    ]


def test_talks_are_where_they_begin(read: Callable[..., Reading]) -> None:
    (found,) = read("Talks between Chile and Peru began in Havana on Tuesday.", _TODAY).meetings
    assert (found.place, found.date) == ("Havana", "2024-06-18")


def test_what_is_told_before_those_who_met_are_named_is_of_their_meeting(read: Callable[..., Reading]) -> None:
    text = "After talks in Ohrid on Saturday, a pact was near. Emmanuel Macron and Olaf Scholz met in Ohrid."
    assert [m.date for m in read(text, _TODAY).meetings] == ["2024-06-15"]


def test_the_summit_is_what_was_called_one(read: Callable[..., Reading]) -> None:
    text = (
        "Emmanuel Macron and Olaf Scholz will hold a summit on Friday. Emmanuel Macron had lunch with Joe Biden on "
        "Monday. The plan for the summit is ready. The summit will be short."
    )
    assert [(m.date, len(m.evidence)) for m in read(text, _TODAY).meetings] == [("2024-06-21", 3), ("2024-06-17", 1)]


def test_those_of_one_state_do_not_meet_it(read: Callable[..., Reading]) -> None:
    assert (
        read("French President Emmanuel Macron used a meeting on Tuesday with Senate leaders.", _TODAY).meetings == ()
    )


def test_here_is_where_the_report_was_filed(nlp: spacy.Language) -> None:
    text = "French President Emmanuel Macron arrived here on Tuesday."
    doc = dataclasses.replace(document(text, _TODAY), dateline=Dateline(place="Dhaka", date=None))
    (found,) = read_document(doc, next(parse(nlp, [doc]))).meetings
    assert (found.kind, found.place, found.date) == ("visit", "Dhaka", "2024-06-18")


def test_whose_counterpart_somebody_is_met_him(read: Callable[..., Reading]) -> None:
    text = "Foreign Minister Maria Soto helped, including calls on Monday with her Omani counterpart."
    (call,) = read(text, _TODAY).meetings
    assert (call.kind, set(call.participants)) == ("call", {"Maria Soto", "OMN"})
