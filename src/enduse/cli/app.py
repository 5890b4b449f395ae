"""The application: its commands, and the one place where errors become exit codes."""

import sys

import typer

from enduse.errors import EnduseError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def enduse() -> None:
    """Who stands behind this party, is it restricted, and how do we know?"""


def main() -> None:
    """Run one command and leave with the exit code of its error."""
    try:
        app()
    except EnduseError as error:
        print(f"enduse: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
