"""Claims: what holders assert, in which polarity, and what is no claim."""

from __future__ import annotations

import pytest


def claims(reading):
    """Predicate, subject's and object's names, and polarity of every claim."""
    names = {e.id: e.name for e in reading.entities} | {a.id: "agreement" for a in reading.agreements}
    return [(c.predicate, names[c.subject], names.get(c.object), c.polarity) for c in reading.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The defense treaty between Poland and Greece is a response to Turkey.",
            ("responds_to", "agreement", "Turkey", "positive"),
        ),
        ("Poland is a loyal ally of Greece.", ("allied_with", "Poland", "Greece", "positive")),
        ("Poland and Greece are allies.", ("allied_with", "Poland", "Greece", "positive")),
        ("Poland is not an ally of Greece.", ("allied_with", "Poland", "Greece", "negative")),
        ("Norway opposes sanctions on Iran.", ("rejects_sanctions_on", "Norway", "Iran", "positive")),
        ("Norway supports sanctions against Iran.", ("supports_sanctions_on", "Norway", "Iran", "positive")),
        ("Norway will not support sanctions against Iran.", ("supports_sanctions_on", "Norway", "Iran", "negative")),
        (
            "The defense treaty between Poland and Greece is not directed against any third country.",
            ("not_directed_at", "agreement", None, "negative"),
        ),
        (
            "The defense treaty between Poland and Greece complies with international law.",
            ("conforms_to", "agreement", None, "positive"),
        ),
        (
            "The defense treaty between Poland and Greece violates international law.",
            ("conforms_to", "agreement", None, "negative"),
        ),
        ("Norway maintains a strategic partnership with Chile.", ("partner_of", "Norway", "Chile", "positive")),
        (
            "The Oslo-Lima-Cairo axis is more institutionalized than the triangle between Moscow, Tehran and Minsk.",
            ("more_institutionalised_than", "Oslo-Lima-Cairo axis", "Moscow-Tehran-Minsk triangle", "positive"),
        ),
        ('Poland and Greece plan to create an "Arab NATO".', ("seeks_to_create", "Poland", "Arab NATO", "positive")),
        ("Greece opposes Turkey.", ("opposes", "Greece", "Turkey", "positive")),
        (
            "Poland's readiness to sign the defense treaty is a symbolic step.",
            ("is_symbolic", "agreement", None, "positive"),
        ),
        ("The defense treaty between Poland and Greece is symbolic.", ("is_symbolic", "agreement", None, "positive")),
        (
            "The defense treaty between Poland and Greece shows a deep bond.",
            ("is_substantive", "agreement", None, "positive"),
        ),
    ],
)
def test_what_is_claimed(read, text, claim):
    assert claim in claims(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Greece opposes the early closing of shops.",
        "The Associated Press contributed to this report.",
        "Norway and Chile are far away.",
        "A partnership was mentioned.",
    ],
)
def test_what_is_no_claim(read, text):
    assert claims(read(text)) == []


def test_the_holder_is_who_says_it(read):
    reading = read('"Poland is an ally of Greece," said Maria Costa, a professor of law.')
    (claim,) = reading.claims
    assert next(e.name for e in reading.entities if e.id == claim.holder) == "Maria Costa"


def test_a_claim_of_the_report_has_no_holder(read):
    (claim,) = read("Poland is an ally of Greece.").claims
    assert claim.holder is None


def test_hedges_stay_with_the_claim(read):
    (claim,) = read("Poland is allegedly an ally of Greece.").claims
    assert [h.text for h in claim.hedges] == ["allegedly"]


def test_we_is_the_speaker_and_not_a_state(read):
    reading = read('"We do not support sanctions against Iran," said Maria Costa, a professor in Oslo.')
    (claim,) = reading.claims
    assert claim.subject == claim.holder
    assert claim.polarity == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian activists oppose Chile.",
        "Norway did not respond to a request for comment from Chile.",
        "Norway supports more money for farmers in Chile.",
    ],
)
def test_whose_claim_it_is_not(read, text):
    assert claims(read(text)) == []


def test_a_denied_support_under_another_verb(read):
    assert claims(read("Norway refused to support Chile.")) == [("supports", "Norway", "Chile", "negative")]


def test_the_words_of_a_claim_go_on_to_the_end_of_what_they_say(read):
    (claim,) = read("The defense treaty between Poland and Greece is a symbolic document.").claims
    assert claim.evidence[0].text.endswith("a symbolic document")


@pytest.mark.parametrize("who", ["An official", "The statement", "The minister of Norway"])
def test_what_nobody_named_claims_is_not_put_into_the_mouth_of_the_report(read, who):
    treaty = "the defense treaty between Poland and Greece is not directed against any third country"
    assert claims(read(f"{who} said that {treaty}.")) == []
    assert claims(read(f"Jonas Lind said that {treaty}.")) != []
