"""Organisations, offices and blocs."""

from __future__ import annotations


def test_an_asian_nato_is_a_thing_spoken_of_and_not_nato(who):
    found = who('Poland and Greece plan to establish an "Asian NATO".')
    assert found.names("bloc") == ["Asian NATO"]
    assert found.names("organisation") == []
    assert found.entity("Asian NATO").members == ("POL", "GRC")


def test_nato_itself_is_an_organisation(who):
    assert who("NATO met in Madrid.").names("organisation") == ["NATO"]


def test_blocs_named_after_their_members(who):
    found = who("The Oslo-Lima-Cairo axis grew, and the triangle between Moscow, Tehran and Minsk shrank.")
    assert found.entity("Oslo-Lima-Cairo axis").members == ("NOR", "PER", "EGY")
    assert found.entity("Moscow-Tehran-Minsk triangle").members == ("RUS", "IRN", "BLR")


def test_a_western_triangle_is_the_one_with_western_members(who):
    text = "The Paris-Tokyo-Seoul triangle is older than the Minsk-Havana triangle. The Western triangle grows."
    assert who(text)("Western triangle") == "Paris-Tokyo-Seoul triangle"


def test_a_diffuse_bloc_has_no_members(who):
    assert who("The collective West objected.").entity("collective West").members == ()


def test_one_ministry_under_two_orders_of_words(who):
    found = who("The Polish Foreign Ministry protested. The Polish Ministry of Foreign Affairs wrote a note.")
    assert found.names("organisation") == ["Polish Foreign Ministry"]
    assert found.states("Foreign Ministry") == ("POL",)


def test_a_body_inside_a_body(who):
    found = who("She works at the Arctic Research Center of the Polish Academy of Sciences.")
    assert found.names("organisation") == ["Arctic Research Center", "Polish Academy of Sciences"]


def test_a_government_named_after_its_state(who):
    assert who("The Syrian government refused.").states("Syrian government") == ("SYR",)


def test_the_title_of_an_agreement_is_no_organisation(who):
    assert who("They signed the Arctic Council Partnership Agreement.").names("organisation") == []
