"""States by every way of naming one, and what only looks like one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Russia will sign.", "Russia", ("RUS",)),
        ("The Democratic People's Republic of Korea agreed.", "Korea", ("PRK",)),
        ("The DPRK agreed.", "DPRK", ("PRK",)),
        ("A Vietnamese minister signed it.", "Vietnamese", ("VNM",)),
        ("The Finns have joined.", "Finns", ("FIN",)),
        ("Pyongyang rejected the offer.", "Pyongyang", ("PRK",)),
        ("The Kremlin announced a visit.", "Kremlin", ("RUS",)),
        ("Talks between Ankara and Athens began.", "Ankara and Athens", ("TUR", "GRC")),
        ("The Moscow-Pyongyang treaty is deep.", "Moscow-Pyongyang", ("RUS", "PRK")),
        ("The U.S.-Japan pact stands.", "U.S.-Japan", ("USA", "JPN")),
        ("NORTH KOREA AND RUSSIA SIGN PACT", "NORTH KOREA", ("PRK",)),
        ("The EU signed.", "EU", ("EU",)),
        ("The Soviet Union signed in 1961.", "Soviet Union", ("RUS",)),
        ("Czechoslovakia signed in 1948.", "Czechoslovakia", ("Czechoslovakia",)),
        ("The P5+1 met Iran.", "P5+1", ("CHN", "FRA", "RUS", "GBR", "USA", "DEU")),
        ("The Islamic Republic of Mauritania signed it.", "Islamic Republic of Mauritania", ("MRT",)),
        ("The Islamic Republic signed it.", "The Islamic Republic", ("IRN",)),
    ],
)
def test_ways_of_naming_a_state(who, text, words, states):
    assert who(text).states(words) == states


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Let us sign it now.", "us"),
        ("He flew to New Mexico.", "New Mexico"),
        ("Trade rose to US$5 million.", "US$5 million"),
        ("The Washington Post reported it.", "Washington Post"),
        ("They adopted the Moscow Declaration.", "Moscow Declaration"),
        ("The Paris climate accord stands.", "Paris"),
        ("Michael Jordan won again.", "Michael Jordan"),
        ("The ministers met in Tokyo.", "Tokyo"),
        ("He arrived in Beijing.", "Beijing"),
        ("He flew to Hanoi.", "Hanoi"),
        ("Ships crossed the South China Sea.", "South China Sea"),
        ("Chad Miller won the vote.", "Chad Miller"),
        ("A Moscow court freed him.", "Moscow"),
        ("They praised the Minsk agreements.", "Minsk"),
        ("Korean War veterans marched.", "Korean War"),
    ],
)
def test_what_only_looks_like_a_state(who, text, words):
    assert who(text).states(words) == ()


def test_a_capital_in_a_dateline_is_a_place(who):
    found = who("SEOUL, June 3 -- Japan agreed to the plan.")
    assert found.entity("Seoul").kind == "place"
    assert found.states("SEOUL") == ()


def test_the_north_is_the_half_of_the_nation_spoken_of(who):
    found = who("South Korea made an offer. The North has refused.")
    assert found.states("The North") == ("PRK",)


def test_korea_alone_is_the_one_named_in_full_or_nobody(who):
    assert who("South Korea came. Korea signed.").states("Korea signed") == ("KOR",)
    assert who("Korea signed.").states("Korea") == ()
    assert who("North Korea and South Korea came. Korea signed.").states("Korea signed") == ()


def test_both_koreas(who):
    assert who("Both Koreas agreed.").states("Both Koreas") == ("PRK", "KOR")


def test_congo_is_the_one_named_in_full(who):
    assert who("The Democratic Republic of the Congo came. Congo signed.").states("Congo") == ("COD",)
    assert who("Congo signed.").states("Congo") == ()


def test_two_countries_are_those_named_together_last(who):
    found = who("China watched. Norway and Chile held talks. The two countries agreed.")
    assert found.states("The two countries") == ("NOR", "CHL")


def test_a_state_keeps_one_entity_under_all_its_names(who):
    found = who("Russia signed. Moscow said so. Russian officials left.")
    assert found.names("state") == ["Russia"]
    assert [m.text for m in found.entity("Russia").mentions] == ["Russia", "Moscow", "Russian"]


def test_codes_are_those_of_the_day_of_the_report(who):
    assert who("West Germany signed.", "1960-05-01").entity("West Germany").gw == 260
    south_sudan = who("South Sudan signed.", "2012-01-01").entity("South Sudan")
    assert (south_sudan.iso3, south_sudan.cow, south_sudan.gw) == ("SSD", 626, 626)


def test_a_leader_stands_for_the_state_led(who):
    found = who("French President Louis Petit met Chinese Premier Sun Wu.")
    assert found.states("Petit") == ("FRA",)
    assert found.states("Sun Wu") == ("CHN",)


def test_a_leader_known_by_name_leads_only_while_in_office(who):
    assert who("Merkel signed.", "2015-03-01").states("Merkel") == ("DEU",)
    assert who("Merkel signed.", "2023-03-01").states("Merkel") == ()


def test_a_state_that_is_somebodys_surname(who):
    found = who("Senator Jim Jordan criticised it. Jordan said so. The ministers met in Jordan.")
    assert found("Jordan said") is None or found("Jordan said") == "Jim Jordan"
    assert found.states("in Jordan") == ("JOR",)


def test_georgia_beside_atlanta_is_no_state(who):
    assert who("The mayor of Atlanta left Georgia.").names("state") == []
    assert who("The president of Georgia left Tbilisi.").names("state") == ["Georgia"]
