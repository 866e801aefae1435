"""Explanations name the words, the frame and the rule behind a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.annotate import Layers, parse
from foedera.extract.acts_frames import act_frames
from foedera.extract.agreements import read_agreements
from foedera.extract.entities import read_actors
from foedera.extract.explain import Explanation, explain
from foedera.times import read_times
from tests.conftest import document

if TYPE_CHECKING:
    import spacy

TEXT = "France and Spain are set to sign a treaty on fishing in Madrid on Friday."


def explained(nlp: spacy.Language, text: str, offset: int) -> tuple[Explanation, ...]:
    doc = document(text, "2022-06-15")
    layers = Layers(doc, next(parse(nlp, [doc])), read_times(doc))
    actors = read_actors(layers)
    return explain(layers, actors, read_agreements(layers, actors), offset)


def test_words_and_frame_of_a_planned_signing(nlp: spacy.Language) -> None:
    (one,) = explained(nlp, TEXT, TEXT.index("sign"))
    assert (one.record, one.frame) == ("act", "sign")
    words = {role: span.text for role, span in one.parts}
    assert words["the step"] == "sign"
    assert words["makes it planned"] == "set"
    assert one.frame in {frame.frame for frame in act_frames().all}


def test_nothing_is_explained_where_nothing_was_read(nlp: spacy.Language) -> None:
    assert explained(nlp, TEXT + " It rained.", len(TEXT) + 3) == ()


@pytest.mark.parametrize("offset", [0, 30])
def test_every_part_is_in_the_text(nlp: spacy.Language, offset: int) -> None:
    for one in explained(nlp, TEXT, offset):
        assert all(TEXT[span.start : span.end] == span.text for _, span in one.parts)
