"""What docs/times.md promises: how each kind of expression is resolved, and what is no time."""

from __future__ import annotations

import pytest

from foedera.times import find_times

TUESDAY = "2024-06-18"


def values(text: str, published: str | None = TUESDAY) -> list[str | None]:
    return [t.value for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("words", "value", "timex"),
    [
        ("June 18-19", "2024-06-18/2024-06-19", "2024-06-18"),
        ("2000 and 2001", "2000/2001", "2000"),
        ("June 3 and 10", "{2024-06-03,2024-06-10}", "2024-06-03"),
        ("June 3 or 10", "[2024-06-03,2024-06-10]", "2024-06-03"),
        ("last week", "2024-06-10/2024-06-16", "2024-W24"),
        ("the third quarter of 2023", "2023-07/2023-09", "2023-Q3"),
        ("last winter", "2023-24", "2023-WI"),
        ("the 1990s", "199X", "199"),
        ("some 30 years ago", "1994~", "1994"),
        ("7/8/07", "[2007-07-08,2007-08-07]", None),
        ("16:08 UTC", "2024-06-18", "2024-06-18T16:08Z"),
        ("fiscal 2013", "2013~", "FY2013"),
        ("the past nine days", "2024-06-10/2024-06-18", "P9D"),
        ("two-day", None, "P2D"),
        ("annual", None, "P1Y"),
        ("recently", None, "PAST_REF"),
    ],
)
def test_the_two_values_of_an_expression(words: str, value: str | None, timex: str | None) -> None:
    found = find_times(f"It was of {words}.", TUESDAY)
    assert [(t.text, t.value, t.timex) for t in found] == [(words, value, timex)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has been in force since 1953.", ["1953/.."]),
        ("It is to end by the end of the year.", ["../2024"]),
        ("No later than 30 June 2025.", ["../2025-06-30"]),
        ("It lasted from 2015 to 2018.", ["2015/2018", "2015/2018"]),
        ("It lasted from May 30 - June 1, 2018.", ["2018-05-30/2018-06-01"]),
        ("It lasted between 3 and 5 May 2018.", ["2018-05-03/2018-05-05"]),
        ("Talks were held between March and May 2018.", ["2018-03/2018-05", "2018-03/2018-05"]),
        ("It was moved from June 12 to June 15.", ["2024-06-12", "2024-06-15"]),
        ("Prices rose after Tuesday's summit.", ["2024-06-18"]),
    ],
)
def test_words_around_a_date_make_an_interval(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", "2024-06-12"),
        ("They will meet on Wednesday.", "2024-06-19"),
        ("They met on Tuesday.", "2024-06-18"),
        ("It is to be signed on Friday.", "2024-06-21"),
        ("It was signed in October.", "2023-10"),
        ("It will be signed in October.", "2024-10"),
        ("They had met in June.", "2024-06"),
        ("The treaty was signed on December 20.", "2023-12-20"),
        ("The treaty will be signed on December 20.", "2024-12-20"),
        ("The ministry said on Monday that they would meet.", "2024-06-17"),
        ("It holds until Friday.", "../2024-06-21"),
    ],
)
def test_tense_resolves_weekdays_and_months(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It said the vote in July would be the last.", "2024-07"),
        ("The vote was held in July.", "2023-07"),
        ("Sales rose in the third quarter of the year.", "2023-07/2023-09"),
        ("Sales will rise in the third quarter of the year.", "2024-07/2024-09"),
    ],
)
def test_what_is_close_ahead_needs_a_past_verb_beside_it_to_be_past(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_a_weekday_told_with_a_day_picks_the_year() -> None:
    assert values("It was on Sunday, 5 November.") == ["2023-11-05"]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met on June 18.", "XXXX-06-18"),
        ("They met in June.", "XXXX-06"),
        ("They met last week.", None),
        ("They met yesterday.", None),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, timex: str | None) -> None:
    [time] = find_times(text)
    assert (time.value, time.timex) == (None, timex)


def test_an_explicit_year_needs_no_publication_date() -> None:
    assert values("They met on 3 May 1949 and in June 1950.", None) == ["1949-05-03", "1950-06"]


def test_a_publication_date_known_to_the_year_resolves_years_only() -> None:
    assert values("It met last year and last week.", "2024") == ["2023", None]


def test_narrative_times_count_from_the_last_date_told() -> None:
    text = "They met on 3 May 1949. The following day they parted. A year later the treaty was signed."
    assert values(text) == ["1949-05-03", "1949-05-04", "1950"]


def test_figures_follow_the_publication_date_when_only_one_reading_is_near() -> None:
    assert values("It was on 7/8/07.", "2007-07-09") == ["2007-07-08"]


