"""The readers and the extractor that commands hand to a case."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enduse.case import Readers
    from enduse.extract.protocol import Extractor


def all_readers() -> "Readers":
    """Every reader that is installed, ours and those of other packages."""
    from enduse.case import Readers
    from enduse.sources import registry

    return Readers(
        documents=registry.readers(registry.DOCUMENTS),
        records=registry.readers(registry.WATCHLISTS) | registry.readers(registry.REGISTERS),
    )


def default_extractor() -> "Extractor":
    """The rules, which need no model and no network."""
    from enduse.extract.rules import RuleExtractor

    return RuleExtractor()
