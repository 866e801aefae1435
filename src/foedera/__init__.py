"""Foedera reads reports on diplomacy and keeps an evidence-linked register of international agreements.

    import foedera

    reading = foedera.extract("MOSCOW, June 18. ...", published="2024-06-18")   # typed records
    foedera.add(["reports/"], "foedera.duckdb")                                 # into a register
    with foedera.open("foedera.duckdb") as register:                            # and out of it
        register.agreements, register.acts, register.statements, register.sources

Names are loaded when they are used, so importing the package is quick.
"""

from __future__ import annotations

import importlib
import sys
import types
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.adding import Added as Added
    from foedera.analyse.events import Event as Event
    from foedera.analyse.status import Status as Status
    from foedera.errors import *  # noqa: F403
    from foedera.library import Register as Register
    from foedera.library import Table as Table
    from foedera.library import add as add
    from foedera.library import extract as extract
    from foedera.library import open as open
    from foedera.model import Act as Act
    from foedera.model import Agreement as Agreement
    from foedera.model import Claim as Claim
    from foedera.model import Document as Document
    from foedera.model import Entity as Entity
    from foedera.model import Failure as Failure
    from foedera.model import Link as Link
    from foedera.model import Meeting as Meeting
    from foedera.model import Quotation as Quotation
    from foedera.model import Reading as Reading
    from foedera.model import Span as Span
    from foedera.model import Speaker as Speaker
    from foedera.model import Time as Time
    from foedera.store import Actor as Actor
    from foedera.store import Entry as Entry
    from foedera.store import Report as Report

_HOME = {
    "foedera.library": ("extract", "add", "open", "Register", "Table"),
    "foedera.adding": ("Added",),
    "foedera.analyse.events": ("Event",),
    "foedera.analyse.status": ("Status",),
    "foedera.model": (
        "Document", "Span", "Reading", "Time", "Entity", "Agreement", "Act", "Link", "Meeting", "Quotation", "Speaker",
        "Claim", "Failure",
    ),
    "foedera.store": ("Entry", "Actor", "Report"),
    "foedera.errors": (
        "FoederaError", "ReadError", "NotFound", "EmptyDocument", "NotText", "TooLarge", "MalformedRow", "DateError",
        "EvidenceError", "LexiconError", "LanguageModelMissing", "RegisterError", "RegisterBusy", "RegisterVersion",
        "NameNotFound", "NameAmbiguous",
    ),
}  # fmt: skip
_WHERE = {name: module for module, names in _HOME.items() for name in names}

__all__ = sorted(_WHERE)


class _Package(types.ModuleType):
    """The package: importing the room `foedera.extract` does not hide the function of that name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _WHERE and isinstance(value, types.ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'foedera' has no public name {name!r}; they are {', '.join(__all__)}")
    value = getattr(importlib.import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
