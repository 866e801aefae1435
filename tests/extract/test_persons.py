"""Persons: short forms, spellings, roles, and two persons of one surname."""

from __future__ import annotations


def test_a_surname_is_the_person_named_in_full(who):
    found = who("Prime Minister Anna Berg came. Berg signed the pact.")
    assert found.names("person") == ["Anna Berg"]
    assert found("Berg") == "Anna Berg"


def test_a_korean_surname_stands_first(who):
    assert who("President Moon Jae-in spoke. Moon was glad.")("Moon") == "Moon Jae-in"


def test_spellings_of_one_name_are_one_person(who):
    found = who("Kim Jong-un met Yuri Popov. Later Kim Jong Un and Yury Popov signed.")
    assert found.names("person") == ["Kim Jong-un", "Yuri Popov"]


def test_a_vietnamese_person_is_called_by_the_given_name(who):
    assert who("Nguyễn Phú Trọng met the envoy. Trọng smiled.")("Trọng") == "Nguyễn Phú Trọng"


def test_a_relative_with_the_same_surname_stays_apart(who):
    found = who("Kim Jong-un and his sister, Kim Yo-jong, came. Kim said he was glad.")
    assert found("Kim") == "Kim Jong-un"
    assert found.names("person") == ["Kim Jong-un", "Kim Yo-jong"]


def test_other_initials_are_another_person(who):
    found = who("President George W. Bush met George H.W. Bush.")
    assert found.names("person") == ["George W. Bush", "George H.W. Bush"]


def test_the_role_before_a_name(who):
    assert who("Norwegian Trade Minister Olga Lund spoke.").entity("Olga Lund").roles == ("Norwegian Trade Minister",)


def test_the_role_after_a_name_and_where_it_is_held(who):
    lund = who("Olga Lund, senior fellow at the Arctic Policy Institute, said it was done.").entity("Olga Lund")
    assert lund.roles == ("senior fellow",)
    assert lund.affiliation == "Arctic Policy Institute"


def test_the_role_before_a_comma_and_the_name(who):
    found = who("Norway's trade minister, Olga Lund, spoke. The minister left.")
    assert found.entity("Olga Lund").roles == ("trade minister",)
    assert found("The minister") == "Olga Lund"
    assert found.states("Olga Lund") == ("NOR",)


def test_no_first_name_is_invented(who):
    assert who("President Petrov signed. Petrov left.").names("person") == ["Petrov"]


def test_a_spokesman_is_not_the_one_spoken_for(who):
    found = who("President Ana Ruiz left. A spokesman for President Ruiz declined to comment.")
    assert found("A spokesman for President Ruiz") is None


def test_a_junior_is_not_the_father(who):
    found = who("Peter Lund Jr. spoke. President Peter Lund left. Lund was tired.")
    assert found.names("person") == ["Peter Lund Jr.", "Peter Lund"]
    assert found("Lund") == "Peter Lund"


def test_family_names_without_the_given_ones(who):
    found = who("Andrés Manuel López Obrador came. López Obrador signed. Obrador left.")
    assert found.names("person") == ["Andrés Manuel López Obrador"]


def test_a_name_behind_quoted_words_that_looks_like_a_title(who):
    found = who(
        'Aho and Berg met. "The title says a great deal," Henrik Osei, a former envoy who teaches law, told them.'
    )
    assert found("Henrik Osei") == "Henrik Osei"
    assert found.entity("Henrik Osei").roles == ("former envoy",)
