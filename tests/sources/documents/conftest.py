"""All readers, and one parsing process for the whole room's tests."""

from collections.abc import Callable, Iterator
from importlib.metadata import entry_points

import pytest

from enduse.sources.documents import Limits, ParserPool, read_document
from enduse.sources.protocols import Document, DocumentReader

NAMES = "docx eml html image markdown msg odt pdf pptx rtf text xlsx zip".split()
Read = Callable[..., Document]


@pytest.fixture(scope="session")
def readers() -> list[DocumentReader]:
    found = {one.name: one for one in entry_points(group="enduse.documents")}
    return [found[name].load()() for name in NAMES]


@pytest.fixture(scope="session")
def pool() -> Iterator[ParserPool]:
    with ParserPool(processes=1) as pool:
        yield pool


@pytest.fixture(scope="session")
def read(readers: list[DocumentReader], pool: ParserPool) -> Read:
    def _read(data: bytes, name: str = "file", limits: Limits | None = None) -> Document:
        return read_document(
            data, "0" * 64, name, readers=readers, limits=limits or Limits(), pool=pool
        )

    return _read
