"""Every stage, in every mood, in every kind of clause: what a diplomat would say that each sentence states.

`battery.yaml`, `battery_clauses.yaml` and `battery_apart.yaml` hold the sentences; [brackets] mark the agreements.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.extract.marked import read_marked

if TYPE_CHECKING:
    import spacy

SENTENCES: dict[str, str] = {}
for name in ("battery.yaml", "battery_clauses.yaml", "battery_apart.yaml"):
    SENTENCES |= yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_states_these_steps(nlp: spacy.Language, sentence: str) -> None:
    found = {f"{act.stage} {act.realis}" for act in read_marked(nlp, sentence, "2022-06-15").acts}
    assert found == set(filter(None, SENTENCES[sentence].split(", ")))
