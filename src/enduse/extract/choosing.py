"""Extractors by name, through entry points: ours and strangers' come in by the same door."""

from collections.abc import Mapping
from typing import cast

from enduse.extract.protocol import Extractor
from enduse.sources.registry import registered

__all__ = ["EXTRACTORS", "extractor"]

EXTRACTORS = "enduse.extractors"


def extractor(name: str, options: Mapping[str, str] | None = None) -> Extractor:
    """Return the extractor of a name, ready to read.

    A class with a class method `configured(options)` is made by it; any other class is made
    without arguments, and what is no class is taken as it is.

    Args:
        name: As registered under "enduse.extractors": "rules", "llm", "trained".
        options: What the user gave, by name: "url", "model", "key" (llm), "tagger" (trained).

    Raises:
        UnknownName: None of that name; the nearest ones are offered.
        BadInput: It needs an option that was not given, or cannot use one that was.

    Example:
        >>> extractor("rules").name
        'rules'
    """
    found = registered(EXTRACTORS, name, "extractor")
    configured = getattr(found, "configured", None)
    if configured is not None:
        return cast(Extractor, configured(options or {}))
    return cast(Extractor, found() if isinstance(found, type) else found)
