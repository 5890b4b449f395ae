"""Readers are found by name, and a wrong name is answered with near ones."""

import subprocess
import sys

import pytest

from enduse.errors import UnknownName
from enduse.sources import registry
from enduse.sources.protocols import RecordReader


def test_a_register_is_found_by_its_name() -> None:
    found = registry.record_reader("bods")
    assert isinstance(found, RecordReader)
    assert found.name == "bods"


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="bods"):
        registry.record_reader("bodz")
    with pytest.raises(UnknownName):
        registry.reader(registry.DOCUMENTS, "no such format")


@pytest.mark.parametrize("group", [registry.WATCHLISTS, registry.REGISTERS])
def test_every_registered_reader_loads_and_carries_its_own_name(group: str) -> None:
    for name, found in registry.readers(group).items():
        assert isinstance(found, RecordReader), name
        assert found.name == name


def test_listing_names_imports_no_reader() -> None:
    code = (
        "import sys; from enduse.sources import registry; registry.record_kinds();"
        "print(sorted(m for m in sys.modules if m.endswith('.reader')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
