"""Which extractor a command uses, from its options and the environment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from enduse.extract.protocol import Extractor

DEFAULT = "rules"
Name = Annotated[
    str,
    typer.Option(
        "--extractor",
        metavar="NAME",
        help="rules (offline), llm, trained, or one that another package brings.",
    ),
]
Url = Annotated[
    str | None,
    typer.Option("--llm-url", metavar="URL", help="Of --extractor llm: http://127.0.0.1:8080/v1"),
]
Model = Annotated[
    str | None, typer.Option("--llm-model", metavar="NAME", help="Of --extractor llm: its model.")
]
Tagger = Annotated[
    Path | None,
    typer.Option("--tagger", metavar="FILE", help="Of --extractor trained: from enduse train."),
]


def chosen(
    name: str, url: str | None = None, model: str | None = None, tagger: Path | None = None
) -> "Extractor":
    """The extractor of a name with what was given for it; the key comes from the environment.

    Raises:
        UnknownName: None of that name.
        BadInput: An option is missing, makes no sense, or belongs to another extractor.
    """
    from enduse.cli.settings import Settings
    from enduse.errors import BadInput
    from enduse.extract.choosing import extractor

    for option, value, owner in (
        ("--llm-url", url, "llm"),
        ("--llm-model", model, "llm"),
        ("--tagger", tagger, "trained"),
    ):
        if value is not None and name == DEFAULT:
            raise BadInput(
                f"{option} is given, but the rules need none.", hint=f"Add --extractor {owner}."
            )
    given = {"url": url, "model": model, "tagger": str(tagger) if tagger else None}
    given["key"] = Settings.read().llm_key
    return extractor(name, {key: value for key, value in given.items() if value})
