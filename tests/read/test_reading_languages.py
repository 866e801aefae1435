"""Foedera reads English, and says so of any other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.errors import UnknownLanguage
from foedera.model import Document, Failure
from foedera.read import document, read

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {
    "fr": "Le ministre a signé le traité de paix dans la capitale. Les deux pays ont décidé de coopérer. ",
    "de": "Der Minister hat am Montag den Vertrag über die Zusammenarbeit unterzeichnet. Er war gebilligt worden. ",
    "es": "El ministro firmó el tratado de paz en la capital. A los dos países les interesa reforzar la cooperación. ",
    "nl": "De minister was in de hoofdstad en heeft het verdrag getekend. Hij is op weg naar huis, zo zei hij. ",
    "ru": "Министр подписал договор о мире в столице. Обе страны решили укрепить сотрудничество в этой области. ",
    "id": "Menteri itu menandatangani perjanjian damai di ibu kota. Kedua negara sepakat untuk memperkuat kerja sama. ",
}


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_refused(code: str) -> None:
    with pytest.raises(UnknownLanguage, match="English"):
        document(OTHERS[code] * 4)


def test_a_row_that_states_another_language_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Oui.", "language": "fr"}\n{"text": "Yes.", "language": "en-GB"}\n')
    failure, doc = read([tmp_path / "a.jsonl"])
    assert isinstance(failure, Failure)
    assert failure.kind == "UnknownLanguage"
    assert isinstance(doc, Document)
    assert doc.language == "en"


def test_a_few_words_are_taken_for_english() -> None:
    assert document("Vertrag unterzeichnet").language == "en"


def test_a_list_of_names_in_english() -> None:
    names = "the Republic of Chile, the French Republic, the Kingdom of Spain and the Republic of Korea, " * 4
    assert document("Parties: " + names).language == "en"
