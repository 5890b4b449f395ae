"""The command `demo`: the example case, built offline."""

from pathlib import Path
from typing import Annotated

import typer

from enduse.cli.output import Telling
from enduse.cli.workshop import all_readers, default_extractor


def demo(
    out: Annotated[Path, typer.Option(help="Folder for the case and its dossier.")] = Path("demo"),
) -> None:
    """Build the example case and its dossier; offline."""
    from enduse.case.example import build_example

    telling = Telling()
    lines = build_example(out, all_readers(), default_extractor(), telling)
    telling.close()
    print("\n".join(lines))
