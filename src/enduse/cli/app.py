"""The application: its commands, and the one place where errors become exit codes."""

import errno
import os
import sys
from contextlib import redirect_stdout

import typer

from enduse.cli.casework.demo import demo
from enduse.cli.casework.handover import assess, dossier
from enduse.cli.casework.making import add, build, new, verify
from enduse.cli.casework.ownership import ownership
from enduse.cli.casework.paths import paths
from enduse.cli.casework.resolve import resolve
from enduse.cli.desk.audit import audit_app
from enduse.cli.desk.rescreen import rescreen
from enduse.cli.desk.review import review
from enduse.cli.desk.screen import screen
from enduse.cli.doctor import doctor
from enduse.cli.documents.claims import claims
from enduse.cli.documents.train import train
from enduse.cli.lists import lists_app
from enduse.cli.output import ShownOutput
from enduse.cli.settings import Settings
from enduse.errors import EnduseError
from enduse.model.shown import shown

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def enduse(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Who stands behind this party, is it restricted, and how do we know? Offline."""
    if version:
        import enduse as package

        print(f"enduse {package.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


for command in (
    demo,
    new,
    add,
    build,
    claims,
    screen,
    review,
    rescreen,
    resolve,
    ownership,
    paths,
    assess,
    dossier,
    verify,
    doctor,
    train,
):
    app.command()(command)


@app.command(hidden=True)
def reference() -> None:
    """Print all commands as a page of Markdown: docs/commands.md."""
    from enduse.cli.reference import reference_page

    print(reference_page(typer.main.get_group(app)), end="")


app.add_typer(lists_app, name="lists")
app.add_typer(audit_app, name="audit", no_args_is_help=True)


def main() -> None:
    """Run one command and leave with the exit code of its error."""
    # Threads of linear algebra only get into each other's way: the matrices here are small, and
    # worker processes share the work already. Read when numpy is first loaded, in workers too.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        with redirect_stdout(ShownOutput(sys.stdout)):
            app()
    except EnduseError as error:
        _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        _fail("Stopped. What was finished is kept; run the same command to go on.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            _fail("No space left on the disk. Free some and run the same command again.", 2)
        _fail(f"{error.filename or 'A file'}: {error.strerror}. Check the path and try again.", 2)
    except Exception as error:
        if Settings.read().debug:
            raise
        _fail(
            f"This is our fault: {type(error).__name__}: {error}. "
            "Please report it, with what ENDUSE_DEBUG=1 shows when you run the command again.",
            1,
        )


def _fail(sentence: str, code: int) -> None:
    print(f"enduse: {shown(sentence)}", file=sys.stderr)
    sys.exit(code)
