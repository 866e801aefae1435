"""A quick language pipeline says of a text what the one that spaCy loads says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from threadpoolctl import threadpool_info

from foedera.annotate import load_language, parse
from foedera.annotate.ruler import quicken
from tests.conftest import document

if TYPE_CHECKING:
    from spacy.tokens import Doc

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
WORDS = "The envoys were gonna sign it in Vienna . Let 's say they ai n't who gotta leave himself on 3 May hers -- %"


def attributes(doc: Doc) -> list[tuple[Any, ...]]:
    return [(t.text, t.pos_, t.tag_, t.lemma_, str(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


def test_same_words_trees_and_names(nlp: spacy.Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    plain = load_language(quick=False)
    assert [attributes(doc) for doc in nlp.pipe(texts)] == [attributes(doc) for doc in plain.pipe(texts)]


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=25))
def test_the_ruler_that_remembers_finds_what_a_ruler_finds(nlp: spacy.Language, words: list[str]) -> None:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    doc = nlp(" ".join(words))
    assert ruler.match(doc) == AttributeRuler.match(ruler, doc)
    assert ruler.match(doc) == AttributeRuler.match(ruler, doc)  # and again, of words it has seen


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


def test_the_threads_of_other_work_are_left_as_they_were(nlp: spacy.Language) -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    inside = [threads() for _ in parse(nlp, [document("Peru signed."), document("Chile did not.")])]
    assert inside == [[1] * len(before)] * 2
    assert threads() == before
