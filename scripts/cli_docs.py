"""Writes docs/cli.md from the commands themselves; with --check only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from typer.main import get_command

from foedera.publish.cli import app
from foedera.publish.cli.exits import MEANINGS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
HEAD = """# Command line

Made from the commands by `python scripts/cli_docs.py`. Data go to standard output, messages to standard error; colour
is used on a terminal only.

## Exit codes

| code | meaning |
|---|---|
"""


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def names(option: object) -> str:
    words = [*getattr(option, "opts", []), *getattr(option, "secondary_opts", [])]
    metavar = getattr(option, "metavar", None)
    return ", ".join(f"`{word}`" for word in words) + (f" `{metavar}`" if metavar else "")


def command_page(name: str, command: object, context: typer.Context) -> str:
    """The section of one command: what it does, how it is called, its arguments and options."""
    params = getattr(command, "params", [])
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    usage = " ".join(
        ["foedera", name, "[OPTIONS]" if options else "", *(p.metavar or p.name.upper() for p in arguments)]
    )
    text = f"\n## foedera {name}\n\n{getattr(command, 'help', '').strip()}\n\n    {' '.join(usage.split())}\n"
    rows = [f"| `{p.metavar or p.name.upper()}` | {cell(getattr(p, 'help', '') or '')} |" for p in arguments]
    rows += [f"| {names(p)} | {cell(p.help or '')}{default(p)} |" for p in options]
    return text + ("\n| | |\n|---|---|\n" + "\n".join(rows) + "\n" if rows else "")


def default(option: object) -> str:
    value = getattr(option, "default", None)
    plain = isinstance(value, str | int | Path) and not isinstance(value, bool)
    return f" Default: `{value}`." if plain else ""


def page() -> str:
    group = get_command(app)
    context = typer.Context(group)
    codes = "".join(f"| {int(code)} | {meaning} |\n" for code, meaning in MEANINGS.items())
    commands = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return HEAD + codes + "".join(command_page(name, command, context) for name, command in commands)


def main() -> int:
    text = page()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/cli.md is not what the commands say; run: .venv/bin/python scripts/cli_docs.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
