"""Steps of an agreement: what the clause looks like must not matter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.extract.marked import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading

CLAUSES = [
    "Chile signed [the pact].",
    "[The pact] was signed by Chile.",
    "[The pact], which Chile signed, is short.",
    "[The pact] that was signed by Chile is short.",
    "[The pact] signed by Chile is short.",
    "The signing of [the pact] by Chile was brief.",
    "Chile read and signed [the pact].",
    "Chile put its signature to [the pact].",
]


@pytest.mark.parametrize("sentence", CLAUSES)
def test_signing_in_every_kind_of_clause(nlp: spacy.Language, sentence: str) -> None:
    act = read_marked(nlp, sentence).act("signed")
    assert (act.realis, act.by) == ("actual", ("CHL",))


def test_joined_verbs_each_have_their_record(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile signed and ratified [the pact].")
    assert {act.stage for act in read.acts} == {"signed", "ratified"}


def test_joined_agreements_each_have_their_record(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile withdrew from [the fisheries pact] and [the border treaty].")
    assert {(act.agreement, act.stage) for act in read.acts} == {("a0", "withdrawn"), ("a1", "withdrawn")}


def test_a_list_of_examples_reaches_every_agreement(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "[The new pact] will replace older deals, such as [the 1990 treaty] and [the 1992 accord].")
    replaced = {act.agreement for act in read.acts if act.stage == "replaced"}
    assert replaced == {"a1", "a2"}
    assert {link.exhaustive for link in read.links} == {False}


@pytest.mark.parametrize(
    ("text", "stage", "meant"),
    [
        ("[The pact] replaces [the accord], which lapsed after Peru refused to extend it.", "extended", "the accord"),
        ("[The pact] will replace [the accord] of Peru. Peru said it would sign it.", "signed", "The pact"),
        ("[The protocol] to [the treaty] lapses in May unless Chile and Peru extend it.", "extended", "The protocol"),
    ],
)
def test_it_goes_on_about_what_its_clause_hangs_on_or_the_subject_before(
    nlp: spacy.Language, text: str, stage: str, meant: str
) -> None:
    read = read_marked(nlp, text)
    named = {a.id: a.mentions[0].text for a in read.agreements}
    assert named[read.act(stage).agreement] == meant


def test_a_pronoun_stands_for_the_agreement_named_before(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "[The pact] is old. Chile signed it in 1990.")
    assert read.act("signed").date == "1990"


def test_what_an_agreement_is_for_is_no_step_of_it(nlp: spacy.Language) -> None:
    assert read_marked(nlp, "[A pact to extend visas] is useful.").acts == ()


def test_the_same_step_told_twice_is_one_record(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile signed [the pact] in 1990. When Chile signed [the pact], it rained.")
    act = read.act("signed")
    assert (act.date, len(act.evidence)) == ("1990", 2)


def test_two_states_take_a_step_each_for_itself(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile ratified [the pact] in 1990. Peru ratified [the pact] in 1994.")
    assert {(act.by, act.date) for act in read.acts} == {(("CHL",), "1990"), (("PER",), "1994")}


def test_a_plan_has_the_day_it_is_for_not_the_day_it_was_told(nlp: spacy.Language) -> None:
    assert read_marked(nlp, "Chile vowed on Monday to sign [the pact].", "2022-06-15").act().date is None
    assert read_marked(nlp, "Chile will sign [the pact] on Monday.", "2022-06-15").act().date == "2022-06-20"


def test_the_year_in_a_name_dates_the_signing_and_no_other_step(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "[The 1990 pact], signed by Chile, was suspended by Peru.")
    assert {act.stage: act.date for act in read.acts} == {"signed": "1990", "suspended": None}


def test_evidence_is_the_clause_and_not_the_sentence(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "It rained for days in the north of the country, and Chile signed [the pact].")
    assert read.act().evidence[0].text == "Chile signed the pact"


def test_parliament_approves_and_does_not_ratify(nlp: spacy.Language) -> None:
    assert read_marked(nlp, "The Senate voted 89-10 to approve [the pact].").act().stage == "approved"
    assert read_marked(nlp, "The president approved [a draft pact].").act().stage == "draft_approved"


def test_one_members_vote_is_no_step(nlp: spacy.Language) -> None:
    assert read_marked(nlp, "A senator voted against [the pact].").acts == ()


def test_a_long_hostile_text_takes_linear_time(nlp: spacy.Language) -> None:
    def seconds(times: int) -> float:
        started = time.perf_counter()
        read_marked(nlp, "Chile signed [the pact], and it, and it, and it, and it, " * times)
        return time.perf_counter() - started

    seconds(5)
    assert seconds(80) < 12 * max(seconds(20), 0.05)


def test_no_break_blanks_are_blanks(read: Callable[..., Reading]) -> None:
    (act,) = read("Chile signed the\u00a0Lima\u00a0Treaty in\u00a01999.").acts
    assert (act.stage, act.evidence[0].text) == ("signed", "Chile signed the\u00a0Lima\u00a0Treaty")


def test_what_each_party_is_said_to_have_agreed_is_one_step(read: Callable[..., Reading]) -> None:
    text = "Chile reached a trade deal with Peru. Peru has agreed to the deal."
    assert [act.stage for act in read(text).acts] == ["text_agreed"]


def test_what_is_yet_to_be_signed_was_not_signed_long_ago(nlp: spacy.Language) -> None:
    text = "Chile and Peru will sign [the treaty]. [The treaty] signed in 1961 is still in force."
    assert [act.realis for act in read_marked(nlp, text, "2022-06-15").acts] == ["planned"]


def test_nothing_replaces_itself(nlp: spacy.Language) -> None:
    assert not read_marked(nlp, "[The treaty] replaces only [the treaty].", "2022-06-15").acts


def test_what_is_done_is_not_told_again_as_still_ahead(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile and Peru signed [the pact] in May. They had planned to sign it for years.")
    assert [(act.stage, act.realis) for act in read.acts] == [("signed", "actual")]


def test_a_plan_with_a_day_of_its_own_is_another_step(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Chile ratified [the pact] in May 2021. Peru will ratify it in July.", "2022-06-15")
    assert {act.realis for act in read.acts} == {"actual", "planned"}


def test_what_states_and_what_persons_for_them_did_is_one_step(nlp: spacy.Language) -> None:
    text = "Chile and Peru signed [the pact] on Monday. Presidents Gabriel Boric and Dina Boluarte signed [the pact]."
    signed = [act for act in read_marked(nlp, text, "2022-06-15").acts if act.stage == "signed"]
    assert [act.date for act in signed] == ["2022-06-13"]


def test_its_stands_for_who_announces(nlp: spacy.Language) -> None:
    assert read_marked(nlp, "Fiji announced its withdrawal from [the pact].").act("withdrawn").by == ("FJI",)


def test_a_party_that_is_no_state_is_named(read: Callable[..., Reading]) -> None:
    acts = read("The Taliban signed the Doha agreement with the United States.").acts
    assert acts[0].by == ("Taliban",)


def test_a_plural_clause_is_about_all_that_stand_before_it(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Parliament has [the treaty] and [the protocol], which were signed in May.")
    assert {act.agreement for act in read.acts if act.stage == "signed"} == {"a0", "a1"}


def test_a_suspension_dates_from_when_it_began(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "Spain has suspended [the treaty] since March.", "2022-06-15")
    assert read.act("suspended").date == "2022-03"


def test_each_house_approves_for_itself(nlp: spacy.Language) -> None:
    read = read_marked(nlp, "The Senate approved [the treaty]. The House of Representatives approved [the treaty].")
    assert [act.stage for act in read.acts] == ["approved", "approved"]


def test_a_step_in_the_words_of_somebody_unnamed_is_theirs(read: Callable[..., Reading]) -> None:
    acts = read("A senior official said that Peru had ratified the Lima Treaty.").acts
    assert [act.holder for act in acts] == ["unnamed senior official"]


def test_what_others_did_is_read_from_a_verb_that_only_points_back(read: Callable[..., Reading]) -> None:
    text = "Chile signed the Lima Treaty in 2010. Peru did so in 2012, and Bolivia is expected to follow suit."
    assert {(act.by, act.realis, act.date) for act in read(text, published="2014-06-15").acts} >= {
        (("PER",), "actual", "2012"),
        (("BOL",), "planned", None),
    }


def test_who_brokered_an_agreement_made_none_of_their_own(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru reached a treaty on Monday. The treaty between Chile and Peru was brokered by Qatar."
    assert [act.by for act in read(text, published="2014-06-18").acts if act.stage == "text_agreed"] == [("CHL", "PER")]


def test_a_government_clears_what_is_still_to_be_signed(read: Callable[..., Reading]) -> None:
    text = "The Czech government approved the Lima Treaty. The Lima Treaty will be signed in July."
    assert {act.stage for act in read(text, published="2014-06-18").acts} == {"draft_approved", "signed"}
    text = "The Czech government approved the Lima Treaty, which was signed in May."
    assert {act.stage for act in read(text, published="2014-06-18").acts} == {"approved", "signed"}


def test_a_noun_comes_back_to_the_step_told_before(read: Callable[..., Reading]) -> None:
    text = "Spain will suspend the Lima Treaty. Fishermen were angry. The suspension was to take effect in July."
    assert [act.stage for act in read(text, published="2014-06-18").acts if act.stage == "suspended"] == ["suspended"]


def test_as_many_as_the_parties_are_the_parties(read: Callable[..., Reading]) -> None:
    text = "Chile, Peru and Bolivia signed a treaty on Monday. The three countries signed the treaty in Lima."
    assert len([act for act in read(text, published="2014-06-18").acts if act.stage == "signed"]) == 1
