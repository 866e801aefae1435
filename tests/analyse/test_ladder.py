"""Partnership labels: qualifiers, the coarse level, and ranks that belong to their issuer."""

from __future__ import annotations

import pytest

from foedera.analyse.ladder import rank, read_label


@pytest.mark.parametrize(
    ("label", "qualifiers", "level"),
    [
        ("partnership", (), 1),
        ("comprehensive partnership", ("comprehensive",), 2),
        ("strategic partnership", ("strategic",), 3),
        ("Comprehensive Strategic Partnership", ("comprehensive", "strategic"), 4),
        ("special and privileged strategic partnership", ("special", "privileged", "strategic"), 4),
        (
            "comprehensive strategic partnership of coordination for a new era",
            ("comprehensive", "strategic", "coordination", "new era"),
            4,
        ),
        ("all-weather strategic cooperative partnership", ("all-weather", "strategic", "cooperative"), 4),
        ("friendship", (), None),
    ],
)
def test_a_label_is_read_into_its_qualifiers_and_level(
    label: str, qualifiers: tuple[str, ...], level: int | None
) -> None:
    read = read_label(label)
    assert (read.text, read.qualifiers, read.level) == (label, qualifiers, level)


def test_one_label_stands_on_different_rungs_of_different_ladders() -> None:
    assert rank("VNM", "comprehensive partnership") == 1
    assert rank("CHN", "comprehensive partnership") == 3
    assert rank("RUS", "comprehensive partnership") is None  # no order of this issuer is known
    assert rank("VNM", "strategic pertnership") is None  # a slip of the pen is no rung


def test_labels_are_listed_by_partner_and_date() -> None:
    from foedera.analyse.ladder import ladder
    from foedera.analyse.overview import Line
    from foedera.model import Agreement
    from foedera.store.entries import entry
    from tests.conftest import document

    doc = document("A strategic partnership.")
    lines = []
    for i, (label, party, date) in enumerate(
        [("comprehensive partnership", "VNM", "2023"), ("strategic partnership", "CHN", "2019"), (None, "CHN", "2001")]
    ):
        record = Agreement(
            f"a{i}", "x", "partnership", (doc.span(2, 23),), label=label, parties=("KOR", party), date=date
        )
        lines.append(Line(entry(f"ag_{i}", [record]), None))
    found = [(rung.partner, rung.label.text, rung.date) for rung in ladder("KOR", lines)]
    assert found == [("CHN", "strategic partnership", "2019"), ("VNM", "comprehensive partnership", "2023")]
