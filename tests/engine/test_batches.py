"""Batches are bounded, lose nothing, and depend on the documents only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foedera.engine import batches
from tests.engine import stages

texts = st.lists(st.text("a", min_size=1, max_size=40), max_size=60)


@given(texts, st.integers(1, 10), st.integers(1, 100))
def test_batches_keep_every_document_in_order_and_within_their_bounds(
    texts: list[str], count: int, characters: int
) -> None:
    documents = [stages.document(n, text) for n, text in enumerate(texts)]
    made = list(batches(documents, count=count, characters=characters))
    assert [item for batch in made for item in batch.items] == documents
    for batch in made:
        assert 0 < len(batch.items) <= count
        assert sum(len(doc.text) for doc in batch.documents) <= characters or len(batch.items) == 1


def test_a_batch_is_given_before_the_next_document_is_asked_for() -> None:
    asked: list[int] = []

    def source() -> object:
        for n in range(100):
            asked.append(n)
            yield stages.document(n)

    next(batches(source(), count=5))  # type: ignore[arg-type]
    assert len(asked) <= 6
