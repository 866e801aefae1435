"""Claims of the two first reports: which of the gold's claims are read, with predicate and holder."""

from __future__ import annotations

import json

import pytest

from foedera.annotate import Layers, parse
from foedera.extract.agreements import read_agreements
from foedera.extract.claims import read_claims
from foedera.extract.entities import read_actors
from foedera.extract.quotations import read_quotations
from foedera.read import read as read_files

# The gold describes its claims in words; this is the predicate that each one is in our terms.
PREDICATES = {
    "01": "responds_to", "02": "seeks_to_create", "04": "more_institutionalised_than", "05": "faces_threat",
    "06": "becomes", "07": "cooperates_with", "08": "reason_for", "09": "partner_of", "11": "contributes_to",
    "12": "allied_with", "13": "opposes", "14": "seeks", "18": "needed", "19": "not_directed_at",
    "21": "is_symbolic", "22": "is_symbolic", "23": "friend_of", "24": "opposes", "26": "provides_for",
    "27": "seeks", "28": "opposes", "30": "provides_for", "32": "takes_account_of", "33": "conforms_to",
    "34": "contributes_to", "37": "provides_for", "39": "partner_of", "40": "raises_relations",
    "42": "supports_sanctions_on", "43": "rejects_sanctions_on",
}  # fmt: skip


@pytest.fixture(scope="session")
def seed_claims(nlp, request):
    shared = request.getfixturevalue("shared_folder")
    gold = json.loads((shared / "gold/seeds.full.json").read_text(encoding="utf-8"))
    read = {}
    for entry in gold["documents"]:
        (document,) = read_files([str(shared / entry["file"])], published="2024-06-18")
        layers = Layers(document, next(parse(nlp, [document])))
        actors = read_actors(layers)
        agreements = read_agreements(layers, actors)
        quotations = read_quotations(layers, actors, agreements)
        names = {e.id: e.name for e in actors.entities}
        read[entry["id"]] = read_claims(layers, actors, agreements, quotations), names
    return gold, read


@pytest.fixture(scope="session")
def shared_folder():
    from tests.conftest import SHARED

    if not SHARED.is_dir():
        pytest.skip("no measurement data beside the project (../shared)")
    return SHARED


def _found(gold, read, number):
    claim = next(c for c in gold["claims"] if c["id"] == f"cl:{number}")
    return any(
        ours.predicate == PREDICATES[number] and any(s.start < e["end"] and e["start"] < s.end for s in ours.evidence)
        for e in claim["evidence"]
        for ours in read[e["doc"]][0]
    )


@pytest.mark.shared
def test_at_least_thirty_of_the_claims_are_read(seed_claims):
    missing = [number for number in PREDICATES if not _found(*seed_claims, number)]
    assert len(PREDICATES) - len(missing) >= 30, missing


@pytest.mark.shared
def test_holders_are_those_of_the_gold(seed_claims):
    """Every claim that overlaps exactly one person's claims in the gold has that person as its holder."""
    gold, read = seed_claims
    names = {e["id"]: e["name"] for e in gold["entities"]}
    aliases = {e["id"]: e.get("aliases", []) for e in gold["entities"]}
    wrong = []
    for doc, (claims, ours) in read.items():
        for claim in claims:
            holders = {
                c["holder"] for c in gold["claims"] for e in c["evidence"]
                if e["doc"] == doc and any(s.start < e["end"] and e["start"] < s.end for s in claim.evidence)
            }  # fmt: skip
            if len(holders) == 1 and (holder := holders.pop()) in names and holder.startswith("pe:"):
                accepted = {names[holder], *aliases[holder]}
                if ours.get(claim.holder) not in accepted:
                    wrong.append((claim.predicate, claim.evidence[0].text[:60], ours.get(claim.holder), holder))
    assert wrong == []
