"""Links between agreements: which replaces, amends, supplements, implements, extends, rests on or belongs to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.marked import read_marked

if TYPE_CHECKING:
    import spacy


def _links(nlp: spacy.Language, sentence: str) -> list[tuple[str, str, str, str]]:
    return sorted((x.source, x.relation, x.target, x.realis) for x in read_marked(nlp, sentence).links)


@pytest.mark.parametrize(
    ("sentence", "relation", "realis"),
    [
        # passive, active, relative, participle
        ("[The new pact] will replace [the 1990 treaty].", "replaces", "planned"),
        ("Chile and Peru signed [a new pact], which replaces [the 1990 treaty].", "replaces", "actual"),
        ("Chile and Peru signed [a new pact] to replace [the 1990 treaty].", "replaces", "planned"),
        ("[The new pact] does not replace [the 1990 treaty].", "replaces", "denied"),
        ("Chile and Peru signed [a protocol] amending [the 1990 treaty].", "amends", "actual"),
        ("[The protocol] would amend [the 1990 treaty].", "amends", "possible"),
        ("[The new accord], building on [the 1990 treaty], was signed in Lima.", "based_on", "actual"),
        ("Chile and Peru signed [a protocol] on upgrading [the 1990 treaty].", "amends", "actual"),
        ("[The swap] comes within the framework of [the truce].", "part_of", "actual"),
        ("[The truce] came into force in accordance with [the 2011 pact].", "based_on", "actual"),
        ("[The new pact] sets up a court, replacing [the 1990 treaty].", "replaces", "actual"),
        (
            "They called for the signing of [a protocol] to update [the 1990 treaty] at the summit.",
            "amends",
            "possible",
        ),
        ("[The new pact] is based on the principles of [the 1990 treaty].", "based_on", "actual"),
        ("[The new pact] was signed by both sides pursuant to [the 1990 treaty].", "based_on", "actual"),
        ("Chile and Peru agreed on [the Package of Measures] to fulfil [the 1990 treaty].", "implements", "planned"),
        ("[The action plan] is a template in the implementation of [the 1990 treaty].", "implements", "actual"),
        # nominal
        ("They signed [a memorandum on fish] within the framework of [the 1990 treaty].", "part_of", "actual"),
        ("[The new pact] is the third implementing agreement to [the 1990 treaty].", "implements", "actual"),
        ("[The new pact] was signed on the basis of [the 1990 treaty].", "based_on", "actual"),
        ("They signed [a pact], a step toward implementing [the 1990 treaty].", "implements", "actual"),
        ("[The new pact], the successor to [the 1990 treaty], was signed in Lima.", "replaces", "actual"),
        ("[The new pact] is not a replacement for [the 1990 treaty].", "replaces", "denied"),
        ("[The Kigali Amendment] to [the Montreal Protocol] was ratified.", "amends", "actual"),
        ("They ratified [the Protocols] to [the 1990 treaty].", "supplements", "actual"),
        ("They signed [an agreement] on the implementation of [the 1990 treaty].", "implements", "actual"),
        ("They signed [the memorandum] pursuant to [the 1990 treaty].", "based_on", "actual"),
        ("[The swap] was agreed as part of [the truce].", "part_of", "actual"),
        ("They carried out [a prisoner swap] under [the truce].", "part_of", "actual"),
        # what only describes an agreement is as far along as the agreement
        ("Chile and Peru will sign [a new pact] replacing [the 1990 treaty].", "replaces", "planned"),
        ("Chile proposed [a new pact] replacing [the 1990 treaty].", "replaces", "possible"),
        ("They began talks on [a new pact] as a replacement for [the 1990 treaty].", "replaces", "possible"),
    ],
)
def test_the_first_stands_to_the_second(nlp: spacy.Language, sentence: str, relation: str, realis: str) -> None:
    assert _links(nlp, sentence) == [("a0", relation, "a1", realis)]


@pytest.mark.parametrize(
    ("sentence", "relation", "realis"),
    [
        ("[The 1990 treaty] was replaced by [the new pact] in 2004.", "replaces", "actual"),
        ("[The 1990 treaty] gave way to [the new pact] in 2004.", "replaces", "actual"),
        ("Chile and Peru will replace [the 1990 treaty] with [a new pact].", "replaces", "planned"),
        ("[The 1990 treaty], as amended by [the protocol], lasts 10 years.", "amends", "actual"),
        ("Building on [the 1990 treaty], Chile and Peru signed [a new accord].", "based_on", "actual"),
        ("[The 1990 treaty] will serve as the basis for [the new accord].", "based_on", "planned"),
        ("[The truce] includes [a prisoner swap].", "part_of", "actual"),
        ("Chile and Peru renewed [the 1990 treaty] with [a new pact].", "extends", "actual"),
        ("[The 1990 treaty] is the blueprint for [the new pact].", "based_on", "actual"),
        ("[The 1990 treaty] and its [additional protocol] were signed in Lima.", "supplements", "actual"),
    ],
)
def test_the_second_stands_to_the_first(nlp: spacy.Language, sentence: str, relation: str, realis: str) -> None:
    assert _links(nlp, sentence) == [("a1", relation, "a0", realis)]


def test_each_of_several_gets_its_link(nlp: spacy.Language) -> None:
    replaced = _links(nlp, "[The new pact] replaces agreements such as [the 1990 treaty] and [the 2001 accord].")
    assert replaced == [("a0", "replaces", "a1", "actual"), ("a0", "replaces", "a2", "actual")]
    both = _links(nlp, "[The new pact] and [the protocol] replace [the 1990 treaty].")
    assert both == [("a0", "replaces", "a2", "actual"), ("a1", "replaces", "a2", "actual")]
    parts = _links(nlp, "[The truce] consists of [a prisoner swap] and [a pullback].")
    assert parts == [("a1", "part_of", "a0", "actual"), ("a2", "part_of", "a0", "actual")]


@pytest.mark.parametrize(
    "sentence",
    [
        "[The new pact] was signed before [the 1990 treaty] expired.",
        "Chile left [the 1990 treaty] and signed [a new pact].",
        "Unlike [the 1990 treaty], [the new pact] has no term.",
        "[The new pact] violates [the 1990 treaty].",
        "[The new pact] followed [the 1990 treaty].",
        "Chile will implement [the 1990 treaty] once [the new pact] is signed.",
    ],
)
def test_agreements_that_only_stand_together_have_no_link(nlp: spacy.Language, sentence: str) -> None:
    assert _links(nlp, sentence) == []


def test_what_a_protocol_is_for_may_be_said_elsewhere(nlp: spacy.Language) -> None:
    text = "They signed [the protocol] to [the 1990 treaty]. As was agreed, [the protocol] amends [the 1990 treaty]."
    assert _links(nlp, text) == [("a0", "amends", "a1", "actual")]
