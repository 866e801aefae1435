"""The attribute ruler that remembers gives every token what the pipeline's own ruler gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.annotate import load_language, quicken

if TYPE_CHECKING:
    from spacy.tokens import Doc

WORDS = (
    "The envoys were gonna sign it in Vienna . Let 's say they ai n't who has gotta leave himself on 3 May hers -- %"
)


@pytest.fixture(scope="module")
def quick() -> spacy.Language:
    language = load_language()
    quicken(language)
    return language


def attributes(doc: Doc) -> list[tuple[Any, ...]]:
    return [(t.text, t.pos_, t.tag_, t.lemma_, str(t.morph), t.dep_) for t in doc]


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=25))
def test_same_attributes(nlp: spacy.Language, quick: spacy.Language, words: list[str]) -> None:
    text = " ".join(words)
    assert attributes(quick(text)) == attributes(nlp(text))


def test_same_again_for_words_it_has_seen(nlp: spacy.Language, quick: spacy.Language) -> None:
    text = "He's gonna sign. She isn't going to. Let's go by ourselves."
    assert attributes(quick(text)) == attributes(quick(text)) == attributes(nlp(text))


def test_a_ruler_that_looks_at_other_things_stays_as_it_is() -> None:
    language = spacy.blank("en")
    ruler: Any = language.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxxxx"}]], {"TAG": "NNP"})
    quicken(language)
    assert "match" not in vars(ruler)
    assert language("The Hague")[1].tag_ == "NNP"


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    language = spacy.blank("en")
    quicken(language)
    assert language.pipe_names == []