def test_figures_follow_the_habit_that_the_document_has_shown() -> None:
    assert values("First 25/8/2007, then 7/8/2007.") == ["2007-08-25", "2007-08-07"]
    assert values("First 8/25/2007, then 7/8/2007.") == ["2007-08-25", "2007-07-08"]


def test_an_inferred_part_says_what_it_rests_on() -> None:
    found = find_times("On June 12, a day after May 3, 2024, they met yesterday.", TUESDAY)
    assert [t.basis for t in found if t.kind != "duration"] == ["year from publication date", None, "publication date"]


@pytest.mark.parametrize(
    "text",
    [
        "The parties may meet.",
        "May they prosper. March on!",
        "April Glaspie and Jan Egeland spoke.",
        "Republished by The 21st Century",
        "The 21st Century Fox studio.",
        "USA TODAY",
        "The Group of 20 adopted Resolution 1929, Article 2014 and No. 1996.",
        "They sent 2000 troops and $1999.",
        "They lost 3-2, then 12-2.",
        "Call 555-2010.",
        "We sat in the sun; the second round of the fall.",
        "The Six-Day War and the Five-Year Plan.",
        "After the Sept. 11 attacks, the alliance acted.",
        "At the end of the day, votes count.",
        "A quarter of the members left.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert find_times(text, TUESDAY) == ()


@pytest.mark.parametrize("breaks", ["\n", "\n\n", " \n "])
def test_a_heading_does_not_run_into_the_next_line(breaks: str) -> None:
    assert values(f"Conference 2010{breaks}June 8, 2011") == ["2010", "2011-06-08"]


def test_a_wrapped_line_goes_on() -> None:
    assert [t.text for t in find_times("It was at the end\nof 2010.")] == ["the end\nof 2010"]


@pytest.mark.parametrize(
    "figures", ["18/06/2024", "18-06-2024", "18.06.2024", "06/18/2024", "2024/06/18", "18-Jun-2024"]
)
def test_days_in_figures(figures: str) -> None:
    assert values(f"Date: {figures}", None) == ["2024-06-18"]


@pytest.mark.parametrize("words", ["the 1980s", "the 1980's", "the 80s", "the '80s", "the eighties"])
def test_decades(words: str) -> None:
    assert values(f"It began in {words}.") == ["198X"]


def test_a_clock_time_is_of_the_day_told_in_its_own_paragraph() -> None:
    assert values("They met on June 3. At 16:30 UTC they left.\n\nAt 9:15 UTC the report came.") == [
        "2024-06-03", "2024-06-03", TUESDAY,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sanctions came in March, April and May 2022.", ["2022-03", "2022-04", "2022-05"]),
        ("Talks were held in June and July.", ["2023-06", "2023-07"]),
        ("Talks will be held in June and July.", ["2024-06", "2024-07"]),
    ],
)
def test_months_told_together_are_of_one_year(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_weekday_that_never_fits_leaves_its_day_unresolved() -> None:
    assert values("It was on Monday, 5 September.") == [None]
    assert values("It was on Thursday, 11 June.") == ["2024-06-11"]


@pytest.mark.parametrize(
    "text", ["A year later, they met.", "They met the following day.", "Two days later they left."]
)
def test_counting_on_from_nothing_told_is_unresolved(text: str) -> None:
    assert values(text) == [None]


def test_a_range_without_a_year_runs_forward() -> None:
    assert values("There were 20 between January 1 and June 9.", "2024-09-29") == ["2024-01-01/2024-06-09"] * 2


def test_dates_in_capitals() -> None:
    assert values("SIGNED ON 3 MAY 1949 AND IN MARCH 1950.") == ["1949-05-03", "1950-03"]


def test_a_day_near_publication_is_in_its_month_where_only_that_is_known() -> None:
    found = find_times("It was signed on Wednesday. They left today.", "2003-05")
    assert [(t.value, t.precision) for t in found] == [("2003-05", "month"), ("2003-05", "month")]
    assert [t.value for t in find_times("It was signed on Wednesday.", "2003")] == [None]


def test_the_next_day_is_counted_from_the_day_last_told() -> None:
    found = find_times("It was signed on 1 May. The next day it collapsed.", "2024-06-18")
    assert [t.value for t in found] == ["2024-05-01", "2024-05-02"]


def test_the_last_day_of_something_is_not_yesterday() -> None:
    assert [t.text for t in find_times("on the last day of its session on Friday", "2024-06-18")] == ["Friday"]


def test_a_year_may_lack_the_blank_before_it() -> None:
    assert [t.value for t in find_times("approved on Nov. 4,1992, but not 4,199 or 4,1992,000", None)] == ["1992-11-04"]
