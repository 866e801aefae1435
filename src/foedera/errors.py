"""Every exception that Foedera raises on purpose.

    FoederaError                    anything a user can do something about
    ├── ReadError                   a file could not be read as a report
    │   ├── NotFound                no such file
    │   ├── EmptyDocument           nothing in it
    │   ├── NotText                 binary, or no encoding fits
    │   ├── TooLarge                over a documented limit
    │   ├── UnknownLanguage         in a language that Foedera does not read
    │   └── MalformedRow            a row of a corpus is not what records.md says
    ├── DateError                   a date is not EDTF
    ├── EvidenceError               a record without evidence, or a span that is not in its text
    ├── LexiconError                a lexicon file is not what the loader expects
    ├── LanguageModelMissing        no language pipeline is installed
    ├── RegisterError               the register file can't be used
    │   ├── RegisterBusy            another process writes to it
    │   └── RegisterVersion         made by another version of Foedera
    ├── NameNotFound                no agreement, person or source of that name
    ├── NameAmbiguous               several; the candidates are listed
    ├── EngineError                 documents could not be worked on in parallel
    │   └── WorkerDied              a worker process was killed
    └── ReferenceDataError          scholars' reference data is not what was expected

A message names what was found, what was expected, and what to do. Stack traces are for bugs only.
"""

from __future__ import annotations


class FoederaError(Exception):
    """What a user can do something about; its text is one clear line."""


class ReadError(FoederaError):
    """A file could not be read as a report."""


class NotFound(ReadError):
    """There is no such file."""


class EmptyDocument(ReadError):
    """The file holds no text."""


class NotText(ReadError):
    """The file is binary, or no encoding fits it."""


class TooLarge(ReadError):
    """The file, a row or a line is over a documented limit."""


class UnknownLanguage(ReadError):
    """The report is in a language that Foedera does not read."""


class MalformedRow(ReadError):
    """A row of a corpus is not a JSON object with a `text`."""


class DateError(FoederaError, ValueError):
    """A date is not EDTF (ISO 8601-2)."""


class EvidenceError(FoederaError, ValueError):
    """A record without evidence, or a span whose words are not in its text."""


class LexiconError(FoederaError):
    """A lexicon file is not what its loader expects."""


class LanguageModelMissing(FoederaError):
    """No language pipeline is installed."""


class RegisterError(FoederaError):
    """The register file can't be used."""


class RegisterBusy(RegisterError):
    """Another process writes to the register."""


class RegisterVersion(RegisterError):
    """The register was made by another version of Foedera."""


class NameNotFound(FoederaError):
    """Nothing in the register has that name."""


class NameAmbiguous(FoederaError):
    """Several things in the register have that name; `candidates` lists them."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class EngineError(FoederaError):
    """Documents could not be worked on in parallel."""


class WorkerDied(EngineError):
    """A worker process was killed, perhaps for lack of memory."""


class ReferenceDataError(FoederaError):
    """Scholars' reference data is not what was expected; the message names the column."""
