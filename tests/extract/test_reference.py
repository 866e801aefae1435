"""Pronouns, descriptions and groups brought to whom they mean."""

from __future__ import annotations


def test_he_is_the_last_speaker_not_the_name_inside_the_quotation(who):
    text = 'Peter Lund, a professor of law, said it was over. "What Putin and Kim will agree on is open," he added.'
    assert who(text)("he") == "Peter Lund"


def test_he_is_whom_the_sentence_before_was_about(who):
    text = "Carlos Vega said no. President Omar Said refused to sign. He left at once."
    assert who(text)("He") == "Omar Said"


def test_she_is_not_a_man(who):
    text = "Chancellor Angela Weber met President Peter Novak. Novak was late. She signed first."
    assert who(text)("She") == "Angela Weber"


def test_i_inside_a_quotation_is_its_speaker(who):
    assert who('"I will sign it," said Maria Costa.')("I") == "Maria Costa"


def test_we_is_not_an_official_voice(who):
    found = who('"We confirm the pact," said Maria Costa, a professor in Lisbon.')
    assert found("We") is None
    assert found.states("We") == ()


def test_a_description_is_the_person_with_that_role(who):
    text = "President Omar Said met Maria Costa, a professor of law. The president left. The professor stayed."
    found = who(text)
    assert found("The president") == "Omar Said"
    assert found("The professor") == "Maria Costa"


def test_a_wider_description_and_its_nationality(who):
    text = "Polish President Jan Nowak met Greek Prime Minister Nikos Pappas. The Greek leader signed."
    assert who(text)("The Greek leader") == "Nikos Pappas"


def test_a_researcher_announced_before_the_name(who):
    text = "It is weak, a Polish expert told reporters. Jan Nowak, a research fellow in Gdynia, explained why."
    assert who(text)("a Polish expert") == "Jan Nowak"


def test_two_leaders_are_two_persons(who):
    text = "Polish President Jan Nowak met Greek Prime Minister Nikos Pappas. The two leaders signed."
    found = who(text)
    assert [e.name for e in found.actors.all_at(found.span("The two leaders"))] == ["Jan Nowak", "Nikos Pappas"]
    assert found.states("The two leaders") == ("POL", "GRC")


def test_the_ministry_is_the_one_named(who):
    text = "The Polish Foreign Ministry protested. The ministry said it would reply."
    assert who(text)("The ministry") == "Polish Foreign Ministry"


def test_a_heading_between_does_not_hide_the_speaker(who):
    text = (
        'Peter Lund, a professor of law, spoke to the paper. "It is new," he said.\n\n'
        'Poland, Greece to Sign Pact\n\n"It is also long," he noted.'
    )
    assert who(text)("he") == "Peter Lund"


def test_a_description_of_nobody_known_is_nobody(who):
    assert who("Poland signed. The president was absent.")("The president") is None


def test_they_are_the_several_subjects_of_the_sentence_before(who):
    found = who("Foreign ministers Olga Lund and Carlos Vega met. They signed a memorandum.")
    assert [e.name for e in found.actors.all_at(found.span("They"))] == ["Olga Lund", "Carlos Vega"]


def test_they_of_nobody_is_nobody(who):
    found = who("The weather was bad. They say it will rain.")
    assert found.actors.all_at(found.span("They")) == ()


def test_the_ministers_are_those_named_together(who):
    found = who("Norwegian and Chilean foreign ministers Olga Lund and Carlos Vega met. The ministers left.")
    assert [e.name for e in found.actors.all_at(found.span("The ministers"))] == ["Olga Lund", "Carlos Vega"]


def test_a_counterpart_has_the_nationality_that_is_given(who):
    assert who("Olga Lund met her Chilean counterpart, Carlos Vega.").states("Carlos Vega") == ("CHL",)


def test_a_leader_whom_everybody_knows_needs_no_office_named(who):
    text = "Macron met Polish President Jan Nowak. Macron was late. The president apologised."
    assert who(text, "2020-01-01")("The president") == "Macron"
