"""The table of states against the lists of the two state systems and against itself."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict

import pycountry
import pytest

from foedera.lexicon.states import find_state, state_codes, states


def test_every_code_of_a_living_state_is_an_iso_code():
    codes = {c.alpha_3 for c in pycountry.countries} | {"XKX"}
    assert {s.iso3 for s in states().values() if s.iso3} <= codes


def test_all_members_of_the_united_nations_are_there():
    others = {"TWN", "XKX", "PSE", "VAT", "ESH", "HKG", "MAC", "GRL", "FRO", "COK", "NIU", "PRI"}
    assert len({s.iso3 for s in states().values() if s.iso3} - others) == 193


@pytest.mark.parametrize(
    ("name", "date", "iso3", "cow", "gw"),
    [
        ("Vietnam", None, "VNM", 816, 816),
        ("Korean Empire", "1900", None, 730, 730),
        ("South Korea", "2024-06-18", "KOR", 732, 732),
        ("USSR", "1961-07-06", None, 365, 365),
        ("Russia", "2024", "RUS", 365, 365),
        ("Germany", "1930", "DEU", 255, 255),
        ("Germany", "1970", "DEU", 260, 260),
        ("Germany", "2000", "DEU", 255, 260),
        ("Serbia", "2010", "SRB", 345, 340),
        ("South Sudan", "2005", "SSD", None, None),
        ("the United States", None, "USA", 2, 2),
        ("nowhere", None, None, None, None),
    ],
)
def test_codes_valid_on_a_date(name, date, iso3, cow, gw):
    codes = state_codes(name, date)
    assert (codes.iso3, codes.cow, codes.gw) == (iso3, cow, gw)


def test_the_soviet_union_goes_on_as_russia():
    assert find_state("USSR").party == "RUS"


def _ranges(path, number, first, last):
    found = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[int(float(row[number]))].append((int(row[first][:4].split(".")[0]), int(row[last][:4].split(".")[0])))
    return found


@pytest.mark.shared
@pytest.mark.parametrize(
    ("system", "file", "number", "first", "last"),
    [
        ("cow", "cow_states_2016.csv.gz", "ccode", "styear", "endyear"),
        ("gw", "gw_states.csv.gz", "gwcode", "startdate", "enddate"),
    ],
)
def test_numbers_and_years_agree_with_the_list_itself(shared, system, file, number, first, last):
    """Both ends of every spell of a state that both tables know."""
    listed = _ranges(shared / "reference" / file, number, first, last)
    newest = max(end for spells in listed.values() for _, end in spells)
    ours = defaultdict(set)
    for state in states().values():
        for code, start, end in getattr(state, system):
            ours[code].add((start, newest if end is None else end))
    common = set(listed) & set(ours)
    assert len(common) > 170
    wrong = {c: (sorted(ours[c]), sorted(listed[c])) for c in common if _years(ours[c]) ^ _years(listed[c])}
    assert wrong == {}


def _years(spells):
    return {year for start, end in spells for year in range(start + 1, end)}
