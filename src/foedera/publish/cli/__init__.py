"""The command line: one file a command; data on standard output, messages on standard error.

Nothing heavy is imported before a command runs, so that `foedera --help` answers at once.
"""

from __future__ import annotations

import sys

import typer

from foedera.errors import FoederaError
from foedera.publish.cli.add import add
from foedera.publish.cli.bloc import bloc
from foedera.publish.cli.claims import claims
from foedera.publish.cli.compare import compare
from foedera.publish.cli.counterparts import counterparts
from foedera.publish.cli.decide import decide
from foedera.publish.cli.dossier import dossier
from foedera.publish.cli.entities import entities
from foedera.publish.cli.exits import epilog, exit_of
from foedera.publish.cli.explain import explain
from foedera.publish.cli.extract import extract
from foedera.publish.cli.import_ import import_
from foedera.publish.cli.ladder import ladder
from foedera.publish.cli.panel import panel
from foedera.publish.cli.quotes import quotes
from foedera.publish.cli.show import show
from foedera.publish.cli.sources import sources
from foedera.publish.cli.statements import statements
from foedera.publish.cli.timeline import timeline
from foedera.publish.cli.times import times
from foedera.publish.cli.upgrade import upgrade
from foedera.publish.cli.why import why

app = typer.Typer(
    name="foedera",
    help="Reads reports on diplomacy and keeps an evidence-linked register of international agreements.",
    epilog=epilog(),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


for command in (
    extract,
    explain,
    times,
    quotes,
    add,
    show,
    timeline,
    entities,
    statements,
    claims,
    sources,
    dossier,
    compare,
    why,
    decide,
    upgrade,
    import_,
    counterparts,
    bloc,
    ladder,
    panel,
):
    app.command(command.__name__.strip("_"), epilog=epilog())(command)


def main() -> None:
    """Run `foedera`; an error of ours becomes one clear line and an exit code."""
    try:
        app()
    except FoederaError as error:
        typer.echo(f"foedera: {error}", err=True)
        sys.exit(exit_of(error))
