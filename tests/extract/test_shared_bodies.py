"""Bodies that many states have under one name: whose Senate, Congress, parliament or Supreme Court is meant."""

from __future__ import annotations

import pytest

WHOSE = [
    ("The Brazilian president sent the pact with Japan to the Senate.", "Senate", "BRA"),
    ("Peru's foreign minister said that Congress would vote on the treaty with Bolivia.", "Congress", "PER"),
    ("The ministers of Italy met. The envoy of Italy wrote that the Senate had a draft.", "Senate", "ITA"),
    ("WASHINGTON, May 3 (Reuters) - The Senate passed the pact with Russia.", "Senate", "USA"),
    ("The Senate in Rome passed the pact.", "Senate", "ITA"),
    ("The House of Commons in Canada passed the pact.", "House of Commons", "CAN"),
    ("Norway wrote to Kenya. Its envoy to Kenya met Kenyan lawyers. The Supreme Court ruled.", "Supreme Court", "KEN"),
    ("The Polish Senate met. France protested, and the Senate adjourned.", "Senate", "FRA"),
    ("The Polish Senate met. Then the Senate adjourned.", "Senate", "POL"),
    ("The Senate voted.", "Senate", None),
    ("Peru and Chile signed a pact. Congress must pass it.", "Congress", None),
    ("Russia and China signed a pact. The Senate passed it.", "Senate", None),
    ("The Congress of Vienna redrew the map. American envoys were not there.", "Congress", "AUT"),
]


@pytest.mark.parametrize(("text", "words", "state"), WHOSE, ids=[text for text, *_ in WHOSE])
def test_whose_body_is_meant(who, text, words, state):
    found = who(text)
    body = found.actors.at(found.span(words))
    assert body is not None
    assert body.kind == "organisation"
    assert found.actors.home(body) == state


def test_two_bodies_of_one_name_are_two(who):
    found = who("The U.S. Senate and the French Senate voted. The Senate in Paris voted first.")
    assert found.names("organisation") == ["US Senate", "French Senate"]


def test_one_body_under_its_full_and_its_bare_name(who):
    found = who("Poland's parliament passed the pact. Parliament voted on Friday.")
    assert found.names("organisation") == ["Poland's parliament"]
