"""The records of a corpus are the same, to the last byte, for any number of workers."""

from __future__ import annotations

import hashlib

from foedera import engine
from foedera.model import Reading
from foedera.model.codec import lines
from foedera.pipeline import make_reader
from foedera.read import document

TEXT = "The envoys of France and Chile signed agreement {n} on fisheries in Lima on Monday. They may ratify it in June."


def digest(workers: int) -> str:
    documents = [document(TEXT.format(n=n), name=f"r{n}", published="2023-05-10") for n in range(40)]
    total = hashlib.sha256()
    for reading in engine.map(make_reader, documents, workers=workers):
        assert isinstance(reading, Reading)
        total.update("\n".join(lines(reading)).encode())
    return total.hexdigest()


def test_the_same_digest_for_one_and_for_two_workers() -> None:
    assert digest(1) == digest(2)
