"""How a sentence states a step: done, planned, possible, not done, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.marked import read_marked

if TYPE_CHECKING:
    import spacy

STATED = [
    ("Chile signed [the pact].", "signed", "actual"),
    ("Chile has signed [the pact].", "signed", "actual"),
    ("They had agreed to [a truce] in 2019.", "text_agreed", "actual"),
    ("Chile will sign [the pact].", "signed", "planned"),
    ("Chile is set to sign [the pact].", "signed", "planned"),
    ("Chile is to sign [the pact].", "signed", "planned"),
    ("Chile vowed to withdraw from [the pact].", "withdrawn", "planned"),
    ("Chile said it would withdraw from [the pact].", "withdrawn", "planned"),
    ("Chile is leaving [the pact].", "withdrawn", "planned"),
    ("Chile, Peru to sign [the pact]", "signed", "planned"),
    ("The draft is ready for the signing of [the pact].", "signed", "planned"),
    ("The two met ahead of the signing of [the pact].", "signed", "planned"),
    ("[The truce] expires on Sunday.", "terminated", "planned"),
    ("They will publish it once [the pact] is signed.", "signed", "planned"),
    ("[The pact] may be signed in May.", "signed", "possible"),
    ("Chile threatened to tear up [the pact].", "terminated", "possible"),
    ("If Congress approves [the pact], trade will grow.", "approved", "possible"),
    ("[The truce] would be extended if both agreed.", "extended", "possible"),
    ("The mediator urged both sides to extend [the truce].", "extended", "possible"),
    ("Chile hopes to sign [the pact].", "signed", "possible"),
    ("Will Chile sign [the pact]?", "signed", "possible"),
    ("Chile did not sign [the pact].", "signed", "denied"),
    ("Chile failed to ratify [the pact].", "ratified", "denied"),
    ("Chile has yet to ratify [the pact].", "ratified", "denied"),
    ("Chile will not sign [the pact].", "signed", "denied"),
    ("Chile left without signing [the pact].", "signed", "denied"),
    ("No [deal] was reached.", "text_agreed", "denied"),
    ("Chile refused to ratify [the pact].", "rejected", "actual"),
    ("Chile may refuse to ratify [the pact].", "rejected", "possible"),
    ("Chile made a proposal to sign [the pact].", "proposed", "actual"),
    ("Chile claims to have signed [the pact].", "signed", "claimed"),
    ("Neither side has ratified [the pact].", "ratified", "denied"),
    ("None of the three states has ratified [the pact].", "ratified", "denied"),
    ("Chile has not yet ratified [the pact].", "ratified", "denied"),
    ("Yet Chile signed [the pact].", "signed", "actual"),
    ("The expert doubts that [the pact] will be amended.", "amended", "possible"),
    ("It is unclear whether Chile will sign [the pact].", "signed", "possible"),
    ("Chile gave word that it would withdraw from [the pact].", "withdrawn", "planned"),
    ("The signing of [the pact] is likely.", "signed", "possible"),
    ("The signing of [the pact] was cancelled.", "signed", "denied"),
    ("The announcement of [the truce] set off cheers.", "text_agreed", "actual"),
    ("The signing of [the pact] did not end the dispute.", "signed", "actual"),
    ("The signing of [the pact] did not take place.", "signed", "denied"),
    ("[The pact] was sent to the Senate for ratification.", "ratified", "planned"),
    ("[The pact] is subject to ratification.", "ratified", "possible"),
    ("Chile was the last country to ratify [the pact].", "ratified", "actual"),
    ("As soon as [the pact] is signed, troops will leave.", "signed", "planned"),
    ("Had Chile signed [the pact], troops would have left.", "signed", "possible"),
    ("Rather than sign [the pact], Chile left.", "signed", "denied"),
    ("Chile almost ratified [the pact].", "ratified", "denied"),
    ("Reports that [a deal] had been reached were false.", "text_agreed", "claimed"),
    ("Peru protested against the signing of [the pact].", "signed", "actual"),
    ("Chile held up the ratification of [the pact].", "ratified", "denied"),
    ("Chile submitted its application to join [the pact].", "acceded", "planned"),
    ("[The pact] enters into force once the ministers meet.", "entered_into_force", "planned"),
]


@pytest.mark.parametrize(("sentence", "stage", "realis"), STATED, ids=[s for s, _, _ in STATED])
def test_statement(nlp: spacy.Language, sentence: str, stage: str, realis: str) -> None:
    found = [(act.stage, act.realis) for act in read_marked(nlp, sentence, "2022-06-15").acts]
    assert found == [(stage, realis)]


NEVER_DONE = [
    "Russia plans to sign [the pact].",
    "Aides said the signing of [the pact] was expected on Friday.",
    "Talks on signing [the pact] will go on.",
    "The parties are working on signing [the pact].",
    "She called for the ratification of [the pact].",
    "By signing [the pact], Chile takes a risk.",
    "Chile's plan to leave [the pact] drew anger.",
    "Chile approved the signing of [the pact].",
    "The treaty to be signed on Friday is [the pact].",
    "Chile wants [the pact] scrapped.",
]


@pytest.mark.parametrize("sentence", NEVER_DONE)
def test_what_is_not_done_is_never_read_as_done(nlp: spacy.Language, sentence: str) -> None:
    found = [(act.stage, act.realis) for act in read_marked(nlp, sentence).acts if act.stage != "negotiated"]
    assert not [one for one in found if one[1] == "actual" and one[0] not in {"draft_approved"}]
