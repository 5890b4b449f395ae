"""The command `train`: a tagger of attributions from texts that the user has annotated."""

from pathlib import Path
from typing import Annotated

import typer


def train(
    folder: Annotated[Path, typer.Argument(help="brat files: .txt and .ann.")],
    out: Annotated[Path, typer.Option(help="The model file to write.")] = Path("attribution.model"),
) -> None:
    """Train a tagger of who says what on your own annotated texts; it stays on this machine."""
    from rich.console import Console

    from enduse.errors import BadInput
    from enduse.extract.train import train as learn

    if not folder.is_dir():
        raise BadInput(f"There is no folder {folder}.", hint="Check the path.")
    with Console(stderr=True).status("Training; 800 texts of 5,000 characters take minutes"):
        done = learn(folder, out)
    print(f"{done.model}: trained on {done.texts} texts with {done.attributions} attributions.")
