"""`make demo`: reads reports into a register and writes the dossier of the agreement that most of them speak of.

    python scripts/demo.py [FOLDER ...]     the example reports, or any files; all is left in demo/

Everything goes through the command line, as a user would call it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOEDERA = Path(sys.executable).parent / "foedera"
FOLDER = ROOT / "demo"
REGISTER = FOLDER / "foedera.duckdb"


def foedera(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([FOEDERA, *words, "--register", REGISTER], text=True, check=False, **options)


def found(*words: str | Path) -> Any:
    return json.loads(foedera(*words, "--json", stdout=subprocess.PIPE).stdout or "[]")


def main() -> int:
    reports = sys.argv[1:] or ["examples/reports"]
    FOLDER.mkdir(exist_ok=True)
    REGISTER.unlink(missing_ok=True)
    added = foedera("add", *reports)
    if added.returncode not in (0, 1):
        return added.returncode
    agreements = found("show")
    if not agreements:
        print("demo: no agreement was found in", *reports)
        return added.returncode
    most = agreements[0]
    page = FOLDER / "dossier.html"
    if (code := foedera("dossier", most["id"], "-o", page).returncode) != 0:
        return code
    foedera("show")
    foedera("timeline", most["id"])
    statements = found("statements")
    speakers = {statement["speaker"]["name"] for statement in statements} - {None}
    counts = f"{len(found('sources'))} reports, {len(agreements)} agreements, {len(statements)} statements"
    print(f"{counts} by {len(speakers)} speakers")
    print(f"Register: {REGISTER.relative_to(ROOT)}   (foedera show --register {REGISTER.relative_to(ROOT)})")
    print(f"Dossier:  {page.as_uri()}")
    return added.returncode


if __name__ == "__main__":
    sys.exit(main())
