"""Every rule of the lexicon does what its example says."""

from __future__ import annotations

from typing import Any

import pytest

from foedera import lexicon
from foedera.times import find_times

PHRASES = lexicon.load("en", "times_rules")["phrases"]
EXAMPLES = [(name, rule["eg"]) for name, rules in PHRASES.items() for rule in rules if "eg" in rule]


@pytest.mark.parametrize(("phrase", "example"), EXAMPLES, ids=[f"{name}: {eg}" for name, eg in EXAMPLES])
def test_a_rule_reads_its_example(phrase: str, example: str) -> None:
    text, _, timex = example.rpartition(" = ")
    assert [t.timex for t in find_times(text, "2024-06-18")][-1:] == [timex]


@pytest.mark.parametrize(
    "rule", [rule for rules in PHRASES.values() for rule in rules], ids=lambda r: str(r["pattern"])
)
def test_a_rule_asks_for_what_the_engine_has(rule: dict[str, Any]) -> None:
    from foedera.times.makers import MAKERS

    assert rule["make"] in MAKERS or rule["make"] in ("number", "mod", "zone", "clock")
