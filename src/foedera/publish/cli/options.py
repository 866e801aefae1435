"""Arguments and options that several commands share: one word for one thing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        show_default=False,
        help="Reports: text, HTML, PDF, JSON Lines (also .gz), folders; - is standard input.",
    ),
]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        show_default=False,
        help='An agreement by its id or by any words that name it: "North Korea treaty".',
    ),
]
OptionalName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", show_default=False, help="An agreement; left out, all of them."),
]
RegisterPath = Annotated[
    Path, typer.Option("--register", metavar="PATH", help="The register: one file, made by `foedera add`.")
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date of files that do not state theirs: 2024-06-18 (or any EDTF date).",
    ),
]
Workers = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Local processes that read side by side.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Answer from what had been published by the end of that day: 2024-06-18.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")]

DEFAULT_REGISTER = Path("foedera.duckdb")
