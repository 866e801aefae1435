"""When a step happens: the time that stands with its words, not one that stands with something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.marked import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    import spacy

    from foedera.model import Reading

_TODAY = "2024-06-20"  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "stage", "date"),
    [
        # the step's own time
        ("Chile and Peru signed [the pact] on Tuesday.", "signed", "2024-06-18"),
        ("The president on Tuesday signed [the pact].", "signed", "2024-06-18"),
        ("[The pact], signed in 2015, ended the war.", "signed", "2015"),
        ("Signed in Lima in 1990, [the pact] has 12 articles.", "signed", "1990"),
        ("Tuesday's signing of [the pact] ended the war.", "signed", "2024-06-18"),
        ("[The pact] was signed in 2015 and entered into force in 2016.", "signed", "2015"),
        ("[The pact] was signed in 2015 and entered into force in 2016.", "entered_into_force", "2016"),
        ("[The pact] was signed on Tuesday, three years after talks began in 2021.", "signed", "2024-06-18"),
        ("[The pact] has been in force since 1970.", "entered_into_force", "1970"),
        ("Talks on [the pact] were held on May 29 and May 30.", "negotiated", "2024-05-29/2024-05-30"),
        ("The talks that began in March on [the pact] have failed.", "negotiated", "2024-03"),
        ("Chile began negotiating [a pact] to replace the accords of 1974 and 2012.", "negotiated", None),
        ("The entry into force, on 1 March 2021, of [the pact] ended the war.", "entered_into_force", "2021-03-01"),
        # a plan's time is when it is to happen
        ("Chile announced on Tuesday that it will sign [the pact] on July 3.", "signed", "2024-07-03"),
        ("Chile will sign [the pact] on Monday, the minister said on Wednesday.", "signed", "2024-06-24"),
        ("Chile said on Tuesday that it would sign [the pact].", "signed", None),
        ("Plans for a November signing ceremony for [the pact] fell through.", "signed", "2023-11"),
        # the time of the occasion
        ("At a summit in Lima on 3 May, the leaders signed [the pact].", "signed", "2024-05-03"),
        ("[The pact] was signed during the president's visit to Lima on 3 May.", "signed", "2024-05-03"),
        ("[The pact] was signed when the president visited Lima in May.", "signed", "2024-05"),
        ("They are to sign [the pact] when the president visits Lima on July 3.", "signed", "2024-07-03"),
        ("Chile signed [the pact] at the 2016 summit in Lima.", "signed", "2016"),
        ("The summit will be held on July 3. [The pact] will be signed during the summit.", "signed", "2024-07-03"),
        ("A summit will be held on July 3. [The pact] will be signed at another summit.", "signed", None),
        ("On July 8, 2017, Chile became the sixth state to ratify [the pact].", "ratified", "2017-07-08"),
        # one scene
        ("The ministers met on Monday and signed [the pact].", "signed", "2024-06-17"),
        ("The ministers met on Monday in Lima, where they signed [the pact].", "signed", "2024-06-17"),
        ("The ministers met in Lima on Monday. They signed [the pact] there.", "signed", "2024-06-17"),
        ("The ministers met in Lima on Monday. Bolivia signed [the pact].", "signed", None),
        ("Chile left the bloc in 2001. It signed [the pact].", "signed", None),
        ("Chile signed [the pact] on Monday to end a war.", "signed", "2024-06-17"),
        ("[The pact] was signed after years of talks and delays in December.", "negotiated", None),
        ("The minister returned on Monday. During the visit he signed [the pact].", "signed", None),
        ("The ministers met in Lima on Monday. The two sides signed [the pact].", "signed", "2024-06-17"),
        ("The ministers signed [the pact] and adopted a plan at their meeting on Monday.", "signed", "2024-06-17"),
        ("The ministers signed [the pact] and left on Monday.", "signed", None),
        ("Chile and Peru signed a note on Monday, agreeing to [a truce].", "text_agreed", "2024-06-17"),
        ("They will sign [the pact] during a summit slated for November 2024 in Lima.", "signed", "2024-11"),
        ("[The pact] was signed at a summit that opened on Monday.", "signed", "2024-06-17"),
        ("The leaders may sign [the pact], as parliament had approved it on Monday.", "signed", None),
        ("Chile and Peru signed a [ceasefire deal] on Friday.", "signed", "2024-06-14"),
        ("The signing of [the pact] is expected to take place on Monday.", "signed", "2024-06-24"),
        # what is done by telling it
        ("Chile's spokesman said on Tuesday that it has ended [the pact].", "terminated", "2024-06-18"),
        ("Chile's spokesman said on Tuesday that it had suspended [the pact].", "suspended", None),
        # a name more exact than the words of the step
        ("[The May 12 pact] was signed last month.", "signed", "2024-05-12"),
        # a time that the parser hung on something else
        ("On 12 May, watched by the president, the ministers signed [the pact].", "signed", "2024-05-12"),
        ("The country's main rebel group on Tuesday signed [the pact].", "signed", "2024-06-18"),
        # what a law does is done when the law is made; what was refused was refused then
        ("The president signed a law on Tuesday ratifying [the pact].", "ratified", "2024-06-18"),
        ("The rebels rejected an extension of [the truce] last month.", "extended", "2024-05"),
        ("Prior to yesterday only Brunei had ratified [the pact].", "ratified", None),
        # what is to come by some time is dated by when it is due
        ("Parliament is expected to ratify [the pact] by mid-July.", "ratified", "2024-07"),
        ("Parliament is expected to ratify [the pact] by July 12.", "ratified", "2024-07-12"),
        ("Parliament is expected to ratify [the pact] by the end of 2027.", "ratified", "2027"),
        # how long before or after
        ("The vote comes two days after Chile signed [the pact].", "signed", "2024-06-18"),
        ("[The pact] took effect on Monday, a day after it was signed.", "signed", "2024-06-16"),
        ("The vote came a week after Chile signed [the pact].", "signed", None),
        ("The vote comes days after Chile signed [the pact].", "signed", None),
        ("Chile signed [the pact] on Monday after two days of talks.", "negotiated", None),
        # a time behind the clause that says what the pact is for
        ("Chile signed [a protocol] to update [the 2001 treaty] on 13 May 2024.", "signed", "2024-05-13"),
        ("France ratified [the protocol] amending [the treaty] on June 4.", "ratified", "2024-06-04"),
        ("France ratified [the protocol] amending [the treaty] on June 4.", "amended", None),
        ("The leaders signed [the pact] to end a war that began in 1995.", "signed", None),
        # a meeting of the past does not date what may come of it
        ("The ministers met on Friday to discuss how Chile could rejoin [the pact].", "acceded", None),
        ("They signed papers to extend [the pact], as agreed upon during a visit last year.", "extended", None),
        # a date inside a name
        ("[The Lima Treaty] 1960 will be suspended.", "suspended", None),
        ("Chile signed [a protocol] to the agreement on visas of May 1, 1997.", "signed", None),
        # where it was done, what comes after it, and when it was told
        ("Chile signed [the pact] at a ceremony held on Friday.", "signed", "2024-06-14"),
        ("[The pact] has been ratified and is in effect from 19 July 2016.", "ratified", None),
        ("Chile said it will leave [the pact] at a meeting in Lima on June 10.", "withdrawn", None),
        ("Spain announced its intention to withdraw from [the pact] last week.", "withdrawn", None),
        ("In August, leaders are supposed to ratify [the pact].", "ratified", "2024-08"),
        # the papers that take a step, and the refusal that is voted
        ("Chile and Peru on Tuesday exchanged the documents ratifying [the pact].", "ratified", "2024-06-18"),
        (
            "The president signed the deed of accession to [the pact] at a ceremony held on Tuesday.",
            "acceded",
            "2024-06-18",
        ),
        ("Parliament voted on Tuesday to reject a proposed extension of [the truce].", "extended", "2024-06-18"),
        ("On July 8, 2017, Chile became this sixth country to ratify [the pact].", "ratified", "2017-07-08"),
        # a day to come is not that of whoever wants the step
        (
            "Chile looks forward to the signing of [the pact] during the summit, slated for July 2024.",
            "signed",
            "2024-07",
        ),
        ("The Senate will vote on 2 July on whether to ratify [the pact].", "ratified", "2024-07-02"),
        # what a noun's own day is not
        ("Tuesday's signing of [the pact] ended months of talks.", "negotiated", None),
        (
            "[The accord] reached in the port of Arica, 30 km south of the town of Tacna on Tuesday, ends the war.",
            "text_agreed",
            "2024-06-18",
        ),
        ("Following their meeting on Tuesday, Chile and Peru announced [an agreement].", "text_agreed", "2024-06-18"),
        ("Chile will leave [the pact], following Peru's announcement last week.", "withdrawn", None),
        # when it is due
        ("[The truce] must take effect before July 29.", "entered_into_force", "2024-07-29"),
        # behind an aside; on the day of the occasion where it was done; on that of the law that does it
        ("The Senate approved [the accord], formally called the Lima Accord, in March.", "approved", "2024-03"),
        ("He recalled the summit in May 2021, where both leaders concluded [the pact].", "text_agreed", "2021-05"),
        (
            "The president signed a law on Tuesday that formalises Chile's exit from [the pact].",
            "withdrawn",
            "2024-06-18",
        ),
        # what has gone on since then till now
        ("Brazil has been mediating talks on [a border treaty] since January.", "negotiated", "2024-01/2024-06"),
        (
            "[The pact] comes from six rounds of negotiations held since February.",
            "negotiated",
            "2024-02/2024-06",
        ),
        # told again with its day
        (
            "Peru has signed the law that ratifies [the pact]. The law was signed on Tuesday.",
            "ratified",
            "2024-06-18",
        ),
        ("Parliament has passed [the pact]. The vote on June 4 was close.", "approved", "2024-06-04"),
        (
            "Parliament has passed [the pact]. The vote on June 4 in Peru was close. The vote on June 5 was not.",
            "approved",
            "2024-06-04",
        ),
        ("Parliament has passed [the pact]. A vote on another one is due on July 4.", "approved", None),
        # the day from which, the next day
        ("Chile's withdrawal from [the pact] has come into effect as of Tuesday.", "withdrawn", "2024-06-18"),
        ("Chile and Peru signed a note on 1 May. The next day [the truce] collapsed.", "terminated", "2024-05-02"),
        ("[The pact] was approved on the last day of the session on Tuesday.", "approved", "2024-06-18"),
        # how long it lasts is not when
        ("Chile and Peru extended [the truce] to 30 June.", "extended", None),
        ("Chile and Peru on Tuesday extended [the truce] to 30 June.", "extended", "2024-06-18"),
        ("[The pact] was extended until 2026.", "extended", None),
        ("[The pact] was signed after six months of talks.", "signed", None),
    ],
)
def test_a_step_is_dated_by_the_time_that_is_its_own(
    nlp: spacy.Language, sentence: str, stage: str, date: str | None
) -> None:
    assert [act.date for act in read_marked(nlp, sentence, _TODAY).acts if act.stage == stage] == [date]


def test_the_year_of_a_treaty_of_many_is_not_when_a_state_signed_it(read: Callable[..., Reading]) -> None:
    text = "Chile and Peru signed the 1951 Refugee Convention, a multilateral treaty. Brazil joined the convention too."
    assert [act.date for act in read(text, _TODAY).acts if act.stage == "signed"] == [None]


def test_each_of_several_agreements_has_its_own_day(nlp: spacy.Language) -> None:
    text = "Chile withdrew from [the Lima Treaty] in 2002 and from [the Oslo Treaty] in 2019."
    assert [act.date for act in read_marked(nlp, text, published=_TODAY).acts] == ["2002", "2019"]


def test_years_in_brackets_are_those_of_the_agreements(nlp: spacy.Language) -> None:
    text = "Chile left treaties such as [the Lima Treaty] (1961) and [the Oslo Treaty] (2000)."
    assert [act.date for act in read_marked(nlp, text, published=_TODAY).acts] == [None, None]


def test_several_agreements_may_share_a_day(nlp: spacy.Language) -> None:
    text = "Chile signed [the Lima Treaty] and [the Oslo Treaty] in 2019."
    assert [act.date for act in read_marked(nlp, text, published=_TODAY).acts] == ["2019", "2019"]


def test_what_was_first_done_before_is_another_step(read: Callable[..., Reading]) -> None:
    text = (
        "Chile and Peru have agreed on the text of the Lima Treaty. First announced by Chile and Peru on May 3, the "
        "Lima Treaty covers fish."
    )
    acts = [act for act in read(text, _TODAY).acts if act.stage == "text_agreed"]
    assert sorted(str(act.date) for act in acts) == ["2024-05-03", "None"]


def test_what_both_sides_signed_was_signed_on_one_day(read: Callable[..., Reading]) -> None:
    text = (
        "Burundi and its last rebel group signed a ceasefire on Tuesday. President Pierre Nkurunziza and the Forces "
        "for National Liberation (FNL) signed the ceasefire in Dar es Salaam."
    )
    acts = [act for act in read(text, _TODAY).acts if act.stage == "signed"]
    assert {act.date for act in acts} == {"2024-06-18"}
