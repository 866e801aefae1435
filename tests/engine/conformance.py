"""What every engine must do, whatever runs it: subclass `EngineConformance` and give an `engine`."""

from __future__ import annotations

import hashlib
import itertools
import pickle
from typing import TYPE_CHECKING

import pytest

from foedera.errors import EngineError, LexiconError
from foedera.model import Failure
from tests.engine import stages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.engine import Engine
    from foedera.model import Document

SOME = 100


def digest(results: Iterable[object]) -> str:
    return hashlib.sha256(b"".join(pickle.dumps(result) for result in results)).hexdigest()


class EngineConformance:
    @pytest.fixture
    def engine(self) -> Engine:
        raise NotImplementedError

    def test_results_come_in_the_order_of_the_documents(self, engine: Engine) -> None:
        results = list(engine.map(stages.Names, stages.documents(SOME)))
        assert results == [f"report {n}" for n in range(SOME)]

    def test_no_documents_give_no_results_and_need_no_stage(self, engine: Engine) -> None:
        assert list(engine.map(stages.make_nothing, [])) == []

    def test_the_stage_gets_every_document_once(self, engine: Engine) -> None:
        lengths = list(engine.map(stages.make_lengths, stages.documents(SOME)))
        assert lengths == [len(doc.text) for doc in stages.documents(SOME)]

    def test_a_faulty_document_fails_alone(self, engine: Engine) -> None:
        results = list(engine.map(stages.Picky, stages.documents(SOME, {7: "boom", 40: "boom"})))
        failed = [n for n, result in enumerate(results) if isinstance(result, Failure)]
        assert failed == [7, 40]
        assert results[7].path == "report 7"
        assert "\n" not in results[7].message
        assert "report 7" in results[7].message

    def test_a_bug_keeps_its_trace_and_an_error_of_ours_has_none(self, engine: Engine) -> None:
        bug, ours = engine.map(stages.Picky, stages.documents(2, {0: "boom", 1: "ours"}))
        assert isinstance(bug, Failure)
        assert isinstance(ours, Failure)
        assert "ZeroDivisionError" in str(bug.trace)
        assert bug.kind == "ZeroDivisionError"
        assert (ours.kind, ours.trace) == ("EvidenceError", None)

    def test_a_failure_among_the_documents_is_passed_on_in_its_place(self, engine: Engine) -> None:
        unread = Failure("b.txt", "EmptyDocument", "b.txt: an empty file")
        first, last = stages.documents(2)
        assert list(engine.map(stages.Names, [first, unread, last])) == ["report 0", unread, "report 1"]

    def test_an_error_of_the_factory_is_raised(self, engine: Engine) -> None:
        with pytest.raises(LexiconError, match="no model"):
            list(engine.map(stages.make_nothing, stages.documents(3)))

    def test_an_error_that_every_document_would_meet_is_raised(self, engine: Engine) -> None:
        with pytest.raises(LexiconError, match="frame"):
            list(engine.map(stages.Picky, stages.documents(3, {1: "lexicon"})))

    def test_a_stage_that_loses_a_document_is_found_out(self, engine: Engine) -> None:
        results = list(engine.map(stages.Picky, stages.documents(3, {1: "lose"})))
        assert [isinstance(result, Failure) for result in results] == [False, True, False]
        assert results[1].kind == EngineError.__name__

    def test_results_stream_with_a_bounded_number_in_flight(self, engine: Engine) -> None:
        asked = itertools.count()

        def endless() -> Iterator[Document]:
            for n in itertools.count():
                next(asked)
                yield stages.document(n)

        results = engine.map(stages.Names, endless())
        assert next(results) == "report 0"
        results.close()  # type: ignore[attr-defined]
        assert next(asked) < 1000

    def test_an_error_of_the_documents_themselves_is_raised(self, engine: Engine) -> None:
        def broken() -> Iterator[Document]:
            yield from stages.documents(SOME)
            raise KeyError("the source")

        with pytest.raises(KeyError, match="the source"):
            list(engine.map(stages.Names, broken()))

    def test_the_same_documents_meet_the_same_batches(self, engine: Engine) -> None:
        from foedera.engine import InProcess

        seen = list(engine.map(stages.Batches, stages.documents(SOME)))
        assert digest(seen) == digest(InProcess().map(stages.Batches, stages.documents(SOME)))
